/** What a floor is made of: blocks to draw, runs of free bays, and whether a run fits the machines. */

const TAKEN = { LET: 'LEASE', ENDING: 'LEASE', HELD: 'HOLD', OFFERED: 'OFFER' };

/** Whether bay `no` stands behind a wall: breaks are the bay numbers before which one stands. */
const walled = (floor, no) => (floor.breaks ?? []).includes(no);

/** Bays that a firm could take on the day shown. */
export const vacant = (bay) => bay.status === 'FREE' || bay.status === 'SOON';

/**
 * The blocks of a floor from its first bay to its last: a tenant's bays together, free bays one by one, closed ones by reason.
 * @returns {{floor: object, first: number, count: number, bays: object[], status: string, areaM2: number, occupancy?: object}[]}
 */
export function blocks(floor) {
  const found = [];
  for (const bay of [...floor.bays].sort((a, b) => a.no - b.no)) {
    const occupancy = TAKEN[bay.status] && floor.occupancies.find((one) => one.firstBay <= bay.no && bay.no < one.firstBay + one.bayCount && matches(one, bay));
    const last = found[found.length - 1];
    const joins = last && last.status === bay.status && last.first + last.count === bay.no && !vacant(bay) &&
      (occupancy ? last.occupancy === occupancy : bay.status === 'OUT' && last.bays[0].outReasonVi === bay.outReasonVi);
    if (joins) {
      last.bays.push(bay);
      last.count++;
      last.areaM2 += bay.areaM2;
    } else {
      found.push({ floor, first: bay.no, count: 1, bays: [bay], status: bay.status, areaM2: bay.areaM2, occupancy });
    }
  }
  return found;
}

/** The occupancy of the day is the one that ends when the bay says its occupation ends, if it says so. */
const matches = (occupancy, bay) => !bay.occupiedUntil || !occupancy.until || occupancy.until === bay.occupiedUntil;

/** Runs of adjoining vacant bays of one status, cut by walls; first to last. */
export function runs(floor) {
  const found = [];
  for (const bay of [...floor.bays].sort((a, b) => a.no - b.no)) {
    const last = found[found.length - 1];
    if (!vacant(bay)) continue;
    if (last && last.first + last.bays.length === bay.no && last.status === bay.status && !walled(floor, bay.no)) {
      last.bays.push(bay);
      last.areaM2 += bay.areaM2;
    } else {
      found.push({ floor, first: bay.no, bays: [bay], status: bay.status, areaM2: bay.areaM2 });
    }
  }
  return found;
}

/** The run a bay belongs to, or undefined. */
export const runOf = (floor, no) => runs(floor).find((run) => run.first <= no && no < run.first + run.bays.length);

/**
 * What is chosen when a block is picked: the block alone, or with `extend` the chosen bays and it, if both lie in one free run.
 * Picked so, the bay at either end of what is chosen is let go again.
 * @param {{level: number, first: number, last: number}|null} chosen
 * @returns {[number, number]} first and last bay
 */
export function picked(chosen, block, extend) {
  const last = block.first + block.count - 1;
  const run = extend && chosen && chosen.level === block.floor.level && vacant(block.bays[0]) && runOf(block.floor, block.first);
  if (!run || run.first > chosen.first || chosen.last >= run.first + run.bays.length) return [block.first, last];
  if (chosen.first !== chosen.last && block.first === chosen.last) return [chosen.first, chosen.last - 1];
  if (chosen.first !== chosen.last && block.first === chosen.first) return [chosen.first + 1, chosen.last];
  return [Math.min(chosen.first, block.first), Math.max(chosen.last, last)];
}

/** Id of the pattern drawn over a status, undefined without one. */
export const pattern = (status) => ({ SOON: 'p-soon', HELD: 'p-held', OFFERED: 'p-offered', OUT: 'p-out' })[status];

/** The same place for the favourites and for comparing. */
export const place = (building, { level, first, last }) => ({ building: building.code, floor: level, firstBay: first, bayCount: last - first + 1 });

/** The first day on which all the bays are free, null where that is now or nobody can say. */
export function freeFrom(bays) {
  const days = bays.map((bay) => (bay.status === 'FREE' ? '' : bay.freeFrom));
  return days.includes(null) ? null : days.sort()[days.length - 1] || null;
}

/** Address of the sheet of a run. */
export const unitHref = (code, level, first, last) => `/units/${code}/${level}/${bayParameter(first, last)}`;

const USUAL_MONTHS = 36;

/** Address at which to apply for a run; `asked` is what the search knows already, see `applied` of the state. */
export function applyHref({ building, floor, firstBay, bayCount }, from, asked = {}) {
  return `/firm/apply?${new URLSearchParams({ building, floor, firstBay, bayCount, ...(from && { from }), months: USUAL_MONTHS, ...asked })}`;
}

/**
 * Each need against what the bays offer, failed ones first.
 * @param {object} floor
 * @param {number} areaM2 of the adjoining free bays that could be taken together
 * @param {object} needs as {@link needs} of the state
 * @returns {{key: string, need: number|string, offer: number|string[]|null, ok: boolean}[]}
 */
export function checks(floor, areaM2, needs) {
  const found = [];
  const least = (key, offer) => {
    if (needs[key] !== undefined) found.push({ key, need: needs[key], offer, ok: offer !== null && offer !== undefined && offer >= needs[key] });
  };
  if (needs.areaMin !== undefined) found.push({ key: 'area', need: needs.areaMin, offer: areaM2, ok: areaM2 >= needs.areaMin });
  least('load', floor.loadKnM2);
  least('height', floor.clearHeightM);
  // The ground floor needs no lift.
  if (needs.lift !== undefined) found.push({ key: 'lift', need: needs.lift, offer: floor.liftT, ok: floor.level === 1 || (floor.liftT ?? 0) >= needs.lift });
  least('power', floor.powerLeftKva);
  if (needs.hazard !== undefined) found.push({ key: 'hazard', need: needs.hazard, offer: floor.hazards, ok: floor.hazards.includes(needs.hazard) });
  return found.sort((a, b) => Number(a.ok) - Number(b.ok));
}

/** Whether a run of vacant bays meets every need. A single bay larger than the largest area asked for does not fit. */
export function fits(run, needs) {
  if (needs.areaMax !== undefined && Math.min(...run.bays.map((bay) => bay.areaM2)) > needs.areaMax) return false;
  return checks(run.floor, run.areaM2, needs).every((check) => check.ok);
}

/** Bays `2-3` or `2` of an address as [first, last], or null. */
export function parseBays(text) {
  const found = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(text ?? '');
  if (!found) return null;
  const first = Number(found[1]), last = Number(found[2] ?? found[1]);
  return first <= last ? [first, last] : null;
}

/** As people write them: 2 or 2–3. */
export const bayRange = (first, last) => (first === last ? String(first) : `${first}–${last}`);

/** As the address writes them. */
export const bayParameter = (first, last) => (first === last ? String(first) : `${first}-${last}`);
