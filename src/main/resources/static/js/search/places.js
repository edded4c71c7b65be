/** Places that fit: runs of bays under their building, with what they offer against what is needed. The whole place is one link, a star saves it. */
import { h } from '../lib/dom.js';
import { date, m2, money, number, rent } from '../lib/numbers.js';
import { conditions, href, needs } from '../lib/state.js';
import { star } from '../lib/star.js';
import { own, t } from '../lib/words.js';

const bays = (first, count) => (count === 1 ? String(first) : `${first}–${first + count - 1}`);
const parameter = (first, count) => (count === 1 ? String(first) : `${first}-${first + count - 1}`);

/** Floor and bays, as a heading says them. */
export const whereText = ({ level, firstBay, bayCount }) => t('place_where', { n: bayCount, floor: level, bays: bays(firstBay, bayCount) });

/**
 * Places by building, buildings in the order of their first place.
 * @param {object[]} places hits of the search
 * @param {(hit: object|null) => void} hover
 * @param {boolean} titled whether each building has its name above; not where its card stands there already
 */
export function byBuilding(places, hover, titled = true) {
  const groups = new Map();
  for (const place of places) groups.set(place.building, [...(groups.get(place.building) ?? []), place]);
  return [...groups.values()].map((members) => h('div', { class: 'house-places' },
    titled && h('p', { class: 'house-name' }, h('a', { class: 'house-link', href: buildingHref(members[0]), 'data-go': true }, own(members[0], 'building'))),
    h('ul', { class: 'places' }, members.map((place) => row(place, hover)))));
}

const buildingHref = ({ building, zone }) => href({ zone, b: building, floor: null, bays: null, on: conditions().from ?? null, map: null });

/** The bays one would take: the part that comes nearest to the area asked for, else all. */
const taken = (hit) => hit.part ?? hit;

function row(hit, hover) {
  const take = taken(hit);
  const where = whereText(take);
  const name = `${own(hit, 'building')}, ${where}`;
  const link = h('a', {
    class: 'place-link', 'data-go': true, data: { place: `${hit.building}/${take.level}/${take.firstBay}` },
    href: href({ zone: hit.zone, b: hit.building, floor: take.level, bays: parameter(take.firstBay, take.bayCount), on: conditions().from ?? null, map: null }),
  },
  h('span', { class: 'place-head' }, h('b', {}, where), h('span', { class: 'place-area' }, m2(take.areaM2 + (hit.with?.areaM2 ?? 0)))),
  hit.with && h('span', { class: 'place-line' }, t('place_with', { floor: hit.with.level, bays: bays(hit.with.firstBay, hit.with.bayCount), area: m2(hit.with.areaM2) })),
  h('span', { class: 'place-line' }, t('place_month', { sum: money(...[hit.rentUsdM2Month, hit.rentVndM2Month].map((rate) => rate * (take.areaM2 + (hit.with?.areaM2 ?? 0)))) })),
  h('span', { class: 'place-line' }, rent(hit.rentUsdM2Month, hit.rentVndM2Month)),
  h('span', { class: 'place-line' }, offers(hit)),
  tags(hit));
  for (const type of ['mouseenter', 'focus']) link.addEventListener(type, () => hover(hit));
  for (const type of ['mouseleave', 'blur']) link.addEventListener(type, () => hover(null));
  const entry = { building: hit.building, floor: take.level, firstBay: take.firstBay, bayCount: take.bayCount, areaM2: take.areaM2 };
  return h('li', { class: 'place-row' }, link, star(entry, name));
}

/** What the place offers of what is needed; without such needs what everybody asks first. */
function offers(hit) {
  const need = needs();
  const offer = (key, value, unit) => t(`offer_${key}`, { value: `${number(value, 1)} ${unit}` });
  const all = {
    load: () => offer('load', hit.loadKnM2, 'kN/m²'),
    pointLoad: () => offer('pointLoad', hit.pointLoadKn, 'kN'),
    height: () => offer('height', hit.clearHeightM, 'm'),
    lift: () => (hit.liftT < need.lift ? t('offer_truck') : offer('lift', hit.liftT, 't')),
    power: () => offer('power', hit.powerLeftKva, 'kVA'),
    wastewater: () => offer('wastewater', hit.wastewaterLeftM3Day, 'm³'),
  };
  const keys = Object.keys(all).filter((key) => need[key] && (key !== 'pointLoad' || !need.load));
  return (keys.length > 0 ? keys : ['load', 'height', 'power']).map((key) => all[key]()).join(' · ');
}

function tags(hit) {
  const found = [
    hit.part && hit.part.bayCount < hit.bayCount && h('span', { class: 'tag' }, t('place_of_run', { area: m2(hit.areaM2) })),
    hit.distanceM !== null && h('span', { class: 'tag' }, t('place_distance', { km: number(hit.distanceM / 1000, 1) })),
    hit.incentive && h('span', { class: 'tag free' }, t('place_incentive')),
    conditions().from && h('span', { class: 'tag' }, t('free_from', { date: date(hit.freeFrom) })),
  ].filter(Boolean);
  return found.length > 0 && h('span', { class: 'place-tags' }, found);
}
