/**
 * Where a comment points: a point or a box on the map, or a subzone. The map is covered while somebody aims, so that no tool takes the
 * click; panning and zooming go on. The same can be typed as E, N.
 */
import { h, icon } from '../lib/dom.js';
import { announce } from '../lib/say.js';
import { number } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { desk, on } from './desk.js';
import { sheet } from './map.js';
import { toLonLat, toPlane } from './shapes.js';

const STILL_PX = 4;
let aiming = null; // how to stop

/** A rectangle along the grid of the legal system between two of its corners. */
export function box(a, b) {
  const [ax, ay] = toPlane(a), [bx, by] = toPlane(b);
  const [west, east] = [Math.min(ax, bx), Math.max(ax, bx)], [south, north] = [Math.min(ay, by), Math.max(ay, by)];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]].map(toLonLat)] };
}

/** Covers the map until a point or a box is chosen or Escape is pressed; calls `found(geometry)`, null when given up. */
function aim(kind, found) {
  aiming?.();
  const { map, overlay } = sheet;
  const shield = h('div', { class: `aim-shield ${kind}` });
  let from = null, pressed = null;
  const at = (event) => {
    const { lng, lat } = map.mouseEventToLatLng(event);
    return [lng, lat];
  };
  const still = (event) => pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < STILL_PX;
  const stop = (geometry = null) => {
    shield.remove();
    overlay.clear('aim');
    document.removeEventListener('keydown', escape, true);
    aiming = null;
    found(geometry);
  };
  const escape = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  };
  const hold = (event) => kind === 'box' && event.stopPropagation(); // a box is drawn with the drag that else pans
  for (const type of ['mousedown', 'touchstart']) shield.addEventListener(type, hold);
  for (const type of ['click', 'dblclick', 'contextmenu']) shield.addEventListener(type, (event) => event.stopPropagation());
  shield.addEventListener('pointerdown', (event) => {
    hold(event);
    pressed = { x: event.clientX, y: event.clientY };
    if (kind === 'box' && !from) {
      from = at(event);
      shield.setPointerCapture(event.pointerId);
    }
  });
  shield.addEventListener('pointermove', (event) => from && overlay.show('aim', [box(from, at(event))], { className: 'comment-shape' }));
  shield.addEventListener('pointerup', (event) => {
    if (kind === 'point') {
      if (still(event)) stop({ type: 'Point', coordinates: toLonLat(toPlane(at(event))) });
      return;
    }
    const corner = map.latLngToContainerPoint([from[1], from[0]]);
    // a click without a drag marks the first corner; the next one the second
    if (corner.distanceTo(map.mouseEventToContainerPoint(event)) >= STILL_PX) stop(box(from, at(event)));
  });
  document.addEventListener('keydown', escape, true);
  map.getContainer().append(shield);
  aiming = stop;
  announce(t(kind === 'box' ? 'aim_box' : 'aim_point'));
}

/** Ends an aim that somebody has begun. */
export const stopAiming = () => aiming?.();

/** What an east and a north of Vietnam lie between, in metres; it tells thousands from decimals. */
const EAST = [1e5, 9e5];
const NORTH = [8e5, 27e5];

/** Two or four numbers: E, N of a point or of two corners, in metres; null when they are none. */
export function readPlace(text) {
  const words = text.trim().split(/[\s;]+|,\s+/).filter(Boolean);
  if (words.length !== 2 && words.length !== 4) return null;
  const numbers = words.map((word, i) => metres(word, i % 2 === 0 ? EAST : NORTH));
  if (numbers.some((n) => n === undefined)) return null;
  const a = toLonLat(numbers.slice(0, 2));
  return words.length === 4 ? box(a, toLonLat(numbers.slice(2))) : { type: 'Point', coordinates: a };
}

/** 583.441,569, 583441.569 or 583,441 as the number that lies in the range. */
function metres(text, [least, most]) {
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const digits = (part) => part.replace(/[.,]/g, '');
  const readings = [Number(digits(text)), ...(last > 0 ? [Number(`${digits(text.slice(0, last))}.${text.slice(last + 1)}`)] : [])];
  return readings.find((n) => n >= least && n <= most);
}

