/**
 * Comparing with another version, as the address says with `with`: what was made, removed and changed on the map and in a table, what
 * that does to the balance, and the other version's drawing beside this one.
 */
import * as api from '../../api/plans.js';
import { byId, debounce, h, icon } from '../../lib/dom.js';
import { m2, number } from '../../lib/numbers.js';
import { announce } from '../../lib/say.js';
import { lang, t } from '../../lib/words.js';
import { current, go, onChange } from '../address.js';
import { desk, on } from '../desk.js';
import { sheet, zoomTo } from '../map.js';
import { useTable } from './balance.js';
import { size } from './findings.js';
import { hatch } from './hatching.js';
import { sheetReady } from './marks.js';
import { closeOther, openOther, otherOpen } from './othermap.js';
import { statusText, versions } from './versions.js';

const listeners = new Set();
let found = null; // {id, other, diff, balance}
let fault = null;
let asked = 0;
const chips = h('div', { class: 'compare-chips', role: 'group', 'aria-label': t('compare') });

/** Follows the address; called once. `changed` is called when there is something else to show. */
export async function follow(changed) {
  listeners.add(changed);
  await sheetReady;
  sheet.toolsLeft.append(chips);
  hatch('created');
  onChange((now, before) => now.with !== before.with && read());
  const version = () => `${desk.plan.id}/${desk.plan.lockVersion}`;
  let seen = version();
  on('plan', debounce(() => {
    if (version() !== seen && current().with) read();
    seen = version();
  }, 500));
  if (current().with) read();
}

const tell = () => listeners.forEach((listener) => listener());

/** Whether the page compares at all. */
export const comparing = () => Boolean(current().with);

/** Compares with a version: here, or on a page of its own when this plan is neither of the two. */
export function compareWith(plan, other) {
  if (plan === desk.plan.id) go({ with: String(other) });
  else go({ plan: String(plan), with: String(other), tab: 'history', map: current().map });
}

/** Ends comparing. */
export function leave() {
  go({ with: null });
}

async function read() {
  const id = current().with;
  const turn = ++asked;
  fault = null;
  if (!id || found?.id !== id) {
    found = null;
    closeOther();
  }
  lay();
  tell();
  if (!id) return;
  try {
    const [diff, balance, list] = await Promise.all([api.compare(desk.plan.id, id), api.balance(id), versions()]);
    if (turn !== asked) return;
    found = { id, diff, balance, other: list.find((plan) => String(plan.id) === id) };
    announce(`${title()}. ${counts(diff)}`);
  } catch (problem) {
    if (turn !== asked) return;
    fault = problem;
  }
  lay();
  tell();
}

/** Whether a subzone's outline is another one, and not only richer in vertices. */
const movesGround = ({ geometry }) => Boolean(geometry) && geometry.changedM2 >= 0.5;

/** The differences on the map. */
function lay() {
  const uids = (list) => new Set(list.map((one) => one.uid));
  const { created = [], removed = [], changed = [], after = { features: [] }, before = { features: [] } } = found?.diff ?? {};
  const [made, gone] = [uids(created), uids(removed)];
  const moved = uids(changed.filter(movesGround)), renamed = uids(changed.filter((one) => !movesGround(one) && Object.keys(one.fields).length > 0));
  const pick = (collection, set) => collection.features.filter((feature) => set.has(feature.id));
  sheet.overlay.show('diff-created', pick(after, made), { className: 'diff-created', weight: 2.5 });
  sheet.overlay.show('diff-removed', pick(before, gone), { className: 'diff-removed', weight: 2.5 });
  sheet.overlay.show('diff-before', pick(before, moved), { className: 'diff-before', weight: 2 });
  sheet.overlay.show('diff-after', pick(after, moved), { className: 'diff-after', weight: 2.5 });
  sheet.overlay.show('diff-fields', pick(after, renamed), { className: 'diff-fields', weight: 2 });
  chips.replaceChildren(...(found ? [
    h('span', { class: 'chip floating on' }, icon('compare', 'small'), t('compared_with', { n: found.other?.version ?? found.id })),
    h('button', { type: 'button', class: 'chip floating', 'aria-pressed': String(otherOpen()), on: { click: beside } }, t('side_by_side')),
    h('button', { type: 'button', class: 'chip floating', on: { click: leave } }, icon('close', 'small'), t('leave_compare')),
  ] : []));
}

