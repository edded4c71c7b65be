/** The figures of the report, in the order they are read. */
import { glyph } from '../glyph.js';
import { h } from '../lib/dom.js';
import { date, m2, number, percent } from '../lib/numbers.js';
import { lang, own, t } from '../lib/words.js';
import { figure, options, wrapped } from './figure.js';
import { breakdown } from './breakdown.js';

const millions = (usd) => usd / 1e6;

export const figures = (report) => h('div', { class: 'ind-grid' },
  report.points.length > 0 && overTime(report),
  terms(report),
  floors(report),
  leaseEnds(report),
  absorption(report),
  demand(report),
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
      options: options(colour, { across: true, min: now, ticks: (value) => String(value), tip: (item) => year(known[item.dataIndex]), values: wrapped(known.map(name)) }),
    })),
    more: h('a', { class: 'link', href: '/indicators/conversion' }, t('ind_conversion')),
  });
}

/** Supply by zone as one bar of what is let, claimed and free; the table adds what was let and given back, and who waits. */
function floors({ floors: zones, floorsIllustrative, on, countedOn }) {
  const shown = zones.filter((zone) => zone.rentableM2 > 0);
  const sum = (field) => zones.reduce((all, zone) => all + zone[field], 0);
  const parts = [['let', 'letM2', '--let'], ['claimed', 'claimedM2', '--let-ink'], ['soon', 'soonM2', '--line-strong'], ['free', 'freeM2', '--free']];
  return figure({
    title: t('ind_floors'),
    sentence: [t('ind_floors_say', { free: m2(sum('freeM2')), share: percent((100 * sum('freeM2')) / Math.max(sum('rentableM2'), 1), 1), rentable: m2(sum('rentableM2')) }), countedOn && t('ind_counted', { date: date(countedOn) })].filter(Boolean).join(' '),
    note: floorsIllustrative ? t('ind_sample') : '',
    table: 'floors',
    size: 'wide',
    tall: shown.length > 5,
    legend: parts.map(([key, , colour]) => [t(`ind_part_${key}`), colour]),
    head: [t('ind_zone'), t('ind_levels'), t('ind_rentable'), t('ind_free'), t('ind_vacancy'), t('ind_taken'), t('ind_returned'), t('ind_wait'), t('ind_wait_m2')],
    rows: zones.map((zone) => [
      mapLink(zone.zone, name(zone), on),
      glyph(zone.levels.map((level) => ({ level: level.level, totalM2: level.rentableM2, freeM2: level.freeM2 })), { width: 60, label: t('ind_floor_label', { zone: name(zone), area: m2(zone.freeM2) }) }),
      number(zone.rentableM2), h('span', { class: 'free' }, number(zone.freeM2)), percent((100 * zone.freeM2) / Math.max(zone.rentableM2, 1), 1),
      number(zone.takenM2), number(zone.returnedM2), number(zone.waiting), number(zone.waitingM2),
    ]),
    chart: shown.length > 0 && ((colour) => ({
      type: 'bar',
      data: {
        labels: shown.map(name),
        datasets: parts.map(([key, field, tone], index) => ({
          label: t(`ind_part_${key}`), data: shown.map((zone) => zone[field]), backgroundColor: colour(tone), maxBarThickness: 22, stack: 'all',
          texts: index === parts.length - 1 ? shown.map((zone) => t('ind_free_short', { area: number(zone.freeM2), share: percent((100 * zone.freeM2) / zone.rentableM2, 0) })) : [],
        })),
      },
      options: options(colour, { across: true, room: 128, ticks: (value) => number(value), tip: (item) => `${item.dataset.label}: ${m2(item.parsed.x)}`, values: wrapped(shown.map(name)) }),
    })),
  });
}

/** Demand that waits beside what is free, by zone. */
function demand({ floors: zones, floorsIllustrative, countedOn }) {
  const shown = zones.filter((zone) => zone.freeM2 > 0 || zone.waitingM2 > 0);
  const tight = shown.reduce((best, zone) => (zone.waitingM2 - zone.freeM2 > (best ? best.waitingM2 - best.freeM2 : 0) ? zone : best), null);
  return figure({
    title: t('ind_demand'),
    sentence: [tight ? t('ind_demand_say', { zone: name(tight), area: m2(tight.waitingM2 - tight.freeM2) }) : t('ind_demand_none'), countedOn && t('ind_counted', { date: date(countedOn) })].filter(Boolean).join(' '),
    note: floorsIllustrative ? t('ind_sample') : '',
    table: 'floors',
    tall: shown.length > 4,
    legend: [[t('ind_wait_m2'), '--you'], [t('ind_part_free'), '--free']],
    head: [t('ind_zone'), t('ind_wait'), t('ind_wait_m2'), t('ind_free')],
    rows: shown.map((zone) => [mapLink(zone.zone, name(zone)), number(zone.waiting), number(zone.waitingM2), number(zone.freeM2)]),
    chart: shown.length > 0 && ((colour) => ({
      type: 'bar',
      data: {
        labels: shown.map(name),
        datasets: [['waitingM2', '--you', 'ind_wait_m2'], ['freeM2', '--free', 'ind_part_free']].map(([field, tone, label]) => ({ label: t(label), data: shown.map((zone) => zone[field]), texts: shown.map((zone) => number(zone[field])), backgroundColor: colour(tone), maxBarThickness: 14 })),
      },
      options: options(colour, { across: true, ticks: (value) => number(value), tip: (item) => `${item.dataset.label}: ${m2(item.parsed.x)}`, values: wrapped(shown.map(name)) }),
    })),
    more: h('a', { class: 'link', href: '/indicators/support' }, t('ind_unmet')),
  });
}

