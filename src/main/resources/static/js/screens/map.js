/** The map beside the list: the same zones, or one zone with its subzones and buildings. It comes after the list, with Leaflet. */
import * as maps from '../api/maps.js';
import { byId, narrow } from '../lib/dom.js';
import { date } from '../lib/numbers.js';
import { HOME, ZONE_ONLY, conditions, current, go, note } from '../lib/state.js';
import { announce } from '../lib/say.js';
import { t } from '../lib/words.js';
import { createFurniture, swatch } from '../map/furniture.js';
import { Hatches } from '../map/hatch.js';
import { drawing } from '../map/leaflet.js';
import { createPills } from '../map/pills.js';
import { drawReference } from '../map/reference.js';
import { createSelection } from '../map/selection.js';
import { createSheet } from '../map/sheet.js';
import { createStyled } from '../map/styled.js';
import { looksThrough } from '../search/view.js';
import * as list from './list.js';
import { housePill, zonePill } from './pills.js';
import * as zonePanel from './zone.js';

let sheet = null; // the map and what is on it
let actions = null; // what the page does when something is pointed at
let shown = null; // { found, inZone, fitting } as drawn last
let moved = false; // whether the person moved the map

/**
 * Builds the map.
 * @param {{hoverZone: (code: string|null) => void, hoverHouse: (code: string|null) => void, redraw: () => void, editTime: () => void}} how
 */
export function open(how) {
  actions = how;
  const { map, furniture: host } = createSheet(byId('map'));
  sheet = { map };
  sheet.furniture = createFurniture(host, {
    zoom: (step) => map.setZoom(Math.round(map.getZoom()) + step),
    home: () => {
      moved = false;
      note({ map: null });
      look();
    },
    toggle,
    time: () => actions.editTime(),
  });
  sheet.pills = createPills(map, { obstacles, placed: (boxes) => sheet.reference?.avoid(boxes) });
  sheet.select = createSelection(map);
  looksThrough({
    centre: () => [map.getCenter().lng, map.getCenter().lat],
    box: () => {
      const bounds = map.getBounds();
      return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    },
  });
  map.setView([10.76, 106.66], 10.5); // something to measure by until the zones are there
  sheet.layers = loadLayers(map);
  const remember = () => {
    if (!moved) return;
    const { lat, lng } = map.getCenter();
    note({ map: `${map.getZoom()},${lat.toFixed(5)},${lng.toFixed(5)}` });
  };
  map.on('dragend keypress', () => (moved = true));
  byId('ground').addEventListener('wheel', () => (moved = true), { passive: true });
  byId('ground').addEventListener('keydown', keys);
  map.on('moveend', remember);
}

async function loadLayers(map) {
  try {
    const [zones, zoneStyle, houseStyle, subzoneStyle, patterns, legend] = await Promise.all([
      maps.features('zones'), maps.style('zones'), maps.style('buildings'), maps.style('subzones'), maps.patterns(), maps.legend('subzones'),
    ]);
    const hatches = new Hatches(patterns.patterns);
    sheet.hatches = hatches;
    sheet.legend = legend;
    sheet.subzones = createStyled(map, {
      pane: 'landuse', style: subzoneStyle, hatches, className: 'subzone', select: ({ code }) => go({ subzone: code === current().subzone ? null : code }),
      name: (subzone) => zonePanel.subzoneName(subzone),
    });
    sheet.houses = createStyled(map, {
      pane: 'houses', style: houseStyle, hatches, followTheme: true, className: 'house', select: ({ code }) => go({ b: code, floor: null, bays: null }), hover: (house) => actions.hoverHouse(house?.code ?? null),
    });
    sheet.zones = createStyled(map, {
      pane: 'zones', style: zoneStyle, hatches, followTheme: true, className: 'zone', hover: (zone) => actions.hoverZone(zone?.code ?? null), select: ({ code }) => openZone(code),
    });
    sheet.zones.show(zones.features);
    sheet.labels = drawing(map, 'names', (root, toPixel) => {
      sheet.labelBoxes = [...sheet.subzones.label(root, toPixel), ...sheet.houses.label(root, toPixel)];
    });
  } catch (problem) {
    announce(t('map_failed', { code: problem.code ?? '' }));
    return;
  }
  actions.redraw();
  look();
  maps.context().then((context) => {
    sheet.reference = drawReference(map, context);
    sheet.pills.redraw();
  }, () => {}); // reference names are an extra; the sheet is complete without them
}

const openZone = (code) => go({ ...ZONE_ONLY, zone: code, map: null });

/**
 * Draws what was found.
 * @param {{found: object, inZone: object|null, fitting: object[]}|null} next `fitting`: what fits in each building of the open zone; nothing to
 *   draw yet is null
 */
