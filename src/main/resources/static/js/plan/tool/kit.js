/** What tools share: land-use choice, number fields, drawing with Leaflet-Geoman, previews. */
import { h } from '../../lib/dom.js';
import { number, parseNumber } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { hideCursor, showCursor } from '../cursor.js';
import { L } from '../../map/leaflet.js';
import { aim, index } from '../snapping.js';
import { along } from '../snap.js';
import { azimuth, degreesText, distance, lengthOf, polar, toLonLat, toPlane, vertexKey } from '../shapes.js';

export const USES = ['INDUSTRY', 'HIGHRISE', 'SUPPORT', 'WAREHOUSE', 'SERVICE', 'TECH', 'GREEN', 'ROAD', 'WATER'];

const remembered = new Map();
let figuresOpen = false;

/** A choice of land use that remembers what was chosen with the same tool. */
export function useChoice(tool, first) {
  const now = remembered.get(tool) ?? first;
  const choice = h('select', { class: 'input', name: 'use', on: { change: () => remembered.set(tool, choice.value) } }, USES.map((use) => h('option', { value: use, selected: use === now }, t(`use_${use}`))));
  return { field: h('label', { class: 'field' }, t('land_use'), choice), value: () => choice.value };
}

/** A field for a number in metres or degrees; `value()` is NaN while nothing sensible stands in it. */
export function numberField(name, words, { first = '', unit = 'm', changed = () => {}, enter } = {}) {
  const input = h('input', {
    class: 'input', name, inputmode: 'decimal', autocomplete: 'off', value: first,
    on: {
      input: () => {
        const value = read();
        input.setAttribute('aria-invalid', String(input.value.trim() !== '' && Number.isNaN(value)));
        changed(value);
      },
      keydown: (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        enter?.(read());
      },
    },
  });
  const read = () => {
    const text = input.value.trim();
    return text.startsWith('-') || text.startsWith('−') ? -parseNumber(text.slice(1)) : parseNumber(text);
  };
  return { field: h('label', { class: 'field' }, t(words), input, unit), value: read, input, set: (text) => (input.value = text) };
}

export const check = (words, on = false, changed = () => {}) => {
  const box = h('input', { type: 'checkbox', checked: on, on: { change: () => changed(box.checked) } });
  return { field: h('label', { class: 'switch' }, box, t(words)), value: () => box.checked, set: (next) => (box.checked = next) };
};

export const button = (words, run, kind = '') => h('button', { type: 'button', class: `button ${kind}`, on: { click: run } }, t(words));
export const hint = (words, places) => h('span', { class: 'hint' }, t(words, places));

const onGrid = ({ lat, lng }) => [Math.round(lng * 1e9) / 1e9, Math.round(lat * 1e9) / 1e9];

/** Length and azimuth from one place to another, as the cursor shows them. */
export function course(from, to) {
  const a = toPlane(from), b = toPlane(to);
  return `${number(distance(a, b), 3, 3)} m · ${degreesText(azimuth(a, b))}`;
}

/** The vertices between two places along an outline that both lie on: of several outlines the shortest way. */
function wayAlong(from, to, other) {
  const lines = new Set([...index.near(to, 0.5)].map((segment) => segment.line));
  const length = (way) => lengthOf([from, ...way, to].map(toPlane));
  return [...lines].map((line) => along(line, from, to, other)).filter(Boolean).sort((a, b) => length(a) - length(b))[0] ?? [];
}

/**
 * Draws with Geoman: clicks set vertices, Enter or a click on the first (or last) vertex ends, Backspace takes one back. Vertices may be
 * typed by distance and azimuth or by E and N, and follow the edge of a neighbour where tracing is on.
 * @param {object} hand of the tool
 * @param {'Polygon'|'Line'} shape
 * @param {{parts?: Node[], done: (coordinates: number[][]) => void, moved?: (coordinates: number[][]) => void, tracing?: boolean}} options
 *   `moved` gets what is drawn so far with the cursor as its last vertex
 */
