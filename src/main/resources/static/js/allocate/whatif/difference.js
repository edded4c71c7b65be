/** What a scenario would change: figures, the applications whose place differs as a table, and the same on the map. */
import { h, put } from '../../lib/dom.js';
import { m2, number, percent } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { nameOf } from '../result/board.js';
import { signed } from '../result/move.js';
import { OF_FIRMS, asked, filterRow, keepingFocus } from '../result/filters.js';
import { blocksOf, placesWords } from '../result/names.js';
import { changes } from './form.js';

const KINDS = ['PLACED_TOO', 'NO_LONGER', 'MOVED'];
const STEP = 60;
/** Names of the address that choose rows. */
export const CHOOSE = [...OF_FIRMS, 'kind'];

export function createDifference(host, state) {
  let shown = null;
  let drawn = null; // draws the rows that pass the filters

  function show(scenario, board) {
    shown = scenario.id;
    drawn = null;
    if (!scenario.figures) {
      put(host, h('p', { class: 'state quiet' }, t(`ar_scenario_end_${scenario.state === 'CANCELLED' ? 'CANCELLED' : 'FAILED'}`)));
      return;
    }
    const rows = scenario.difference ?? [];
    const words = changes(scenario.asked, board);
    const about = [h('h3', {}, scenario.name), words.length > 0 && h('p', { class: 'small' }, t('ar_changed', { list: words.join('; ') })), figures(scenario.figures)];
    if (rows.length === 0) {
      put(host, about, h('p', { class: 'state quiet' }, t('ar_no_difference')));
      return;
    }
    const filters = h('div', { class: 'filter-host' });
    const kinds = h('div', { class: 'chips', role: 'group', 'aria-label': t('ar_diff_kind') });
    const tableHost = h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('ar_diff_title') });
    const mapHost = h('div', { class: 'board-map' });
    put(host, about, filters, kinds, tableHost, legend(), mapHost);
    const map = import('../result/map.js').then((made) => ({ ...made, ground: made.createGround(mapHost, t('ar_diff_map')) }));
    map.catch(() => put(mapHost, h('p', { class: 'quiet' }, t('ar_map_failed'))));
    drawn = () => {
      const address = state.current();
      const ofFirms = rows.filter((row) => !board.byCode.has(row.application) || asked(board.byCode.get(row.application), address));
      const seen = ofFirms.filter((row) => !address.kind || row.kind === address.kind);
      keepingFocus(filters, () => put(filters, filterRow(board, state, false)));
      const focused = kinds.contains(document.activeElement) ? document.activeElement.dataset.kind : null;
      put(kinds, KINDS.map((kind) => h('button', { type: 'button', class: 'chip', 'aria-pressed': String(address.kind === kind), data: { kind }, on: { click: () => state.note({ kind: state.current().kind === kind ? null : kind }) } },
        t(`ar_diff_count_${kind}`, { count: number(ofFirms.filter((row) => row.kind === kind).length) }))));
      if (focused) kinds.querySelector(`[data-kind=${focused}]`)?.focus({ preventScroll: true });
      if (seen.length > 0) table(tableHost, seen, board, STEP);
      else put(tableHost, h('p', { class: 'state quiet' }, t('ar_table_none')));
      map.then((made) => drawMap(made, scenario, seen, board), () => {});
    };
    drawn();
  }

  function figures({ without, with: other }) {
    const gap = (side) => percent((100 * Math.max(0, side.bound - side.objective)) / Math.max(1, Math.abs(side.bound)));
    const line = (name, a, b, change) => h('tr', {}, h('th', { scope: 'row' }, t(name)), h('td', { class: 'right' }, a), h('td', { class: 'right num' }, b), h('td', { class: 'right' }, change));
    const before = ({ group }) => { const same = without.quotas.find((one) => one.group === group); return same ? m2(same.givenM2) : '–'; };
    return h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('ar_diff_figures') }, h('table', { class: 'table' }, h('caption', { class: 'sr' }, t('ar_diff_figures')),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('ar_fair_measure')), h('th', { scope: 'col', class: 'right' }, t('ar_as_is')), h('th', { scope: 'col', class: 'right' }, t('ar_what_if')), h('th', { scope: 'col', class: 'right' }, t('ar_fair_difference')))),
      h('tbody', {}, line('ar_fair_placed', number(without.placed), number(other.placed), signed(other.placed - without.placed)),
        line('ar_fair_area', m2(without.areaM2), m2(other.areaM2), `${signed(other.areaM2 - without.areaM2)} m²`),
        line('ar_fair_objective', number(without.objective), number(other.objective), signed(other.objective - without.objective)),
        line('ar_gap', gap(without), gap(other), ''),
        other.quotas.map((quota) => h('tr', {}, h('th', { scope: 'row' }, t(`ar_quota_${quota.group}`)), h('td', { class: 'right' }, before(quota)), h('td', { class: 'right num' }, m2(quota.givenM2)), h('td', {}, t(quota.met ? 'ar_quota_met' : 'ar_quota_not_met')))))));
  }

  function table(wrap, rows, board, most) {
    const where = (placement) => (placement ? placesWords(blocksOf(placement)) : '–');
    put(wrap, h('table', { class: 'table difference' }, h('caption', { class: 'sr' }, t('ar_diff_title')),
      h('thead', {}, h('tr', {}, ['ar_col_firm', 'ar_diff_kind', 'ar_diff_before', 'ar_diff_after'].map((name) => h('th', { scope: 'col' }, t(name))))),
      h('tbody', {}, rows.slice(0, most).map((row) => {
        const one = board.byCode.get(row.application);
        return h('tr', { class: row.kind.toLowerCase() }, h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link firm-link', on: { click: () => state.go({ firm: row.application }) } }, one ? nameOf(one) : row.application)), h('td', {}, h('span', { class: `tag diff-${row.kind.toLowerCase()}` }, t(`ar_diff_${row.kind}`))), h('td', {}, where(row.before)), h('td', {}, where(row.after)));
      }))), rows.length > most && h('p', {}, h('button', { type: 'button', class: 'button', on: { click: () => table(wrap, rows, board, most + 200) } }, t('ar_more_rows', { count: number(rows.length - most) }))));
  }

  const legend = () => h('p', { class: 'diff-legend small' }, h('span', {}, h('i', { class: 'line-moved', 'aria-hidden': 'true' }), t('ar_diff_line')), h('span', { class: 'quiet' }, t('ar_diff_map_hint')));

  function drawMap({ ground, pillOf }, scenario, rows, board) {
    const change = new Map();
    const lines = [];
    const area = (block) => board.floorOf.get(`${block.building}/${block.level}`)?.bays.slice(block.firstBay, block.firstBay + block.bayCount).reduce((sum, one) => sum + one, 0) ?? 0;
    for (const row of rows) {
      const before = row.before ? blocksOf(row.before) : [], after = row.after ? blocksOf(row.after) : [];
      for (const block of before) change.set(block.building, (change.get(block.building) ?? 0) - area(block));
      for (const block of after) change.set(block.building, (change.get(block.building) ?? 0) + area(block));
      const from = board.buildingOf.get(before[0]?.building), to = board.buildingOf.get(after[0]?.building);
      if (from && to && from !== to && from.lon !== undefined && to.lon !== undefined) lines.push({ from: [from.lon, from.lat], to: [to.lon, to.lat], kind: 'moved' });
    }
    const pills = [...change].map(([code, m]) => [board.buildingOf.get(code), m]).filter(([building]) => building?.lon !== undefined).map(([building, m]) => ({
      ...pillOf(building, Math.abs(m), () => state.go({ tab: 'result', view: null, building: building.code }), `${signed(m)} m²`), kind: m > 0 ? 'placed' : m < 0 ? 'less' : 'full',
    }));
    ground.show({ pills, lines, key: String(scenario.id) });
  }

  return {
    show,
    shows: (id) => shown === id && host.firstChild !== null,
    /** The filters have changed. */
    filtered: () => drawn?.(),
    clear() {
      shown = null;
      drawn = null;
    },
  };
}
