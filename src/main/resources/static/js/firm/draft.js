/** What is typed into an application, kept on this device until it is handed in: reload, a lost network or a sign-in lose nothing. */
import { debounce } from '../lib/dom.js';
import { forget, keep, kept } from '../lib/keep.js';
import { readMachines } from '../lib/machine.js';
import { t } from '../lib/words.js';
import { typedNumber } from './form.js';

const KEY = 'firm/apply';
const PLACE = ['building', 'floor', 'firstBay', 'bayCount'];

/** The draft with the place and the term of the address; another place begins with the firm's answers and no application. */
export async function load() {
  let draft = {};
  try {
    draft = (await kept(KEY)) ?? {};
  } catch {
    // A browser that keeps nothing; the form works as long as it is open.
  }
  const asked = new URLSearchParams(location.search);
  if (asked.get('building') && PLACE.some((name) => (asked.get(name) ?? '') !== String(draft[name] ?? ''))) {
    for (const name of PLACE) draft[name] = asked.get(name) ?? undefined;
    delete draft.application;
    delete draft.budget;
    draft.key = undefined;
  }
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(asked.get('from') ?? '') && !draft.fromTyped) draft.from = asked.get('from').padEnd(10, '-01').slice(0, 10);
  if (/^\d{1,3}$/.test(asked.get('months') ?? '') && !draft.monthsTyped) draft.months = asked.get('months');
  for (const name of ['hazard', 'industry']) if (asked.get(name) && !draft[name]) draft[name] = asked.get(name);
  for (const name of ['load', 'height', 'power', 'lift']) if (Number(asked.get(name)) > 0 && !draft[name]) draft[name] = typedNumber(Number(asked.get(name)));
  draft.machines ??= [];
  if (draft.machines.length === 0) {
    const typed = (value) => (value === undefined ? undefined : typedNumber(value));
    draft.machines = readMachines(asked.get('machines')).map((one, index) => ({ name: t('machine_n', { n: index + 1 }), weightT: typed(one.weight), lengthM: typed(one.length), widthM: typed(one.width), heightM: typed(one.height) }));
  }
  draft.vsic ??= '';
  draft.files ??= [];
  draft.key ??= newKey();
  return draft;
}

/** A name for a request, so that it may be sent again; made by hand where the page is not served over TLS. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Keeps the draft; `saved` is called with the moment it was on disk. */
export function keeper(draft, saved) {
  const write = async () => {
    try {
      await keep(KEY, { ...draft, keptAt: new Date().toISOString() });
      saved(new Date().toISOString());
    } catch {
      saved(null);
    }
  };
  const soon = debounce(write, 250);
  addEventListener('pagehide', write);
  return { soon, now: write, drop: () => { removeEventListener('pagehide', write); return forget(KEY).catch(() => undefined); } };
}
