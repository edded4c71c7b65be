/** What each compared run offers, read from the buildings. */
import * as space from '../api/space.js';
import { current } from '../lib/state.js';
import { keyOf } from '../building/compared.js';

const buildings = new Map(); // by code and day

function building(code) {
  const key = `${code} ${current().on ?? ''}`;
  if (!buildings.has(key)) {
    buildings.set(key, space.building(code, current().on).catch((problem) => {
      buildings.delete(key);
      if (problem.status === 404) return null;
      throw problem;
    }));
  }
  return buildings.get(key);
}

/**
 * The runs with their building, floor and bays on the day shown; building, floor or bays are null or empty where the data have none such.
 * @returns {Promise<{key: string, entry: object, building: object|null, floor: object|undefined, bays: object[], areaM2: number}[]>}
 */
export const asked = (list) => Promise.all(list.map(async (entry) => {
  const found = await building(entry.building).catch(() => null);
  const floor = found?.floors.find((one) => one.level === entry.floor);
  const bays = floor?.bays.filter((bay) => bay.no >= entry.firstBay && bay.no < entry.firstBay + entry.bayCount) ?? [];
  return { key: keyOf(entry), entry, building: found, floor, bays: bays.length === entry.bayCount ? bays : [], areaM2: bays.reduce((sum, bay) => sum + bay.areaM2, 0) };
}));
