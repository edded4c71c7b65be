/** The figures of the report, in the order they are read. */
import { glyph } from '../glyph.js';
import { h } from '../lib/dom.js';
import { date, m2, number, percent } from '../lib/numbers.js';
import { lang, own, t } from '../lib/words.js';
import { figure, options } from './figure.js';
import { breakdown } from './breakdown.js';

const millions = (usd) => usd / 1e6;

export const figures = (report) => h('div', { class: 'ind-grid' },
  report.points.length > 0 && overTime(report),
  terms(report),
  floors(report),
  leaseEnds(report),
  report.breakdowns.map((one) => breakdown(report, one)),
  sizes(report),
  yields(report));

function overTime({ points, published }) {
  const last = points[points.length - 1];
  const time = (iso) => Date.parse(iso);
  const chart = (colour) => ({
    type: 'line',
    data: {
      datasets: [{
        data: points.map((one) => ({ x: time(one.on), y: millions(one.capitalUsd) })),
        texts: points.map((one, index) => (index === 0 || index === points.length - 1 ? number(millions(one.capitalUsd), 0) : '')),
        borderColor: colour('--ink'), borderWidth: 2, pointRadius: 4, pointBorderColor: colour('--ink'),
        pointBackgroundColor: points.map((one) => colour(one.published ? '--you' : '--card')),
        segment: { borderDash: (at) => (points[at.p1DataIndex].published ? undefined : [5, 4]) },
      }],
    },
    options: {
      ...options(colour, { ticks: (value) => number(value), tip: (item) => `${number(item.parsed.y, 1)} · ${number(points[item.dataIndex].projects)} ${t('ind_projects')}` }),
      scales: {
        x: { type: 'linear', ticks: { color: colour('--ink-2'), maxRotation: 0, autoSkipPadding: 24, callback: (value) => monthOf(value) }, grid: { display: false }, afterBuildTicks: quarterTicks(points.map((one) => time(one.on))) },
        y: { beginAtZero: true, ticks: { color: colour('--ink-2'), callback: (value) => number(value) }, grid: { color: colour('--line-2') }, border: { display: false } },
      },
    },
  });
  return figure({
    title: t('ind_capital_time'),
    sentence: t('ind_capital_time_say', { date: date(published.validOn), projects: signed(last.projects - points[0].projects), capital: t('ind_million', { n: signed(millions(last.capitalUsd - points[0].capitalUsd), 1) }) }),
    note: t('ind_capital_time_note'),
    table: 'points',
    head: [t('ind_day'), t('ind_projects'), t('ind_usd'), t('ind_status')],
    rows: points.map((one) => [date(one.on), number(one.projects), number(one.capitalUsd, 2), t(one.published ? 'ind_is_published' : 'ind_is_provisional')]),
    chart,
  });
}

