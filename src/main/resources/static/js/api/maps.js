/** Published layers, their styles, and the reference features around them. */
import { getJson, query } from './http.js';

/** At most so many features are drawn of one layer; beyond it the page would have to say that it shows a part. */
const LIMIT = 2000;

/** A layer's features as GeoJSON, longitude before latitude. */
export const features = (layer, filter = {}, options) =>
  getJson(`/ogc/collections/${layer}/items${query({ limit: LIMIT, ...filter })}`, options);
export const style = (layer, options) => getJson(`/styles/${layer}.json`, options);
/** A layer's legend, in one of its further styles where that is named. */
export const legend = (layer, style, options) => getJson(`/styles/${layer}/legend.json${query({ style })}`, options);
export const patterns = (options) => getJson('/map/patterns.json', options);
export const context = (options) => getJson('/map/context.json', options);
