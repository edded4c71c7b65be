/**
 * Places that a visitor saved: buildings and runs of bays. They stay in this browser and go nowhere else.
 *
 * An entry is `{building, floor, firstBay, bayCount}`: a building's code, a level, a bay's number from 0 and a count; a whole building has
 * `building` alone. What else an entry carries, such as what was known on the day it was saved, is kept with it and never compared.
 */

const KEY = 'khuxuong.favourites';
const MOST = 50;

const listeners = new Set();

/** Where the browser refuses to store, entries live as long as the page. */
let unstored;

const whole = (value) => (Number.isInteger(value) && value >= 0 ? value : null);

/** The entry as it is compared: numbers or null, nothing else; null when it names no building. */
function place({ building, floor, firstBay, bayCount } = {}) {
  if (typeof building !== 'string' || building === '') return null;
  const run = whole(floor) !== null && whole(firstBay) !== null && whole(bayCount) > 0;
  return { building, floor: run ? floor : null, firstBay: run ? firstBay : null, bayCount: run ? bayCount : null };
}

/** A text that is the same for the same place. */
export function keyOf(entry) {
  const at = place(entry);
  return at && [at.building, at.floor, at.firstBay, at.bayCount].filter((part) => part !== null).join('/');
}

/** All entries, the last saved first. */
export function all() {
  if (unstored) return [...unstored];
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => entry && place(entry)) : [];
  } catch {
    return [];
  }
}

/** Whether the place is saved. */
export const has = (entry) => all().some((one) => keyOf(one) === keyOf(entry));

/** Saves the place, or forgets it when it is saved; tells which: true for saved. */
export function toggle(entry) {
  const at = place(entry);
  if (!at) return false;
  const before = all();
  const rest = before.filter((one) => keyOf(one) !== keyOf(at));
  const saved = rest.length === before.length;
  write(saved ? [{ ...entry, ...at, savedAt: new Date().toISOString() }, ...rest].slice(0, MOST) : rest);
  return saved;
}

function write(entries) {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
    unstored = undefined;
  } catch {
    unstored = entries;
  }
  tell();
}

function tell() {
  for (const listener of listeners) listener(all());
}

/** Calls `listener(entries)` after every change, also one made in another tab. Gives back what ends it. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

addEventListener('storage', (event) => {
  if (event.key === KEY || event.key === null) tell();
});
