/**
 * The one state of the console. What somebody looks at stands in the address, so that Back, reload and a link to a colleague show
 * the same; what the server has (the round, whether it is being solved) stands beside it. Parts are mounted once with this module
 * and listen.
 */
import * as api from '../api/rounds.js';

/**
 * Names of the address, all texts:
 * `round` id of a round, or `new` · `tab` part of the middle column · `scenario` id of a what-if · `firm` code of an application ·
 * `building` code, `floor` level, `bay` number from 0 · `view` strip, map, table or fairness · `show`, `sort`, `zone`, `size`,
 * `sector`, `q` (part of a firm's name), `cause` filters of the answer · `kind` of change that a what-if shows · `pane` the one that a narrow screen shows · `lang`.
 */
const NAMES = ['round', 'tab', 'scenario', 'firm', 'building', 'floor', 'bay', 'view', 'show', 'sort', 'zone', 'size', 'sector', 'q', 'cause', 'kind', 'pane', 'lang'];

const addressListeners = new Set();
const roundListeners = new Set();
const solveListeners = new Set();
const scenarioListeners = new Set();
let address = read();
let round = null;
let solve = null;

function read() {
  const query = new URLSearchParams(location.search);
  return Object.freeze(Object.fromEntries(NAMES.filter((name) => query.get(name)).map((name) => [name, query.get(name)])));
}

/** The address now; absent names are undefined, values are texts. */
export const current = () => address;

/** The round that is open, as `GET /api/v1/rounds/{id}` answers; null when none is. */
export const openRound = () => round;

/** The solve that runs or ran last on this page, `{job, state, points}`; null when none was followed. */
export const openSolve = () => solve;

/** Whether the answer on the page is only the best so far; reasons then say "tạm thời". */
export const provisional = () => round?.status === 'SOLVING';

/** The address of the present state with some names changed; null removes a name. */
export function href(patch) {
  const query = new URLSearchParams();
  const next = { ...address, ...patch };
  for (const name of NAMES) if (next[name] !== undefined && next[name] !== null && next[name] !== '') query.set(name, next[name]);
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return text ? `/allocate?${text}` : '/allocate';
}

/** Goes somewhere else: Back returns. */
export function go(patch) {
  const target = href(patch);
  if (target === location.pathname + location.search) return;
  history.pushState(null, '', target);
  changed();
}

/** Notes something in the address without a step to go back to; listeners are told too. */
export function note(patch) {
  const target = href(patch);
  if (target === location.pathname + location.search) return;
  history.replaceState(null, '', target);
  changed();
}

/** What belongs to one round only, to be removed when another is opened. */
export const NOTHING_CHOSEN = { scenario: null, firm: null, building: null, floor: null, bay: null, zone: null, size: null, sector: null, q: null, cause: null, kind: null };

function changed() {
  const before = address;
  address = read();
  links();
  for (const listener of [...addressListeners]) listener(address, before);
}

function links() {
  for (const link of document.querySelectorAll('a[data-lang]')) link.href = href({ lang: link.dataset.lang });
}

/** Calls `listener(address, before)` after every change of the address. */
export const onChange = (listener) => addressListeners.add(listener);

/** Calls `listener(round)` when another round is open or the open one has changed on the server; null for none. */
export const onRound = (listener) => roundListeners.add(listener);

/** Calls `listener(solve)` with the news of a solve, four times a second at most. */
export const onSolve = (listener) => solveListeners.add(listener);

/** Calls `listener()` when a what-if was made or thrown away on this page. */
export const onScenarios = (listener) => scenarioListeners.add(listener);

export function scenariosChanged() {
  for (const listener of [...scenarioListeners]) listener();
}

/** Puts a round, as the server answered it, in the place of the one before. */
export function setRound(next) {
  round = next;
  for (const listener of [...roundListeners]) listener(round);
}

export function setSolve(next) {
  solve = next;
  for (const listener of [...solveListeners]) listener(solve);
}

/** Reads the open round anew, such as after a move or a step. */
export async function reload() {
  const { round: id } = address;
  if (!id || id === 'new') {
    setRound(null);
    return;
  }
  const read = await api.round(id);
  // somebody may have gone on meanwhile
  if (address.round === id) setRound(read);
}

addEventListener('popstate', changed);
links();
