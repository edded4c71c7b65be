/** Allocation rounds: `/api/v1/rounds`. */
import { getJson, query, send } from './http.js';

const at = (id, rest = '') => `/api/v1/rounds/${encodeURIComponent(id)}${rest}`;

export const rounds = (options) => getJson('/api/v1/rounds', options);
export const placements = (id, building, options) => getJson(at(id, `/placements${query({ building })}`), options);

/** One round with its newest answer. */
export const round = (id, options) => getJson(at(id), options);
export const applications = (id, options) => getJson(at(id, '/applications'), options);
/** Why one application got what it got. */
export const reason = (id, application, options) => getJson(at(id, `/applications/${encodeURIComponent(application)}`), options);
export const fairness = (id, options) => getJson(at(id, '/fairness'), options);

/** Whether a firm may be moved, and what that costs; changes nothing. */
export const checkMove = (id, move, options) => send('POST', at(id, '/moves/check'), move, options);
export const move = (id, asked, options) => send('POST', at(id, '/moves'), asked, options);

export const scenarios = (id, options) => getJson(at(id, '/scenarios'), options);
export const scenario = (id, n, options) => getJson(at(id, `/scenarios/${n}`), options);
export const scenarioMap = (id, n, options) => getJson(at(id, `/scenarios/${n}/map`), options);
export const fork = (id, asked, options) => send('POST', at(id, '/scenarios'), asked, options);

/** The answer on its floors with everybody's names, for officers. */
export const board = (id, options) => getJson(at(id, '/board'), options);
/** Who wanted a bay and why each did not get it. */
export const bay = (id, { building, level, bay: no }, options) => getJson(at(id, `/bays/${encodeURIComponent(building)}/${level}/${no}`), options);
export const discard = (id, n) => send('DELETE', at(id, `/scenarios/${n}`));
/** The applications of the caller's own firm in a round. */
export const mine = (id, options) => getJson(at(id, '/mine'), options);
