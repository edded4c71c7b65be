/** Demand against supply at a glance: by load, height, hazard and zone, as charts and as tables. */
import * as api from '../../api/rounds.js';
import { onTheme, token, whenSeen } from '../../lib/chart.js';
import { h, icon } from '../../lib/dom.js';
import { m2, number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';

/** @param {HTMLElement} element @param {object|null} round null for what stands before a round */
export async function showDemand(element, round) {
  const figures = round ? await api.demandSupply(round.id) : (await api.pool()).demandSupply;
  drawDemand(element, figures);
}

export function drawDemand(element, figures) {
  const short = figures.askedM2 > figures.freeM2;
  element.replaceChildren(h('section', { class: 'card demand', 'aria-labelledby': 'demand-title' },
    h('header', { class: 'card-head' }, h('h2', { id: 'demand-title' }, t('al_demand_title')), h('span', { class: 'quiet small' }, t(`al_basis_${figures.basis}`))),
    h('p', {}, t(short ? 'al_demand_short' : 'al_demand_enough', { n: number(figures.applications), asked: m2(figures.askedM2), free: m2(figures.freeM2), rest: m2(Math.abs(figures.askedM2 - figures.freeM2)) })),
    tightest(figures),
    h('p', { class: 'keys', 'aria-hidden': 'true' }, h('span', { class: 'key asked' }, t('al_asked')), h('span', { class: 'key given' }, t('al_free'))),
    h('div', { class: 'demand-grid' }, figures.dimensions.map(dimension))));
}

/** The class from which on most is missing: the sentence an officer needs before a round. */
function tightest({ dimensions }) {
  const missing = dimensions.filter((one) => one.of === 'LOAD' || one.of === 'HEIGHT')
    .flatMap((one) => one.classes.map((cell) => ({ of: one.of, cell, lacks: cell.askedFromM2 - cell.freeFromM2 }))).filter(({ lacks }) => lacks > 0);
  if (missing.length === 0) return null;
  const worst = missing.reduce((a, b) => (b.lacks > a.lacks ? b : a));
  const { of, cell, lacks } = worst;
  return h('p', { class: 'waits' }, icon('warn', 'small'), h('span', {}, cell.name === undefined
    ? t(`al_lacks_any_${of}`, { asked: m2(cell.askedFromM2) })
    : t(`al_lacks_${of}`, { value: number(Number(cell.name), 2), asked: m2(cell.askedFromM2), free: m2(cell.freeFromM2), lacks: m2(lacks) })));
}

const name = (of, cell) => {
  if (cell.name === undefined) return t(`al_none_${of}`);
  if (of === 'LOAD') return `${number(Number(cell.name), 2)} kN/m²`;
  if (of === 'HEIGHT') return `${number(Number(cell.name), 2)} m`;
  return cell.name;
};

function dimension({ of, classes }) {
  const title = t(`al_by_${of}`);
  const canvas = h('canvas', { role: 'img', 'aria-label': t('al_chart_label', { title }) });
  const labels = classes.map((cell) => name(of, cell));
  const ordered = of === 'LOAD' || of === 'HEIGHT';
  const head = ['al_class', 'al_applications', 'al_asked', 'al_free', ...(ordered ? ['al_asked_from', 'al_free_from'] : [])];
  const box = h('div', { class: 'bars' }, canvas);
  box.style.height = `${Math.max(90, 34 + classes.length * 34)}px`;
  const element = h('figure', { class: 'dimension' }, h('figcaption', {}, h('h3', {}, title), h('p', { class: 'quiet small' }, t(`al_note_${of}`))), box,
    h('details', {}, h('summary', {}, t('al_table')), h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': title }, h('table', { class: 'plain' }, h('caption', { class: 'sr' }, title),
      h('thead', {}, h('tr', {}, head.map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, classes.map((cell, i) => h('tr', { class: ordered && cell.askedFromM2 > cell.freeFromM2 ? 'lacks' : '' }, h('th', { scope: 'row' }, labels[i]), h('td', {}, number(cell.applications)), h('td', {}, m2(cell.askedM2)), h('td', {}, m2(cell.freeM2)),
        ordered && [h('td', {}, m2(cell.askedFromM2)), h('td', {}, m2(cell.freeFromM2))])))))));
  if (classes.length === 0) box.replaceChildren(h('p', { class: 'quiet' }, t('al_nothing')));
  else whenSeen(box, (Chart) => draw(Chart, canvas, labels, classes), () => box.remove()); // the table says the same
  return element;
}

function draw(Chart, canvas, labels, classes) {
  if (!canvas.isConnected) return;
  const data = () => ({
    labels,
    datasets: [
      { label: t('al_asked'), data: classes.map((cell) => cell.askedM2), backgroundColor: token('--let-ink'), maxBarThickness: 12, categoryPercentage: 0.8, barPercentage: 0.95 },
      { label: t('al_free'), data: classes.map((cell) => cell.freeM2), backgroundColor: token('--free'), maxBarThickness: 12, categoryPercentage: 0.8, barPercentage: 0.95 },
    ],
  });
  const options = () => {
    const ink = token('--ink-2');
    return {
      indexAxis: 'y', responsive: true, maintainAspectRatio: false, animation: false, font: { family: token('--sans') },
      plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${m2(item.parsed.x)}` } } },
      scales: {
        x: { beginAtZero: true, ticks: { color: ink, maxTicksLimit: 5, callback: (value) => number(value) }, grid: { color: token('--line-2') }, border: { display: false } },
        y: { ticks: { color: ink, autoSkip: false }, grid: { display: false }, border: { color: ink } },
      },
    };
  };
  const chart = new Chart(canvas, { type: 'bar', data: data(), options: options() });
  onTheme(() => {
    if (!canvas.isConnected) return;
    chart.data = data();
    chart.options = options();
    chart.update();
  });
}
