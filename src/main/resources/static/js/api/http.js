/** The only place that asks the server. */
import { lang } from '../lib/words.js';
import { Problem } from '../lib/problem.js';

const ACCEPT = 'application/json, application/geo+json, application/problem+json';

/**
 * Reads JSON. Throws a {@link Problem} for every refusal and fault, and lets an abort through as it is.
 * @param {string} path with query
 * @param {{signal?: AbortSignal}} options
 */
export const getJson = (path, { signal } = {}) => ask(path, { signal });

/**
 * Sends something and reads the JSON that comes back, null where nothing does. Faults as in {@link getJson}.
 * @param {string} method
 * @param {string} path with query
 * @param {object|FormData|undefined} body sent as JSON unless it is a form
 * @param {{signal?: AbortSignal, ifMatch?: string, key?: string}} options `ifMatch` the version that is changed, `key` names the request so
 *   that it may be sent again
 */
export function send(method, path, body, { signal, ifMatch, key } = {}) {
  const headers = {};
  const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  if (token) headers['X-XSRF-TOKEN'] = decodeURIComponent(token[1]);
  if (ifMatch) headers['If-Match'] = ifMatch;
  if (key) headers['Idempotency-Key'] = key;
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  return ask(path, { method, headers, signal, body: form || body === undefined ? body : JSON.stringify(body) });
}

async function ask(path, { headers, ...options }) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { Accept: ACCEPT, 'Accept-Language': lang, ...headers } });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw Problem.offline();
  }
  if (!response.ok) throw await Problem.of(response);
  if (response.status === 204 || response.headers.get('Content-Length') === '0') return null;
  try {
    return await response.json();
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw Problem.unreadable(response.status);
  }
}

/** A query text of the names that have a value; a list gives its name several times. */
export function query(values) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') parts.append(name, one);
  }
  const text = parts.toString();
  return text ? `?${text}` : '';
}

/** Keeps one request in flight: a new one aborts the one before. */
export function latest(ask) {
  let controller;
  return (...args) => {
    controller?.abort();
    controller = new AbortController();
    return ask(...args, { signal: controller.signal });
  };
}

export const aborted = (fault) => fault?.name === 'AbortError';
