/** Zones, buildings, bays and search: `/api/v1`. */
import { getJson, query } from './http.js';

/** What is free in every zone on a day, today without one. */
export const supply = (on, options) => getJson(`/api/v1/supply${query({ on })}`, options);
/** Free space that satisfies conditions, with counts beside it. */
export const vacancies = (question, options) => getJson(`/api/v1/vacancies${query(question)}`, options);
/** The page that an answer calls `next`. */
export const further = (next, options) => getJson(new URL(next).pathname + new URL(next).search, options);
export const buildings = (zone, on, options) => getJson(`/api/v1/buildings${query({ zone, on })}`, options);
export const building = (code, on, options) => getJson(`/api/v1/buildings/${encodeURIComponent(code)}${query({ on })}`, options);
export const search = (q, options) => getJson(`/api/v1/search${query({ q })}`, options);