export function draw(hand, shape, { parts = [], done, moved, tracing = true }) {
  const { map } = hand;
  const pen = map.pm.Draw[shape];
  let lastSnap = null, vertexSnap = null;
  const coordinates = () => (pen._layer?.getLatLngs() ?? []).map(onGrid);
  const last = () => coordinates().at(-1);

  const add = (lonlat) => {
    const latlng = L.latLng(lonlat[1], lonlat[0]);
    pen._hintMarker.setLatLng(latlng);
    pen._hintMarker._snapped = true;
    pen._createVertex({ latlng });
  };

  const trace = check('trace', false);
  const length = numberField('length', 'length', { enter: typed });
  const bearing = numberField('azimuth', 'azimuth', { unit: '°', enter: typed });
  const east = numberField('east', 'coord_east', { unit: '', enter: place });
  const north = numberField('north', 'coord_north', { unit: '', enter: place });

  function typed() {
    const from = last();
    if (!from || Number.isNaN(length.value()) || Number.isNaN(bearing.value())) {
      (from ? (Number.isNaN(length.value()) ? length : bearing) : east).input.focus();
      return;
    }
    add(toLonLat(polar(toPlane(from), length.value(), bearing.value())));
    length.set('');
    length.input.focus();
  }

  function place() {
    if (Number.isNaN(east.value()) || Number.isNaN(north.value())) return (Number.isNaN(east.value()) ? east : north).input.focus();
    add(toLonLat([east.value(), north.value()]));
    east.set('');
    north.set('');
    return east.input.focus();
  }

  const figures = h('div', { class: 'figures', hidden: !figuresOpen }, length.field, bearing.field, button('add_vertex', typed), east.field, north.field, button('add_vertex', place));
  const opener = h('button', {
    type: 'button', class: 'button', 'aria-expanded': String(figuresOpen),
    on: {
      click() {
        figuresOpen = figures.hidden;
        figures.hidden = !figuresOpen;
        opener.setAttribute('aria-expanded', String(figuresOpen));
        if (figuresOpen) length.input.focus();
      },
    },
  }, t('type_figures'));
  hand.strip(...parts, tracing && trace.field, opener, button('finish', () => pen._finishShape()), button('cancel', () => hand.done()), figures);

  hand.listen({
    mousemove({ latlng, originalEvent }) {
      lastSnap = aim(latlng, originalEvent);
      const at = lastSnap ? lastSnap.lonlat : [latlng.lng, latlng.lat];
      showCursor(map, latlng, lastSnap, last() ? course(last(), at) : '');
      moved?.([...coordinates(), at]);
    },
    mouseout: hideCursor,
    click({ latlng, originalEvent }) {
      // before Geoman sets its vertex: the vertices of the neighbour's edge between the last one and this
      const snap = aim(latlng, originalEvent);
      if (trace.value() && snap && vertexSnap && last()) {
        for (const vertex of wayAlong(last(), snap.lonlat, Boolean(originalEvent?.shiftKey))) if (vertexKey(vertex) !== vertexKey(last()) && vertexKey(vertex) !== vertexKey(snap.lonlat)) add(vertex);
      }
      pen._hintMarker.setLatLng(snap ? L.latLng(snap.lonlat[1], snap.lonlat[0]) : latlng);
      pen._hintMarker._snapped = Boolean(snap);
      vertexSnap = snap;
    },
  });
  const created = ({ layer }) => {
    layer.remove();
    const points = (shape === 'Polygon' ? layer.getLatLngs()[0] : layer.getLatLngs()).map(onGrid);
    if (shape === 'Polygon') points.push(points[0]);
    done(points);
  };
  map.on('pm:create', created);
  const keys = (event) => {
    if (event.target.closest?.('input, select, textarea') && event.key !== 'Escape') return;
    if (event.key === 'Enter') pen._finishShape();
    else if (event.key === 'Backspace') pen._removeLastVertex();
    else if (event.key === 't' || event.key === 'T') trace.set(!trace.value());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.getElementById('map').addEventListener('keydown', keys, true);
  hand.after(() => {
    map.off('pm:create', created);
    document.getElementById('map').removeEventListener('keydown', keys, true);
    map.pm.disableDraw();
  });
  map.pm.enableDraw(shape, {
    snappable: true, snapDistance: 40, snapSegment: false, tooltips: false, cursorMarker: false, allowSelfIntersection: true, continueDrawing: false,
    templineStyle: { className: 'sketch-line', weight: 2.5 }, hintlineStyle: { className: 'sketch-line hint-line', weight: 2 }, pathOptions: { className: 'sketch-line', weight: 2.5 },
  });
  map.getContainer().focus({ preventScroll: true });
}

/** A GeoJSON geometry. */
export const geo = (type, coordinates) => ({ type, coordinates });
