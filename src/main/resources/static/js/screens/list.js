/** The list beside the map: zones in the same order as on the map, or what is missing and the nearest thing that works. */
import { glyph } from '../glyph.js';
import { byId, h, icon } from '../lib/dom.js';
import { date, m2, moment, month, number, rent } from '../lib/numbers.js';
import { conditions, current, go, hasNeeds, href, HOME, needs } from '../lib/state.js';
import { announce, toast } from '../lib/say.js';
import { own, t } from '../lib/words.js';
import { conditionOf, without } from '../search/conditions.js';
import { byBuilding } from '../search/places.js';
import { more, searchQuery } from '../search/results.js';

/** Zones where no place says which comes first. */
const ORDERS = {
  fit: (a, b) => (b.fitM2 ?? 0) - (a.fitM2 ?? 0) || b.freeM2 - a.freeM2,
  rent: (a, b) => (a.rentFromUsd ?? 99) - (b.rentFromUsd ?? 99),
  area: (a, b) => b.longestRunM2 - a.longestRunM2,
  distance: (a, b) => away(a) - away(b),
  name: (a, b) => a.shortName.localeCompare(b.shortName, 'vi'),
};

/** Rough, in degrees; only to tell which of two zones is nearer. */
const away = (zone) => {
  const [lon, lat] = (current().near ?? '').split(',').map(Number);
  return Math.hypot((zone.centre[0] - lon) * Math.cos((lat * Math.PI) / 180), zone.centre[1] - lat);
};

export const planned = (zone) => zone.status === 'PLANNED' && zone.freeM2 === 0;
export const full = (zone) => !planned(zone) && zone.freeM2 === 0;

/**
 * The zones in the order the person chose; planned and full ones last unless ordered by name. Under an order of places a zone stands where
 * its first place does.
 */
export function ordered({ zones, places }) {
  const by = ORDERS[current().sort] ? current().sort : 'fit';
  const first = (zone) => {
    const index = by === 'fit' || by === 'name' ? 0 : places.findIndex((place) => place.zone === zone.code);
    return index < 0 ? places.length : index;
  };
  const rank = (zone) => (by === 'name' || zone.fitM2 > 0 ? 0 : planned(zone) ? 2 : full(zone) ? 1 : 0);
  return [...zones].sort((a, b) => rank(a) - rank(b) || first(a) - first(b) || ORDERS[by](a, b) || a.code.localeCompare(b.code));
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
  const zones = ordered(found);
  const fitting = hasNeeds();
  const { total } = found.answer;
  head({
    title: t(fitting ? 'fit_count' : 'free_count', { n: total.bays, count: number(total.bays) }),
    rest: [t('at_zones', { n: fitting ? total.zones : zones.filter((zone) => zone.freeM2 > 0).length }), h('span', { class: 'only-narrow-inline' }, t('age_short', { moment: moment(found.asOf).split(',')[0] }), ', ', t('badge_illustrative').toLowerCase())],
    tools: tools(),
  });
  const list = h('ul', { class: 'cards', id: 'zones' }, zones.map((zone) => h('li', {}, card(zone, zones, fitting, hover),
    placesOf(zone, found, hover))));
  byId('results').replaceChildren(...[fitting && total.count === 0 && missing(found.answer), list, furtherButton(found, () => draw(found, hover))].filter(Boolean));
  byId('age').textContent = t('data_age', { moment: moment(found.asOf) });
}

/** What rules everything out, and the way round it. */
export function missing(answer) {
  const box = h('div', { class: 'state none-fits' }, h('h3', {}, t('none_fits')));
  import('../late/missing.js').then((late) => box.replaceWith(late.missing(answer)), () => {}); // the sentence stands
  return box;
}

/** The places of a zone that are read so far, and the way to the others. */
function placesOf(zone, found, hover) {
  const places = found.places.filter((place) => place.zone === zone.code);
  if (places.length === 0 && !(hasNeeds() && zone.fitCount > 0)) return null;
  const rest = zone.fitCount - places.length;
  return h('div', { class: 'zone-places' }, byBuilding(places, (hit) => hover(hit?.zone ?? null)),
    rest > 0 && h('a', { class: 'link rest', href: href({ ...HOME, zone: zone.code, map: null }), 'data-go': true }, t('all_in_zone', { n: zone.fitCount, count: number(zone.fitCount), zone: zone.shortName })));
}

