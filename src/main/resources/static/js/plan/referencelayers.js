/**
 * Reference layers: shapes from other files that lie below the drawing to look at and to snap to. They stay in this browser, for this plan,
 * and are no part of it. Each is a thin line in a colour that is no land use's.
 */
import { emit, desk, me } from './desk.js';
import { checked, geometriesOf, readGeoJson, vertices } from './files/geojson.js';
import { h } from '../lib/dom.js';
import { forget, keep, kept } from '../lib/keep.js';
import { t } from '../lib/words.js';
import { L, pane } from '../map/leaflet.js';
import { sheet, zoomTo } from './map.js';

/** Colours there are, `tone-1` … in the style sheet. */
const TONES = 5;
const MOST_LAYERS = 10;

let layers = []; // {id, name, tone, geometries, vertices, visible}
const drawn = new Map(); // id → {group, renderer, pane}

const key = () => `references/${me.name}/${desk.plan.id}`;

/** Takes up the layers of earlier visits. */
export async function start(visible) {
  try {
    layers = ((await kept(key())) ?? []).map((layer) => ({ ...layer, visible: visible(layer.id) }));
  } catch {
    layers = []; // private windows may refuse to keep
  }
  layers.forEach(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => layers.forEach(draw));
  if (layers.length > 0) emit('references');
}

export const all = () => layers;
export const paneOf = (id) => `reference-${id}`;

/** Geometries of the layers that are shown, longitude before latitude; a drawing tool snaps to their vertices and edges. */
export const referenceShapes = () => layers.filter((layer) => layer.visible).flatMap((layer) => layer.geometries);

/** Opens a file as a reference layer. Throws what to tell the planner. */
export async function addFile(file) {
  const { name, geometries } = await readGeoJson(file);
  return add(name, geometries);
}

/** Keeps features as a reference layer. */
export const addLayer = async ({ name, features }) => add(name, checked(features.flatMap(geometriesOf), name));

async function add(name, geometries) {
  if (layers.length >= MOST_LAYERS) throw Object.assign(new Error('layers'), { detail: t('ref_too_many_layers', { n: MOST_LAYERS }), remedy: t('ref_too_many_layers_remedy') });
  const taken = layers.map((layer) => layer.tone);
  const tone = Array.from({ length: TONES }, (_, i) => i + 1).find((one) => !taken.includes(one)) ?? (layers.length % TONES) + 1;
  const layer = { id: crypto.randomUUID(), name, tone, geometries, vertices: geometries.reduce((sum, geometry) => sum + vertices(geometry), 0), visible: true };
  layers = [...layers, layer];
  const stored = await store();
  draw(layer);
  emit('references');
  zoomTo(...geometries);
  return { ...layer, stored };
}

export function remove(id) {
  layers = layers.filter((layer) => layer.id !== id);
  drawn.get(id)?.group.remove();
  drawn.get(id)?.renderer.remove();
  drawn.delete(id);
  store();
  emit('references');
}

export function setVisible(id, on) {
  const layer = layers.find((one) => one.id === id);
  if (!layer || layer.visible === on) return;
  layer.visible = on;
  emit('references');
}

/** Whether they are on disk now; a private window may refuse. */
async function store() {
  try {
    await (layers.length > 0 ? keep(key(), layers) : forget(key()));
    return true;
  } catch {
    return false;
  }
}

/** The colour of a tone as the style sheet has it now. */
function colour(tone) {
  const probe = h('i', { class: `tone-${tone}` });
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function draw(layer) {
  const { map } = sheet;
  const name = paneOf(layer.id);
  if (!map.getPane(name)) pane(map, name, 415, false);
  drawn.get(layer.id)?.group.remove();
  const renderer = drawn.get(layer.id)?.renderer ?? L.canvas({ pane: name, padding: 0.3 });
  const style = { pane: name, renderer, color: colour(layer.tone), weight: 1.4, fill: false, interactive: false, pmIgnore: true, snapIgnore: true };
  const group = L.layerGroup();
  const lines = layer.geometries.flatMap(linesOf);
  if (lines.length > 0) group.addLayer(L.polyline(lines, style));
  for (const [lon, lat] of layer.geometries.flatMap(pointsOf)) group.addLayer(L.circleMarker([lat, lon], { ...style, radius: 3 }));
  drawn.set(layer.id, { group: group.addTo(map), renderer });
}

const latlngs = (line) => line.map(([lon, lat]) => [lat, lon]);

function linesOf({ type, coordinates }) {
  if (type === 'LineString') return [latlngs(coordinates)];
  if (type === 'MultiLineString' || type === 'Polygon') return coordinates.map(latlngs);
  return type === 'MultiPolygon' ? coordinates.flat().map(latlngs) : [];
}

function pointsOf({ type, coordinates }) {
  if (type === 'Point') return [coordinates];
  return type === 'MultiPoint' ? coordinates : [];
}
