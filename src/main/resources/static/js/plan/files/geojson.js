/** Reads a GeoJSON file as reference shapes: longitude before latitude on WGS 84, whatever system the file says it is in. */
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { tm3 } from '../../map/vn2000.js';

export const MOST_BYTES = 20_000_000;
export const MOST_VERTICES = 100_000;
/** Legal systems the browser can convert. */
const SYSTEMS = [9210, 5899];

const refusal = (key, places, remedy = `${key}_remedy`) => Object.assign(new Error(key), { detail: t(key, places), remedy: t(remedy, places) });

/**
 * @param {File} file
 * @returns {Promise<{name: string, geometries: object[]}>} throws what to tell the planner
 */
export async function readGeoJson(file) {
  if (file.size > MOST_BYTES) throw refusal('ref_too_large', { name: file.name, n: number(file.size / 1e6, 1), most: MOST_BYTES / 1e6 });
  let document;
  try {
    document = JSON.parse(await file.text());
  } catch {
    throw refusal('ref_no_json', { name: file.name });
  }
  const found = geometriesOf(document);
  if (found.length === 0) throw refusal('ref_nothing', { name: file.name });
  const convert = converter(document, found, file.name);
  return { name: file.name, geometries: checked(found.map((geometry) => mapPoints(geometry, convert)), file.name) };
}

/** All simple geometries in a document, collections taken apart. */
export function geometriesOf(node) {
  if (node === null || typeof node !== 'object') return [];
  if (node.type === 'FeatureCollection') return (node.features ?? []).flatMap(geometriesOf);
  if (node.type === 'Feature') return geometriesOf(node.geometry);
  if (node.type === 'GeometryCollection') return (node.geometries ?? []).flatMap(geometriesOf);
  return Array.isArray(node.coordinates) && node.coordinates.length > 0 ? [{ type: node.type, coordinates: node.coordinates }] : [];
}

/** The same geometries if there are not too many vertices and every one is a place on earth. */
export function checked(geometries, name) {
  const count = geometries.reduce((sum, geometry) => sum + vertices(geometry), 0);
  if (count > MOST_VERTICES) throw refusal('ref_too_many', { name, n: number(count), most: number(MOST_VERTICES) });
  return geometries;
}

export function vertices({ coordinates }) {
  return typeof coordinates[0] === 'number' ? 1 : coordinates.reduce((sum, part) => sum + vertices({ coordinates: part }), 0);
}

function mapPoints(geometry, convert) {
  const visit = (node) => (typeof node[0] === 'number' ? convert(node) : node.map(visit));
  return { type: geometry.type, coordinates: visit(geometry.coordinates) };
}

function firstPoint(node) {
  return typeof node[0] === 'number' ? node : firstPoint(node[0]);
}

function converter(document, geometries, name) {
  const said = document.crs?.properties?.name ?? '';
  const code = Number(/EPSG[:/]+(?:[\d.]*[:/])?(\d+)/i.exec(said)?.[1]) || null;
  const degrees = code === null || code === 4326;
  if (!degrees && !SYSTEMS.includes(code)) throw refusal('ref_system', { name, crs: said });
  const [x, y] = firstPoint(geometries[0].coordinates);
  const lonLat = Math.abs(x) <= 180 && Math.abs(y) <= 90;
  if (degrees && !lonLat) throw refusal('ref_no_system', { name });
  if (degrees) return ([lon, lat]) => valid([lon, lat], name);
  const system = tm3(code);
  return ([east, north]) => valid(system.inverse(east, north).map((value) => Math.round(value * 1e9) / 1e9), name);
}

function valid([lon, lat], name) {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw refusal('ref_off_earth', { name });
  return [lon, lat];
}
