/** What only staff see below the section: leases that end by year, free space by month. Loaded for staff alone. */
import * as tenants from '../api/tenants.js';
import { h } from '../lib/dom.js';
import { m2, month, number, percent, today } from '../lib/numbers.js';
import { current } from '../lib/state.js';
import { t } from '../lib/words.js';
import { figure } from './figure.js';

let shown = null; // code and day of what stands there

/** Draws both charts into `host`; asks only when building or day changed. */
export async function draw(host, building) {
  const { on } = current();
  const key = `${building.code} ${on ?? ''}`;
  if (shown === key && host.childElementCount > 0) return;
  shown = key;
  const body = h('div', { class: 'staff-figures' });
  host.replaceChildren(h('div', { class: 'part-head' }, h('h2', { id: 'staff-title' }, t('staff_title')), h('span', { class: 'quiet small' }, t('staff_hint'))), body);
  try {
    const [rollover, vacancy] = await Promise.all([tenants.rollover(building.code, on), tenants.vacancy(building.code, on)]);
    if (shown !== key) return;
    body.replaceChildren(rolloverFigure(building, rollover, on), vacancyFigure(building, vacancy, on));
  } catch (problem) {
    body.replaceChildren(h('p', { class: 'state quiet' }, t('staff_failed', { code: problem.code })));
    shown = null;
  }
}

function rolloverFigure(building, { years, letM2 }, on) {
  const most = years.reduce((best, year) => (year.areaM2 > (best?.areaM2 ?? 0) ? year : best), null);
  const share = (area) => percent((100 * area) / Math.max(letM2, 1), 1);
  return figure({
    title: t('rollover_title'),
    sentence: most ? t('rollover_most', { year: most.year, area: m2(most.areaM2), share: share(most.areaM2) }) : t('rollover_none'),
    note: t('rollover_note', { area: m2(letM2) }),
    csv: tenants.file(building.code, 'rollover', on),
    head: [t('chart_year'), t('chart_leases'), t('chart_m2'), t('chart_share')],
    rows: years.map(({ year, leases, areaM2 }) => [String(year), number(leases), number(areaM2), share(areaM2)]),
    chart: { type: 'bar', labels: years.map(({ year }) => String(year)), values: years.map(({ areaM2 }) => areaM2), colour: '--let-ink' },
  });
}

function vacancyFigure(building, { months, rentableM2, asOf }, on) {
  const now = (asOf ?? today()).slice(0, 7);
  const here = months.findIndex((one) => one.month === now);
  const at = (index) => m2(months[Math.min(Math.max(index, 0), months.length - 1)]?.freeM2 ?? 0);
  return figure({
    title: t('vacancy_title'),
    sentence: t('vacancy_now', { now: at(here), next: at(here + 12) }),
    note: t('vacancy_note', { area: m2(rentableM2) }),
    csv: tenants.file(building.code, 'vacancy', on),
    head: [t('chart_month'), t('chart_m2'), t('chart_share')],
    rows: months.map((one) => [month(one.month), number(one.freeM2), percent((100 * one.freeM2) / Math.max(rentableM2, 1), 1)]),
    chart: { type: 'line', labels: months.map((one) => month(one.month)), values: months.map(({ freeM2 }) => freeM2), colour: '--free', today: here },
  });
}
