/** One address is one state of the editor: plan, version it is compared with, subzone, tab, map view, language. */

const NAMES = ['zone', 'plan', 'with', 'subzone', 'tab', 'palette', 'map', 'lang'];
const listeners = new Set();
let state = read();

function read() {
  const query = new URLSearchParams(location.search);
  return Object.freeze(Object.fromEntries(NAMES.filter((name) => query.get(name)).map((name) => [name, query.get(name)])));
}

/** The state now; absent names are undefined, values are texts. */
export const current = () => state;

/** The address of the present state with some names changed; null or undefined removes a name. */
export function href(patch) {
  const query = new URLSearchParams();
  const next = { ...state, ...patch };
  for (const name of NAMES) if (next[name] !== undefined && next[name] !== null && next[name] !== '') query.set(name, next[name]);
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `/plan?${text}` : '/plan';
}

/** Goes somewhere else: Back returns. */
export function go(patch) {
  const target = href(patch);
  if (target === location.pathname + location.search) return;
  history.pushState(null, '', target);
  changed();
}

/** Notes where the planner is without a step to go back to. */
export function note(patch) {
  history.replaceState(null, '', href(patch));
  state = read();
  languageLinks();
}

function changed() {
  const before = state;
  state = read();
  languageLinks();
  for (const listener of listeners) listener(state, before);
}

function languageLinks() {
  for (const link of document.querySelectorAll('a[data-lang]')) link.href = href({ lang: link.dataset.lang });
}

/** Calls `listener(state, before)` after every step. */
export function onChange(listener) {
  listeners.add(listener);
}

addEventListener('popstate', changed);
languageLinks();
