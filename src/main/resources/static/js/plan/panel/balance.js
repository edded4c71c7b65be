/** The land-use balance: hectares and shares by land use, live while drawing, by phase, and beside another version. */
import * as api from '../../api/plans.js';
import { h, icon, s } from '../../lib/dom.js';
import { hectares, number } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { current } from '../address.js';
import { desk } from '../desk.js';
import { useSwatch } from '../map.js';
import { comparison, standing, zoneShare } from './findings.js';
import { sheetReady } from './marks.js';
import { redraw } from './redraw.js';
import { state } from './rulebar.js';
import { listen, report, trial } from './shown.js';
import { statusText, versions } from './versions.js';

let host = null;
let byPhase = false;
let against = ''; // id of another version, as text
let other = null; // its balance
let others = []; // versions of the zone that there are beside this one
let fault = null;

export function start(element) {
  host = element;
  host.classList.add('balance');
  listen((what) => what === 'report' && draw());
  if (current().with) compare(current().with);
  sheetReady.then(draw); // the swatches come with the legend
  versions().then((list) => {
    others = list.filter((plan) => plan.id !== desk.plan.id);
    draw();
  }, failed);
  draw();
}

export const opened = () => draw();

function failed(problem) {
  fault = problem;
  draw();
}

async function compare(id) {
  against = id;
  other = null;
  fault = null;
  draw();
  if (id === '') return;
  try {
    const found = await api.balance(id);
    if (against !== id) return;
    other = found;
    draw();
  } catch (problem) {
    if (against === id) failed(problem);
  }
}

function draw() {
  if (!host || host.hidden) return;
  const now = report();
  const { balance } = now;
  const phased = byPhase && balance.phases.length > 0;
  redraw(host, h('section', { 'aria-label': t('tab_balance') },
    h('div', { class: 'balance-tools' },
      h('label', { class: 'field' }, t('balance_against'), h('select', { class: 'input', data: { focus: 'against' }, on: { change: (event) => compare(event.target.value) } },
        h('option', { value: '', selected: against === '' }, t('balance_alone')), others.map((plan) => h('option', { value: plan.id, selected: String(plan.id) === against }, `${t('version_n', { n: plan.version })}, ${statusText(plan)}`)))),
      balance.phases.length > 1 && h('label', { class: 'switch' }, h('input', { type: 'checkbox', checked: byPhase, data: { focus: 'phases' }, on: { change: (event) => {
        byPhase = event.target.checked;
        draw();
      } } }), t('balance_phases'))),
    fault && h('div', { class: 'inline-fault pad', role: 'alert' }, icon('blocked', 'small'), h('div', {}, h('b', {}, fault.detail ?? fault.title), fault.remedy && h('p', {}, fault.remedy))),
    trial() && h('p', { class: 'trial-note' }, t('balance_trial', { n: number(Math.round(trial().ms)) })),
    h('div', { class: 'table-scroll' }, phased ? phaseTable(balance) : useTable(now, other)),
    h('p', { class: 'quiet small pad' }, t('balance_zone', { zone: hectares(balance.zoneM2 / 1e4) })),
    h('div', { class: 'balance-files' }, file('csv', 'CSV'), file('xlsx', 'Excel'))));
}

const file = (f, text) => h('a', { class: 'button', href: api.balanceFile(desk.plan.id, f, against), download: true, data: { focus: f } }, icon('download', 'small'), text);

/** Rows of both versions in the order of the balance; those that only the other has come last. */
export function rowsWith(balance, beside) {
  const there = new Map((beside?.rows ?? []).map((row) => [row.landUse, row]));
  const rows = balance.rows.map((row) => ({ ...row, otherM2: there.get(row.landUse)?.areaM2 ?? 0 }));
  const here = new Set(balance.rows.map((row) => row.landUse));
  for (const row of there.values()) if (!here.has(row.landUse)) rows.push({ ...row, subzones: 0, areaM2: 0, sharePct: 0, byPhaseM2: balance.phases.map(() => 0), otherM2: row.areaM2 });
  return rows;
}

