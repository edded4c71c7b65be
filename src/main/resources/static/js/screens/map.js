/** The map screen: all zones, or one zone with its subzones and buildings; the list beside it shows the same. */
import * as space from '../api/space.js';
import * as maps from '../api/maps.js';
import { aborted, latest } from '../api/http.js';
import { byId, narrow } from '../lib/dom.js';
import { date, number } from '../lib/numbers.js';
import { HOME, NEEDS, ZONE_ONLY, conditions, current, go, hasNeeds, note, onChange } from '../lib/state.js';
import { announce } from '../lib/say.js';
import { t } from '../lib/words.js';
import { createFurniture, swatch } from '../map/furniture.js';
import { Hatches } from '../map/hatch.js';
import { L, drawing } from '../map/leaflet.js';
import { createPills } from '../map/pills.js';
import { drawReference } from '../map/reference.js';
import { createSelection } from '../map/selection.js';
import { createSheet } from '../map/sheet.js';
import { createStyled } from '../map/styled.js';
import * as needs from '../search/needs.js';
import * as results from '../search/results.js';
import { looksThrough } from '../search/view.js';
import * as list from './list.js';
import { housePill, zonePill } from './pills.js';
import * as saved from './saved.js';
import * as zonePanel from './zone.js';

/** What of the state decides the answer. */
const ASKED = [...NEEDS, 'zone', 'sort'];
const askZone = latest((code, from, options) => Promise.all([
  space.buildings(code, from, options), maps.features('subzones', { zone_code: code }, options), maps.features('buildings', { zone_code: code }, options),
]));
let asking = {}; // the zone being read, so that it is read once

let found = null; // what the search found; see results.js
let foundFor = null; // the state it was asked for
let inZone = null; // { code, buildings, subzones, houses }
let sheet = null; // the map and what is on it, once it is there
let moved = false; // whether the person moved the map

export function start() {
  onChange(changed);
  byId('nav-zones').addEventListener('click', showList);
  saved.start();
  load();
  if (!current().b) openSheet();
}

function showList(event) {
  event.preventDefault();
  go({ ...HOME, map: null });
  document.body.dataset.sheet = 'full';
  byId('list').focus();
}

function changed(now, before) {
  if (now.b) return;
  if (!sheet) openSheet();
  if (ASKED.some((name) => now[name] !== before[name]) || !found) load();
  else if (before.b || now.saved !== before.saved) draw();
  if (now.zone !== before.zone) {
    moved = false;
    sheet?.layers?.then(look);
  } else if (now.map !== before.map) sheet?.layers?.then(look);
  if (now.subzone !== before.subzone) selectSubzone();
}

/** Asks for what the address says, then draws list and map. */
async function load() {
  const slow = setTimeout(() => byId('results').classList.add('waiting'), 300);
  const state = current();
  if (found && state.zone !== foundFor.zone) draw(); // the head of the zone at once, its places when they come
  try {
    found = await results.ask(state);
    foundFor = state;
    await draw();
    needs.show(found.answer);
    if (hasNeeds()) announce(`${t('fit_count', { n: found.answer.total.bays, count: number(found.answer.total.bays) })} ${t('at_zones', { n: found.answer.total.zones })}`);
  } catch (problem) {
    if (aborted(problem)) return;
    if (!current().b) list.failed(problem, load);
  } finally {
    clearTimeout(slow);
    byId('results').classList.remove('waiting');
  }
}

async function draw() {
  if (!found || current().b) return;
  if (saved.wanted()) {
    inZone = null;
    saved.draw();
    drawMap();
    return;
  }
  const code = current().zone;
  const zone = found.zones.find((one) => one.code === code);
  sheet?.furniture.status(found.zones);
  const { from } = conditions();
  sheet?.furniture.time(t('time_chip', { date: from ? date(from) : t('today').toLowerCase() }), Boolean(from));
  if (!zone) {
    inZone = null;
    if (!foundFor.zone || foundFor.zone === code) list.draw(found, hoverZone);
    drawMap();
    return;
  }
  const key = `${code} ${conditions().from ?? ''}`;
  if (inZone?.key !== key) {
    inZone = null;
    zonePanel.drawHead(zone, found);
    drawMap();
    try {
      if (asking.key !== key) asking = { key, answer: askZone(code, conditions().from) };
      const [{ buildings }, subzones, houses] = await asking.answer;
      if (current().zone !== code || current().b) return;
      inZone = { key, code, buildings, subzones: subzones.features, houses: houses.features };
    } catch (problem) {
      asking = {};
      if (!aborted(problem)) list.failed(problem, draw);
      return;
    }
  }
  if (foundFor.zone !== code) return; // its places are on their way
  zonePanel.draw(zone, inZone, found, { hover: hoverHouse, mark: (name) => sheet?.subzones?.mark(name) });
  selectSubzone();
  drawMap();
}

