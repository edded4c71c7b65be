/** Published layers, their styles, and the reference features around them. */
import { getJson, query } from './http.js';

/** At most so many features are drawn of one layer; beyond it the page would have to say that it shows a part. */
const LIMIT = 2000;

/** A layer's features as GeoJSON, longitude before latitude. */
export const features = (layer, filter = {}, options) =>
  getJson(`/ogc/collections/${layer}/items${query({ limit: LIMIT, ...filter })}`, options);
export const style = (layer, options) => getJson(`/styles/${layer}.json`, options);
export const legend = (layer, options) => getJson(`/styles/${layer}/legend.json`, options);
export const patterns = (options) => getJson('/map/patterns.json', options);
export const context = (options) => getJson('/map/context.json', options);
