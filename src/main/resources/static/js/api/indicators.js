/** The indicators, their rows, and registers on their way in. */
import { getJson, query, send } from './http.js';

const API = '/api/v1/indicators';

/** @param {string} dates query of the two dates, as the page has it */
export const report = (dates) => getJson(`${API}?${dates}`);
export const projects = (dates, filter) => getJson(`${API}/projects?${dates}${query(filter).replace('?', '&')}`);
export const csv = (table, dates, lang) => `${API}/tables/${table}.csv?${dates}&lang=${lang}`;

export function readRegister(file, numbers) {
  const form = new FormData();
  form.append('file', file);
  return send('POST', `${API}/registers${query({ numbers })}`, form);
}

export const confirmRegister = (id, reading, leaveOutFaulty) => send('POST', `${API}/registers/${id}/confirm`, { reading, leaveOutFaulty });
export const discardRegister = (id) => send('DELETE', `${API}/registers/${id}`);