/** Builds the map when it is first seen. */
function openSheet() {
  if (sheet) return;
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
    time: () => needs.edit('time'),
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
      pane: 'houses', style: houseStyle, hatches, followTheme: true, className: 'house', select: ({ code }) => go({ b: code, floor: null, bays: null }), hover: (house) => hoverHouse(house?.code ?? null),
    });
    sheet.zones = createStyled(map, {
      pane: 'zones', style: zoneStyle, hatches, followTheme: true, className: 'zone', hover: (zone) => hoverZone(zone?.code ?? null), select: ({ code }) => openZone(code),
    });
    sheet.zones.show(zones.features);
    sheet.labels = drawing(map, 'names', (root, toPixel) => {
      sheet.labelBoxes = [...sheet.subzones.label(root, toPixel), ...sheet.houses.label(root, toPixel)];
    });
  } catch (problem) {
    announce(t('map_failed', { code: problem.code ?? '' }));
    return;
  }
  if (found) draw();
  look();
  maps.context().then((context) => {
    sheet.reference = drawReference(map, context);
    sheet.pills.redraw();
  }, () => {}); // reference names are an extra; the sheet is complete without them
}

const openZone = (code) => go({ ...ZONE_ONLY, zone: code, map: null });

function drawMap() {
  if (!sheet?.zones || !found) return;
  const { pills, subzones, houses, furniture } = sheet;
  const all = list.ordered(found);
  const code = current().zone;
  if (!inZone) {
    subzones.show([]);
    houses.show([]);
    furniture.overviewLegend();
  } else if (sheet.shown !== inZone) {
    subzones.show(inZone.subzones);
    houses.show(inZone.houses);
    const used = new Set(inZone.subzones.map(({ properties }) => properties.land_use));
    if (used.size > 0) furniture.landUseLegend(sheet.legend.filter((item) => used.has(item.class)), sheet.hatches);
    else furniture.overviewLegend();
    zonePanel.paintSwatches((use) => swatch(sheet.legend.find((item) => item.class === use) ?? {}, sheet.hatches));
  }
  sheet.shown = inZone;
  // Inside an open zone its own shape lets clicks through to what lies in it.
  byId('map').classList.toggle('in-zone', Boolean(code));
  sheet.labels();
  const inside = inZone ? inZone.buildings.map((house) => housePill(house, all.find((zone) => zone.code === code), foundFor.zone === code ? found.answer.facets.building : [], hoverHouse)) : [];
  pills.show([...inside, ...all.filter((zone) => zone.code !== code).map((zone) => zonePill(zone, all, { open: () => openZone(zone.code), hover: hoverZone }))]);
  select();
}

/** Looks where the address says, else at the open zone, else at all zones; never at the city's limits. */
function look() {
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

function select() {
  if (!sheet?.zones) return;
  const { zone, subzone } = current();
  sheet.select(subzone && inZone ? sheet.subzones.featureOf(subzone) : null, !subzone && zone ? sheet.zones.featureOf(zone) : null);
}

function selectSubzone() {
  select();
  zonePanel.markSubzone(current().subzone);
}

function hoverZone(code) {
  sheet?.zones?.mark(code);
  sheet?.pills?.mark(code);
  for (const card of document.querySelectorAll('[data-zone]')) card.classList.toggle('marked', card.dataset.zone === code);
}

function hoverHouse(code) {
  sheet?.houses?.mark(code);
  sheet?.pills?.mark(code);
  for (const card of document.querySelectorAll('[data-building]')) card.classList.toggle('marked', card.dataset.building === code);
}

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
