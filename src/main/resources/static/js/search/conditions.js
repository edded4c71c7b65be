/** The conditions a firm can set: their names in the address, the numbers that make sense, and how a chip says them. */
import { date, number, rent } from '../lib/numbers.js';
import { readMachines } from '../lib/machine.js';
import { conditions, current } from '../lib/state.js';
import { lang, t } from '../lib/words.js';

/**
 * @typedef {{names: string[], kind: string, unit?: string, stops?: number[], steps?: number[]}} Condition `stops` of the slider, `steps` offered as buttons
 */

/** @type {Object<string, Condition>} */
export const CONDITIONS = {
  area: { names: ['areaMin', 'areaMax', 'split'], kind: 'area', unit: 'm²', stops: [50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000, 5000], steps: [[150, 300], [300, 600], [600, 1000], [1000, null]] },
  machines: { names: ['machines'], kind: 'machines' },
  power: { names: ['power'], kind: 'least', unit: 'kVA', stops: [10, 20, 30, 45, 60, 80, 100, 130, 160, 200, 250, 300, 400], steps: [30, 60, 100, 160] },
  industry: { names: ['industry', 'hazard'], kind: 'industry' },
  load: { names: ['load'], kind: 'least', unit: 'kN/m²', stops: [2.5, 5, 7.5, 10, 12.5, 15, 20, 25, 30], steps: [5, 7.5, 10, 15, 20] },
  height: { names: ['height'], kind: 'least', unit: 'm', stops: [3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8], steps: [4, 4.5, 5, 6] },
  lift: { names: ['lift'], kind: 'least', unit: 't', stops: [0.5, 1, 1.5, 2, 2.5, 3, 4, 5], steps: [1.5, 2.5, 3, 5] },
  liftDoor: { names: ['liftDoorWidth', 'liftDoorHeight'], kind: 'pair', unit: 'm', stops: [1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 3] },
  pointLoad: { names: ['pointLoad'], kind: 'least', unit: 'kN', stops: [10, 15, 20, 30, 40, 50, 60, 80, 100], steps: [20, 40, 60] },
  wastewater: { names: ['wastewater'], kind: 'least', unit: 'm³', stops: [1, 2, 5, 10, 20, 30, 50], steps: [1, 5, 10, 20] },
  rent: { names: ['rentMaxUsd'], kind: 'most', unit: 'USD', stops: [3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 10], steps: [4, 5, 6] },
  floors: { names: ['floorMin', 'floorMax'], kind: 'floors', stops: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15] },
  time: { names: ['from', 'months'], kind: 'time', stops: [6, 12, 24, 36, 60, 120, 240] },
  near: { names: ['near', 'withinKm'], kind: 'near', unit: 'km', stops: [1, 2, 3, 5, 8, 10, 15, 20, 30] },
  incentive: { names: ['incentive'], kind: 'flag' },
  bbox: { names: ['bbox'], kind: 'box' },
};

/** Always in view; the others are added. */
export const FIRST = ['area', 'machines', 'power', 'industry'];
export const MORE = Object.keys(CONDITIONS).filter((key) => !FIRST.includes(key));

/** The condition that a name of the address belongs to, undefined for others such as the zone. */
export const conditionOf = (name) => Object.keys(CONDITIONS).find((key) => CONDITIONS[key].names.includes(name));

/** Names of lines of business, learned from the answers. */
const industries = new Map();
export function learn(facets) {
  for (const { value, vi, en } of facets.industry) industries.set(value, lang === 'en' ? en : vi);
}
export const knowsIndustry = (code) => industries.has(code);
export const industryName = (code) => industries.get(code) ?? code;

