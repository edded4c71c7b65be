/** What was asked for and found: all zones, or one zone with its buildings and subzones. The list shows it at once, the map when it has come. */
import * as space from '../api/space.js';
import * as maps from '../api/maps.js';
import { aborted, latest } from '../api/http.js';
import { preload, script, sheet } from '../lib/come.js';
import { byId, h } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { HOME, NEEDS, conditions, current, go, hasNeeds, onChange } from '../lib/state.js';
import { announce } from '../lib/say.js';
import { page, t } from '../lib/words.js';
import * as needs from '../search/needs.js';
import * as results from '../search/results.js';
import * as list from './list.js';
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
let inZone = null; // { key, code, buildings, subzones, houses }
let map = null; // the module of the map, once it is there
let opening = null; // the way there

export function start() {
  onChange(changed);
  byId('nav-zones').addEventListener('click', showList);
  saved.start();
  load().finally(() => {
    if (!current().b) openMap();
  });
}

function showList(event) {
  event.preventDefault();
  go({ ...HOME, map: null });
  document.body.dataset.sheet = 'full';
  byId('list').focus();
}

function changed(now, before) {
  if (now.b) return;
  openMap();
  if (ASKED.some((name) => now[name] !== before[name]) || !found) load();
  else if (before.b || now.saved !== before.saved) draw();
  if (now.zone !== before.zone) map?.lookAnew();
  else if (now.map !== before.map) map?.look();
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
  zonePanel.draw(zone, inZone, found, { hover: hoverHouse, mark: (name) => map?.markSubzone(name) });
  selectSubzone();
  drawMap();
}

const drawMap = () => map?.draw(found && { found, inZone, fitting: foundFor.zone ? found.answer.facets.building : [] });

function selectSubzone() {
  map?.select();
  zonePanel.markSubzone(current().subzone);
}

/** Fetches the map when it is first seen, after the list: on a poor network the list is what one came for. */
function openMap() {
  opening ??= fetchMap().catch(() => {
    opening = null;
    const again = h('button', { class: 'button', type: 'button', on: { click: openMap } }, t('try_again'));
    waiting().replaceChildren(t('map_not_come'), ' ', again);
  });
}

async function fetchMap() {
  waiting().replaceChildren(t('map_coming'));
  const { leaflet, modules } = page.map;
  preload(modules);
  await Promise.all([sheet(`${leaflet}leaflet.css`, document.head.querySelector('link[rel=stylesheet]')), globalThis.L ?? script(`${leaflet}leaflet.js`)]);
  const module = await import('./map.js');
  waiting().remove();
  map = module;
  map.open({ hoverZone, hoverHouse, redraw: drawMap, editTime: () => needs.edit('time') });
}

/** The sentence that stands where the map will be. */
function waiting() {
  return byId('map-waiting') ?? byId('map').appendChild(h('p', { class: 'map-waiting quiet', id: 'map-waiting' }));
}

function hoverZone(code) {
  map?.markZone(code);
  for (const card of document.querySelectorAll('[data-zone]')) card.classList.toggle('marked', card.dataset.zone === code);
}

function hoverHouse(code) {
  map?.markHouse(code);
  for (const card of document.querySelectorAll('[data-building]')) card.classList.toggle('marked', card.dataset.building === code);
}
