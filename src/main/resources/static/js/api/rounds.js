/** Allocation rounds: `/api/v1/rounds`. */
import { getJson, query } from './http.js';

export const rounds = (options) => getJson('/api/v1/rounds', options);
export const placements = (id, building, options) =>
  getJson(`/api/v1/rounds/${encodeURIComponent(id)}/placements${query({ building })}`, options);