const signed = (value, digits = 0) => (value > 0 ? `+${number(value, digits)}` : number(value, digits));
const monthOf = (time) => {
  const day = new Date(time).toISOString();
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`;
};
/** Ticks at the days themselves, so that the axis is true to time. */
const quarterTicks = (times) => (axis) => {
  axis.ticks = times.map((value) => ({ value }));
};

function terms({ terms: zones, on }) {
  const known = zones.filter((zone) => zone.termEnd).sort((a, b) => a.termEnd.localeCompare(b.termEnd));
  const year = (zone) => (zone.precision === 'DAY' ? date(zone.termEnd) : zone.termEnd.slice(0, 4));
  const now = Number(on.slice(0, 4));
  return figure({
    title: t('ind_terms'),
    sentence: known.length > 0 ? t('ind_terms_say', { zone: name(known[0]), year: year(known[0]) }) : t('ind_unknown'),
    note: t('ind_terms_note'),
    table: 'terms',
    head: [t('ind_zone'), 'ha', t('ind_until')],
    rows: zones.map((zone) => [mapLink(zone.zone, name(zone)), number(zone.grossHa, 2), zone.termEnd ? year(zone) : t('ind_unknown')]),
    chart: known.length > 0 && ((colour) => ({
      type: 'bar',
      data: {
        labels: known.map(name),
        datasets: [{ data: known.map((zone) => [now, Number(zone.termEnd.slice(0, 4)) + Number(zone.termEnd.slice(5, 7)) / 12]), texts: known.map(year), backgroundColor: colour('--let'), maxBarThickness: 18 }],
      },
      options: options(colour, { across: true, min: now, ticks: (value) => String(value), tip: (item) => year(known[item.dataIndex]) }),
    })),
    more: h('a', { class: 'link', href: '/indicators/conversion' }, t('ind_conversion')),
  });
}

function floors({ floors: zones, floorsIllustrative, on }) {
  const withheld = (value) => (value === null ? t('ind_withheld') : number(value));
  return figure({
    title: t('ind_floors'),
    sentence: '',
    note: floorsIllustrative ? t('ind_sample') : '',
    table: 'floors',
    size: 'wide',
    head: [t('ind_zone'), t('ind_levels'), t('ind_rentable'), t('ind_free'), t('ind_vacancy'), t('ind_taken'), t('ind_wait'), t('ind_wait_m2')],
    rows: zones.map((zone) => [
      mapLink(zone.zone, name(zone), on),
      glyph(zone.levels.map((level) => ({ level: level.level, totalM2: level.rentableM2, freeM2: level.freeM2 })), { width: 60, label: t('ind_floor_label', { zone: name(zone), area: m2(zone.freeM2) }) }),
      number(zone.rentableM2), h('span', { class: 'free' }, number(zone.freeM2)), percent((100 * zone.freeM2) / Math.max(zone.rentableM2, 1), 1),
      number(zone.takenM2), withheld(zone.waiting), withheld(zone.waitingM2),
    ]),
  });
}

function leaseEnds({ leaseEnds: years, floorsIllustrative }) {
  const most = years.reduce((best, year) => (year.areaM2 > (best?.areaM2 ?? 0) ? year : best), null);
  return figure({
    title: t('ind_ends'),
    sentence: most ? t('ind_ends_say', { year: most.year, area: m2(most.areaM2) }) : t('ind_ends_none'),
    note: floorsIllustrative ? t('ind_sample') : '',
    table: 'lease-ends',
    size: 'slim',
    head: [t('ind_year'), t('ind_leases'), t('ind_m2')],
    rows: years.map((year) => [String(year.year), number(year.leases), number(year.areaM2)]),
    chart: most && ((colour) => ({
      type: 'bar',
      data: { labels: years.map((year) => String(year.year)), datasets: [{ data: years.map((year) => year.areaM2), texts: years.map((year) => number(year.areaM2 / 1000, 1)), backgroundColor: colour('--let'), maxBarThickness: 44 }] },
      options: options(colour, { ticks: (value) => number(value), tip: (item) => m2(item.parsed.y) }),
    })),
  });
}

function sizes({ sizes: classes, floorsIllustrative }) {
  const whole = classes.every((one) => one.areaM2 !== null);
  const sum = (list) => list.reduce((all, one) => all + one.areaM2, 0);
  const shown = classes.filter((one) => one.areaM2 !== null);
  const small = sum(classes.filter((one) => one.sizeClass !== 'LARGE'));
  return figure({
    title: t('ind_sizes'),
    sentence: classes.length === 0 ? t('ind_ends_none') : whole ? t('ind_sizes_say', { share: percent((100 * small) / Math.max(sum(classes), 1), 1) }) : t('ind_sizes_hidden'),
    note: floorsIllustrative ? t('ind_sample') : '',
    table: 'sizes',
    head: [t('ind_size'), t('ind_firms'), t('ind_m2')],
    rows: classes.map((one) => [t(`ind_${one.sizeClass}`), one.firms === null ? t('ind_withheld') : number(one.firms), one.areaM2 === null ? t('ind_withheld') : number(one.areaM2)]),
    chart: shown.length > 0 && ((colour) => ({
      type: 'bar',
      data: { labels: shown.map((one) => t(`ind_${one.sizeClass}`)), datasets: [{ data: shown.map((one) => one.areaM2), texts: shown.map((one) => number(one.areaM2)), backgroundColor: colour('--let-ink'), maxBarThickness: 22 }] },
      options: options(colour, { across: true, ticks: (value) => number(value), tip: (item) => m2(item.parsed.x) }),
    })),
  });
}

function yields({ yields: zones }) {
  const cell = (value, digits) => (value === null ? t('ind_withheld') : number(value, digits));
  return figure({
    title: t('ind_yields'),
    sentence: t('ind_yields_say'),
    table: 'yields',
    head: [t('ind_zone'), t('ind_projects'), t('ind_area'), t('ind_jobs_m2'), t('ind_usd_m2')],
    rows: zones.length === 0 ? [[t('ind_none'), '', '', '', '']] : zones.map((zone) => [name(zone), cell(zone.projects), cell(zone.areaM2), zone.jobsPerM2 === null ? t('ind_withheld') : number(zone.jobsPerM2 * 1000, 1), cell(zone.usdPerM2, 0)]),
  });
}

const name = (record) => own(record, 'name');

/** A zone on the map, on the day of the report. */
export function mapLink(zone, text, on) {
  const query = new URLSearchParams({ zone });
  if (on) query.set('on', on);
  if (lang === 'en') query.set('lang', 'en');
  return h('a', { href: `/?${query}` }, text);
}