const TEXTS = {
  area({ areaMin, areaMax, split }) {
    const area = areaMin && areaMax ? `${number(areaMin)}–${number(areaMax)} m²` : areaMin ? `≥ ${number(areaMin)} m²` : areaMax ? `≤ ${number(areaMax)} m²` : null;
    return [area, split === 'true' && t('chip_split')].filter(Boolean).join(', ') || null;
  },
  machines({ machines }) {
    const all = readMachines(machines);
    if (all.length === 0) return machines ?? null; // what cannot be read is refused by name below, so it must have a chip to remove
    return all.length === 1 ? machineText(all[0]) : t('chip_machines', { n: all.length, t: number(Math.max(...all.map(({ weight }) => weight ?? 0)), 2) });
  },
  industry({ industry, hazard }) {
    return [industry && industryName(industry), hazard && t('chip_hazard', { hazard })].filter(Boolean).join(', ') || null;
  },
  liftDoor({ liftDoorWidth, liftDoorHeight }) {
    if (!liftDoorWidth && !liftDoorHeight) return null;
    return liftDoorWidth && liftDoorHeight ? `≥ ${number(liftDoorWidth, 2)} × ${number(liftDoorHeight, 2)} m` : t(liftDoorWidth ? 'chip_door_width' : 'chip_door_height', { m: number(liftDoorWidth ?? liftDoorHeight, 2) });
  },
  rent: ({ rentMaxUsd }) => (rentMaxUsd ? `≤ ${rent(rentMaxUsd)}` : null),
  wastewater: ({ wastewater }) => (wastewater ? `≥ ${t('per_day', { m3: number(wastewater, 1) })}` : null),
  floors({ floorMin, floorMax }) {
    if (floorMin && floorMax) return floorMin === floorMax ? number(floorMin) : `${number(floorMin)}–${number(floorMax)}`;
    return floorMin ? `≥ ${number(floorMin)}` : floorMax ? `≤ ${number(floorMax)}` : null;
  },
  time({ from, months }) {
    return [from && t('chip_from', { date: date(from) }), months && t('n_months', { n: months })].filter(Boolean).join(', ') || null;
  },
  near({ near, withinKm }) {
    return near ? (withinKm ? t('chip_within', { km: number(withinKm, 1) }) : t('chip_near')) : null;
  },
  incentive: ({ incentive }) => (incentive === 'true' ? t('yes') : null),
  bbox: ({ bbox }) => (bbox ? t('yes') : null),
};

/** A machine in a few words: `4,2 t, 2,4 × 1,8 × 2,2 m`. */
export function machineText({ weight, length, width, height }) {
  const sides = [length, width, height].filter(Boolean).map((side) => number(side, 2));
  return [weight && `${number(weight, 2)} t`, sides.length > 0 && `${sides.join(' × ')} m`].filter(Boolean).join(', ');
}

/** What machines need, in a few words. */
export function needText(needs) {
  return [
    needs.load && t('needs_load', { kn: number(needs.load, 2) }), needs.height && t('needs_height', { m: number(needs.height, 2) }),
    needs.lift && t('needs_lift', { t: number(needs.lift, 2) }),
  ].filter(Boolean).join('; ');
}

/** The value of a condition as a chip says it, null where it is not set. */
export function valueText(key, set = conditions()) {
  if (TEXTS[key]) return TEXTS[key](set);
  const { names: [name], kind, unit } = CONDITIONS[key];
  return set[name] === undefined ? null : `${kind === 'most' ? '≤' : '≥'} ${number(set[name], 2)} ${unit}`;
}

/** A condition with its value, as part of a sentence: `tải sàn ≥ 10 kN/m²`. */
export function phrase(key, set = conditions()) {
  const label = t(`need_${key}`);
  const small = label.charAt(0).toLowerCase() + label.slice(1);
  return CONDITIONS[key].kind === 'flag' || CONDITIONS[key].kind === 'box' ? small : `${small} ${valueText(key, set) ?? ''}`.trim();
}

/** The change of the address that removes a condition. */
export const without = (key) => Object.fromEntries(CONDITIONS[key].names.map((name) => [name, null]));

/** The conditions that are set, in the order of the page. */
export const setKeys = () => Object.keys(CONDITIONS).filter((key) => CONDITIONS[key].names.some((name) => current()[name] !== undefined));

