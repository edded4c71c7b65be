/** Allocation rounds: `/api/v1/rounds`. */
import { getJson, query, send } from './http.js';

const at = (id, rest = '') => `/api/v1/rounds/${encodeURIComponent(id)}${rest}`;
const tag = (round) => `"${round.id}-${round.version}"`;

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
/** What a round can be set up from: buildings, standard criteria, letting rule, demand against supply. */
export const pool = (asked = {}, options) => getJson(`/api/v1/rounds/pool${query(asked)}`, options);
export const poolFirms = (q, options) => getJson(`/api/v1/rounds/pool/firms${query({ q })}`, options);
export const demandSupply = (id, options) => getJson(at(id, '/demand-supply'), options);

export const create = (asked) => send('POST', '/api/v1/rounds', asked);
export const change = (round, asked) => send('PUT', at(round.id), asked, { ifMatch: tag(round) });
export const relate = (id, groups, reason) => send('PUT', at(id, '/related'), { groups, reason });
/** A step of a round, such as `open` or `take-back`, refused where the round has changed meanwhile. */
export const step = (round, name, body) => send('POST', at(round.id, `/${name}`), body, { ifMatch: tag(round) });

export const progress = (id, options) => getJson(at(id, '/progress'), options);
export const runs = (id, options) => getJson(at(id, '/runs'), options);
export const way = (id, options) => getJson(at(id, '/steps'), options);
export const chain = (id, options) => getJson(at(id, '/chain'), options);
export const lot = (id, options) => getJson(at(id, '/lot'), options);
export const objections = (id, options) => getJson(at(id, '/objections'), options);
export const reply = (id, objection, ruling, text) => send('POST', at(id, `/objections/${objection}/reply`), { ruling, reply: text });
export const offers = (id, options) => getJson(at(id, '/offers'), options);
export const replay = (id, run) => send('POST', at(id, `/runs/${run}/replay`));

/** Addresses of files. */
export const annex = (id, ending, lang) => at(id, `/annex.${ending}${query({ lang })}`);
export const input = (id) => at(id, '/input');
export const result = (id, run) => at(id, `/runs/${run}/result`);

export const job = (id, options) => getJson(`/api/v1/jobs/${encodeURIComponent(id)}`, options);
/** Asks a job to stop; a solve keeps its best answer. */
export const stop = (id) => send('DELETE', `/api/v1/jobs/${encodeURIComponent(id)}`);
/** News of a job as server-sent events. */
export const follow = (id) => new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
