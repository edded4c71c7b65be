/** Under the map: what is selected, with its figures and attributes, and its vertices as a table to read, type and paste. */
import { byId, debounce, h, icon } from '../lib/dom.js';
import { hectares, number, parseNumber } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { openAttributes } from './attributes.js';
import { desk, edit, emit, mayDraw, on, selected } from './desk.js';
import { useSwatch, zoomTo } from './map.js';
import { areaOf, azimuth, degreesText, distance, perimeterOf, plane, toLonLat, toPlane, vertexKey } from './shapes.js';
import { take } from './tools.js';

/** So many rows are built at once; more on demand. */
const ROWS = 200;

let picked = null; // row of the vertex in hand
let shownRows = ROWS;

export function start() {
  on('selection', () => {
    picked = null;
    shownRows = ROWS;
    draw();
  });
  on('drawing', debounce(draw, 60));
  on('plan', draw);
  on('vertex', ({ n }) => pick(n));
  on('live', live);
  draw();
}

function draw() {
  const host = byId('drawer');
  const chosen = selected();
  const active = document.activeElement?.closest?.('#drawer') ? document.activeElement.dataset.cell : null;
  if (chosen.length === 0) {
    host.replaceChildren(h('div', { class: 'drawer-empty quiet' }, icon('select'), t(mayDraw() ? 'nothing_chosen' : 'nothing_chosen_look')));
    return;
  }
  host.replaceChildren(h('div', { class: 'drawer-grid' }, chosen.length === 1 ? [facts(chosen[0]), vertexTable(chosen[0])] : [several(chosen)]));
  if (active) host.querySelector(`[data-cell="${active}"]`)?.focus();
}

const fact = (words, value, cell) => h('div', {}, h('dt', {}, t(words)), h('dd', { class: 'num', data: { fact: cell ?? words } }, value));

function facts(feature) {
  const { properties } = feature;
  const rings = plane(feature.geometry);
  const limits = [properties.maxDensityPct !== null && properties.maxDensityPct !== undefined && `≤ ${number(properties.maxDensityPct, 1)}%`, properties.maxFloors && t('n_floors', { n: properties.maxFloors }), properties.far && t('far_short', { far: number(properties.far, 2) }), properties.phase && t('phase_n', { n: properties.phase })].filter(Boolean).join(', ');
  return h('div', { class: 'facts' },
    h('div', { class: 'facts-head' }, h('h2', {}, useSwatch(properties.landUse), ` ${properties.code}, ${t(`use_${properties.landUse}`)}`), h('span', { class: 'tag you' }, t('chosen'))),
    h('dl', {}, fact('area', `${number(properties.areaM2 ?? areaOf(rings), 1, 1)} m²`, 'area'), fact('perimeter', `${number(perimeterOf(rings), 3, 3)} m`, 'perimeter'), fact('limits', limits || '–'), fact('meant_for', own(properties, 'purpose') || own(properties, 'name') || '–')),
    buttons([feature]));
}

function several(chosen) {
  const uses = Map.groupBy ? [...Map.groupBy(chosen, ({ properties }) => properties.landUse)] : [];
  return h('div', { class: 'facts wide' },
    h('div', { class: 'facts-head' }, h('h2', {}, t('n_selected', { n: chosen.length })), h('span', { class: 'tag you' }, t('chosen'))),
    h('p', { class: 'quiet' }, chosen.map(({ properties }) => properties.code).slice(0, 24).join(', '), chosen.length > 24 ? ' …' : ''),
    h('dl', {}, fact('area', hectares(chosen.reduce((sum, { properties }) => sum + (properties.areaM2 ?? 0), 0) / 1e4)), ...uses.map(([use, some]) => h('div', {}, h('dt', {}, t(`use_${use}`)), h('dd', { class: 'num' }, t('list_count', { n: some.length }))))),
    buttons(chosen));
}

function buttons(chosen) {
  const one = chosen.length === 1;
  const make = (words, image, run) => h('button', { type: 'button', class: 'button', on: { click: run } }, icon(image, 'small'), t(words));
  return h('div', { class: 'facts-buttons' }, mayDraw() && make('edit_attributes', 'list', () => openAttributes(chosen)), mayDraw() && one && make('tool_vertices', 'vertex', () => take('vertices')),
    mayDraw() && !one && make('tool_merge', 'merge', () => take('merge')), make('zoom_to', 'search', () => zoomTo(...chosen.map(({ geometry }) => geometry))));
}

