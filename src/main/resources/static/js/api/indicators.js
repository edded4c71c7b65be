/** The indicators, their rows, the officers' ledger, and registers on their way in. */
import { getJson, query, send } from './http.js';

const API = '/api/v1/indicators';

/** @param {string} dates query of the two dates, as the page has it */
export const report = (dates) => getJson(`${API}?${dates}`);
export const projects = (dates, filter) => getJson(`${API}/projects?${dates}${query(filter).replace('?', '&')}`);
export const csv = (table, dates, lang) => `${API}/tables/${table}.csv?${dates}&lang=${lang}`;

/** A project with all that was ever recorded of it; its `etag` is what an event is recorded against. */
export const project = (code) => getJson(`${API}/projects/${encodeURIComponent(code)}`);
export const recordEvent = (event, etag) => send('POST', `${API}/events`, event, { ifMatch: etag });
export const places = () => getJson(`${API}/places`);
export const sectors = () => getJson(`${API}/sectors`);
export const rates = () => getJson(`${API}/rates`);
export const recordRate = (rate) => send('POST', `${API}/rates`, rate);
export const openings = () => getJson(`${API}/openings`);
export const recordOpening = (opening) => send('POST', `${API}/openings`, opening);

export function readRegister(file, numbers) {
  const form = new FormData();
  form.append('file', file);
  return send('POST', `${API}/registers${query({ numbers })}`, form);
}

/** Files of the caller that are neither confirmed nor discarded. */
export const openRegisters = () => getJson(`${API}/registers`);
export const getRegister = (id) => getJson(`${API}/registers/${id}`);
export const confirmRegister = (id, reading, leaveOutFaulty) => send('POST', `${API}/registers/${id}/confirm`, { reading, leaveOutFaulty });
export const discardRegister = (id) => send('DELETE', `${API}/registers/${id}`);