/** The table by land use. @param {object|null} beside balance of another version */
export function useTable(now, beside, { rules = true } = {}) {
  const { balance } = now;
  const rows = rowsWith(balance, beside);
  const limits = rules ? shareLimits(now) : new Map();
  const widest = 1.05 * Math.max(1, ...rows.map((row) => row.sharePct), ...[...limits.values()].map((rule) => rule.limit));
  const old = new Map(trial() && rules ? desk.report.balance.rows.map((row) => [row.landUse, row.areaM2]) : []);
  const changed = (m2, was) => (was !== undefined && ha(was) !== ha(m2) ? h('span', { class: 'was-value' }, ha(was)) : null);
  const unplanned = balance.unplannedM2;
  return h('table', { class: 'balance-table' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('land_use')), h('th', { scope: 'col', title: t('subzones') }, t('subzones_short')), h('th', { scope: 'col' }, 'ha'), h('th', { scope: 'col' }, '%'), beside && h('th', { scope: 'col' }, t('change_ha')))),
    h('tbody', {}, rows.map((row) => h('tr', {},
      h('th', { scope: 'row' }, h('span', { class: 'use-name' }, useSwatch(row.landUse), own(row, 'name')), shareBar(row.sharePct, widest, limits.get(row.landUse)), limits.has(row.landUse) && limitLine(limits.get(row.landUse), now)),
      h('td', {}, number(row.subzones)), h('td', {}, ha(row.areaM2), changed(row.areaM2, old.get(row.landUse))), h('td', {}, share(row)), beside && change(row.areaM2 - row.otherM2)))),
    h('tfoot', {},
      h('tr', { class: 'total' }, h('th', { scope: 'row' }, t('total')), h('td', {}, number(balance.total.subzones)), h('td', {}, ha(balance.total.areaM2)), h('td', {}, share(balance.total)), beside && change(balance.total.areaM2 - beside.total.areaM2)),
      h('tr', {}, h('th', { scope: 'row' }, t(unplanned < 0 ? 'overplanned' : 'unplanned')), h('td', {}), h('td', {}, ha(Math.abs(unplanned))), h('td', {}), beside && h('td', {}))));
}

const share = (row) => `${number(row.sharePct, 2, 2)}%`;
const ha = (m2) => number(m2 / 1e4, 2, 2);

function change(m2) {
  const text = m2 === 0 ? '0' : `${m2 < 0 ? '−' : '+'}${number(Math.abs(m2) / 1e4, Math.abs(m2) < 100 ? 4 : 2, 2)}`;
  return h('td', { class: m2 === 0 ? 'quiet' : 'changed' }, text);
}

/** Rules about the share of one land use in the zone, by land use. */
function shareLimits(now) {
  const limits = new Map();
  for (const rule of now.rules) {
    const uses = rule.limit === null ? null : zoneShare(rule, now);
    if (uses?.size === 1) limits.set([...uses][0], rule);
  }
  return limits;
}

function shareBar(share, widest, rule) {
  const at = (value) => `${Math.min(100, (value / widest) * 100)}%`;
  return s('svg', { class: `share-bar ${rule ? `is-${state(rule)}` : ''}`, width: '100%', height: 9, 'aria-hidden': 'true' },
    s('rect', { class: 'track', x: 0, y: 2, width: '100%', height: 5 }), s('rect', { class: 'fill', x: 0, y: 2, width: at(share), height: 5 }),
    rule && s('line', { class: 'limit', x1: at(rule.limit), x2: at(rule.limit), y1: 0, y2: 9 }));
}

function limitLine(rule, now) {
  const [, limit] = comparison(rule);
  return h('span', { class: `limit-line is-${state(rule)}` }, `${limit}: ${standing(rule, now)}`);
}

function phaseTable(balance) {
  const label = (phase) => (phase === null ? t('phase_none') : t('phase_short', { n: phase }));
  const cells = (row) => [...row.byPhaseM2.map((m2) => h('td', {}, ha(m2))), h('td', {}, h('b', {}, ha(row.areaM2)))];
  return h('table', { class: 'balance-table' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('land_use_ha')), balance.phases.map((phase) => h('th', { scope: 'col' }, label(phase))), h('th', { scope: 'col' }, t('total')))),
    h('tbody', {}, balance.rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, h('span', { class: 'use-name' }, useSwatch(row.landUse), own(row, 'name'))), cells(row)))),
    h('tfoot', {}, h('tr', { class: 'total' }, h('th', { scope: 'row' }, t('total')), cells(balance.total))));
}