/** What was let less what was given back, quarter by quarter. */
function absorption({ absorption: quarters, floorsIllustrative }) {
  const label = (one) => t('ind_quarter', { q: Math.ceil(Number(one.quarter.slice(5, 7)) / 3), year: one.quarter.slice(0, 4) });
  const sum = (list, field) => list.reduce((all, one) => all + one[field], 0);
  const year = quarters.slice(-4);
  return figure({
    title: t('ind_absorption'),
    sentence: t('ind_absorption_say', { net: signedM2(sum(year, 'netM2')), taken: m2(sum(year, 'letM2')), back: m2(sum(year, 'returnedM2')) }),
    note: floorsIllustrative ? t('ind_sample') : '',
    table: 'absorption',
    legend: [[t('ind_let_new'), '--let-ink'], [t('ind_given_back'), '--let']],
    head: [t('ind_quarter_head'), t('ind_let_m2'), t('ind_back_m2'), t('ind_net_m2')],
    rows: quarters.map((one) => [label(one), number(one.letM2), number(one.returnedM2), signed(one.netM2)]),
    chart: (colour) => ({
      type: 'bar',
      data: {
        labels: quarters.map(label),
        datasets: [
          { label: t('ind_let_new'), data: quarters.map((one) => one.letM2), texts: quarters.map((one) => signed(one.netM2 / 1000, 1)), backgroundColor: colour('--let-ink'), maxBarThickness: 34, stack: 'q' },
          { label: t('ind_given_back'), data: quarters.map((one) => -one.returnedM2), backgroundColor: colour('--let'), maxBarThickness: 34, stack: 'q' },
        ],
      },
      options: options(colour, { ticks: (value) => number(value), tip: (item) => `${item.dataset.label}: ${m2(Math.abs(item.parsed.y))}` }),
    }),
  });
}

const signedM2 = (value) => `${signed(Math.round(value))} m²`;

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

function sizes({ sizes: classes, floorsIllustrative, countedOn }) {
  const sum = (list) => list.reduce((all, one) => all + one.areaM2, 0);
    const small = sum(classes.filter((one) => one.sizeClass !== 'LARGE'));
  return figure({
    title: t('ind_sizes'),
    sentence: [classes.length === 0 ? t('ind_sizes_none') : t('ind_sizes_say', { share: percent((100 * small) / Math.max(sum(classes), 1), 1) }), countedOn && t('ind_counted', { date: date(countedOn) })].filter(Boolean).join(' '),
    note: floorsIllustrative ? t('ind_sample') : '',
    table: 'sizes',
    head: [t('ind_size'), t('ind_firms'), t('ind_m2')],
    rows: classes.map((one) => [t(`ind_${one.sizeClass}`), number(one.firms), number(one.areaM2)]),
    chart: classes.length > 0 && ((colour) => ({
      type: 'bar',
      data: { labels: classes.map((one) => t(`ind_${one.sizeClass}`)), datasets: [{ data: classes.map((one) => one.areaM2), texts: classes.map((one) => number(one.areaM2)), backgroundColor: colour('--let-ink'), maxBarThickness: 22 }] },
      options: options(colour, { across: true, ticks: (value) => number(value), tip: (item) => m2(item.parsed.x) }),
    })),
  });
}

/** Jobs and capital by m²: two measures, so two charts and no second axis. */
function yields({ yields: zones }) {
  const rows = zones.length === 0 ? [[t('ind_none'), '', '', '', '']] : zones.map((zone) => [mapLink(zone.zone, name(zone)), number(zone.projects), number(zone.areaM2), number(zone.jobsPerM2 * 1000, 1), number(zone.usdPerM2, 0)]);
  const one = (title, value, digits) => figure({
    title,
    sentence: zones.length === 0 ? t('ind_yields_none') : t('ind_yields_say'),
    table: 'yields',
    head: [t('ind_zone'), t('ind_projects'), t('ind_area'), t('ind_jobs_m2'), t('ind_usd_m2')],
    rows,
    chart: zones.length > 0 && ((colour) => ({
      type: 'bar',
      data: { labels: zones.map(name), datasets: [{ data: zones.map(value), texts: zones.map((zone) => number(value(zone), digits)), backgroundColor: colour('--let-ink'), maxBarThickness: 22 }] },
      options: options(colour, { across: true, ticks: (tick) => number(tick), tip: (item) => number(item.parsed.x, digits), values: wrapped(zones.map(name)) }),
    })),
  });
  return [one(t('ind_yield_jobs'), (zone) => zone.jobsPerM2 * 1000, 1), one(t('ind_yield_usd'), (zone) => zone.usdPerM2, 0)];
}

const name = (record) => own(record, 'name');

/** A zone on the map, on the day of the report. */
export function mapLink(zone, text, on) {
  const query = new URLSearchParams({ zone });
  if (on) query.set('on', on);
  if (lang === 'en') query.set('lang', 'en');
  return h('a', { href: `/?${query}` }, text);
}
