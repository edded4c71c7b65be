/**
 * What an edit will do, as far as the browser can tell before the server has answered. The server's word replaces it; until then, and
 * while there is no connection, it is what the planner sees.
 */
import { areaOf, plane, vertexKey } from './shapes.js';

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

const point = (shape) => (shape?.type === 'Point' && !shape.crs ? shape.coordinates : null);

const OPERATIONS = {
  create(features, edit, temporary) {
    if (edit.shape?.type !== 'Polygon' || edit.shape.crs) return null;
    const feature = { type: 'Feature', id: temporary, geometry: null, properties: { code: '…', ...edit.attributes } };
    return new Map([[temporary, reshaped(feature, edit.shape.coordinates)]]);
  },
  remove(features, edit) {
    const feature = named(features, edit.subzone);
    return new Map(feature ? [[feature.id, null]] : []);
  },
  reshape(features, edit) {
    const feature = named(features, edit.subzone);
    if (edit.shape?.type !== 'Polygon' || edit.shape.crs) return null;
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