function vertexTable(feature) {
  const draws = mayDraw();
  const shared = sharers(feature);
  const body = h('tbody');
  let n = 0;
  feature.geometry.coordinates.forEach((ring, r) => {
    const points = plane(feature.geometry)[r];
    if (r > 0) body.append(h('tr', { class: 'ring-row' }, h('th', { colspan: 6, scope: 'rowgroup' }, t('hole_n', { n: r }))));
    for (let i = 0; i + 1 < ring.length && n < shownRows; i++) body.append(row(feature, ring[i], points[i], points[i + 1], n++, shared, draws));
  });
  const total = feature.geometry.coordinates.reduce((sum, ring) => sum + ring.length - 1, 0);
  return h('div', { class: 'vertices' },
    h('div', { class: 'vertices-scroll', tabindex: '-1' },
      h('table', { class: 'vertex-table' }, h('caption', { class: 'sr' }, t('vertex_table', { code: feature.properties.code })),
        h('thead', {}, h('tr', {}, ['vertex', 'coord_east', 'coord_north', 'edge_m', 'azimuth', 'snapped_to'].map((words, i) => h('th', { scope: 'col' }, t(words), i === 1 || i === 2 ? ' (m)' : '')))), body),
      total > shownRows && h('button', { type: 'button', class: 'link', on: { click: () => {
        shownRows += 1000;
        draw();
      } } }, t('more_rows', { n: total - shownRows }))),
    h('div', { class: 'vertices-foot' }, h('span', { class: 'quiet' }, t('vertex_system')),
      draws && h('button', { type: 'button', class: 'link', on: { click: () => take('table', { uid: feature.id }) } }, t('paste_table')),
      h('button', { type: 'button', class: 'link', on: { click: () => copy(feature) } }, t('copy_table')),
      draws && h('button', { type: 'button', class: 'link', on: { click: () => insertAfter(feature) } }, `+ ${t('add_vertex')}`)));
}

function row(feature, lonlat, point, next, n, shared, draws) {
  const cell = (axis) => (draws
    ? h('input', { class: 'cell', inputmode: 'decimal', autocomplete: 'off', value: number(point[axis], 3, 3), 'aria-label': t(axis === 0 ? 'east_of' : 'north_of', { n: n + 1 }), data: { cell: `${n}/${axis}` },
      on: { change: (event) => move(feature, lonlat, point, axis, event.currentTarget), focus: () => picked !== n && emit('pickvertex', { uid: feature.id, n }) } })
    : number(point[axis], 3, 3));
  return h('tr', { class: n === picked ? 'picked' : '', data: { row: n }, on: { click: (event) => !event.target.closest('input') && emit('pickvertex', { uid: feature.id, n }) } },
    h('th', { scope: 'row' }, String(n + 1)), h('td', {}, cell(0)), h('td', {}, cell(1)), h('td', {}, number(distance(point, next), 3, 3)), h('td', {}, degreesText(azimuth(point, next))), h('td', {}, shared.get(vertexKey(lonlat)) ?? t('free')));
}

/** Who else has a vertex there, by vertex key. */
function sharers(feature) {
  const keys = new Set(feature.geometry.coordinates.flat().map(vertexKey));
  const found = new Map();
  const note = (key, text) => found.set(key, found.has(key) ? `${found.get(key)}, ${text}` : text);
  for (const other of desk.features.values()) {
    if (other.id === feature.id) continue;
    const seen = new Set();
    for (const ring of other.geometry.coordinates) for (const vertex of ring) {
      const key = vertexKey(vertex);
      if (keys.has(key) && !seen.has(key)) {
        seen.add(key);
        note(key, other.properties.code);
      }
    }
  }
  const zone = new Set(desk.zone.geometry.coordinates.flat(2).map(vertexKey));
  for (const key of keys) if (zone.has(key)) note(key, t('zone_outline'));
  return found;
}

function move(feature, lonlat, point, axis, input) {
  const value = parseNumber(input.value);
  if (Number.isNaN(value) || Math.abs(value - point[axis]) > 5e6) {
    input.setAttribute('aria-invalid', 'true');
    return;
  }
  if (Math.abs(value - point[axis]) < 5e-4) return;
  const to = axis === 0 ? [value, point[1]] : [point[0], value];
  edit([{ op: 'moveVertex', from: { type: 'Point', coordinates: lonlat }, to: { type: 'Point', coordinates: toLonLat(to) } }], { label: t('did_vertex', { code: feature.properties.code }) }).catch(() => draw());
}

function insertAfter(feature) {
  const all = feature.geometry.coordinates.flatMap((ring) => ring.slice(0, -1).map((vertex, i) => [vertex, ring[i + 1]]));
  const [a, b] = all[picked ?? 0].map(toPlane);
  edit([{ op: 'insertVertex', at: { type: 'Point', coordinates: toLonLat([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) } }], { label: t('did_insert') }).catch(() => {});
}

async function copy(feature) {
  const lines = plane(feature.geometry)[0].slice(0, -1).map(([e, n], i) => `${i + 1}\t${e.toFixed(3)}\t${n.toFixed(3)}`);
  await navigator.clipboard?.writeText(lines.join('\n'));
  emit('copied');
}

function pick(n) {
  picked = n;
  for (const each of byId('drawer').querySelectorAll('tr[data-row]')) each.classList.toggle('picked', Number(each.dataset.row) === n);
  byId('drawer').querySelector(`tr[data-row="${n}"]`)?.scrollIntoView({ block: 'nearest' });
}

/** Figures of an outline that is being dragged. */
function live(detail) {
  const host = byId('drawer');
  if (!detail) return;
  const rings = detail.coordinates.map((ring) => ring.map(toPlane));
  const set = (name, text) => {
    const cell = host.querySelector(`[data-fact="${name}"]`);
    if (cell) cell.textContent = text;
  };
  set('area', `${number(areaOf(rings), 1, 1)} m²`);
  set('perimeter', `${number(perimeterOf(rings), 3, 3)} m`);
}
