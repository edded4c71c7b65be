/** Who was placed where, as a table: the same selection as the strip and the map, sorted and as a file. */
import { h, icon, narrow, put } from '../../lib/dom.js';
import { m2, month, number } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { saveAs } from '../../plan/files/save.js';
import { areaOf, nameOf, zoneName } from './board.js';
import { placed } from './filters.js';
import { placesWords } from './names.js';

const STEP = 50;

const where = (one) => placesWords(one.blocks);
const first = (one) => `${one.blocks[0].building} ${String(1000 + one.blocks[0].level)} ${String(1000 + one.blocks[0].firstBay)}`;
const wish = (one) => (one.rank === 0 ? 99 : one.rank);
const COLUMNS = {
  firm: { by: (a, b) => nameOf(a).localeCompare(nameOf(b), 'vi') },
  points: { by: (a, b) => b.points - a.points, right: true },
  place: { by: (a, b) => first(a).localeCompare(first(b), 'vi', { numeric: true }) },
  area: { by: (a, b) => areaOf(b) - areaOf(a), right: true },
  wish: { by: (a, b) => wish(a) - wish(b) },
};

export function createTable(host, state) {
  let most = STEP;

  function rows(board) {
    const [name = 'points', way] = (state.current().sort ?? '').split('-');
    const { by } = COLUMNS[name] ?? COLUMNS.points;
    const found = [...placed(board, state.current())].sort((a, b) => by(a, b) || a.application.localeCompare(b.application));
    return way === 'up' ? found.reverse() : found;
  }

  function head(name) {
    const [sorted = 'points', way] = (state.current().sort ?? 'points').split('-');
    const on = sorted === name;
    return h('th', { scope: 'col', class: COLUMNS[name].right ? 'right' : '', 'aria-sort': on ? (way === 'up' ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', class: 'sort', on: { click: () => state.note({ sort: on && way !== 'up' ? `${name}-up` : name }) } }, t(`ar_col_${name}`), on && icon('down', way === 'up' ? 'small up' : 'small')));
  }

  function row(one) {
    const chosen = state.current().firm === one.application;
    return h('tr', { class: chosen ? 'on' : '', data: { application: one.application } },
      h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link firm-link', 'aria-pressed': String(chosen), on: { click: () => state.go({ firm: one.application, building: one.blocks[0].building, floor: null, bay: null, pane: narrow() ? 'reasons' : null }) } }, nameOf(one)), h('span', { class: 'quiet small' }, own(one, 'sector'))),
      h('td', { class: 'right num', data: { unit: t('ar_unit_points') } }, number(one.points)), h('td', {}, where(one)), h('td', { class: 'right nowrap', data: { unit: 'm²' } }, number(areaOf(one))),
      h('td', {}, one.rank > 0 ? t('ar_wish_n', { n: one.rank }) : t('ar_wish_none')));
  }

  function csv(board) {
    const cell = (value) => { const text = String(value ?? ''); return /[",;\n]/.test(text) || /^[=+\-@\t]/.test(text) ? `"${/^[=+\-@\t]/.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"` : text; };
    const lines = [['application', 'firm', 'points', 'sector', 'size', 'zone', 'building', 'floor', 'bays', 'area_m2', 'wish', 'start'],
      ...rows(board).flatMap((one) => one.blocks.map((block) => [one.application, own(one, 'name'), one.points, own(one, 'sector'), one.sizeClass, zoneName(board.buildingOf.get(block.building)?.zone), block.building, block.level,
        `${block.firstBay}-${block.firstBay + block.bayCount - 1}`, block.areaM2, one.rank || '', one.start ? month(one.start) : '']))];
    saveAs(new Blob([`\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }), `placed-${state.openRound()?.code ?? board.round}.csv`);
  }

  return {
    show(board) {
      const all = rows(board);
      const total = all.reduce((sum, one) => sum + areaOf(one), 0);
      const index = all.findIndex((one) => one.application === state.current().firm);
      const few = all.slice(0, Math.max(most, index + 1));
      const focused = host.contains(document.activeElement) ? document.activeElement.closest('tr')?.dataset.application : null;
      put(host,
        h('div', { class: 'part-head' }, h('h3', {}, t('ar_table_title')), h('span', { class: 'quiet small', 'aria-live': 'polite' }, t('ar_table_count', { count: number(all.length), area: m2(total) })),
          h('button', { type: 'button', class: 'button', on: { click: () => csv(board) } }, icon('doc', 'small'), 'CSV')),
        all.length === 0 ? h('p', { class: 'state quiet' }, t('ar_table_none')) : h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('ar_table_title') }, h('table', { class: 'table placed-table' },
          h('caption', { class: 'sr' }, t('ar_table_title')), h('thead', {}, h('tr', {}, Object.keys(COLUMNS).map(head))), h('tbody', {}, few.map(row)))),
        few.length < all.length && h('p', {}, h('button', { type: 'button', class: 'button', on: { click: () => { most = few.length + STEP; this.show(board); } } }, t('ar_more_rows', { count: number(all.length - few.length) }))));
      if (focused) host.querySelector(`tr[data-application="${CSS.escape(focused)}"] button`)?.focus({ preventScroll: true });
    },
  };
}
