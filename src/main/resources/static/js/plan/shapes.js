/**
 * Plane geometry in the legal system: metres, east before north. An edge is a straight line there, so lengths, areas, azimuths and
 * nearest points are taken there and nowhere else. Shapes come and go as GeoJSON coordinates, longitude before latitude.
 */
import { legal } from '../map/sheet.js';

/** [lon, lat] to [east, north]. */
export const toPlane = ([lon, lat]) => legal.forward(lon, lat);
/** [east, north] to [lon, lat], on the grid the server stores: nine decimals, a tenth of a millimetre. */
export const toLonLat = ([east, north]) => legal.inverse(east, north).map((degrees) => Math.round(degrees * 1e9) / 1e9);

const planes = new WeakMap();

/** The rings of a polygon in metres, worked out once for each geometry. */
export function plane(geometry) {
  if (!planes.has(geometry)) planes.set(geometry, geometry.coordinates.map((ring) => ring.map(toPlane)));
  return planes.get(geometry);
}

export const polygon = (coordinates) => ({ type: 'Polygon', coordinates });

/** Area of rings in metres, holes taken off, m². */
export const areaOf = (rings) => rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);

/** Signed area of a ring, positive when it runs against the clock. */
export function ringArea(ring) {
  const [x0, y0] = ring[0];
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += (ring[i][0] - x0) * (ring[i + 1][1] - y0) - (ring[i + 1][0] - x0) * (ring[i][1] - y0);
  return sum / 2;
}

export const distance = ([ax, ay], [bx, by]) => Math.hypot(bx - ax, by - ay);
export const lengthOf = (line) => line.slice(1).reduce((sum, point, i) => sum + distance(line[i], point), 0);
export const perimeterOf = (rings) => rings.reduce((sum, ring) => sum + lengthOf(ring), 0);

/** Grid azimuth in degrees clockwise from grid north, 0 to 360. */
export function azimuth([ax, ay], [bx, by]) {
  return ((Math.atan2(bx - ax, by - ay) * 180) / Math.PI + 360) % 360;
}

/** The point at a distance and azimuth. */
export function polar([x, y], metres, degrees) {
  const radians = (degrees * Math.PI) / 180;
  return [x + metres * Math.sin(radians), y + metres * Math.cos(radians)];
}

/** Degrees and minutes as on a survey sheet: 8°07′. */
export function degreesText(degrees) {
  const minutes = Math.round(degrees * 60) % (360 * 60);
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`;
}

/** The point of the segment a–b nearest to p, and how far along it lies, 0 to 1. */
export function nearestOn(p, a, b) {
  const dx = b[0] - a[0], dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2));
  return { point: [a[0] + share * dx, a[1] + share * dy], share };
}

/** Whether a point lies in rings, the first the outline and the others holes; any units. */
export function within(rings, [x, y]) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i], [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

/**
 * A line moved sideways, corners mitred.
 * @param {number[][]} line in metres
 * @param {number} metres to the right of its course; to the left when negative
 */
export function offset(line, metres) {
  const shifted = [];
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i], line[i + 1]];
    const length = distance(a, b);
    if (length === 0) continue;
    const nx = ((b[1] - a[1]) / length) * metres, ny = (-(b[0] - a[0]) / length) * metres;
    shifted.push([[a[0] + nx, a[1] + ny], [b[0] + nx, b[1] + ny]]);
  }
  if (shifted.length === 0) return [];
  const points = [shifted[0][0]];
  for (let i = 0; i + 1 < shifted.length; i++) points.push(crossing(shifted[i], shifted[i + 1]) ?? shifted[i][1]);
  points.push(shifted[shifted.length - 1][1]);
  return points;
}

function crossing([a, b], [c, d]) {
  const r = [b[0] - a[0], b[1] - a[1]], s = [d[0] - c[0], d[1] - c[1]];
  const cross = r[0] * s[1] - r[1] * s[0];
  if (Math.abs(cross) < 1e-9 * Math.hypot(...r) * Math.hypot(...s)) return null;
  const t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / cross;
  return [a[0] + t * r[0], a[1] + t * r[1]];
}

/** Key of a vertex: the same place in two subzones has the same key. */
export const vertexKey = ([lon, lat]) => `${lon},${lat}`;

/** Bounding box [west, south, east, north] of any GeoJSON geometry. */
export function boxOf(geometry) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (node) => {
    if (typeof node[0] === 'number') {
      box[0] = Math.min(box[0], node[0]);
      box[1] = Math.min(box[1], node[1]);
      box[2] = Math.max(box[2], node[0]);
      box[3] = Math.max(box[3], node[1]);
    } else node.forEach(visit);
  };
  if (geometry?.type === 'GeometryCollection') {
    for (const part of geometry.geometries) {
      const inner = boxOf(part);
      if (inner) visit([[inner[0], inner[1]], [inner[2], inner[3]]]);
    }
  } else if (geometry?.coordinates?.length > 0) visit(geometry.coordinates);
  return box[0] <= box[2] ? box : null;
}
