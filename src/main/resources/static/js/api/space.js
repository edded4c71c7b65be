/** Zones, buildings, bays and search: `/api/v1`. */
import { getJson, query, send } from './http.js';

/** What is free in every zone on a day, today without one. */
export const supply = (on, options) => getJson(`/api/v1/supply${query({ on })}`, options);
/** Free space that satisfies conditions, with counts beside it. */
export const vacancies = (question, options) => getJson(`/api/v1/vacancies${query(question)}`, options);
/** The page that an answer calls `next`. */
export const further = (next, options) => getJson(new URL(next).pathname + new URL(next).search, options);
export const buildings = (zone, on, options) => getJson(`/api/v1/buildings${query({ zone, on })}`, options);
export const building = (code, on, options) => getJson(`/api/v1/buildings/${encodeURIComponent(code)}${query({ on })}`, options);
/** The plan of a floor, metres from its upper left corner; see the server's FloorPlan. */
export const floorPlan = (floor, options) => getJson(`/api/v1/floors/${encodeURIComponent(floor)}/plan`, options);
/** Who waits for a building, and whether it is let by rounds. */
export const waitingList = (building, options) => getJson(`/api/v1/waiting-list${query({ building })}`, options);
export const search = (q, options) => getJson(`/api/v1/search${query({ q })}`, options);

/** Photos and plans of a building; the form has `file`, `kind`, `altVi`, `altEn`. Staff change them; the answer is the new list. */
export const pictureHref = (code, id) => `/api/v1/buildings/${encodeURIComponent(code)}/pictures/${encodeURIComponent(id)}`;
export const pictures = (code, options) => getJson(`/api/v1/buildings/${encodeURIComponent(code)}/pictures`, options);
export const addPicture = (code, form) => send('POST', `/api/v1/buildings/${encodeURIComponent(code)}/pictures`, form);
export const removePicture = (code, id) => send('DELETE', pictureHref(code, id));

/** A building with its lifts, floors and bays as one file; `format` is `csv` or `geojson`. */
export const exportHref = (code, format) => `/api/v1/buildings/${encodeURIComponent(code)}/export?f=${format}`;
/** Tells what a file of a building would change, or does it; `base` of the report that was read. Officers only. */
export function importBuilding(file, { apply = false, base } = {}) {
  const form = new FormData();
  form.append('file', file);
  return send('POST', `/api/v1/buildings/imports${query({ apply: apply || undefined, base })}`, form);
}
