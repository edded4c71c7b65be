/** How the answer treats kinds of firms, beside what a list by arrival would have done: bars that are a table. */
import { aborted, latest } from '../../api/http.js';
import * as api from '../../api/rounds.js';
import { h, put } from '../../lib/dom.js';
import { m2, number, percent } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';

const KINDS = ['SIZE', 'ORIGIN', 'DISPLACED', 'INDUSTRY'];
const ORDER = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];
const ask = latest(api.fairness);

export function createFairness(host, state) {
  let key = '';

  async function show(board) {
    const next = `${board.round} ${board.run}`;
    if (!board.run) {
      key = '';
      put(host, h('p', { class: 'state quiet' }, t('ar_none')));
      return;
    }
    if (next === key) return;
    key = next;
    put(host, h('p', { class: 'state quiet' }, t('ar_reading')));
    try {
      const answer = await ask(state.current().round);
      if (key === next) put(host, whole(answer, board));
    } catch (problem) {
      if (aborted(problem)) return;
      key = '';
      put(host, h('p', { class: 'state quiet' }, problem.detail ?? problem.message));
    }
  }

  return { show };
}

function whole({ round, firstCome }, board) {
  const line = (name, value, other, better) => h('tr', {}, h('th', { scope: 'row' }, t(name)), h('td', { class: 'right num' }, value), h('td', { class: 'right' }, other), h('td', { class: 'small' }, better));
  const more = (a, b) => (b === 0 ? '–' : t('ar_fair_more', { pct: `${a >= b ? '+' : '−'}${percent(Math.abs((100 * (a - b)) / b), 1)}` }));
  return [
    h('p', { class: 'small quiet' }, t('ar_fair_about')),
    h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('ar_fair_whole') }, h('table', { class: 'table' }, h('caption', { class: 'sr' }, t('ar_fair_whole')),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('ar_fair_measure')), h('th', { scope: 'col', class: 'right' }, t('ar_fair_round')), h('th', { scope: 'col', class: 'right' }, t('ar_fair_first')), h('th', { scope: 'col' }, t('ar_fair_difference')))),
      h('tbody', {},
        line('ar_fair_objective', number(round.objective), number(firstCome.objective), more(round.objective, firstCome.objective)),
        line('ar_fair_placed', number(round.placed), number(firstCome.placed), signedCount(round.placed - firstCome.placed)),
        line('ar_fair_area', m2(round.areaM2), m2(firstCome.areaM2), more(round.areaM2, firstCome.areaM2)),
        line('ar_fair_envy', number(round.envy), number(firstCome.envy), t('ar_fair_envy_means'))))),
    legend(),
    ...KINDS.map((by) => group(by, round.kinds.filter((one) => one.by === by), firstCome.kinds, board)),
  ];
}

const signedCount = (n) => (n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : '0');

const legend = () => h('p', { class: 'fair-legend small' }, h('span', {}, h('i', { class: 'fair-swatch round-bar' }), t('ar_fair_round')), h('span', {}, h('i', { class: 'fair-swatch first-bar' }), t('ar_fair_first')));

function group(by, shares, others, board) {
  const title = t(`ar_by_${by}`);
  return h('section', { class: 'fair-group' }, h('h3', {}, title), h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': title }, h('table', { class: 'table fair-table' }, h('caption', { class: 'sr' }, title),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('ar_fair_kind')), h('th', { scope: 'col', class: 'right' }, t('ar_fair_firms')), h('th', { scope: 'col', class: 'right' }, t('ar_fair_demand')), h('th', { scope: 'col' }, t('ar_fair_met')))),
    h('tbody', {}, [...shares].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).map((share) => {
      const other = others.find((one) => one.by === by && one.kind === share.kind);
      return h('tr', {}, h('th', { scope: 'row' }, kindName(by, share.kind, board)), h('td', { class: 'right' }, t('ar_fair_of', { placed: number(share.placed), applied: number(share.applied) })), h('td', { class: 'right' }, m2(share.demandM2)),
        h('td', { class: 'fair-bars' }, bar('round-bar', t('ar_fair_round'), part(share)), bar('first-bar', t('ar_fair_first'), part(other))));
    })))));
}

const part = (share) => (share && share.demandM2 > 0 ? (100 * share.servedM2) / share.demandM2 : 0);

const bar = (kind, name, value) => h('span', { class: 'fair-line' }, h('span', { class: 'sr' }, `${name}: `), h('span', { class: 'fair-track', 'aria-hidden': 'true' }, barOf(kind, value)), h('span', { class: 'num' }, percent(value, 1)));

/** A bar as a picture: its width is the share. The content policy allows no style in markup, so the script sets it. */
function barOf(kind, value) {
  const element = h('i', { class: kind });
  element.style.width = `${Math.min(100, value)}%`;
  return element;
}

function kindName(by, kind, board) {
  if (by === 'INDUSTRY') {
    const one = board.applicants.find((applicant) => applicant.sector === kind);
    return one ? own(one, 'sector') : kind;
  }
  return t(`ar_${by === 'SIZE' ? 'size' : 'kind'}_${kind}`);
}
