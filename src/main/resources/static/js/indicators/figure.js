/** A figure: what it says, a chart with its values written at it, the same as a table, and as a file. */
import { csv } from '../api/indicators.js';
import { h } from '../lib/dom.js';
import { lang, t } from '../lib/words.js';
import { chartJs, token } from '../lib/chart.js';
import { dates } from './page.js';

/**
 * @param {{title: string, sentence: string, note?: string, table: string, head: string[], rows: (string|Node|null)[][], total?: boolean, size?: string, tall?: boolean, legend?: [string, string][],
 *   chart?: (colour: (name: string) => string) => object, more?: Node}} content `table` names the file, `chart` gives the configuration for Chart.js and is asked
 *   again when the theme changes; without it the table is open
 */
export function figure({ title, sentence, note, table, head, rows, total = false, size = '', tall = false, legend = [], chart, more }) {
  const canvas = chart && h('canvas', { role: 'img', 'aria-label': `${title}. ${sentence}` });
  const sheet = h('div', { class: 'ind-table', role: 'region', tabindex: '0', 'aria-label': title }, h('table', {}, h('caption', { class: 'sr' }, title),
    h('thead', {}, h('tr', {}, head.map((one) => h('th', { scope: 'col' }, one)))),
    h('tbody', {}, rows.map(([first, ...rest], index) => h('tr', { class: total && index === rows.length - 1 ? 'total' : null }, h('th', { scope: 'row' }, first), rest.map((one) => h('td', {}, one)))))));
  const element = h('figure', { class: `ind-card ${size}` },
    h('figcaption', {}, h('div', { class: 'ind-top' }, h('h2', {}, title), note && h('span', { class: 'quiet small' }, note)), h('p', { class: 'small' }, sentence)),
    canvas && legend.length > 0 && h('ul', { class: 'ind-legend' }, legend.map(([text, tone]) => h('li', {}, h('span', { class: `ind-key k${tone}`, 'aria-hidden': 'true' }), text))),
    canvas && h('div', { class: `ind-chart ${tall ? 'tall' : ''}` }, canvas),
    canvas ? h('details', {}, h('summary', {}, t('ind_table')), sheet) : sheet,
    h('div', { class: 'ind-foot' }, h('a', { class: 'link', href: csv(table, dates, lang), download: true }, t('ind_csv')), more));
  if (canvas) whenSeen(element, canvas, chart);
  return element;
}

function whenSeen(element, canvas, configuration) {
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    chartJs().then((Chart) => draw(Chart, canvas, configuration), () => {}); // the table says the same
  }).observe(element);
}

function draw(Chart, canvas, configuration) {
  if (!canvas.isConnected) return;
  const chart = new Chart(canvas, { ...configuration(token), plugins: [written] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (!canvas.isConnected) return;
    const { data, options } = configuration(token);
    chart.data = data;
    chart.options = options;
    chart.update();
  });
}

/** Writes the texts of a data set's `texts` at its points or at the ends of its bars. */
const written = {
  id: 'written',
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = `600 12px ${token('--sans')}`;
    ctx.fillStyle = token('--ink');
    chart.data.datasets.forEach((set, index) => {
      const across = chart.options.indexAxis === 'y';
      chart.getDatasetMeta(index).data.forEach((point, at) => {
        const text = set.texts?.[at];
        if (!text) return;
        const width = ctx.measureText(text).width;
        ctx.textBaseline = across ? 'middle' : 'bottom';
        if (across) {
          const inside = point.x + 6 + width > chart.width;
          ctx.textAlign = inside ? 'right' : 'left';
          ctx.fillStyle = token(inside ? '--card' : '--ink');
          ctx.fillText(text, inside ? point.x - 6 : point.x + 6, point.y);
        } else {
          ctx.textAlign = 'center';
          ctx.fillText(text, Math.min(Math.max(point.x, chartArea.left + width / 2), chart.width - width / 2), point.y - 8);
        }
      });
    });
    ctx.restore();
  },
};

/** What all charts have in common. */
export function options(colour, { across = false, ticks, min, tip, values, max, room = 72 } = {}) {
  const ink = colour('--ink-2'), line = colour('--line-2');
  const measure = { beginAtZero: min === undefined, min, max, ticks: { color: ink, callback: ticks, maxRotation: 0, autoSkipPadding: 16 }, grid: { color: line }, border: { display: false } };
  // a callback that is undefined would write the places instead of the names
  const names = { ticks: { color: ink, maxRotation: 0, autoSkip: !across, autoSkipPadding: 8, ...(values && { callback: values }) }, grid: { display: false }, border: { color: ink } };
  return {
    responsive: true, maintainAspectRatio: false, animation: false, indexAxis: across ? 'y' : 'x', font: { family: colour('--sans') },
    layout: { padding: across ? { right: room } : { top: 24, right: 12 } },
    plugins: { legend: { display: false }, tooltip: { callbacks: tip ? { label: tip } : {} } },
    scales: across ? { x: measure, y: names } : { x: names, y: measure },
  };
}

/** Names of an axis, long ones on two lines beside their bars. */
export const wrapped = (names) => (value, index) => {
  const rows = [''];
  for (const word of names[index].split(' ')) {
    const last = rows.length - 1;
    if (rows[last].length + word.length > 20 && rows[last] !== '') rows.push(word);
    else rows[last] = `${rows[last]} ${word}`.trim();
  }
  return rows;
};
