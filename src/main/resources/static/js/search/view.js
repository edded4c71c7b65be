/** Where the map looks, for those who ask by it; the map screen says how once it is there. */

let map = null;

/** @param {{centre: () => number[], box: () => number[]}} how both in degrees, longitude before latitude */
export function looksThrough(how) {
  map = how;
}

const degrees = (values) => values.map((value) => value.toFixed(5)).join(',');

/** The middle of the map as `lon,lat`, null without a map. */
export const centre = () => map && degrees(map.centre());
/** The map's edges as `west,south,east,north`, null without a map. */
export const box = () => map && degrees(map.box());
