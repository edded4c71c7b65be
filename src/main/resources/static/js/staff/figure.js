/** A chart with what it says in words, the same numbers as a table, and as a file. Chart.js comes when one is in view. */
import { token, whenSeen } from '../lib/chart.js';
import { h } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { t } from '../lib/words.js';

/**
 * @param {{title: string, sentence: string, note: string, csv: string, head: string[], rows: string[][], chart: {type: 'bar'|'line', labels: string[],
 *   values: number[], colour: string, today?: number, unit?: string, digits?: number, beside?: {values: number[], colour: string}}}} content
 *   `colour` is the name of a token, `today` the index of the present month, `unit` m² where none is given, `beside` a second line, dashed
 */
export function figure({ title, sentence, note, csv, head, rows, chart }) {
  const canvas = h('canvas', { role: 'img', 'aria-label': `${title}. ${sentence}` });
  const element = h('figure', { class: 'sheet-card staff-figure' },
    h('figcaption', {}, h('h3', {}, title), h('p', {}, sentence), h('p', { class: 'quiet small' }, note)),
    h('div', { class: 'chart-box' }, canvas),
    h('details', {}, h('summary', {}, t('chart_table')), h('div', { class: 'table-wrap chart-table', role: 'region', tabindex: '0', 'aria-label': title }, h('table', { class: 'table' }, h('caption', { class: 'sr' }, title),
      h('thead', {}, h('tr', {}, head.map((one, index) => h('th', { scope: 'col', class: index > 0 ? 'right' : '' }, one)))),
      h('tbody', {}, rows.map(([first, ...rest]) => h('tr', {}, h('th', { scope: 'row' }, first), rest.map((one) => h('td', { class: 'right' }, one)))))))),
    h('p', {}, h('a', { class: 'link', href: csv, download: true }, t('chart_csv'))));
  whenSeen(element, (Chart) => draw(Chart, canvas, chart), () => {}); // the table says the same
  return element;
}

function draw(Chart, canvas, { type, labels, values, colour, today, unit = 'm²', digits = 0, beside }) {
  if (!canvas.isConnected) return;
  const options = () => {
    const ink = token('--ink-2'), line = token('--line-2');
    return {
      responsive: true, maintainAspectRatio: false, animation: false,
      font: { family: token('--sans') },
      plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => `${number(item.parsed.y, digits)} ${unit}` } } },
      scales: {
        x: { ticks: { color: ink, maxRotation: 0, autoSkip: true, autoSkipPadding: 28 }, grid: { display: false }, border: { color: ink } },
        y: { beginAtZero: true, ticks: { color: ink, callback: (value) => number(value) }, grid: { color: line }, border: { display: false } },
      },
    };
  };
  const data = () => ({
    labels,
    datasets: [type === 'bar'
      ? { data: values, backgroundColor: token(colour), maxBarThickness: 44 }
      : { data: values, borderColor: token(colour), backgroundColor: token('--free-soft'), fill: !beside, stepped: 'after', pointRadius: 0, borderWidth: 2,
        segment: { borderDash: (at) => (today >= 0 && at.p0DataIndex >= today ? [5, 4] : undefined) } },
    ...(beside ? [{ data: beside.values, borderColor: token(beside.colour), fill: false, stepped: 'after', pointRadius: 0, borderWidth: 2, borderDash: [5, 4] }] : [])],
  });
  const chart = new Chart(canvas, { type, data: data(), options: options() });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (!canvas.isConnected) return;
    chart.options = options();
    chart.data = data();
    chart.update();
  });
}
