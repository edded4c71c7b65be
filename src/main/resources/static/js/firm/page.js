/** Who looks at the page, and the few states that all of a firm's screens share. */
import { byId, h, icon } from '../lib/dom.js';
import { moment } from '../lib/numbers.js';
import { t } from '../lib/words.js';

const page = JSON.parse(byId('page-data').textContent);

/** The signed-in person: `name` is empty for nobody. */
export const me = page.me;
export const view = page.view;
export const isFirm = me.roles.includes('FIRM');

let acts = page.ownFirm;
/** Whether the person acts for a firm that is registered. */
export const hasFirm = () => acts;
/** The firm was registered from this page. */
export const firmMade = () => { acts = true; };

/** The page's own layout in grey; shown only when the answer takes its time. */
export function waiting(container) {
  const timer = setTimeout(() => {
    container.replaceChildren(h('div', { class: 'skeleton', 'aria-hidden': 'true' }, h('span'), h('span'), h('span')), h('p', { class: 'sr', role: 'status' }, t('firm_reading')));
  }, 300);
  return () => clearTimeout(timer);
}

/** What went wrong, that nothing is lost, what to do and the code to quote. */
export function fault(problem, again) {
  return h('section', { class: 'state error', role: 'alert' },
    h('h2', {}, icon('blocked'), problem.title ?? t('problem_title')),
    h('p', {}, problem.detail ?? t('problem_unreadable')),
    problem.remedy && h('p', {}, problem.remedy),
    h('p', { class: 'quiet small' }, t('nothing_lost'), ' ', problem.code && t('quote_code', { code: problem.code })),
    again && h('button', { class: 'button', type: 'button', on: { click: again } }, t('try_again')));
}

/** Tells that there is no network, and how old the shown data are; null takes the notice away. */
export function offline(age) {
  const strip = byId('offline');
  strip.hidden = age === null;
  if (age !== null) strip.textContent = age ? t('offline_age', { moment: moment(age) }) : t('offline_now');
}

/** Tells somebody who listens at once. */
export function alert(sentence) {
  byId('alert').textContent = sentence;
}