async function beside(event) {
  if (otherOpen()) closeOther();
  else {
    event.currentTarget.setAttribute('aria-busy', 'true');
    const { id, other } = found;
    try {
      const drawing = await api.subzones(id);
      if (found?.id === id) openOther(drawing.features, { here: t('version_n', { n: desk.plan.version }), there: t('version_n', { n: other?.version ?? id }) });
    } catch (problem) {
      fault = problem;
    }
  }
  lay();
  tell();
  if (byId('map').contains(document.activeElement) === false) chips.querySelector('button')?.focus();
}

/** What the history panel shows while comparing. */
export function compareView() {
  const head = h('div', { class: 'section-head' }, h('h2', { tabindex: '-1', data: { focus: 'compare-head' } }, title()), h('button', { type: 'button', class: 'button', data: { focus: 'leave' }, on: { click: leave } }, t('leave_compare')));
  if (fault) return h('section', { class: 'compare' }, head, h('div', { class: 'inline-fault pad', role: 'alert' }, icon('blocked', 'small'), h('div', {}, h('b', {}, fault.detail ?? fault.title), fault.remedy && h('p', {}, fault.remedy))));
  if (!found) return h('section', { class: 'compare' }, head, h('p', { class: 'quiet pad' }, t('reading')));
  const { diff, balance } = found;
  const nothing = isSame(diff);
  return h('section', { class: 'compare' }, head,
    h('p', { class: 'pad' }, counts(diff)),
    !nothing && h('p', { class: 'diff-key pad' }, ['created', 'removed', 'before', 'after'].map((kind) => h('span', {}, h('i', { class: `key diff-${kind}-key` }), t(`diff_key_${kind}`)))),
    h('div', { class: 'pad phone-only' }, h('button', { type: 'button', class: 'button', 'aria-pressed': String(otherOpen()), on: { click: beside } }, t('side_by_side'))),
    !nothing && changes(diff),
    h('h3', { class: 'pad sub-head' }, t('balance_title')), h('div', { class: 'table-scroll' }, useTable({ balance: diff.balance, rules: [] }, balance, { rules: false })));
}

const isSame = ({ created, removed, changed }) => created.length + removed.length + changed.length === 0;
const counts = (diff) => (isSame(diff) ? t('compare_same') : t('compare_counts', { made: diff.created.length, gone: diff.removed.length, changed: diff.changed.length }));

function title() {
  const version = found?.other?.version;
  return version === undefined ? t('compare') : `${t('compared_with', { n: version })}, ${statusText(found.other)}`;
}

function changes(diff) {
  const shapes = new Map([...diff.before.features, ...diff.after.features].map((feature) => [feature.id, feature]));
  const show = (uid) => shapes.has(uid) && zoomTo(shapes.get(uid).geometry);
  const row = (uid, code, kind, ...what) => h('tr', {},
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', data: { focus: `diff/${uid}` }, on: { click: () => show(uid) } }, code)), h('td', {}, h('span', { class: `tag ${kind}` }, t(`diff_${kind}`))), h('td', {}, what));
  return h('div', { class: 'table-scroll' }, h('table', { class: 'diff-table' }, h('thead', { class: 'sr' }, h('tr', {}, ['subzone', 'diff_kind', 'diff_what'].map((key) => h('th', { scope: 'col' }, t(key))))),
    h('tbody', {},
      diff.created.map((one) => row(one.uid, one.code, 'created', `${t(`use_${one.landUse}`)}, ${size(one.areaM2)}`)),
      diff.removed.map((one) => row(one.uid, one.code, 'removed', `${t(`use_${one.landUse}`)}, ${size(one.areaM2)}`)),
      diff.changed.map((one) => row(one.uid, one.code, 'changed', [...Object.entries(one.fields).map(fieldLine), one.geometry && shapeLine(one.geometry)])))));
}

function fieldLine([field, { before, after }]) {
  const text = (value) => (value === null || value === undefined ? '–' : field === 'landUse' ? t(`use_${value}`) : typeof value === 'number' ? value.toLocaleString(lang) : value);
  return h('div', {}, h('span', { class: 'quiet' }, `${t(`diff_${field}`)}: `), h('del', {}, text(before)), ' → ', h('ins', {}, text(after)));
}

function shapeLine({ areaBeforeM2, areaAfterM2, changedM2 }) {
  const by = areaAfterM2 - areaBeforeM2;
  const same = Math.abs(by) < 0.5;
  if (changedM2 < 0.5) return h('div', { class: 'quiet' }, t('diff_vertices'));
  return h('div', {}, same ? t('diff_shape_same_area', { area: size(changedM2) })
    : [h('span', { class: 'quiet' }, `${t('diff_area')}: `), `${m2(areaBeforeM2)} → ${m2(areaAfterM2)} `, h('span', { class: 'nowrap' }, `(${by < 0 ? '−' : '+'}${number(Math.abs(by))})`)]);
}