export function draw(next) {
  if (!sheet?.zones || !next) return;
  const { found, inZone, fitting } = next;
  const { pills, subzones, houses, furniture } = sheet;
  const { from } = conditions();
  furniture.status(found.zones);
  furniture.time(t('time_chip', { date: from ? date(from) : t('today').toLowerCase() }), Boolean(from));
  const all = list.ordered(found);
  const code = current().zone;
  if (!inZone) {
    subzones.show([]);
    houses.show([]);
    furniture.overviewLegend();
  } else if (shown?.inZone !== inZone) {
    subzones.show(inZone.subzones);
    houses.show(inZone.houses);
    const used = new Set(inZone.subzones.map(({ properties }) => properties.land_use));
    if (used.size > 0) furniture.landUseLegend(sheet.legend.filter((item) => used.has(item.class)), sheet.hatches);
    else furniture.overviewLegend();
  }
  if (inZone) zonePanel.paintSwatches((use) => swatch(sheet.legend.find((item) => item.class === use) ?? {}, sheet.hatches));
  shown = next;
  // Inside an open zone its own shape lets clicks through to what lies in it.
  byId('map').classList.toggle('in-zone', Boolean(code));
  sheet.labels();
  const inside = inZone ? inZone.buildings.map((house) => housePill(house, all.find((zone) => zone.code === code), fitting, actions.hoverHouse)) : [];
  pills.show([...inside, ...all.filter((zone) => zone.code !== code).map((zone) => zonePill(zone, all, { open: () => openZone(zone.code), hover: actions.hoverZone }))]);
  select();
}

/** Looks at what is open now, whatever the person looked at before. */
export function lookAnew() {
  moved = false;
  sheet?.layers?.then(look);
}

/** Looks where the address says, else at the open zone, else at all zones; never at the city's limits. */
export function look() {
  if (!sheet?.zones || current().b) return;
  const { map, zones } = sheet;
  const [zoom, lat, lon] = (current().map ?? '').split(',').map(Number);
  if (Number.isFinite(zoom) && Number.isFinite(lat) && Number.isFinite(lon)) {
    moved = true;
    map.setView([lat, lon], zoom);
    return;
  }
  moved = false;
  const code = current().zone;
  const bounds = (code && zones.boundsOf(code)) || zones.bounds();
  if (bounds.isValid()) map.fitBounds(bounds, { ...room(Boolean(code)), animate: false, maxZoom: 17 });
}

/** Keeps the zones clear of what floats over the map, and leaves room for pills. */
function room(close) {
  const size = sheet.map.getSize();
  if (!narrow()) return close ? { paddingTopLeft: [40, 56], paddingBottomRight: [60, 90] } : { paddingTopLeft: [90, 64], paddingBottomRight: [120, 64] };
  const ground = byId('ground').getBoundingClientRect();
  const top = byId('needs').getBoundingClientRect().bottom - ground.top;
  const bottom = ground.bottom - Math.max(ground.top + size.y * 0.4, byId('list').getBoundingClientRect().top);
  return { paddingTopLeft: [close ? 12 : 36, top + (close ? 10 : 30)], paddingBottomRight: [close ? 12 : 36, bottom + (close ? 40 : 18)] };
}

/** Pixel boxes on the ground that no pill may cover. */
function obstacles() {
  const ground = byId('ground').getBoundingClientRect();
  const floating = [...byId('map').querySelectorAll('.badge, .badge-note, .zoom, .tools-left .chip, .legend, .scale-row, .north'), ...(narrow() ? [byId('search'), byId('needs'), byId('list')] : [])];
  const boxes = floating.filter((element) => element.offsetParent !== null || getComputedStyle(element).position === 'fixed').map((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left - ground.left, right: box.right - ground.left, top: box.top - ground.top, bottom: box.bottom - ground.top };
  });
  return [...boxes, ...(sheet.labelBoxes ?? []).map((box) => ({ ...box, soft: 500 })), ...(sheet.reference?.boxes().map((box) => ({ ...box, soft: 60 })) ?? [])];
}

export function select() {
  if (!sheet?.zones) return;
  const { zone, subzone } = current();
  sheet.select(subzone && shown?.inZone ? sheet.subzones.featureOf(subzone) : null, !subzone && zone ? sheet.zones.featureOf(zone) : null);
}

export function markZone(code) {
  sheet?.zones?.mark(code);
  sheet?.pills?.mark(code);
}

export function markHouse(code) {
  sheet?.houses?.mark(code);
  sheet?.pills?.mark(code);
}

export const markSubzone = (code) => sheet?.subzones?.mark(code);

function toggle(layer, on) {
  const { map, subzones, houses, reference } = sheet;
  if (layer === 'subzones') subzones?.visible(on);
  else if (layer === 'buildings') houses?.visible(on);
  else if (layer === 'reference') reference?.show(on);
  else map.getPane(layer).hidden = !on;
  sheet.labels?.();
}

/** Keys while the map has the focus; the others are Leaflet's: arrows pan, + and − zoom. */
function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  moved = true;
  if (event.key === ']') sheet.pills.focusNext(1);
  else if (event.key === '[') sheet.pills.focusNext(-1);
  else if (event.key === 'l' || event.key === 'L') byId('list').focus();
  else if (event.key === 'Escape' && current().zone) go(current().subzone ? { subzone: null } : { ...HOME, map: null });
}
