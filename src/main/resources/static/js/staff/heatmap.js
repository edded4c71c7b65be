/** Demand against vacancies by load and height: a matrix with its numbers, and the same as a plain table. */
import { h } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { t } from '../lib/words.js';

const STEPS = 4;

const label = (one, all) => {
  if (one.from === undefined) return t('unmet_below', { n: number(all[1].from, 1) });
  return t(one.above ? 'unmet_above' : 'unmet_from', { n: number(one.from, 1) });
};

/** @returns {{element: HTMLElement, sentence: string}} */
export function heatMap({ loads, heights, matrix, full, leastFirms }, csv) {
  const at = new Map(matrix.map((cell) => [`${cell.load}/${cell.height}`, cell]));
  const most = Math.max(...matrix.map((cell) => cell.demandM2 ?? 0), 1);
  const text = (value) => (value === null || value === undefined ? t('unmet_hidden') : number(value));
  const words = (cell) => [t('unmet_cell', { load: label(loads[cell.load], loads), height: label(heights[cell.height], heights), demand: cell.hidden ? t('unmet_hidden_long') : `${number(cell.demandM2)} m²`, vacant: `${number(cell.vacantM2)} m²` }),
    cell.shortM2 > 0 && t('unmet_short', { m2: number(cell.shortM2) })].filter(Boolean).join(' ');
  // fill by how much is asked for, in steps that keep the numbers legible; a short cell has an edge and says so too
  const shade = (cell) => (cell.demandM2 > 0 ? Math.min(STEPS, Math.ceil((STEPS * cell.demandM2) / most)) : 0);
  const cellOf = (cell) => h('td', { class: `heat heat-${shade(cell)} ${cell.shortM2 > 0 ? 'short' : ''}`, title: words(cell) },
    h('span', { class: 'sr' }, words(cell)), h('span', { 'aria-hidden': 'true' }, h('b', {}, cell.hidden ? t('unmet_hidden') : text(cell.demandM2)), h('span', { class: `vacant ${cell.vacantM2 > 0 ? 'some' : ''}` }, number(cell.vacantM2))));
  const sentence = summary({ loads, heights, matrix, full, leastFirms });
  const rows = [...loads].reverse();
  const element = h('section', { class: 'card-plain', 'aria-labelledby': 'matrix-title' }, h('h2', { id: 'matrix-title' }, t('unmet_matrix')), h('p', { class: 'matrix-sentence' }, sentence), h('p', { class: 'quiet small' }, t('unmet_matrix_note')),
    h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-labelledby': 'matrix-title' }, h('table', { class: 'heat-map' },
      h('thead', {}, h('tr', {}, h('td', { class: 'corner' }, t('unmet_load')), heights.map((one) => h('th', { scope: 'col' }, label(one, heights), ' ', t('unmet_m'))))),
      h('tbody', {}, rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, label(row, loads), ' ', t('unmet_kn')), heights.map((column) => cellOf(at.get(`${row.index}/${column.index}`)))))))),
    h('details', {}, h('summary', {}, t('unmet_table')), twin({ loads, heights, matrix, full }, text)),
    h('p', {}, h('a', { class: 'link', href: csv, download: true }, t('chart_csv'))));
  return { element, sentence };
}

function twin({ loads, heights, matrix, full }, text) {
  const head = ['load', 'height', ...(full ? ['firms'] : []), 'demand', 'vacant', ...(full ? ['short'] : [])];
  const cell = { load: (one) => label(loads[one.load], loads), height: (one) => label(heights[one.height], heights), firms: (one) => text(one.firms), demand: (one) => text(one.demandM2), vacant: (one) => text(one.vacantM2), short: (one) => text(one.shortM2) };
  const telling = matrix.filter((one) => one.vacantM2 > 0 || one.demandM2 > 0);
  return h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('unmet_table') }, h('table', { class: 'table' },
    h('thead', {}, h('tr', {}, head.map((name, index) => h('th', { scope: 'col', class: index > 1 ? 'right' : '' }, t(`unmet_col_${name}`))))),
    h('tbody', {}, telling.map((one) => h('tr', {}, h('th', { scope: 'row' }, cell.load(one)), head.slice(1).map((name, index) => h('td', { class: index > 0 ? 'right' : '' }, cell[name](one))))))));
}

function summary({ loads, heights, matrix, full, leastFirms }) {
  if (!full) {
    const [most] = matrix.filter((cell) => !cell.hidden).sort((a, b) => b.demandM2 - a.demandM2);
    return most ? t('unmet_worst_public', { demand: number(most.demandM2), load: label(loads[most.load], loads), height: label(heights[most.height], heights) }) : t('unmet_none_public', { n: leastFirms });
  }
  const [worst] = [...matrix].sort((a, b) => b.shortM2 - a.shortM2 || b.load - a.load || b.height - a.height);
  return worst.shortM2 > 0
    ? t('unmet_worst', { load: number(loads[worst.load].from ?? 0, 1), height: number(heights[worst.height].from ?? 0, 1), demand: number(worst.demandAtLeastM2), vacant: number(worst.vacantAtLeastM2) })
    : t('unmet_enough');
}
