/** The only place that asks the server. */
import { lang } from '../lib/words.js';
import { Problem } from '../lib/problem.js';

/**
 * Reads JSON. Throws a {@link Problem} for every refusal and fault, and lets an abort through as it is.
 * @param {string} path with query
 * @param {{signal?: AbortSignal}} options
 */
export async function getJson(path, { signal } = {}) {
  let response;
  try {
    response = await fetch(path, { signal, headers: { Accept: 'application/json, application/geo+json, application/problem+json', 'Accept-Language': lang } });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw Problem.offline();
  }
  if (!response.ok) throw await Problem.of(response);
  try {
    return await response.json();
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw Problem.unreadable(response.status);
  }
}

/** A query text of the names that have a value. */
export function query(values) {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== null && value !== '') parts.set(name, value);
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
