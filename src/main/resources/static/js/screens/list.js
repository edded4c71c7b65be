/** The list beside the map: zones in the same order as on the map, or what is missing and the nearest thing that works. */
import { glyph } from '../glyph.js';
import { byId, h, icon } from '../lib/dom.js';
import { date, m2, moment, month, number, rent } from '../lib/numbers.js';
import { current, go, hasNeeds, href, HOME, needs } from '../lib/state.js';
import { own, t } from '../lib/words.js';
import { query } from '../api/http.js';
import { supply } from '../api/space.js';
import { needText, setFields, without } from './needs.js';

const ORDERS = {
  fit: (a, b) => b.fitM2 - a.fitM2 || b.freeM2 - a.freeM2,
  rent: (a, b) => (a.rentFromUsd ?? 99) - (b.rentFromUsd ?? 99),
  name: (a, b) => a.shortName.localeCompare(b.shortName, 'vi'),
};

export const planned = (zone) => zone.status === 'PLANNED' && zone.freeM2 === 0;
export const full = (zone) => !planned(zone) && zone.freeM2 === 0;

/** The zones in the order the person chose; planned and full ones last unless ordered by name. */
export function ordered(zones) {
  const order = ORDERS[current().sort] ?? ORDERS.fit;
  const rank = (zone) => (order === ORDERS.name ? 0 : planned(zone) ? 2 : full(zone) ? 1 : 0);
  return [...zones].sort((a, b) => rank(a) - rank(b) || order(a, b) || a.code.localeCompare(b.code));
}

/** Two parks may share a name; then the code tells them apart. */
export function zoneName(zone, zones) {
  const name = zone.shortName;
  return zones.filter((other) => other.shortName === name).length > 1 ? `${name} (${zone.code})` : name;
}

/** The year or date a zone's land term ends, or null. */
export const termEnd = (zone) => zone.termEnd && (zone.termEndPrecision === 'YEAR' || zone.termEnd.length === 4 ? zone.termEnd.slice(0, 4) : date(zone.termEnd));

export function glyphSentence(name, floors, free) {
  const open = floors.filter((floor) => floor.freeM2 > 0).length;
  return open > 0 ? t('glyph_free', { name, area: m2(free), n: open }) : t('glyph_full', { name, n: floors.length });
}

/** Head, list and age of the numbers. */
export function draw(found, hover) {
  const zones = ordered(found.zones);
  const { totals } = found;
  const fitting = hasNeeds();
  head(
    fitting ? t('fit_count', { n: totals.fitBays, count: number(totals.fitBays) }) : t('free_count', { n: totals.freeBays, count: number(totals.freeBays) }),
    [t('at_zones', { n: fitting ? totals.zonesWithFit : zones.filter((zone) => zone.freeM2 > 0).length }), h('span', { class: 'only-narrow-inline' }, t('age_short', { moment: moment(found.asOf).split(',')[0] }), ', ', t('badge_illustrative').toLowerCase())],
    sorter(),
  );
  const list = h('ul', { class: 'cards', id: 'zones' }, zones.map((zone) => h('li', {}, card(zone, zones, fitting, hover))));
  const body = byId('results');
  body.replaceChildren(list);
  if (fitting && totals.fitBays === 0) missing(body, found);
  byId('age').textContent = t('data_age', { moment: moment(found.asOf) });
}

export function head(title, rest, ...tools) {
  alertButton.dataset.query = query({ ...needs(), zone: current().zone }).slice(1);
  byId('results-head').replaceChildren(
    h('h2', { class: 'results-title', id: 'results-title' }, title, ' ', h('span', { class: 'quiet' }, rest)), alertButton, ...tools);
}

/** Opens the dialog that saves this search. */
const alertButton = h('button', { class: 'button', id: 'alert-open', type: 'button' }, icon('bell', 'small'), t('alert_open'));

function sorter() {
  const select = h('select', { class: 'sorter', 'aria-label': t('sort_by'), on: { change: () => go({ sort: select.value === 'fit' ? null : select.value }, { replace: true }) } },
    Object.keys(ORDERS).map((key) => h('option', { value: key, selected: (current().sort ?? 'fit') === key }, t(`sort_${key}`))));
  return select;
}

function card(zone, zones, fitting, hover) {
  const name = zoneName(zone, zones);
  const link = h('a', { class: 'card', href: href({ ...HOME, zone: zone.code, map: null }), 'data-go': true, data: { zone: zone.code } },
    glyph(zone.floors, { planned: planned(zone) }),
    h('span', { class: 'card-text' },
      h('b', { class: 'card-name' }, name),
      lines(zone).map((line) => h('span', { class: 'card-line' }, line))),
    h('span', { class: 'card-end' }, area(zone), tag(zone, fitting)));
  link.addEventListener('mouseenter', () => hover(zone.code));
  link.addEventListener('focus', () => hover(zone.code));
  link.addEventListener('mouseleave', () => hover(null));
  link.addEventListener('blur', () => hover(null));
  return link;
}

