/** Who is in a building, for officers and administrators: `/api/v1/buildings/{code}/…`. */
import { getJson, query } from './http.js';

const at = (code, rest) => `/api/v1/buildings/${encodeURIComponent(code)}/${rest}`;

export const tenants = (code, on, options) => getJson(at(code, `tenants${query({ on })}`), options);
export const rollover = (code, on, options) => getJson(at(code, `rollover${query({ on })}`), options);
export const vacancy = (code, on, options) => getJson(at(code, `vacancy${query({ on })}`), options);
/** The address of the same as CSV; `what` is `rollover` or `vacancy`. */
export const file = (code, what, on) => at(code, `${what}${query({ on, f: 'csv' })}`);
