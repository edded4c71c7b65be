/** What follows from the real state and from what-ifs: numbers side by side, area released by year, who must move, who would pass. */
import { h } from '../lib/dom.js';
import { date, m2, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { chartJs, token } from '../lib/chart.js';
import * as api from '../api/conversions.js';
import { right, table, verdictTag } from './page.js';

const COLOURS = ['--ink-2', '--you', '--held', '--offer', '--free'];
const title = (column) => (column.scenario === null ? t('cv_base') : column.name);

export function comparison(columns, chosen, on) {
  const years = [...new Set(columns.flatMap((column) => Object.keys(byYear(column)).map(Number)))].sort((a, b) => a - b);
  return h('div', { class: 'cv-comparison' }, totals(columns), chart(columns, years, chosen, on), ...columns.map((column) => consequences(column)));
}

function totals(columns) {
  const base = columns[0];
  const row = (name, value, format) => h('tr', {}, h('th', { scope: 'row' }, name), columns.map((column, index) => {
    const difference = value(column) - value(base);
    return right(format(value(column)), index > 0 && Math.abs(difference) > 0.5 && h('span', { class: 'quiet small' }, `${difference > 0 ? '+' : '−'}${format(Math.abs(difference))}`));
  }));
  return table(t('cv_totals'), [t('cv_measure'), ...columns.map((column) => ({ text: title(column), right: true }))], [
    row(t('cv_total_let'), (column) => column.totals.letM2, m2),
    row(t('cv_total_relocate'), (column) => column.totals.relocateM2, m2),
    row(t('cv_total_firms'), (column) => column.totals.relocating, number),
    row(t('cv_total_unlocked'), (column) => column.totals.unlocked, number),
    ...columns[0].zones.map((zone) => h('tr', {}, h('th', { scope: 'row' }, t('cv_total_term', { zone: zone.shortName })), columns.map((column) => {
      const own_ = column.zones.find((one) => one.zone === zone.zone);
      return right(own_.termEnd ? own_.termEnd.slice(0, 4) : t('cv_unknown'), own_.extendedYears > 0 && h('span', { class: 'tag you' }, t('cv_plus_years', { n: own_.extendedYears })));
    }))),
  ]);
}

/** m² that come free by year; leases of which nobody has said what follows are not among them. */
function byYear(column) {
  const sums = {};
  for (const zone of column.zones) for (const one of zone.releases) if (one.cause !== 'OPEN') sums[one.year] = (sums[one.year] ?? 0) + one.areaM2;
  return sums;
}

function chart(columns, years, chosen, on) {
  const open = columns[0].zones.flatMap((zone) => zone.releases).filter((one) => one.cause === 'OPEN').reduce((sum, one) => sum + one.areaM2, 0);
  if (years.length === 0) return h('p', { class: 'quiet' }, t('cv_released_none'));
  const sums = columns.map(byYear);
  const sentence = columns.map((column, index) => t('cv_released_sum', { name: title(column), area: m2(Object.values(sums[index]).reduce((sum, one) => sum + one, 0)) })).join(' ');
  const canvas = h('canvas', { role: 'img', 'aria-label': `${t('cv_released')}. ${sentence}` });
  const span = Array.from({ length: years.at(-1) - years[0] + 1 }, (_, index) => years[0] + index);
  const element = h('figure', { class: 'cv-figure' }, h('figcaption', {}, h('h3', {}, t('cv_released')), h('p', {}, sentence), open > 0 && h('p', { class: 'quiet small' }, t('cv_released_open', { area: m2(open) }))),
    h('ul', { class: 'cv-key' }, columns.map((column, index) => h('li', {}, h('i', { class: `cv-swatch s${index}` }), title(column)))),
    h('div', { class: 'cv-chart' }, canvas),
    h('details', {}, h('summary', {}, t('cv_chart_table')), table(t('cv_released'), [t('cv_year'), ...columns.map((column) => ({ text: title(column), right: true }))],
      years.map((year) => h('tr', {}, h('th', { scope: 'row' }, String(year)), sums.map((one) => right(m2(one[year] ?? 0))))))),
    h('p', {}, h('a', { class: 'link', href: api.compareAddress(chosen, on, 'csv'), download: true }, t('cv_csv'))));
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    chartJs().then((Chart) => {
      if (!canvas.isConnected) return;
      const data = () => ({ labels: span.map(String), datasets: columns.map((column, index) => ({ label: title(column), data: span.map((year) => sums[index][year] ?? 0), backgroundColor: token(COLOURS[index]), maxBarThickness: 28 })) });
      const options = () => ({
        responsive: true, maintainAspectRatio: false, animation: false, font: { family: token('--sans') },
        plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${m2(item.parsed.y)}` } } },
        scales: {
          x: { ticks: { color: token('--ink-2'), maxRotation: 0, autoSkip: true, autoSkipPadding: 16 }, grid: { display: false }, border: { color: token('--ink-2') } },
          y: { beginAtZero: true, ticks: { color: token('--ink-2'), callback: (value) => number(value) }, grid: { color: token('--line-2') }, border: { display: false } },
        },
      });
      const drawn = new Chart(canvas, { type: 'bar', data: data(), options: options() });
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
        if (!canvas.isConnected) return;
        drawn.options = options();
        drawn.data = data();
        drawn.update();
      });
    }, () => {}); // the table says the same
  }).observe(element);
  return element;
}

function consequences(column) {
  const moving = column.zones.flatMap((zone) => zone.relocations.map((one) => ({ ...one, zone: zone.shortName })));
  const unlocked = column.zones.flatMap((zone) => zone.unlocked);
  return h('details', { class: 'cv-follows', open: column.scenario === null },
    h('summary', {}, h('h3', {}, t('cv_follows', { name: title(column) })), h('span', { class: 'quiet small' }, t('cv_follows_count', { firms: number(moving.length), applications: number(unlocked.length) }))),
    h('h4', {}, t('cv_moving')),
    moving.length === 0 ? h('p', { class: 'quiet' }, t('cv_moving_none'))
      : table(t('cv_moving'), [t('cv_firm'), t('cv_zone'), { text: t('cv_area'), right: true }, t('cv_by'), t('cv_verdict'), t('cv_round')], moving.map((one) =>
        h('tr', {}, h('th', { scope: 'row' }, own(one, 'name')), h('td', {}, one.zone), right(m2(one.areaM2)), h('td', {}, date(one.by)),
          h('td', {}, verdictTag(one.verdict), h('span', { class: 'quiet small' }, t(one.decided ? 'cv_decided' : 'cv_proposed'))),
          h('td', {}, h('span', {}, one.application ? t('cv_in_round', { code: one.application }) : t('cv_not_in_round')), one.displaced && h('span', { class: 'tag you' }, t('cv_displaced')))))),
    column.scenario !== null && h('h4', {}, t('cv_unlocked')),
    column.scenario !== null && (unlocked.length === 0 ? h('p', { class: 'quiet' }, t('cv_unlocked_none'))
      : table(t('cv_unlocked'), [t('cv_application'), t('cv_firm'), t('cv_building'), { text: t('cv_area_least'), right: true }, t('cv_from'), { text: t('cv_months'), right: true }], unlocked.map((one) =>
        h('tr', {}, h('th', { scope: 'row' }, one.code), h('td', {}, one.firm), h('td', {}, one.building), right(m2(one.areaMinM2)), h('td', {}, date(one.from)), right(number(one.termMonths)))))));
}
