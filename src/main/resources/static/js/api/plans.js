/** Plans and their drawings: `/api/v1/plans`. */
import { getJson, query, send } from './http.js';

const at = (id, rest = '') => `/api/v1/plans/${encodeURIComponent(id)}${rest}`;

export const plans = (zone, options) => getJson(`/api/v1/plans${query({ zone })}`, options);
export const plan = (id, options) => getJson(at(id), options);
/** The subzones as GeoJSON, longitude before latitude; of an older revision where one is named. */
export const subzones = (id, revision, options) => getJson(at(id, `/subzones${query({ revision })}`), options);
export const report = (id, options) => getJson(at(id, '/report'), options);
export const revisions = (id, options) => getJson(at(id, '/revisions'), options);
export const decisions = (id, options) => getJson(at(id, '/decisions'), options);
export const compare = (id, other, options) => getJson(at(id, `/compare${query({ with: other })}`), options);
export const proposal = (id, options) => getJson(at(id, '/repair'), options);

/** A new draft: `{basedOn}`, `{basedOn, revision}` or `{zone}`, with titles where they change. */
export const start = (draft, options) => send('POST', '/api/v1/plans', draft, options);
export const describe = (id, patch, ifMatch) => send('PATCH', at(id), patch, { ifMatch });

/** Applies edits as a whole; see the server's `EditJson` for the operations. */
export const edit = (id, edits, options) => send('POST', at(id, '/edits'), { edits }, options);
/** What edits would lead to; nothing is written. */
export const tryOut = (id, edits, options) => send('POST', at(id, '/check'), { edits }, options);
export const undo = (id, ifMatch) => send('POST', at(id, '/undo'), undefined, { ifMatch });
export const redo = (id, ifMatch) => send('POST', at(id, '/redo'), undefined, { ifMatch });
export const show = (id, revision, ifMatch) => send('POST', at(id, '/show'), { revision }, { ifMatch });
export const repair = (id, steps, ifMatch) => send('POST', at(id, '/repair'), { steps }, { ifMatch });
/** What changed since a version: the answer of an edit, without having edited. */
export const changes = (id, since, options) => getJson(at(id, `/changes${query({ since })}`), options);

/** A step of the plan's life: submit, withdraw, return, approve, publish. */
export const step = (id, name, body, ifMatch) => send('POST', at(id, `/${name}`), body, { ifMatch });
export const waive = (id, body) => send('POST', at(id, '/waivers'), body);

/** Comments as GeoJSON features, newest last. */
export const comments = (id, options) => getJson(at(id, '/comments'), options);
export const comment = (id, body) => send('POST', at(id, '/comments'), body);
export const resolve = (id, comment, open) => send('POST', at(id, `/comments/${encodeURIComponent(comment)}/${open ? 'reopen' : 'resolve'}`));

/** Tells the others that one is here, and hears who else is. */
export const presence = (id, body, options) => send('PUT', at(id, '/presence'), body, options);

/** What a pasted table of coordinates could mean in a zone. */
export const readTable = (zone, table) => send('POST', '/api/v1/coordinates', { zone, table });

/** The land-use balance of a version. */
export const balance = (id, options) => getJson(at(id, '/balance'), options);
/** Address of the balance as a file, `csv` or `xlsx`, beside another version's where one is named. */
export const balanceFile = (id, f, against) => at(id, `/balance${query({ f, against })}`);
