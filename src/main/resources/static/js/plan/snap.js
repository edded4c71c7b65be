/**
 * Snapping: the nearest vertex, midpoint or edge of subzones, of the zone's outline and of reference layers. Edges are straight in the
 * legal system, so nearest points are taken there; a snapped vertex is the very coordinate that the neighbour has.
 */
import { distance, nearestOn, toLonLat, toPlane, vertexKey } from './shapes.js';

/** Side of a cell of the index in degrees, about 110 m. */
const CELL = 0.001;
const METRES_PER_DEGREE = 111_000;

export function createSnapIndex() {
  const cells = new Map(); // cell key → Set of segments
  const owners = new Map(); // owner → its segments, each with its cells

  function keysOf([ax, ay], [bx, by]) {
    const keys = [];
    for (let x = Math.floor(Math.min(ax, bx) / CELL); x <= Math.floor(Math.max(ax, bx) / CELL); x++) {
      for (let y = Math.floor(Math.min(ay, by) / CELL); y <= Math.floor(Math.max(ay, by) / CELL); y++) keys.push(x * 1e6 + y);
    }
    return keys;
  }

  function remove(owner) {
    for (const segment of owners.get(owner) ?? []) for (const key of segment.keys) cells.get(key)?.delete(segment);
    owners.delete(owner);
  }

  /** Puts lines or rings of an owner into the index in place of its former ones. */
  function set(owner, label, kind, lines) {
    remove(owner);
    const segments = [];
    for (const line of lines) {
      for (let i = 0; i + 1 < line.length; i++) {
        const segment = { owner, label, kind, a: line[i], b: line[i + 1], line, i, keys: keysOf(line[i], line[i + 1]) };
        segments.push(segment);
        for (const key of segment.keys) {
          if (!cells.has(key)) cells.set(key, new Set());
          cells.get(key).add(segment);
        }
      }
    }
    owners.set(owner, segments);
  }

  function near([lon, lat], metres) {
    const reach = metres / METRES_PER_DEGREE / Math.cos((lat * Math.PI) / 180);
    const found = new Set();
    for (const key of keysOf([lon - reach, lat - reach], [lon + reach, lat + reach])) for (const segment of cells.get(key) ?? []) found.add(segment);
    return found;
  }

  /**
   * What a place snaps to, or null.
   * @param {number[]} at longitude, latitude
   * @param {number} metres how far at most
   * @param {(segment: object) => boolean} [skip] edges that do not count, such as those that are being moved
   * @param {Set<string>} [skipVertices] keys of vertices that do not pull, such as the next ones on the same outline
   * @returns {{kind: 'vertex'|'middle'|'edge', lonlat: number[], plane: number[], away: number, segment: object}|null}
   */
  function snap(at, metres, skip = () => false, skipVertices = new Set()) {
    const here = toPlane(at);
    let vertex = null, middle = null, edge = null;
    const better = (old, away) => away <= metres && (!old || away < old.away);
    for (const segment of near(at, metres)) {
      if (skip(segment)) continue;
      const a = planeOf(segment.a), b = planeOf(segment.b);
      for (const [lonlat, plane, end] of [[segment.a, a, 0], [segment.b, b, 1]]) {
        const away = distance(here, plane);
        if (better(vertex, away) && !skipVertices.has(vertexKey(lonlat))) vertex = { kind: 'vertex', lonlat, plane, away, segment, end };
      }
      const half = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const toHalf = distance(here, half);
      if (better(middle, toHalf)) middle = { kind: 'middle', plane: half, away: toHalf, segment };
      const { point } = nearestOn(here, a, b);
      const toEdge = distance(here, point);
      if (better(edge, toEdge)) edge = { kind: 'edge', plane: point, away: toEdge, segment };
    }
    const best = vertex ?? (middle && middle.away < metres * 0.6 ? middle : null) ?? edge;
    if (best && !best.lonlat) best.lonlat = toLonLat(best.plane);
    return best;
  }

  return { set, remove, snap, near, owners: () => [...owners.keys()] };
}

const planes = new WeakMap();

/** A coordinate in metres, worked out once while its array lives. */
function planeOf(coordinate) {
  if (!planes.has(coordinate)) planes.set(coordinate, toPlane(coordinate));
  return planes.get(coordinate);
}

/**
 * The way from one vertex to another along a line both lie on: the vertices between them, the shorter way round a ring.
 * @param {number[][]} line ring or line, longitude before latitude
 * @param {number[]} from longitude, latitude
 * @param {number[]} to
 * @param {boolean} other the longer way
 * @returns {number[][]|null} null when the two are not both on it
 */
export function along(line, from, to, other = false) {
  const closed = vertexKey(line[0]) === vertexKey(line[line.length - 1]);
  const a = placeOn(line, from), b = placeOn(line, to);
  if (a === null || b === null) return null;
  const last = line.length - 1;
  const forward = [], backward = [];
  if (closed) {
    for (let i = Math.floor(a) + 1, n = 0; n <= last; i++, n++) {
      const at = i % last;
      if (passed(a, b, at, last)) break;
      forward.push(line[at]);
    }
    for (let i = Math.ceil(a) - 1, n = 0; n <= last; i--, n++) {
      const at = ((i % last) + last) % last;
      if (passed(b, a, at, last)) break;
      backward.push(line[at]);
    }
    const shorter = pathLength([from, ...forward, to]) <= pathLength([from, ...backward, to]);
    return shorter !== other ? forward : backward;
  }
  return a < b ? line.slice(Math.floor(a) + 1, Math.ceil(b)) : line.slice(Math.floor(b) + 1, Math.ceil(a)).reverse();
}

/** Whether vertex `at`, going up from a, is b or lies beyond it; places count round the ring. */
function passed(a, b, at, last) {
  const ahead = (place) => (((place - a) % last) + last) % last || last;
  return ahead(at) >= ahead(b);
}

const pathLength = (line) => line.map(toPlane).reduce((sum, point, i, all) => (i === 0 ? 0 : sum + distance(all[i - 1], point)), 0);

/** Where a place lies on a line: 2 is vertex 2, 2.5 the middle of the edge behind it; null when it is more than a millimetre off. */
function placeOn(line, at) {
  const here = toPlane(at);
  for (let i = 0; i + 1 < line.length; i++) if (vertexKey(line[i]) === vertexKey(at)) return i;
  for (let i = 0; i + 1 < line.length; i++) {
    const { point, share } = nearestOn(here, planeOf(line[i]), planeOf(line[i + 1]));
    if (distance(here, point) < 1e-3) return i + share;
  }
  return null;
}
