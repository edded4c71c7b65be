/**
 * Edits on their way to the server: one batch at a time, in order, kept in the browser until the server has them. States: `saved`,
 * `saving`, `offline` (tries again by itself), `conflict` (a colleague changed the same subzones), `signedout`, `closed` (the plan may
 * no longer be drawn). Nothing is thrown away but by the planner or by a refusal of the server, which is shown.
 */
import { forget, keep, kept } from '../lib/keep.js';

const RETRY_MS = [1000, 2000, 5000, 10000];

/**
 * @param {object} options
 * @param {string} options.key where the queue is kept
 * @param {(entry: object) => Promise<void>} options.deliver sends a batch and takes in the answer; throws a Problem
 * @param {(problem: object, entry: object) => 'again'|'hold'|'drop'} options.stale what to do after a 412
 * @param {(problem: object, entry: object) => void} options.refused a batch that the server will not take; it is dropped
 * @param {() => void} options.changed the queue or its state changed
 */
export function createOutbox({ key, deliver, stale, refused, changed }) {
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
  const store = () => (entries.length > 0 ? keep(key, entries) : forget(key)).catch(() => {}); // private windows may refuse to keep
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
      await deliver(entry);
      failures = 0;
      entries = entries.filter((one) => one.key !== entry.key);
      await store();
      settle(entry, 'resolve');
      next = entries.length === 0 ? 'saved' : 'saving';
    } catch (problem) {
      next = failed(problem, entry);
    } finally {
      busy = false;
    }
    set(next);
    if (next === 'saving') pump();
    else if (next === 'offline') timer = setTimeout(pump, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
  }

  function failed(problem, entry) {
    if (problem.status === 0 || problem.status === 429 || problem.status >= 502) return 'offline';
    if (problem.status === 401) return 'signedout';
    if (problem.status === 412) {
      const answer = stale(problem, entry);
      if (answer === 'again') return 'saving';
      if (answer === 'hold') return 'conflict';
    }
    if (problem.status === 409 && /wrong-status|not-yours/.test(problem.code)) return 'closed';
    if (problem.status === undefined) console.error(problem);
    drop(entry);
    refused(problem, entry);
    settle(entry, 'reject', problem);
    return entries.length === 0 ? 'saved' : 'saving';
  }

  function drop(entry) {
    entries = entries.filter((one) => one.key !== entry.key);
    store();
  }

  addEventListener('online', () => state === 'offline' && pump());

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
    /** Takes up what an earlier visit could not send. */
    async resume() {
      try {
        entries = (await kept(key)) ?? [];
      } catch {
        entries = [];
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
    /** After a conflict: sends these batches instead of the ones that waited. */
    replace(next) {
      entries = next;
      store();
      set(entries.length === 0 ? 'saved' : 'saving');
      pump();
    },
    rename(from, to) {
      entries = JSON.parse(JSON.stringify(entries).replaceAll(from, to));
    },
    pump,
    /** Whether everything is with the server. */
    idle: () => entries.length === 0 && !busy,
  };
}
