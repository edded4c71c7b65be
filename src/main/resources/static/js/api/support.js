/** Programmes, needs, referrals, unmet demand and the money of leases: `/api/v1`. */
import { getJson, query, send } from './http.js';

const API = '/api/v1';
const path = (...parts) => `${API}/${parts.map(encodeURIComponent).join('/')}`;
/** Entity tag of a record that says its id and version. */
const tag = ({ id, version }) => `"${id}-${version}"`;

/** Programmes with what their rules say of a firm; `me` is the caller's own. */
export const programmes = (firm, lack) => getJson(path('firms', firm, 'programmes') + query({ lack }));
export const recordEvidence = (firm, fact, seen) => send('PUT', path('firms', firm, 'evidence', fact), seen);

export const needs = (asked = {}) => getJson(path('support', 'needs') + query(asked));
export const stateNeed = (asked, key) => send('POST', path('support', 'needs'), asked, { key });
/** `action` is `meet` or `withdraw`. */
export const endNeed = (need, action, reason) => send('POST', path('support', 'needs', need.id, action), { reason }, { ifMatch: tag(need) });

export const referrals = (asked = {}) => getJson(path('support', 'referrals') + query(asked));
export const referral = (id) => getJson(path('support', 'referrals', id));
export const refer = (need, programme, reason) => send('POST', path('support', 'needs', need.id, 'referrals'), { programme, reason });
export const step = (known, action, asked) => send('POST', path('support', 'referrals', known.id, action), asked, { ifMatch: tag(known) });

/** The catalogue as officers keep it. */
export const catalogue = (on) => getJson(path('incentives') + query({ on }));
export const versions = (code) => getJson(path('incentives', code, 'versions'));
export const recordVersion = (asked, last) => send('POST', path('incentives'), asked, last ? { ifMatch: tag(last) } : {});
/** `action` is `end` or `standing`. */
export const changeVersion = (known, action, asked) => send('POST', path('incentives', known.id, action), asked, { ifMatch: tag(known) });

export const leases = () => getJson(path('leases') + query({ status: 'RUNNING' }));
export const addRentStep = (money, step) => send('POST', path('leases', money.lease, 'rent-steps'), step, { ifMatch: tag({ id: money.lease, version: money.version }) });
export const leaseMonths = (lease) => getJson(path('leases', lease, 'months'));
export const leaseMonthsFile = (lease) => path('leases', lease, 'months') + query({ f: 'csv' });

export const unmet = (asked = {}, options = {}) => getJson(path('support', 'unmet') + query(asked), options);
export const unmetFile = (asked, part) => path('support', 'unmet') + query({ ...asked, part, f: 'csv' });

/** What follows an answer that says where it goes on. */
export const further = (next) => getJson(next);