/** A place in words. */
export function placeText({ place, subzone }) {
  if (subzone) return t('at_subzone', { code: desk.features.get(subzone)?.properties.code ?? t('subzone_gone') });
  if (!place) return t('at_nowhere');
  const [e, n] = toPlane(place.type === 'Point' ? place.coordinates : place.coordinates[0][0]);
  return t(place.type === 'Point' ? 'at_point' : 'at_box', { east: number(e, 0), north: number(n, 0) });
}

/**
 * Buttons to choose a place with.
 * @returns {{element: HTMLElement, value: () => {place?: object, subzone?: string}, set: (value: object) => void, clear: () => void}}
 */
export function placeField({ changed = () => {} } = {}) {
  let chosen = {};
  const shown = h('span', { class: 'place-now', role: 'status' });
  const button = (name, words, run) => h('button', { type: 'button', class: 'button', on: { click: run } }, icon(name, 'small'), t(words));
  const point = button('plus', 'aim_point_do', () => start('point'));
  const area = button('rectangle', 'aim_box_do', () => start('box'));
  const selectedOne = h('button', { type: 'button', class: 'button', on: { click: () => take({ subzone: candidate() }) } });
  const remove = h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('place_remove'), title: t('place_remove'), on: { click: () => take({}) } }, icon('close', 'small'));
  const typed = h('input', { class: 'input', placeholder: 'E, N', 'aria-label': t('place_typed'), inputmode: 'text', on: {
    change: () => {
      if (typed.value.trim() === '') return;
      const place = readPlace(typed.value);
      typed.toggleAttribute('aria-invalid', !place);
      fault.hidden = Boolean(place);
      if (place) take({ place });
    },
  } });
  const fault = h('span', { class: 'field-fault', hidden: true }, t('place_unreadable'));
  const hint = h('p', { class: 'quiet small', hidden: true });
  const element = h('div', { class: 'place-field', role: 'group', 'aria-label': t('place_label') },
    h('div', { class: 'place-head' }, icon('comment', 'small'), shown, remove), h('div', { class: 'place-buttons' }, point, area, selectedOne, typed), fault, hint);

  const candidate = () => desk.selection.find((uid) => desk.features.has(uid) && !uid.startsWith('new:'));
  function start(kind) {
    hint.hidden = false;
    hint.textContent = t(kind === 'box' ? 'aim_box' : 'aim_point');
    const pressed = kind === 'box' ? area : point;
    pressed.setAttribute('aria-pressed', 'true');
    aim(kind, (place) => {
      hint.hidden = true;
      pressed.removeAttribute('aria-pressed');
      pressed.focus();
      if (place) take({ place });
    });
  }
  function take(next) {
    chosen = next;
    fault.hidden = true;
    typed.removeAttribute('aria-invalid');
    draw();
    changed(chosen);
  }
  function draw() {
    const uid = candidate();
    shown.textContent = placeText(chosen);
    remove.hidden = !chosen.place && !chosen.subzone;
    selectedOne.hidden = !uid || uid === chosen.subzone;
    selectedOne.textContent = uid ? t('aim_subzone_do', { code: desk.features.get(uid).properties.code }) : '';
    if (chosen.place) sheet.overlay.show('aimed', [chosen.place], { className: 'comment-shape', radius: 8 });
    else if (chosen.subzone) sheet.overlay.show('aimed', [desk.features.get(chosen.subzone)], { className: 'comment-shape', fill: false });
    else sheet.overlay?.clear('aimed');
  }
  const stops = [on('selection', draw), on('drawing', draw)];
  draw();
  return {
    element, value: () => ({ ...chosen }),
    set: take,
    clear() {
      typed.value = '';
      take({});
    },
    /** The field is no longer on the page. */
    end() {
      stops.forEach((stop) => stop());
      stopAiming();
      sheet.overlay?.clear('aimed');
    },
  };
}
