/**
 * Edits on their way to the server: one batch at a time, in order, kept in the browser until the server has them. States: `saved`,
 * `saving`, `offline` (tries again by itself), `conflict` (a colleague changed the same subzones), `signedout`, `closed` (the plan may
 * no longer be drawn). Nothing is thrown away but by the planner or by a refusal of the server, which is shown.
 */
import { forget, keep, kept, keysOf } from '../lib/keep.js';

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const RETRY_MS = [1000, 2000, 5000, 10000];

/**
 * @param {object} options
 * @param {string} options.key under which queues of this plan are kept; every window has one of its own
 * @param {() => {etag: string, lockVersion: number}} options.seen the version that is on the desk
 * @param {(entry: object, etag?: string) => Promise<void>} options.deliver sends a batch and takes in the answer; throws a Problem. `etag`
 *   is the version the batch was drawn on where that is not the one on the desk
 * @param {(problem: object, entry: object) => Promise<{done: boolean, hold: boolean}>} options.stale what a 412 means: the batch had arrived
 *   before, the planner has to choose; else it is sent again
 * @param {(problem: object) => void} options.closed the plan may no longer be drawn
 * @param {(problem: object, entry: object) => void} options.refused a batch that the server will not take; it is dropped
 * @param {() => void} options.changed the queue or its state changed
 */
export function createOutbox({ key, seen, deliver, stale, refused, closed, changed }) {
  const own = `${key}/${crypto.randomUUID()}`;
  let drawnOn = null; // the version the queue was drawn on, where it is not the one on the desk
  let entries = [];
  let state = 'saved';
  let savedAt = null;
  let busy = false;
  let failures = 0;
  let timer;
  const waiting = new Map(); // entry key → {resolve, reject}

  const set = (next) => {
    if (next === 'saved') savedAt = new Date();
    state = next;
    changed();
  };
  const store = () => (entries.length > 0 ? keep(own, { entries, seen: drawnOn ?? seen() }) : forget(own)).catch(() => {}); // private windows may refuse to keep
  const settle = (entry, how, value) => {
    waiting.get(entry.key)?.[how](value);
    waiting.delete(entry.key);
  };

  async function pump() {
    if (busy || entries.length === 0 || ['conflict', 'closed'].includes(state)) return;
    busy = true;
    clearTimeout(timer);
    set('saving');
    const entry = entries[0];
    let next = null;
    try {
      await deliver(entry, drawnOn?.etag);
      failures = 0;
      drawnOn = null;
      entries = entries.filter((one) => one.key !== entry.key);
      await store();
      settle(entry, 'resolve');
      next = entries.length === 0 ? 'saved' : 'saving';
    } catch (problem) {
      next = await failed(problem, entry);
    } finally {
      busy = false;
    }
    set(next);
    if (next === 'saving') pump();
    else if (next === 'offline') timer = setTimeout(pump, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
  }

  async function failed(problem, entry) {
    const was = drawnOn ?? seen();
    if (problem.status === 0 || problem.status === 429 || problem.status >= 502) return 'offline';
    if (problem.status === 401) return 'signedout';
    if (problem.status === 412) {
      const { done, hold } = await stale(problem, entry);
      drawnOn = hold ? was : null;
      if (done) {
        entries = entries.filter((one) => one.key !== entry.key);
        settle(entry, 'resolve');
      }
      await store();
      if (hold) return 'conflict';
      return entries.length === 0 ? 'saved' : 'saving';
    }
    if (/wrong-status|not-yours/.test(problem.code)) {
      drawnOn = was;
      closed(problem);
      return 'closed';
    }
    if (problem.status === undefined) console.error(problem);
    drop(entry);
    refused(problem, entry);
    settle(entry, 'reject', problem);
    return entries.length === 0 ? 'saved' : 'saving';
  }

  function drop(entry) {
    entries = entries.filter((one) => one.key !== entry.key);
    if (entries.length === 0) drawnOn = null;
    store();
  }

  const wake = () => ['offline', 'signedout'].includes(state) && pump();
  addEventListener('online', wake);
  addEventListener('focus', wake);
  navigator.locks?.request(own, () => new Promise(() => {})); // held until the window is gone: nobody else takes its queue

  /** Whether the window that kept a queue is gone. Without locks nobody can tell; then each queue is taken by whoever comes. */
  const abandoned = async (name) => !navigator.locks || navigator.locks.request(name, { ifAvailable: true }, (lock) => lock !== null);

  return {
    get entries() {
      return entries;
    },
    get state() {
      return state;
    },
    get savedAt() {
      return savedAt;
    },
    /** Takes up what earlier visits could not send. */
    async resume() {
      try {
        for (const name of await keysOf(`${key}/`)) {
          if (name === own || !((await abandoned(name)) || (await later(300), await abandoned(name)))) continue; // a reload lets go of its lock a moment late
          const left = await kept(name);
          if (left) {
            entries = [...entries, ...left.entries.filter((one) => entries.every(({ key: has }) => has !== one.key))].sort((a, b) => (a.at < b.at ? -1 : 1));
            if (!drawnOn || left.seen.lockVersion < drawnOn.lockVersion) drawnOn = left.seen;
            await store();
          }
          await forget(name);
        }
      } catch {
        // what cannot be read stays where it is
      }
      changed();
      return entries.length;
    },
    /** Adds a batch; resolves when the server has it, rejects when the server refuses it. */
    add(entry) {
      entries = [...entries, entry];
      store();
      changed();
      const done = new Promise((resolve, reject) => waiting.set(entry.key, { resolve, reject }));
      done.catch(() => {}); // whoever cares listens; refusals are shown anyway
      pump();
      return done;
    },
    /** Takes back the newest batch that is not on its way; null when there is none. */
    takeBack() {
      const last = entries[entries.length - 1];
      if (!last || (busy && entries.length === 1)) return null;
      drop(last);
      settle(last, 'reject', null);
      if (entries.length === 0) set('saved');
      else changed();
      return last;
    },
    /** After a conflict: the planner has decided about everything that waited; what comes of it is added anew. */
    clear() {
      for (const entry of entries) settle(entry, 'resolve');
      entries = [];
      drawnOn = null;
      state = 'saving';
    },
    /** After {@link clear}, when nothing had to be added. */
    rest() {
      if (entries.length > 0) return;
      store();
      set('saved');
    },
    /** The plan may be drawn again. */
    reopen() {
      if (state !== 'closed') return;
      state = 'saving';
      pump();
    },
    rename(from, to) {
      for (const entry of entries) Object.assign(entry, JSON.parse(JSON.stringify(entry).replaceAll(from, to)));
    },
    pump,
    /** Whether everything is with the server. */
    idle: () => entries.length === 0 && !busy,
  };
}
