/** The bar: which plan this is, whether it is saved, who else has it open. */
import { byId, h, icon } from '../lib/dom.js';
import { toast } from '../lib/say.js';
import { own, t } from '../lib/words.js';
import { desk, emit, me, mayDraw, on, saving } from './desk.js';
import * as presence from './presence.js';

const ICONS = { saved: 'check', saving: 'clock', offline: 'warn', conflict: 'warn', signedout: 'user', closed: 'blocked' };

export function start() {
  on('plan', name);
  on('plan', save); // a step of the plan's life closes or opens the drawing
  on('save', save);
  on('people', people);
  on('problem', problem);
  name();
  save();
  presence.start();
}

function name() {
  const { plan, zone } = desk;
  const title = own(plan, 'title');
  byId('plan-name').replaceChildren(h('b', {}, zone.properties.short_name), ' ', h('span', { class: 'plan-of', title }, `${title}, ${t('version_n', { n: plan.version })}`));
  document.title = `${zone.properties.short_name}, ${t('version_n', { n: plan.version })} · Khu Xưởng`;
}

function save() {
  const host = byId('bar-save');
  if (!mayDraw() && saving().waiting === 0) {
    host.replaceChildren(h('span', { class: 'save quiet-save' }, icon('eye', 'small'), t('read_only')));
    return;
  }
  const { state, savedAt, waiting } = saving();
  const text = state === 'saved' ? (savedAt ? t('saved_at', { time: savedAt.toLocaleTimeString('vi-VN', { hour12: false }) }) : t('saved')) : t(`save_${state}`, { n: waiting });
  host.replaceChildren(h('span', { class: `save save-${state}`, data: { state } }, icon(ICONS[state] ?? 'warn', 'small'), h('span', { class: 'save-text' }, text),
    state === 'conflict' && h('button', { type: 'button', class: 'link', on: { click: () => emit('showconflict') } }, t('conflict_look')),
    state === 'signedout' && h('a', { class: 'link', href: '/login', target: '_blank', rel: 'noopener' }, t('sign_in'))));
}

function people() {
  const colours = ['a', 'b', 'c', 'd'];
  byId('bar-people').replaceChildren(...[...desk.people.slice(0, 3).map((person, i) => {
    const code = person.subzone && desk.features.get(person.subzone)?.properties.code;
    const name = person.name === me.name ? t('person_self') : person.displayName ?? person.name;
    const text = code ? t(person.doing === 'EDITING' ? 'person_edits' : 'person_views', { name, code }) : t('person_here', { name });
    return h('span', { class: 'person', title: text }, h('span', { class: `avatar avatar-${colours[i]}`, 'aria-hidden': 'true' }, initials(person.displayName ?? person.name)), h('span', { class: 'person-text' }, text));
  }), desk.people.length > 3 && h('span', { class: 'person' }, `+${desk.people.length - 3}`)].filter(Boolean));
}

/** Two letters for a person. */
export const initials = (full) => full.trim().split(/[\s._-]+/).map((part) => part[0]).slice(-2).join('').toUpperCase();

function problem(detail) {
  if (detail.merged) toast(t('merged_with', { n: detail.count }));
  else if (detail.problem) refusal(detail.problem);
}

/** A refusal stays until it is read; its place is shown on the map by whoever listens to `problem`. */
export function refusal(fault) {
  document.querySelector('.refusal')?.remove();
  const close = h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('close'), on: { click: () => card.remove() } }, icon('close', 'small'));
  const card = h('div', { class: 'refusal', role: 'alert' }, icon('blocked'), h('div', {}, h('b', {}, fault.detail ?? fault.title ?? t('problem_title')), fault.remedy && h('p', {}, fault.remedy),
    fault.code && h('p', { class: 'quiet small' }, t('quote_code', { code: fault.code }))), close);
  document.body.append(card);
}

export const isMe = (name) => name === me.name;
