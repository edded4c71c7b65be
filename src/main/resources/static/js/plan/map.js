/** The sheet with everything that lies on it: subzones, zone, neighbours, buildings, selection, and room for what others lay on top. */
import * as maps from '../api/maps.js';
import { byId, h, icon } from '../lib/dom.js';
import { announce } from '../lib/say.js';
import { own, t } from '../lib/words.js';
import { disclosure, swatch } from '../map/furniture.js';
import { Hatches } from '../map/hatch.js';
import { L, drawing, pane } from '../map/leaflet.js';
import { drawReference } from '../map/reference.js';
import { createSheet } from '../map/sheet.js';
import { createStyled, drawLabels } from '../map/styled.js';
import { current, note } from './address.js';
import { createPlanCanvas, styleProperties } from './canvas.js';
import { desk, on, selected } from './desk.js';
import { createOverlay } from './overlay.js';
import { boxOf } from './shapes.js';

/** The map and its parts, once {@link start} has built them: `{map, canvas, overlay, houses, zones, hatches, legend, tools}`. */
export const sheet = {};

/** Builds the sheet. Resolves when the layers are there; the subzones are drawn before the rest comes. */
export async function start() {
  const { map, furniture } = createSheet(byId('map'));
  L.PM.setOptIn(true); // only layers that say so are drawn with or snapped to
  map.pm.setGlobalOptions({ panes: { vertexPane: 'editing', layerPane: 'editing', markerPane: 'editing' } });
  map.boxZoom.disable();
  map.doubleClickZoom.disable();
  pane(map, 'neighbours', 405, false);
  pane(map, 'reference-layers', 415, false);
  pane(map, 'findings', 445);
  pane(map, 'editing', 620);
  pane(map, 'pins', 630);
  byId('ground').setAttribute('aria-label', t('plan_map_keys'));
  Object.assign(sheet, { map, furniture, overlay: createOverlay(map) });
  look(true);

  const [styles, patterns, legend] = await Promise.all([palette(), maps.patterns(), paletteLegend()]);
  sheet.patterns = patterns.patterns;
  sheet.hatches = new Hatches(patterns.patterns);
  sheet.legend = legend;
  sheet.style = styles;
  sheet.canvas = createPlanCanvas(map, { pane: 'landuse', style: styles, patterns: patterns.patterns });
  sheet.labels = drawing(map, 'names', (root, toPixel) => drawLabels(root, toPixel, sheet.style, labelFeatures, map.getZoom(), map.getSize()));
  sheet.select = createSelection(map);
  buildFurniture(map, furniture);
  on('drawing', draw);
  on('selection', mark);
  draw();
  mark();
  map.on('moveend', () => {
    const { lat, lng } = map.getCenter();
    note({ map: `${map.getZoom()},${lat.toFixed(5)},${lng.toFixed(5)}` });
  });
  surroundings(map).catch((problem) => announce(t('map_failed', { code: problem.code ?? '' })));
}

const cadastral = () => current().palette === 'cadastral';
const palette = () => maps.style(cadastral() ? 'subzones.dia-chinh' : 'subzones');
const paletteLegend = () => maps.legend('subzones', cadastral() ? 'dia-chinh' : undefined);

/** Draws subzones in the palette that the address names. */
export async function repaint() {
  [sheet.style, sheet.legend] = await Promise.all([palette(), paletteLegend()]);
  sheet.canvas.style(sheet.style);
  sheet.labels();
  drawLegend();
}

function createSelection(map) {
  const layer = (className, weight) => L.geoJSON(null, { pane: 'selection', interactive: false, pmIgnore: true, snapIgnore: true, style: { className, weight, fill: false } }).addTo(map);
  const casing = layer('casing', 7), line = layer('selected', 3);
  return (features) => {
    for (const each of [casing, line]) {
      each.clearLayers();
      for (const feature of features) each.addData(feature);
    }
  };
}

/** What the zone lies among: its outline and neighbours, buildings, rivers and names. */
async function surroundings(map) {
  const [zoneStyle, houseStyle, houses, context] = await Promise.all([
    maps.style('zones'), maps.style('buildings'), maps.features('buildings', { zone_code: desk.plan.zone }), maps.context(),
  ]);
  const { hatches } = sheet;
  sheet.zones = createStyled(map, { pane: 'zones', style: zoneStyle, hatches, followTheme: true, className: 'zone' });
  sheet.zones.show(desk.zones);
  sheet.houses = createStyled(map, { pane: 'houses', style: houseStyle, hatches, followTheme: true, className: 'house' });
  sheet.houses.show(houses.features);
  map.getPane('houses').classList.add('no-pointer');
  map.getPane('zones').classList.add('no-pointer');
  sheet.reference = drawReference(map, context);
}

