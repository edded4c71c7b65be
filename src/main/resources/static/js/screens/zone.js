/** One zone in the panel: its facts, its high-rise factories, its subzones by land use. */
import { glyph } from '../glyph.js';
import { byId, h, icon } from '../lib/dom.js';
import { hectares, load, m2, moment, number, percent, rent } from '../lib/numbers.js';
import { HOME, ZONE_ONLY, conditions, current, go, hasNeeds, href } from '../lib/state.js';
import { star } from '../lib/star.js';
import { own, ownProperty, t } from '../lib/words.js';
import { byBuilding } from '../search/places.js';
import { furtherButton, glyphSentence, head, missing, planned, termEnd, tools } from './list.js';

const USES = ['SUPPORT', 'HIGHRISE', 'INDUSTRY', 'WAREHOUSE', 'SERVICE', 'TECH', 'GREEN', 'WATER', 'ROAD'];

export const subzoneName = (subzone) =>
  t('subzone_sentence', { use: ownProperty(subzone, 'land_use'), code: subzone.code, area: hectares(subzone.area_ha) });

/** What is known of the zone before its buildings are read. */
export function drawHead(zone, found) {
  head({
    title: zone.shortName, rest: '', tools: tools(),
    back: h('a', { class: 'link back', href: href({ ...HOME, map: null }), 'data-go': true }, icon('back', 'small'), h('span', { class: 'back-words' }, t('all_zones'))),
  });
  const end = termEnd(zone);
  const facts = [
    hectares(zone.grossAreaHa), zone.status === 'PLANNED' ? t('being_planned') : t('operating'), end && t('caution_term', { end }), zone.converting && t('converting'),
  ].filter(Boolean);
  byId('results').replaceChildren(
    h('div', { class: 'zone-head' }, h('p', {}, own(zone, 'name')), h('p', { class: 'quiet small' }, facts.join(' · '))),
    h('div', { class: 'waiting-lines', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')));
  byId('age').textContent = t('data_age', { moment: moment(found.asOf) });
}

/** Buildings, then subzones. */
export function draw(zone, { buildings, subzones }, found, { hover, mark }) {
  drawHead(zone, found);
  const body = byId('results');
  body.querySelector('.waiting-lines').remove();
  body.append(h('div', { id: 'round-card' }));
  const fitting = hasNeeds();
  const { total, facets } = found.answer;
  if (fitting) {
    body.append(total.count === 0 ? missing(found.answer) : h('p', { class: 'zone-fit' }, h('span', { class: 'tag free' }, t('tag_fit', { n: total.bays, count: number(total.bays) })), ' ', m2(total.areaM2)));
  }
  const fits = new Map(facets.building.map((one) => [one.value, one]));
  body.append(h('h3', { class: 'group-title' }, t('buildings'), h('span', { class: 'quiet' }, number(buildings.length))));
  body.append(buildings.length > 0
    ? h('ul', { class: 'cards', id: 'buildings' }, byFit(buildings, fits).map((building) => buildingItem(building, zone, fitting ? { ...NOTHING, ...fits.get(building.code) } : null, found, hover)))
    : h('p', { class: 'state quiet' }, t('no_buildings')));
  const further = furtherButton(found, () => draw(zone, { buildings, subzones }, found, { hover, mark }));
  if (further) body.append(further);
  if (subzones.length > 0) body.append(...subzoneList(zone, subzones.map((feature) => feature.properties), mark));
  document.dispatchEvent(new CustomEvent('zone-drawn', { detail: zone }));
}

/** What fits in a building that is not among the results. */
const NOTHING = { bays: 0, areaM2: 0, longestM2: 0, rentFromUsd: null };

/** Buildings with most m² that fit first; without needs as they come. */
const byFit = (buildings, fits) => (hasNeeds() ? [...buildings].sort((a, b) => (fits.get(b.code)?.areaM2 ?? 0) - (fits.get(a.code)?.areaM2 ?? 0)) : buildings);

/** A building with the places in it that fit. */
function buildingItem(building, zone, fit, found, hover) {
  return h('li', {},
    h('div', { class: 'place-row' }, buildingCard(building, zone, fit, hover), star({ building: building.code, freeM2: building.freeM2 }, own(building, 'name'))),
    h('div', { class: 'zone-places' }, byBuilding(found.places.filter((place) => place.building === building.code), (hit) => hover(hit?.building ?? null), false)));
}

/** @param {{bays: number, areaM2: number, longestM2: number, rentFromUsd: number|null}|null} fit what satisfies the needs, null without needs */
function buildingCard(building, zone, fit, hover) {
  const name = own(building, 'name');
  const areaM2 = fit ? fit.areaM2 : building.freeM2;
  const longestM2 = fit ? fit.longestM2 : building.longestRunM2;
  const open = areaM2 > 0;
  const from = fit?.rentFromUsd ?? building.rentFromUsd;
  const link = h('a', { class: 'card', href: href({ ...ZONE_ONLY, b: building.code, on: conditions().from ?? null, map: null }), 'data-go': true, data: { building: building.code } },
    glyph(building.floors, { label: glyphSentence(name, building.floors, building.freeM2) }),
    h('span', { class: 'card-text' },
      h('b', { class: 'card-name' }, name),
      h('span', { class: 'card-line' }, [t('n_storeys', { n: building.storeys }), from && t('from_rent', { rent: rent(from) })].filter(Boolean).join(', ')),
      h('span', { class: 'card-line' }, [t('up_to_load', { load: load(building.maxLoadKnM2) }), building.goodsLifts > 0 && t('lifts_short', { n: building.goodsLifts, t: number(building.liftMaxT, 1) })].filter(Boolean).join(', ')),
      open && h('span', { class: 'card-line' }, t('longest_run', { area: m2(longestM2) }))),
    h('span', { class: 'card-end' },
      h('span', { class: `area${open ? '' : ' none'}` }, planned(zone) && !open ? '–' : number(Math.round(areaM2)), h('small', {}, ' m²')),
      h('span', { class: `tag${open ? ' free' : ''}` }, buildingTag(building, zone, fit))));
  for (const type of ['mouseenter', 'focus']) link.addEventListener(type, () => hover(building.code));
  for (const type of ['mouseleave', 'blur']) link.addEventListener(type, () => hover(null));
  return link;
}

function buildingTag(building, zone, fit) {
  if (fit?.bays > 0) return t('tag_fit', { n: fit.bays, count: number(fit.bays) });
  if (planned(zone)) return t('tag_planned');
  if (building.freeM2 === 0) return t('tag_full');
  return fit ? t('tag_no_fit') : t('tag_free', { n: building.freeBays, count: number(building.freeBays) });
}

/** Subzones under their land use, with hectares and the share of the zone. */
function subzoneList(zone, subzones, mark) {
  const total = subzones.reduce((sum, subzone) => sum + subzone.area_ha, 0);
  const uses = [...new Set(subzones.map((subzone) => subzone.land_use))].sort((a, b) => (USES.indexOf(a) + 99) % 99 - (USES.indexOf(b) + 99) % 99);
  const groups = uses.map((use) => {
    const members = subzones.filter((subzone) => subzone.land_use === use).sort((a, b) => a.code.localeCompare(b.code, 'vi', { numeric: true }));
    const area = members.reduce((sum, subzone) => sum + subzone.area_ha, 0);
    return h('li', { class: 'use' },
      h('div', { class: 'use-head' }, h('span', { class: 'use-swatch', data: { use } }), h('b', {}, ownProperty(members[0], 'land_use')),
        h('span', { class: 'quiet' }, `${hectares(area)}, ${percent((100 * area) / total, 1)}`)),
      h('ul', { class: 'subzones' }, members.map((subzone) => h('li', {}, subzoneButton(subzone, mark)))));
  });
  return [
    h('h3', { class: 'group-title' }, t('subzones'), h('span', { class: 'quiet' }, `${number(subzones.length)}, ${hectares(total)}`)),
    h('ul', { class: 'uses', id: 'subzones' }, groups),
    h('p', { class: 'quiet small note' }, t('area_method')),
  ];
}

function subzoneButton(subzone, mark) {
  const button = h('button', {
    class: 'subzone-button', type: 'button', data: { subzone: subzone.code }, 'aria-pressed': 'false',
    on: { click: () => go({ subzone: current().subzone === subzone.code ? null : subzone.code }) },
  }, h('b', {}, subzone.code), h('span', {}, ownProperty(subzone, 'name')), h('span', { class: 'num' }, hectares(subzone.area_ha)));
  for (const type of ['mouseenter', 'focus']) button.addEventListener(type, () => mark(subzone.code));
  for (const type of ['mouseleave', 'blur']) button.addEventListener(type, () => mark(null));
  const facts = h('dl', { class: 'subzone-facts', hidden: true },
    fact('m²', number(subzone.area_m2 ?? subzone.area_ha * 10000)),
    subzone.max_density_pct && fact(t('density'), percent(subzone.max_density_pct, 1)),
    subzone.max_floors && fact(t('max_floors'), number(subzone.max_floors)),
    subzone.far && fact(t('far'), number(subzone.far, 2)),
    subzone.cadastral_code && fact(t('cadastral'), subzone.cadastral_code),
    subzone.phase && fact(t('phase'), number(subzone.phase)));
  return [button, facts];
}

const fact = (label, value) => h('div', {}, h('dt', {}, label), h('dd', {}, value));

/** Opens the facts of the selected subzone. */
export function markSubzone(code) {
  for (const button of document.querySelectorAll('[data-subzone]')) {
    const on = button.dataset.subzone === code;
    button.setAttribute('aria-pressed', String(on));
    button.nextElementSibling.hidden = !on;
    if (on && !button.contains(document.activeElement)) button.closest('li').scrollIntoView({ block: 'nearest' });
  }
}

/** Paints the swatches once the style is there. */
export function paintSwatches(make) {
  for (const place of document.querySelectorAll('.use-swatch')) place.replaceChildren(make(place.dataset.use));
}
