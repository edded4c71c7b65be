/** Zones, buildings, bays and search: `/api/v1`. */
import { getJson, query } from './http.js';

export const supply = (needs, options) => getJson(`/api/v1/supply${query(needs)}`, options);
export const buildings = (zone, options) => getJson(`/api/v1/buildings${query({ zone })}`, options);
export const building = (code, on, options) => getJson(`/api/v1/buildings/${encodeURIComponent(code)}${query({ on })}`, options);
export const search = (q, options) => getJson(`/api/v1/search${query({ q })}`, options);