let labelFeatures = [];

const styled = new WeakMap();

/** A subzone as the style's labels see it, with the same geometry object. */
function styledFeature(feature) {
  if (!styled.has(feature)) {
    const properties = styleProperties(feature);
    properties.land_use_vi = properties.land_use_en = feature.properties.landUse ? t(`use_${feature.properties.landUse}`) : '';
    styled.set(feature, { type: 'Feature', geometry: feature.geometry, properties });
  }
  return styled.get(feature);
}

function draw() {
  sheet.canvas.show(desk.features.values());
  labelFeatures = [...desk.features.values()].map(styledFeature);
  clearTimeout(draw.labels);
  draw.labels = setTimeout(() => sheet.labels(), 60);
  mark();
  drawLegend();
}

function mark() {
  sheet.select(selected());
}

/** Looks where the address says, else at the zone. */
export function look(first = false) {
  const { map } = sheet;
  const [zoom, lat, lon] = (current().map ?? '').split(',').map(Number);
  if (first && Number.isFinite(zoom) && Number.isFinite(lat) && Number.isFinite(lon)) map.setView([lat, lon], zoom);
  else map.fitBounds(bounds(boxOf(desk.zone.geometry)), { paddingTopLeft: [24, 24], paddingBottomRight: [24, 40], animate: !first });
}

const bounds = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

/** Shows a place; something small is not blown up beyond what helps. */
export function zoomTo(...geometries) {
  const boxes = geometries.map(boxOf).filter(Boolean);
  if (boxes.length === 0) return;
  const all = boxes.map(bounds).reduce((sum, one) => sum.extend(one));
  sheet.map.fitBounds(all, { maxZoom: 19, paddingTopLeft: [60, 120], paddingBottomRight: [60, 60] });
}

/** Moves the map only if a place is out of sight. */
export function reveal(geometry) {
  const box = boxOf(geometry);
  if (box && !sheet.map.getBounds().pad(-0.05).intersects(bounds(box))) zoomTo(geometry);
}

function buildFurniture(map, host) {
  const layersCard = h('div', { class: 'float-card layers-card', role: 'group', 'aria-label': t('layers') });
  const layersButton = h('button', { class: 'chip floating', type: 'button' }, icon('layers', 'small'), t('layers'));
  const legend = h('div', { class: 'legend-items' });
  const legendBox = h('details', { class: 'legend tall plan-legend', open: localStorage.getItem('legend') !== 'closed' }, h('summary', {}, t('legend')), legend);
  legendBox.addEventListener('toggle', () => localStorage.setItem('legend', legendBox.open ? 'open' : 'closed'));
  const button = (name, label, action) => h('button', { type: 'button', 'aria-label': label, title: label, on: { click: action } }, icon(name));
  host.prepend(
    h('div', { class: 'tools-left' }, disclosure(layersButton, layersCard)),
    h('div', { class: 'strip-slot', id: 'strip' }),
    h('div', { class: 'plan-badges' }, badge()),
    h('div', { class: 'tools-right' },
      h('div', { class: 'zoom', role: 'group', 'aria-label': t('zoom_controls') },
        button('plus', t('zoom_in'), () => map.zoomIn()), button('minus', t('zoom_out'), () => map.zoomOut()), button('home', t('zoom_zone'), () => look()))));
  host.append(legendBox);
  sheet.layersCard = layersCard;
  sheet.toolsLeft = host.querySelector('.tools-left');
  sheet.legendHost = legend;
  drawLegend();
}

function badge() {
  const schematic = desk.zone.properties.data_status === 'SCHEMATIC';
  const illustrative = desk.plan.dataStatus === 'ILLUSTRATIVE';
  return [
    schematic && h('span', { class: 'badge' }, icon('warn', 'small'), h('span', {}, t('badge_schematic'))),
    illustrative && h('span', { class: 'badge-note' }, t('badge_illustrative')),
  ];
}

function drawLegend() {
  if (!sheet.legendHost) return;
  const used = new Set([...desk.features.values()].map(({ properties }) => properties.landUse));
  const items = sheet.legend.filter((item) => used.has(item.class));
  const key = `${current().palette}/${items.map((item) => item.class)}`;
  if (sheet.legendKey === key) return;
  sheet.legendKey = key;
  sheet.legendHost.replaceChildren(...items.map((item) => h('span', { class: 'legend-item' }, swatch(item, sheet.hatches), own(item, 'label'))));
}

/** The land use's colours in a small rectangle. */
export const useSwatch = (use) => swatch(sheet.legend?.find((item) => item.class === use) ?? {}, sheet.hatches);
