/**
 * What an edit will do, as far as the browser can tell before the server has answered. The server's word replaces it; until then, and
 * while there is no connection, it is what the planner sees.
 */
import { areaOf, distance, nearestOn, plane, toPlane, vertexKey } from './shapes.js';

/** The subzone an edit names by uid or code. */
export function named(features, name) {
  return features.get(name) ?? [...features.values()].find((feature) => feature.properties.code === name);
}

/** A feature with another outline, its area measured anew. */
export function reshaped(feature, coordinates) {
  const geometry = { type: 'Polygon', coordinates };
  return { ...feature, geometry, properties: { ...feature.properties, areaM2: areaOf(plane(geometry)) } };
}

function mapVertices(features, change) {
  const after = new Map();
  for (const feature of features.values()) {
    let touched = false;
    const rings = feature.geometry.coordinates.map((ring) => {
      const next = change(ring.slice(0, -1));
      if (!next) return ring;
      touched = true;
      return [...next, next[0]];
    });
    if (touched) after.set(feature.id, reshaped(feature, rings));
  }
  return after;
}

/** How near the server looks for a vertex or an edge, and what it takes for the same place, in metres. */
const AIM_M = 0.01;
const TOUCH_M = 1e-3;
const MARGIN = 1e-6; // degrees, about 0.1 m

/** Whether a place lies in the box of an edge; spares most edges the exact question. */
const between = ([x, y], [ax, ay], [bx, by]) =>
  x >= Math.min(ax, bx) - MARGIN && x <= Math.max(ax, bx) + MARGIN && y >= Math.min(ay, by) - MARGIN && y <= Math.max(ay, by) + MARGIN;

const point = (shape) => (shape?.type === 'Point' && !shape.crs ? shape.coordinates : null);

const OPERATIONS = {
  create(features, edit, temporary) {
    if (edit.shape?.type !== 'Polygon') return null;
    const feature = { type: 'Feature', id: temporary, geometry: null, properties: { code: '…', ...edit.attributes } };
    return new Map([[temporary, reshaped(feature, edit.shape.coordinates)]]);
  },
  remove(features, edit) {
    const feature = named(features, edit.subzone);
    return new Map(feature ? [[feature.id, null]] : []);
  },
  reshape(features, edit) {
    const feature = named(features, edit.subzone);
    if (edit.shape?.type !== 'Polygon') return null;
    return new Map(feature ? [[feature.id, reshaped(feature, edit.shape.coordinates)]] : []);
  },
  setAttributes(features, edit) {
    const feature = named(features, edit.subzone);
    return new Map(feature ? [[feature.id, { ...feature, properties: { ...feature.properties, ...edit.attributes } }]] : []);
  },
  moveVertex(features, edit) {
    const from = point(edit.from), to = point(edit.to);
    if (!from || !to) return null;
    const key = vertexKey(from);
    return mapVertices(features, (ring) => (ring.some((vertex) => vertexKey(vertex) === key) ? ring.map((vertex) => (vertexKey(vertex) === key ? to : vertex)) : null));
  },
  moveSharedEdge(features, edit) {
    if (edit.subzones || edit.from?.type !== 'LineString' || edit.from.crs || edit.to?.crs) return null;
    const moves = new Map(edit.from.coordinates.map((vertex, i) => [vertexKey(vertex), edit.to.coordinates[i]]));
    return mapVertices(features, (ring) => (ring.some((vertex) => moves.has(vertexKey(vertex))) ? ring.map((vertex) => moves.get(vertexKey(vertex)) ?? vertex) : null));
  },
  insertVertex(features, edit) {
    const at = point(edit.at);
    if (!at) return null;
    const here = toPlane(at);
    return mapVertices(features, (ring) => {
      const edge = ring.findIndex((a, i) => {
        const b = ring[(i + 1) % ring.length];
        if (!between(at, a, b)) return false;
        const from = toPlane(a), to = toPlane(b);
        return distance(here, nearestOn(here, from, to).point) < AIM_M && distance(here, from) > TOUCH_M && distance(here, to) > TOUCH_M;
      });
      return edge < 0 ? null : [...ring.slice(0, edge + 1), at, ...ring.slice(edge + 1)];
    });
  },
  removeVertex(features, edit) {
    const at = point(edit.at);
    if (!at) return null;
    const key = vertexKey(at);
    return mapVertices(features, (ring) => (ring.length > 3 && ring.some((vertex) => vertexKey(vertex) === key) ? ring.filter((vertex) => vertexKey(vertex) !== key) : null));
  },
};

/**
 * @param {Map<string, object>} features subzones by uid
 * @param {object} edit as the server takes it, shapes in longitude and latitude
 * @param {string} temporary uid of a subzone that the edit makes
 * @returns {Map<string, object|null>|null} subzones that change, null where one goes; null when only the server can tell
 */
export function foresee(features, edit, temporary) {
  return OPERATIONS[edit.op]?.(features, edit, temporary) ?? null;
}

/** The subzones an edit has to do with, by uid; null when that may be any. */
export function touched(features, edit) {
  const foreseen = foresee(features, edit, '');
  if (foreseen) return [...foreseen.keys()].filter(Boolean);
  const names = [edit.subzone, edit.keep, edit.keeper, edit.to, ...(edit.subzones ?? []), ...(edit.through ?? [])].filter((name) => typeof name === 'string');
  if (names.length === 0) return null;
  return names.map((name) => named(features, name)?.id).filter(Boolean);
}
