/** Files on their way into a draft: `/api/v1/plans/{id}/imports`, `/api/v1/imports`, and the jobs that read them. */
import { getJson, send } from './http.js';

const at = (id, rest = '') => `/api/v1/imports/${encodeURIComponent(id)}${rest}`;

/** Sends a file; the answer names the job that reads it. Nothing is drawn yet. */
export function start(plan, file, { signal } = {}) {
  const form = new FormData();
  form.append('file', file, file.name);
  return send('POST', `/api/v1/plans/${encodeURIComponent(plan)}/imports`, form, { signal });
}

export const get = (id, options) => getJson(at(id), options);
/** What confirming would draw, as GeoJSON. */
export const preview = (id, options) => getJson(at(id, '/preview'), options);
/** Reads the file again: `{crs, mapping: {columns, landUses}}`. */
export const readAgain = (id, options) => send('POST', at(id, '/options'), options);
/** Draws what was read: `{crs, mode: 'add'|'replace', leaveOutFaulty}`. */
export const confirm = (id, decision, ifMatch) => send('POST', at(id, '/confirm'), decision, { ifMatch });
export const discard = (id) => send('DELETE', at(id));
export const job = (path) => getJson(path);

const ended = (job) => !['QUEUED', 'RUNNING'].includes(job.state);
const RETRY_MS = 2000;

/**
 * Follows a job to its end; a broken connection is taken up again.
 * @param {string} path of the job
 * @param {(job: object) => void} heard
 * @returns {{done: Promise<void>, stop: () => void}}
 */
export function follow(path, heard) {
  let source, timer, finish;
  const done = new Promise((resolve) => {
    finish = () => {
      source.close();
      clearTimeout(timer);
      resolve();
    };
  });
  const take = (now) => {
    heard(now);
    if (ended(now)) finish();
  };
  const connect = () => {
    source = new EventSource(`${path}/events`);
    source.addEventListener('progress', (event) => take(JSON.parse(event.data)));
    source.addEventListener('error', async () => {
      if (source.readyState !== EventSource.CLOSED) return; // tries again by itself
      try {
        take(await job(path));
      } catch (problem) {
        if (problem.status === 404) return finish();
      }
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_MS);
      return undefined;
    });
  };
  connect();
  return { done, stop: finish };
}
