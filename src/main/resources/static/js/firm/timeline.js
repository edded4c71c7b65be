/** The way of an application as steps with dates: what was, what is now and who is to act, what comes. */
import { h } from '../lib/dom.js';
import { date, moment } from '../lib/numbers.js';
import { t } from '../lib/words.js';

/** What is still to come from where an application stands. */
const COMING = {
  DRAFT: ['SUBMITTED', 'ELIGIBLE', 'OFFERED', 'LEASED'],
  INCOMPLETE: ['ELIGIBLE', 'OFFERED', 'LEASED'],
  SUBMITTED: ['ELIGIBLE', 'OFFERED', 'LEASED'],
  INELIGIBLE: [],
  ELIGIBLE: ['OFFERED', 'LEASED'],
  HELD: ['OFFERED', 'LEASED'],
  OFFERED: ['LEASED'],
};

/**
 * @param {object} application with its history
 * @param {{offer?: object, hold?: object}} about the open offer or hold that answers it
 */
export function timeline(application, { offer, hold } = {}) {
  const past = application.history.map((step) => ({ text: pastWords(step), when: moment(step.at), reason: step.action === 'application.decided' || step.toStatus === 'DECLINED' ? step.reason : null }));
  const made = { text: t('past_DRAFT', { code: application.code }), when: moment(application.createdAt) };
  const ends = !(application.status in COMING) || application.status === 'INELIGIBLE';
  const now = ends ? null : { text: t(`now_${application.status}`), when: offer ? t('until_day', { date: date(offer.deadline) }) : hold?.expiresAt ? t('until_day', { date: date(hold.expiresAt) }) : '' };
  return h('ol', { class: 'timeline' },
    [made, ...past].map((one) => h('li', { class: 'was' }, h('span', { class: 'dot' }), h('div', {}, h('p', {}, one.text), one.reason && h('p', { class: 'quiet small' }, t('reason_line', { reason: one.reason }))), h('time', { class: 'quiet small' }, one.when))),
    now && h('li', { class: 'now', 'aria-current': 'step' }, h('span', { class: 'dot' }), h('p', {}, h('b', {}, now.text)), h('span', { class: 'quiet small' }, now.when)),
    (COMING[application.status] ?? []).map((state) => h('li', { class: 'coming' }, h('span', { class: 'dot' }), h('p', {}, t(`coming_${state}`)), h('span', { class: 'quiet small' }, state === 'LEASED' && offer ? date(offer.from) : ''))));
}

function pastWords(step) {
  if (step.toStatus === 'ELIGIBLE' && step.fromStatus === 'HELD') return t('past_RELEASED');
  if (step.toStatus === 'ELIGIBLE' && step.fromStatus === 'OFFERED') return t('past_TAKEN_BACK');
  if (step.toStatus === 'ELIGIBLE' && step.action === 'application.submitted') return t('past_ELIGIBLE_AT_ONCE');
  if (step.toStatus === 'INELIGIBLE' && step.action === 'application.submitted') return t('past_INELIGIBLE_AT_ONCE');
  return t(`past_${step.toStatus}`);
}
