/** What has become of a saved place. */

/** The m² of then, if they are not those of now. */
const before = (then, now) => (then !== undefined && Math.round(then) !== Math.round(now) ? then : null);

const TAKEN = ['HELD', 'OFFERED', 'LET', 'ENDING'];

/**
 * @param {{floor: number|null, firstBay: number|null, bayCount: number|null, areaM2?: number}} entry a run of bays, or a whole building
 * @param {object} building as of today
 * @returns {{word: string, tone: string, areaM2: number, day: string|null, before: number|null}} `word` one of free, part, soon, taken, held, closed, full; `areaM2`
 *   what is free of the place now, `day` from which it is free or until which it is taken, `before` m² that were free when it was saved, where
 *   they were others
 */
export function runState(entry, building) {
  if (entry.firstBay === null || entry.firstBay === undefined) {
    return { word: building.freeM2 > 0 ? 'free' : 'full', tone: building.freeM2 > 0 ? 'free' : '', areaM2: building.freeM2, day: null, before: before(entry.freeM2, building.freeM2) };
  }
  const floor = building.floors.find(({ level }) => level === entry.floor);
  const bays = (floor?.bays ?? []).filter(({ no }) => no >= entry.firstBay && no < entry.firstBay + entry.bayCount);
  if (bays.length === 0) return { word: 'closed', tone: '', areaM2: 0, day: null, before: null };
  const free = bays.filter(({ status }) => status === 'FREE');
  const areaM2 = free.reduce((sum, bay) => sum + bay.areaM2, 0);
  if (free.length === bays.length) return { word: 'free', tone: 'free', areaM2, day: null, before: null };
  if (bays.some(({ status }) => status === 'OUT')) return { word: 'closed', tone: '', areaM2, day: null, before: null };
  const latest = (days) => days.filter(Boolean).sort().at(-1) ?? null;
  if (free.length > 0) return { word: 'part', tone: 'warn', areaM2, day: null, before: before(entry.areaM2, areaM2) };
  if (bays.every(({ status }) => status === 'SOON')) return { word: 'soon', tone: 'free', areaM2: 0, day: latest(bays.map((bay) => bay.freeFrom)), before: null };
  const taken = bays.filter(({ status }) => TAKEN.includes(status));
  const held = taken.every(({ status }) => status === 'HELD' || status === 'OFFERED');
  return { word: held ? 'held' : 'taken', tone: held ? 'warn' : '', areaM2: 0, day: latest(taken.map((bay) => bay.occupiedUntil)), before: null };
}
