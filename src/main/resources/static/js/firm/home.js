/** `/firm`: what to do next, why, where every application stands, papers, leases, the firm itself. */
import { byId, h, icon } from '../lib/dom.js';
import { moment } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { own, t } from '../lib/words.js';
import { account, accountDoor } from './account.js';
import { applicationList } from './applications.js';
import { leaseList } from './leases.js';
import { nextCard } from './nextcards.js';
import { offerCard, why } from './offercard.js';
import { alert, fault, isFirm, me, offline, waiting } from './page.js';
import { profile } from './profile.js';
import { roundCard } from './rounds.js';
import { supportSection } from './support.js';
import { timeline } from './timeline.js';

const ORDER = ['INCOMPLETE', 'HELD', 'DRAFT', 'ELIGIBLE', 'SUBMITTED', 'INELIGIBLE'];
const STALE = 60_000;

let page, data;

export async function start(container) {
  page = container;
  tab();
  addEventListener('hashchange', tab);
  document.querySelector('.bar-files').setAttribute('aria-current', 'page');
  if (!me.name) return stranger();
  if (!isFirm) {
    const stop = waiting(page);
    const staff = me.roles.includes('OFFICER') && (await import('./staff.js'));
    stop();
    return staff ? staff.start(page) : page.replaceChildren(h('section', { class: 'state empty' }, h('h1', {}, t('my_files')), h('p', {}, t('not_a_firm_account')), account()));
  }
  await refresh();
  if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
  addEventListener('online', refresh);
  addEventListener('offline', refresh);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && data && Date.now() - new Date(data.at) > STALE) newer(); });
  return undefined;
}

/** The tab of what is looked at. */
function tab() {
  const account = location.hash === '#account';
  for (const [id, on] of [['tab-account', account], ['tab-files', !account]]) {
    if (on) byId(id).setAttribute('aria-current', 'page');
    else byId(id).removeAttribute('aria-current');
  }
}

/** Reads everything and shows it; what was there stays until then. */
async function refresh() {
  const { readAll } = await import('./read.js');
  const stop = data ? () => undefined : waiting(page);
  try {
    data = await readAll();
    stop();
    offline(data.old ? data.at : null);
    show();
  } catch (problem) {
    stop();
    page.replaceChildren(fault(problem, refresh));
  }
}

/** After a while away there may be news; they come when asked for, never by themselves. */
function newer() {
  if (byId('newer')) return;
  page.prepend(h('p', { class: 'newer', id: 'newer' }, h('button', { type: 'button', class: 'button', on: { click: refresh } }, icon('clock', 'small'), t('newer'))));
}

/** After something was done: read anew, say what happened, and go to the top of it. */
async function again(said) {
  await refresh();
  toast(said);
  alert(said);
  byId('next-title')?.focus();
}

function show() {
  head();
  if (!data.firm) {
    page.replaceChildren(h('div', { class: 'home' }, h('section', { class: 'state empty', id: 'next' }, h('h1', { id: 'next-title', tabindex: '-1' }, t('no_firm_title')), h('p', {}, t('no_firm')), h('a', { class: 'button primary', href: '/' }, t('find_space'))),
      profile(data, again), account()));
    return;
  }
  const offers = data.offers.filter((offer) => offer.status === 'OPEN').sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
  const answers = new Map(data.applications.map((one) => [one.code, one]));
  const others = data.applications.filter((one) => ORDER.includes(one.status)).sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  const cards = [
    ...offers.map((offer) => [offerCard(offer, { building: data.buildings[offer.building], cuts: data.cuts[offer.id] ?? [], offline: Boolean(data.old), again }), reasons(offer, answers.get(offer.application))]),
    ...others.map((one) => nextCard(one, data, again)),
  ].flat().filter(Boolean);
  const toDo = offers.length + others.filter((one) => ['INCOMPLETE', 'DRAFT'].includes(one.status)).length;
  bell(toDo);
  page.replaceChildren(h('div', { class: 'home' },
    h('section', { class: 'next', id: 'next', 'aria-labelledby': 'next-title' }, h('h1', { class: 'home-title', id: 'next-title', tabindex: '-1' }, t('next_title')),
      cards.length > 0 ? cards : h('div', { class: 'state empty' }, h('p', {}, t(data.leases.some((one) => one.status === 'RUNNING') ? 'nothing_to_do' : 'nothing_yet')), h('a', { class: 'button primary', href: '/' }, t('find_space')))),
    h('div', { class: 'rest' }, roundCard(data, again), applicationList(data, again), leaseList(data, again), supportSection(data), profile(data, again), account(),
      h('p', { class: 'quiet small age' }, t('read_at', { moment: moment(data.at) })))));
}

function reasons(offer, application) {
  return h('section', { class: 'card-plain', 'aria-labelledby': `why-${offer.id}` }, h('h2', { id: `why-${offer.id}` }, t('why_title')), why(offer, application), application && timeline(application, { offer }));
}

/** On a phone the bar says whose page it is. */
function head() {
  const bar = byId('bar-firm');
  bar.replaceChildren(...(data.firm ? [h('b', {}, own(data.firm, 'name')), h('span', {}, [t(`size_${data.firm.sizeClass}`), data.firm.supporting.counts && t('supporting_short')].filter(Boolean).join(', '))] : []));
  document.body.classList.toggle('has-firm', Boolean(data.firm));
}

function bell(count) {
  const link = byId('bell');
  link.hidden = count === 0;
  byId('bell-count').textContent = String(count);
  link.setAttribute('aria-label', t('bell', { n: count }));
}

/** Nobody is signed in: what this page is for, and the two doors. */
function stranger() {
  page.replaceChildren(h('div', { class: 'home narrow-home' }, h('section', { class: 'state' }, h('h1', {}, t('stranger_title')), h('p', {}, t('stranger')), h('a', { class: 'link', href: '/' }, t('find_space'))), h('div', { id: 'account' }, accountDoor({ next: '/firm' }))));
}