function area(zone) {
  return h('span', { class: `area${zone.freeM2 > 0 ? '' : ' none'}` }, planned(zone) ? '–' : number(Math.round(zone.freeM2)), h('small', {}, ' m²'));
}

function tag(zone, fitting) {
  if (planned(zone)) return h('span', { class: 'tag' }, t('tag_planned'));
  if (full(zone)) return h('span', { class: 'tag' }, t('tag_full'));
  if (!fitting) return h('span', { class: 'tag free' }, t('tag_free', { n: zone.freeBays, count: number(zone.freeBays) }));
  return zone.fitBays > 0
    ? h('span', { class: 'tag free' }, t('tag_fit', { n: zone.fitBays, count: number(zone.fitBays) }))
    : h('span', { class: 'tag' }, t('tag_no_fit'));
}

/** Buildings and rent, then the one thing to know before the trip. */
function lines(zone) {
  const houses = zone.buildings > 0 ? t('n_buildings', { n: zone.buildings }) : null;
  if (planned(zone)) {
    const soon = zone.soonM2 > 0 && zone.earliestFree ? t('planned_soon', { area: m2(zone.soonM2), month: month(zone.earliestFree) }) : null;
    return [houses ? `${t('being_planned')}, ${houses}` : t('being_planned'), soon ?? `${number(zone.grossAreaHa)} ha`];
  }
  const first = [houses, zone.rentFromUsd && zone.freeM2 > 0 ? t('from_rent', { rent: rent(zone.rentFromUsd) }) : null].filter(Boolean).join(', ');
  const asked = needs().load;
  if (full(zone)) return [first, zone.earliestFree ? t('full_until', { month: month(zone.earliestFree) }) : t('full_now')];
  if (asked && zone.fitBays === 0 && zone.maxFreeLoadKnM2 < asked) return [first, t('caution_load', { load: `${number(zone.maxFreeLoadKnM2, 1)} kN/m²` })];
  const end = termEnd(zone);
  return [first, end ? t('caution_term', { end }) : null].filter(Boolean);
}

/** Nothing fits: which condition binds, and the nearest value that works. */
async function missing(body, found) {
  const fields = setFields();
  const free = { load: Math.max(0, ...found.zones.map((zone) => zone.maxFreeLoadKnM2 ?? 0)), area: Math.max(0, ...found.zones.map((zone) => zone.longestRunM2 ?? 0)) };
  const box = h('div', { class: 'state' }, h('h3', {}, t('none_fits')), h('p', { class: 'quiet' }, t('none_fits_checking')));
  body.prepend(box);
  let best = null;
  try {
    const trials = await Promise.all(fields.map((field) => supply({ ...needs(), ...without(field) }).then((trial) => ({ field, fits: trial.totals.fitBays }))));
    best = trials.sort((a, b) => b.fits - a.fits)[0];
  } catch {
    // The sentence below stands without the count.
  }
  if (!box.isConnected) return;
  if (!best || best.fits === 0) {
    box.replaceChildren(h('h3', {}, t('none_fits')), h('p', { class: 'quiet' }, t('none_fits_several')));
    return;
  }
  const { field, fits } = best;
  const nearest = field === 'load' && free.load > 0 && free.load < needs().load ? { load: free.load }
    : field === 'area' && free.area > 0 && free.area < (needs().areaMin ?? 0) ? { areaMin: Math.floor(free.area), areaMax: null } : null;
  box.replaceChildren(
    h('h3', {}, icon('info', 'small'), ' ', t('none_fits_because', { need: `${t(`need_${field}`).toLowerCase()} ${needText(field)}` })),
    h('p', { class: 'quiet' }, nearest ? t('nearest_works', { value: field === 'load' ? `${number(free.load, 1)} kN/m²` : m2(free.area) }) : '', ' ', t('without_it', { n: fits, count: number(fits) })),
    h('div', { class: 'state-actions' },
      nearest && h('button', { class: 'button primary', type: 'button', on: { click: () => go(nearest) } }, t('lower_to', { value: field === 'load' ? `${number(free.load, 1)} kN/m²` : m2(free.area) })),
      h('button', { class: 'button', type: 'button', on: { click: () => go(without(field)) } }, t('drop_condition'))));
}

/** The list could not be read. */
export function failed(problem, retry) {
  byId('results').replaceChildren(h('div', { class: 'state error', role: 'alert' },
    h('h3', {}, icon('blocked'), problem.title),
    problem.detail && h('p', {}, problem.detail),
    problem.remedy && h('p', { class: 'quiet' }, problem.remedy),
    h('p', { class: 'quiet small' }, t('quote_code', { code: problem.code })),
    h('button', { class: 'button', type: 'button', on: { click: retry } }, t('try_again'))));
}