/** Reads the next page; the first of the new places gets the focus. */
export function furtherButton(found, redraw) {
  if (!found.next) return null;
  const button = h('button', { class: 'button further', type: 'button' }, t('more_places', { n: number(found.answer.total.count - found.places.length) }));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const [first] = await more(found);
      redraw();
      const take = first.part ?? first;
      document.querySelector(`[data-place="${CSS.escape(`${first.building}/${take.level}/${take.firstBay}`)}"]`)?.focus();
      announce(t('places_read', { n: number(found.places.length), all: number(found.answer.total.count) }));
    } catch (problem) {
      button.disabled = false;
      toast(problem.title);
    }
  });
  return button;
}

/** What the list is of, the way back from it, and what can be done with it. */
export function head({ title, rest, back, tools: more = [] }) {
  byId('results-head').replaceChildren(...[
    back, h('h2', { class: 'results-title', id: 'results-title' }, title, ' ', h('span', { class: 'quiet' }, rest)), more.length > 0 && h('div', { class: 'results-tools' }, more),
  ].filter(Boolean));
}

/** What can be done with the list: be told when space frees, and another order. */
export function tools() {
  return [alertButton, sorter()];
}

/** Opens the dialog that saves this search; whoever listens to it shows it. */
const alertButton = h('button', { class: 'button', id: 'alert-open', type: 'button' }, icon('bell', 'small'), t('alert_open'));

function sorter() {
  alertButton.dataset.query = searchQuery();
  const select = h('select', { class: 'sorter', 'aria-label': t('sort_by'), on: { change: () => go({ sort: select.value === 'fit' ? null : select.value }, { replace: true }) } },
    Object.keys(ORDERS).filter((key) => key !== 'distance' || conditions().near).map((key) => h('option', { value: key, selected: (current().sort ?? 'fit') === key }, t(`sort_${key}`))));
  return select;
}

function card(zone, zones, fitting, hover) {
  const name = zoneName(zone, zones);
  const link = h('a', { class: 'card', href: href({ ...HOME, zone: zone.code, map: null }), 'data-go': true, data: { zone: zone.code } },
    glyph(zone.floors, { planned: planned(zone) }),
    h('span', { class: 'card-text' },
      h('b', { class: 'card-name' }, name),
      lines(zone).map((line) => h('span', { class: 'card-line' }, line))),
    h('span', { class: 'card-end' }, area(zone, fitting), tag(zone, fitting)));
  link.addEventListener('mouseenter', () => hover(zone.code));
  link.addEventListener('focus', () => hover(zone.code));
  link.addEventListener('mouseleave', () => hover(null));
  link.addEventListener('blur', () => hover(null));
  return link;
}

/** m² that fit, or all that are free. */
function area(zone, fitting) {
  const m2 = fitting ? zone.fitM2 : zone.freeM2;
  return h('span', { class: `area${m2 > 0 ? '' : ' none'}` }, m2 === null || (planned(zone) && !m2) ? '–' : number(Math.round(m2)), h('small', {}, ' m²'));
}

function tag(zone, fitting) {
  if (fitting && zone.fitBays > 0) return h('span', { class: 'tag free' }, t('tag_fit', { n: zone.fitBays, count: number(zone.fitBays) }));
  if (planned(zone)) return h('span', { class: 'tag' }, t('tag_planned'));
  if (full(zone)) return h('span', { class: 'tag' }, t('tag_full'));
  if (fitting) return zone.fitBays === null ? null : h('span', { class: 'tag' }, t('tag_no_fit'));
  return h('span', { class: 'tag free' }, t('tag_free', { n: zone.freeBays, count: number(zone.freeBays) }));
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

/** The list could not be read. A condition that the server does not understand can be dropped at once. */
export function failed(problem, retry) {
  const wrong = problem.status === 400 && conditionOf(problem.body.field);
  byId('results').replaceChildren(h('div', { class: 'state error', role: 'alert' },
    h('h3', {}, icon('blocked'), problem.title),
    problem.detail && h('p', {}, problem.detail),
    problem.remedy && h('p', { class: 'quiet' }, problem.remedy),
    h('p', { class: 'quiet small' }, t('quote_code', { code: problem.code })),
    h('div', { class: 'state-actions' },
      wrong && h('button', { class: 'button primary', type: 'button', on: { click: () => go(without(wrong)) } }, t('drop_named', { need: t(`need_${wrong}`) })),
      h('button', { class: 'button', type: 'button', on: { click: retry } }, t('try_again')))));
}
