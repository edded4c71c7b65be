import { needsOfAll, readMachines } from './machine.js';

/**
 * One address is one state: zone, building, floor, bays, date, needs, order, map view and language are all in the query.
 * Every move goes through here, so back, forward, reload and a shared link show the same thing.
 */

/** What the firm needs and where it looks; the names are those of `/api/v1/vacancies`. */
export const NEEDS = [
  'areaMin', 'areaMax', 'split', 'machines', 'load', 'power', 'hazard', 'industry', 'height', 'lift', 'liftDoorWidth', 'liftDoorHeight', 'pointLoad',
  'wastewater', 'rentMaxUsd', 'floorMin', 'floorMax', 'from', 'months', 'incentive', 'near', 'withinKm', 'bbox',
];
/** Those whose values are no numbers. */
const WORDS = new Set(['split', 'machines', 'hazard', 'industry', 'from', 'incentive', 'near', 'bbox']);
const NAMES = ['zone', 'subzone', 'b', 'floor', 'bays', 'on', ...NEEDS, 'sort', 'saved', 'view', 'round', 'compare', 'diff', 'map', 'lang'];

const listeners = new Set();
let state = read(location.search);

function read(search) {
  const query = new URLSearchParams(search);
  const found = {};
  for (const name of NAMES) if (query.get(name)) found[name] = query.get(name);
  return Object.freeze(found);
}

/** The state now; absent names are undefined, values are texts. */
export const current = () => state;

/** The address of the present state with some names changed; null or undefined removes a name. */
export function href(patch, base = state) {
  const query = new URLSearchParams();
  const next = { ...base, ...patch };
  for (const name of NAMES) if (next[name] !== undefined && next[name] !== null && next[name] !== '') query.set(name, next[name]);
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3B', ';');
  return text ? `/?${text}` : '/';
}

/** Goes to the present state with some names changed. */
export function go(patch, { replace = false } = {}) {
  const target = href(patch);
  if (target === location.pathname + location.search) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', target);
  change();
}

/** Notes something in the address that changes nothing on the page, such as where the map looks. */
export function note(patch) {
  history.replaceState(null, '', href(patch));
  state = read(location.search);
  updateLanguageLinks();
}

function change() {
  const before = state;
  state = read(location.search);
  updateLanguageLinks();
  for (const listener of listeners) listener(state, before);
}

function updateLanguageLinks() {
  for (const link of document.querySelectorAll('a[data-lang]')) link.href = href({ lang: link.dataset.lang });
}

/** Calls `listener(state, before)` after every change. */
export function onChange(listener) {
  listeners.add(listener);
}

/** Leaving a building or zone drops what belonged to it. */
export const ZONE_ONLY = { subzone: null, b: null, floor: null, bays: null, on: null, view: null, round: null, saved: null };
export const HOME = { zone: null, ...ZONE_ONLY };

/** Links marked `data-go` move within the page; with a modifier key they stay ordinary links. */
export function start() {
  addEventListener('popstate', change);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-go]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = new URL(link.href);
    if (target.origin !== location.origin || target.pathname !== '/') return;
    event.preventDefault();
    if (target.search === location.search) return;
    history.pushState(null, '', target.pathname + target.search);
    change();
  });
  updateLanguageLinks();
}

/** The conditions that are set, numbers as numbers, others as texts. */
export function conditions(from = state) {
  const set = {};
  for (const name of NEEDS) {
    if (from[name] === undefined) continue;
    if (WORDS.has(name)) set[name] = from[name];
    else if (Number(from[name]) > 0) set[name] = Number(from[name]);
  }
  return set;
}

/** The same with what the machines need: the larger of that and of what is asked for. */
export function needs(from = state) {
  const set = conditions(from);
  for (const [name, value] of Object.entries(needsOfAll(readMachines(set.machines)))) set[name] = Math.max(set[name] ?? 0, value);
  return set;
}

const APPLIED = ['machines', 'load', 'height', 'power', 'lift', 'hazard', 'industry', 'months'];

/** What was asked for that an application asks too, as the address has it; nobody says it twice. */
export const applied = () => Object.fromEntries(APPLIED.filter((name) => state[name] !== undefined).map((name) => [name, state[name]]));

export const hasNeeds = () => Object.keys(conditions()).length > 0;

/** What is asked of `/api/v1/vacancies` in a state: conditions as the address has them, and the open zone. */
export function question(from = state) {
  return Object.fromEntries([...NEEDS, 'zone'].filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));
}
