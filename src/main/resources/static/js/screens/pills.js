/** What the pills on the map say: the m² that fit, without needs all that are free. */
import { narrow } from '../lib/dom.js';
import { m2 } from '../lib/numbers.js';
import { conditions, go, hasNeeds } from '../lib/state.js';
import { own, t } from '../lib/words.js';
import * as list from './list.js';

/** @param {{open: () => void, hover: (code: string|null) => void}} actions */
export function zonePill(zone, all, { open, hover }) {
  const areaM2 = (hasNeeds() ? zone.fitM2 : zone.freeM2) ?? 0;
  const kind = areaM2 > 0 ? 'free' : list.planned(zone) ? 'planned' : list.full(zone) ? 'full' : 'unfit';
  return {
    key: zone.code, name: list.zoneName(zone, all).replace(/^(KCN|KCX|KCNC)\s/, ''), ...says(kind, areaM2, zone.floors),
    at: zone.centre, box: zone.bbox, select: open, hover: (on) => hover(on ? zone.code : null),
  };
}

/**
 * @param {object[]} fitting the counts of buildings that came with the answer
 * @param {(code: string|null) => void} hover
 */
export function housePill(house, zone, fitting, hover) {
  const areaM2 = hasNeeds() ? fitting.find(({ value }) => value === house.code)?.areaM2 ?? 0 : house.freeM2;
  const kind = areaM2 > 0 ? 'free' : list.planned(zone) ? 'planned' : house.freeM2 > 0 ? 'unfit' : 'full';
  return {
    key: house.code, name: narrow() ? house.code : own(house, 'name'), ...says(kind, areaM2, house.floors),
    at: house.centre, select: () => go({ b: house.code, floor: null, bays: null, on: conditions().from ?? null }), hover: (on) => hover(on ? house.code : null),
  };
}

function says(kind, areaM2, floors) {
  const open = floors.filter((floor) => floor.freeM2 > 0).length;
  const more = kind !== 'free' ? null : hasNeeds() ? t('pill_fits') : t('pill_free', { n: open });
  return { kind, value: kind === 'free' ? m2(areaM2) : t(`pill_${kind}`), more, floors, areaM2 };
}
