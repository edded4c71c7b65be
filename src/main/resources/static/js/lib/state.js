/**
 * One address is one state: zone, building, floor, bays, date, needs, order, map view and language are all in the query.
 * Every move goes through here, so back, forward, reload and a shared link show the same thing.
 */

/** What the firm needs; the names are those of `/api/v1/supply`. */
export const NEEDS = ['areaMin', 'areaMax', 'load', 'power', 'hazard', 'height', 'lift'];
const NAMES = ['zone', 'subzone', 'b', 'floor', 'bays', 'on', ...NEEDS, 'sort', 'view', 'round', 'compare', 'diff', 'map', 'lang'];

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
  const text = query.toString().replaceAll('%2C', ',');
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
export const ZONE_ONLY = { subzone: null, b: null, floor: null, bays: null, on: null, view: null, round: null };
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

/** The needs that are set, as numbers except the hazard class. */
export function needs(from = state) {
  const set = {};
  for (const name of NEEDS) {
    if (from[name] === undefined) continue;
    if (name === 'hazard') set.hazard = from.hazard;
    else if (Number(from[name]) > 0) set[name] = Number(from[name]);
  }
  return set;
}

export const hasNeeds = () => Object.keys(needs()).length > 0;
