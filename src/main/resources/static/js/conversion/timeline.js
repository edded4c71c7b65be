/** The land terms of the zones on one axis of years, with what the what-ifs would add; every row opens its zone. */
import { h, put, s } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { term } from './page.js';

const year = (iso) => Number(iso.slice(0, 4)) + (Number(iso.slice(5, 7)) - 1) / 12 + Number(iso.slice(8, 10)) / 366;

export function timeline(host, all, columns, open, choose) {
  const first = Math.floor(year(all.asOf));
  const ends = all.zones.map(({ zone }) => extended(columns, zone.code)?.end ?? zone.termEnd).filter(Boolean).map(year);
  const last = Math.ceil(Math.max(first + 10, ...ends) / 5) * 5;
  put(host, h('div', { class: 'cv-card-head' }, h('h2', {}, t('cv_timeline')), h('span', { class: 'cv-legend' }, h('i', { class: 'cv-swatch term' }), t('cv_term'), h('i', { class: 'cv-swatch more' }), t('cv_extension'))),
    h('ul', { class: 'cv-rows' }, all.zones.map(({ zone, aggregates }) => {
      const more = extended(columns, zone.code);
      const says = more ? t('cv_row_more', { term: term(zone), name: more.name, end: more.end.slice(0, 4) }) : t('cv_row', { term: term(zone) });
      return h('li', {}, h('button', { type: 'button', class: 'cv-row', 'aria-pressed': String(zone.code === open), on: { click: () => choose(zone.code) } },
        h('span', { class: 'cv-row-name' }, h('b', {}, zone.shortName), h('small', {}, t('cv_row_ha', { ha: number(zone.grossAreaHa, 2) }), aggregates.wantedPct !== null && ` · ${t('cv_row_wanted', { pct: number(aggregates.wantedPct, 1) })}`)),
        bar(zone, more, first, last), h('span', { class: 'cv-row-end' }, says)));
    })), axis(first, last));
}

/** The longest extension among the what-ifs that are compared. */
function extended(columns, code) {
  return columns.slice(1)
    .map((column) => ({ name: column.name, zone: column.zones.find((one) => one.zone === code) }))
    .filter(({ zone }) => zone?.extendedYears > 0)
    .map(({ name, zone }) => ({ name, end: zone.termEnd }))
    .sort((a, b) => b.end.localeCompare(a.end))[0] ?? null;
}

const place = (value, first, last) => 1000 * (Math.max(first, value) - first) / (last - first);

function bar(zone, more, first, last) {
  const end = zone.termEnd ? place(year(zone.termEnd), first, last) : 0;
  return s('svg', { class: 'cv-bar', viewBox: '0 0 1000 24', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { class: 'cv-bar-term', x: 0, y: 5, width: end, height: 14 }),
    more && s('rect', { class: 'cv-bar-more', x: end, y: 6, width: Math.max(0, place(year(more.end), first, last) - end), height: 12 }));
}

function axis(first, last) {
  const steps = [];
  const step = last - first > 40 ? 10 : 5; // else the years touch
  for (let value = Math.ceil(first / step) * step; value <= last; value += step) steps.push(value);
  return h('div', { class: 'cv-axis', 'aria-hidden': 'true' }, h('span'), h('div', {}, steps.map((value) => {
    const mark = h('span', {}, String(value));
    mark.style.left = `${place(value, first, last) / 10}%`;
    return mark;
  })), h('span'));
}
