/** The drawing tools: one is in the hand at a time. Each is a module with `icon`, `key`, `start(hand)`, which answers how to lay it down. */
import { byId, h, icon } from '../lib/dom.js';
import { announce } from '../lib/say.js';
import { t } from '../lib/words.js';
import { hideCursor } from './cursor.js';
import { desk, edit, mayDraw, on, redo, select, selected, stopTrying, undo } from './desk.js';
import { refusal } from './bar.js';
import { shortcut } from './keys.js';
import { sheet } from './map.js';
import { setDoing } from './presence.js';
import * as snapping from './snapping.js';
import * as corridor from './tool/corridor.js';
import * as hole from './tool/hole.js';
import * as measure from './tool/measure.js';
import * as merge from './tool/merge.js';
import * as offset from './tool/offset.js';
import * as polygon from './tool/polygon.js';
import * as rectangle from './tool/rectangle.js';
import * as select_ from './tool/select.js';
import * as sharedEdge from './tool/sharededge.js';
import * as split from './tool/split.js';
import * as table from './tool/table.js';
import * as vertices from './tool/vertices.js';

/** Tools by name in the order of the toolbar; null is a line between groups. `look` tools are for those who only read too. */
const TOOLS = { select: select_, vertices, polygon, rectangle, offset, hole, table, split, merge, corridor, sharedEdge, measure };
const ORDER = ['select', 'vertices', null, 'polygon', 'rectangle', 'offset', 'hole', 'table', null, 'split', 'merge', 'corridor', 'sharedEdge', null, 'measure'];

let current = null; // { name, stop }
const buttons = new Map();
let magnet;

export function start() {
  snapping.start(sheet.map);
  build();
  on('plan', build);
  on('snapping', () => magnet?.setAttribute('aria-pressed', String(snapping.snapping.on)));
  for (const [name, tool] of Object.entries(TOOLS)) shortcut({ key: tool.key, words: `tool_${name}`, run: () => take(name) });
  shortcut({ key: 's', words: 'tool_magnet', run: () => snapping.toggle() });
  shortcut({ key: 'z', ctrl: true, shift: false, everywhere: true, words: 'tool_undo', run: () => step(undo, 'undone') });
  shortcut({ key: 'y', ctrl: true, everywhere: true, words: 'tool_redo', run: () => step(redo, 'redone') });
  shortcut({ key: 'z', ctrl: true, shift: true, everywhere: true, words: 'tool_redo', run: () => step(redo, 'redone') });
  shortcut({ key: 'a', ctrl: true, words: 'select_all', run: () => select([...desk.features.keys()]) });
  shortcut({ key: 'Delete', words: 'tool_remove', run: removeSelected });
  byId('map').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (current.name !== 'select') take('select');
    else select([]);
  });
  on('problem', showPlace);
  take('select');
}

let shape = '';

function build() {
  const drawing = mayDraw();
  if (shape === String(drawing)) return;
  shape = String(drawing);
  buttons.clear();
  const button = (name, image, words, run, pressed) => {
    const key = TOOLS[name]?.key ?? { magnet: 's', undo: 'Ctrl+Z', redo: 'Ctrl+Y', remove: 'Delete' }[name];
    const text = `${t(words)} (${key.length === 1 ? key.toUpperCase() : key})`;
    return h('button', { type: 'button', class: 'tool', title: text, 'aria-label': text, 'aria-pressed': pressed, data: { tool: name }, on: { click: run } }, icon(image));
  };
  const parts = [];
  for (const name of ORDER) {
    if (name === null) {
      if (drawing) parts.push(h('hr', { 'aria-hidden': 'true' }));
      continue;
    }
    if (!drawing && !TOOLS[name].look) continue;
    const made = button(name, TOOLS[name].icon, `tool_${name}`, () => take(name), 'false');
    buttons.set(name, made);
    parts.push(made);
  }
  magnet = button('magnet', 'magnet', 'tool_magnet', () => snapping.toggle(), String(snapping.snapping.on));
  parts.push(magnet);
  if (drawing) {
    parts.push(h('hr', { 'aria-hidden': 'true' }), button('undo', 'undo', 'tool_undo', () => step(undo, 'undone')), button('redo', 'redo', 'tool_redo', () => step(redo, 'redone')),
      button('remove', 'trash', 'tool_remove', removeSelected));
  }
  byId('tools').replaceChildren(...parts);
  if (current && !buttons.has(current.name)) take('select');
  else if (current) press();
}

function press() {
  for (const [name, made] of buttons) made.setAttribute('aria-pressed', String(name === current.name));
}

/** Takes a tool in hand; the one before is laid down. */
export function take(name, given) {
  if (!buttons.has(name)) return;
  lay();
  const cleanups = [];
  const hand = {
    map: sheet.map,
    /** Shows what the tool asks for above the map. */
    strip: (...parts) => strip(...parts),
    /** Listens to the map until the tool is laid down. */
    listen(events) {
      sheet.map.on(events);
      cleanups.push(() => sheet.map.off(events));
    },
    /** Does something when the tool is laid down. */
    after: (action) => cleanups.push(action),
    done: (next = 'select') => current?.name === name && take(next),
    again: () => take(name, given),
    given,
  };
  current = { name, stop: () => cleanups.reverse().forEach((action) => action()) };
  press();
  sheet.map.getContainer().dataset.tool = name;
  setDoing(name === 'select' || name === 'measure' ? 'VIEWING' : 'EDITING');
  TOOLS[name].start(hand);
  if (name !== 'select') announce(t(`tool_${name}`));
}

/** The name of the tool in hand. */
export const inHand = () => current?.name;

function lay() {
  if (!current) return;
  const { stop } = current;
  current = null;
  stop();
  strip();
  hideCursor();
  Object.assign(snapping.snapping, { skip: null, skipVertices: null });
  stopTrying();
}

function strip(...parts) {
  const present = parts.flat().filter(Boolean);
  byId('strip').replaceChildren(...(present.length > 0 ? [h('div', { class: 'tool-strip', role: 'group', 'aria-label': t('tool_options') }, present)] : []));
}

async function step(action, words) {
  if (!mayDraw()) return;
  try {
    await action();
    announce(t(words));
  } catch (problem) {
    if (problem.busy) announce(t('still_saving'));
    else if (['nothing-to-undo', 'nothing-to-redo'].some((code) => problem.code?.endsWith(code))) announce(problem.detail);
    else refusal(problem);
  }
}

function removeSelected() {
  if (!mayDraw() || desk.selection.length === 0) return;
  const codes = selected().map((feature) => feature.properties.code);
  edit(selected().map((feature) => ({ op: 'remove', subzone: feature.id })), { label: t('did_remove', { codes: codes.join(', ') }) }).catch(() => {});
  select([]);
  announce(t('did_remove', { codes: codes.join(', ') }));
}

/** Where the server says the trouble lies. */
function showPlace({ problem }) {
  const place = problem?.body?.place;
  if (!place) return;
  sheet.overlay.show('refused', [place], { className: 'bad', weight: 3, radius: 9 });
  setTimeout(() => sheet.overlay.clear('refused'), 8000);
}

