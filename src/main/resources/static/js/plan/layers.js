/**
 * The card of layers on the sheet: each is shown or not, more or less opaque, above or below the others. What one likes is kept in this
 * browser for whoever sits here; the palette is in the address, since it belongs to what is shared.
 */
import { byId, h, icon } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { announce, toast } from '../lib/say.js';
import { t } from '../lib/words.js';
import { current, note } from './address.js';
import * as background from './background.js';
import { me, on } from './desk.js';
import { many } from './files/save.js';
import { repaint, sheet } from './map.js';
import * as references from './referencelayers.js';

/** Layers of the plan from above, with the panes they are drawn in. */
const PANES = { names: ['names'], zones: ['zones', 'neighbours'], houses: ['houses'], subzones: ['landuse'], context: ['water', 'reference'], grid: ['grid'], background: ['base'] };
/** Reference layers lie between what is drawn and what stands on it. */
const ABOVE_REFERENCES = 'houses';
/** What the sheet has above and below the card, px. */
const HEAD_AND_FOOT = 110;
const LOWEST = 150, STEP = 12, NAMES_ON_TOP = 450;

let state = { order: [], off: [], opacity: {}, mono: false };
let host;
let message = null; // what went wrong with a reference layer, until the next try

const key = () => `khu.layers.${me.name}`;

function read() {
  try {
    state = { ...state, ...JSON.parse(localStorage.getItem(key()) ?? '{}') };
  } catch {
    // what is not readable is left
  }
}

function store() {
  try {
    localStorage.setItem(key(), JSON.stringify(state));
  } catch {
    // a full or forbidden store only forgets
  }
}

export async function start() {
  read();
  host = sheet.layersCard;
  // the sheet is as high as drawer and window leave it; the card scrolls within
  new ResizeObserver(([{ contentRect }]) => {
    host.style.maxHeight = `${Math.max(160, contentRect.height - HEAD_AND_FOOT)}px`;
  }).observe(byId('map'));
  host.addEventListener('click', (event) => event.stopPropagation()); // rows that are built anew must not close the card
  background.start(() => {
    apply();
    render();
  });
  on('references', () => {
    apply();
    render();
  });
  await references.start((id) => !state.off.includes(id));
  apply();
  render();
}

/** All layers from above, in the planner's order; new ones at their usual place. */
function ordered() {
  const present = references.all().map((layer) => layer.id);
  const usual = Object.keys(PANES).flatMap((name) => (name === ABOVE_REFERENCES ? [name, ...present] : [name]));
  const order = state.order.filter((id) => usual.includes(id));
  usual.forEach((id, i) => {
    if (order.includes(id)) return;
    const before = usual.slice(0, i).reverse().find((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

const panesOf = (id) => PANES[id] ?? [references.paneOf(id)];
const shown = (id) => (id === 'background' ? background.shown() !== null : !state.off.includes(id));
const opacityOf = (id) => (id === 'background' ? background.shown()?.opacity ?? 1 : state.opacity[id] ?? 1);

function apply() {
  const order = ordered();
  order.forEach((id, i) => {
    panesOf(id).forEach((name, k) => {
      const element = sheet.map.getPane(name);
      if (!element) return;
      element.style.zIndex = String(id === 'names' && i === 0 ? NAMES_ON_TOP : LOWEST + (order.length - 1 - i) * STEP + k);
      if (id === 'background') return;
      element.hidden = !shown(id);
      element.style.opacity = String(opacityOf(id));
    });
  });
  for (const name of ['landuse', 'names']) sheet.map.getPane(name).classList.toggle('mono', state.mono);
  sheet.legendHost.classList.toggle('mono', state.mono);
}

function change(patch) {
  state = { ...state, ...patch };
  store();
  apply();
}

function toggle(id, visible, slider) {
  slider.disabled = !visible;
  change({ off: visible ? state.off.filter((one) => one !== id) : [...state.off, id] });
  references.setVisible(id, visible);
}

function move(id, by) {
  const order = ordered();
  const from = order.indexOf(id), to = from + by;
  if (to < 0 || to >= order.length) return;
  order.splice(from, 1);
  order.splice(to, 0, id);
  change({ order });
  render();
  announce(t('lay_moved', { name: nameOf(id), n: to + 1, all: order.length }));
  const row = host.querySelector(`[data-layer="${id}"]`);
  const button = row.querySelector(by < 0 ? '.up' : '.down');
  (button.disabled ? row.querySelector(by < 0 ? '.down' : '.up') : button).focus();
}

function nameOf(id) {
  return PANES[id] ? t(`lay_${id}`) : references.all().find((layer) => layer.id === id)?.name ?? '';
}

// ---- the card

function render() {
  if (!host) return;
  const focus = host.contains(document.activeElement) ? document.activeElement.id : null;
  const order = ordered();
  host.replaceChildren(
    h('h3', {}, t('layers')),
    h('ul', { class: 'layer-rows' }, order.map((id, i) => row(id, i, order.length))),
    message ? refusal() : '',
    referenceButton(), look(), backgrounds());
  if (focus) document.getElementById(focus)?.focus();
}

function refusal() {
  const close = h('button', { type: 'button', class: 'layer-button', 'aria-label': t('close'), on: { click: () => {
    message = null;
    render();
    host.querySelector('#layer-add').focus();
  } } }, icon('close', 'small'));
  return h('div', { class: 'file-refused', role: 'alert' }, icon('blocked', 'small'), h('div', {}, h('b', {}, message.detail), message.remedy && h('p', {}, message.remedy)), close);
}

function row(id, index, count) {
  const layer = references.all().find((one) => one.id === id);
  const box = h('input', {
    type: 'checkbox', id: `layer-${id}`, checked: shown(id),
    on: { change: () => (id === 'background' ? backgroundToggled(box) : toggle(id, box.checked, slider)) },
  });
  const slider = h('input', {
    type: 'range', class: 'opacity', id: `opacity-${id}`, min: 10, max: 100, step: 5, value: Math.round(opacityOf(id) * 100), disabled: !shown(id), 'aria-label': t('lay_opacity', { name: nameOf(id) }), title: t('lay_opacity', { name: nameOf(id) }),
    on: { input: () => fade(id, Number(slider.value) / 100) },
  });
  const button = (className, name, words, run, disabled) => h('button', { type: 'button', class: `layer-button ${className}`, 'aria-label': words, title: words, disabled, on: { click: run } }, icon(name, 'small'));
  const element = h('li', { class: 'layer-row', data: { layer: id } },
    h('span', { class: 'drag', draggable: 'true', 'aria-hidden': 'true', title: t('lay_drag') }, icon('more', 'small')),
    h('label', { class: 'layer-name', for: box.id }, box, layer && h('i', { class: `tone tone-${layer.tone}`, 'aria-hidden': 'true' }), h('span', {}, nameOf(id), layer && h('span', { class: 'quiet small' }, t('ref_vertices', { n: many(layer.vertices) }))),
      id === 'background' && background.hasFailed() && h('span', { class: 'tag bad' }, t('bg_failed'))),
    slider,
    h('span', { class: 'layer-buttons' },
      layer && button('remove', 'trash', t('ref_remove', { name: layer.name }), () => {
        references.remove(id);
        host.querySelector('#layer-add').focus();
      }),
      button('up', 'up', t('lay_up', { name: nameOf(id) }), () => move(id, -1), index === 0), button('down', 'down', t('lay_down', { name: nameOf(id) }), () => move(id, 1), index === count - 1)));
  draggable(element, id);
  return element;
}

function fade(id, opacity) {
  if (id === 'background') background.tune({ opacity });
  else change({ opacity: { ...state.opacity, [id]: opacity } });
}

function backgroundToggled(box) {
  const usual = background.usual();
  if (box.checked && !usual) {
    box.checked = false;
    askBackground();
  } else background.choose(box.checked ? usual.id : null);
}

let dragged = null;

function draggable(element, id) {
  element.querySelector('.drag').addEventListener('dragstart', (event) => {
    dragged = id;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', nameOf(id));
    event.dataTransfer.setDragImage(element, 12, 12);
  });
  element.addEventListener('dragover', (event) => {
    if (dragged === null || dragged === id) return;
    event.preventDefault();
    element.classList.add('over');
  });
  element.addEventListener('dragleave', () => element.classList.remove('over'));
  element.addEventListener('dragend', () => {
    dragged = null;
  });
  element.addEventListener('drop', (event) => {
    if (dragged === null) return;
    event.preventDefault();
    event.stopPropagation();
    const order = ordered();
    const by = order.indexOf(id) - order.indexOf(dragged);
    const moved = dragged;
    dragged = null;
    move(moved, by);
  });
}

function referenceButton() {
  const input = h('input', { type: 'file', class: 'sr', id: 'layer-file', tabindex: '-1', 'aria-hidden': 'true', accept: '.geojson,.json', on: { change: () => input.files[0] && openReference(input.files[0]) } });
  return h('div', { class: 'layer-add' }, input, h('button', { type: 'button', class: 'button', id: 'layer-add', on: { click: () => input.click() } }, icon('plus', 'small'), t('ref_add')), h('p', { class: 'quiet small' }, t('ref_hint')));
}

/** Opens a GeoJSON file as a reference layer; a refusal is shown in the card. */
export async function openReference(file) {
  message = null;
  try {
    const layer = await references.addFile(file);
    toast(t(layer.stored ? 'ref_added' : 'ref_not_kept', { name: layer.name, n: number(layer.vertices) }));
  } catch (problem) {
    message = { detail: problem.detail ?? t('problem_title'), remedy: problem.remedy };
    open();
  }
  render();
}

/** Opens the card. */
export function open() {
  if (host.hidden) sheet.toolsLeft.querySelector('button').click();
}

function look() {
  const cadastral = current().palette === 'cadastral';
  const palettes = h('fieldset', { class: 'segments' }, h('legend', {}, t('lay_palette')), ['planning', 'cadastral'].map((name) => h('label', {},
    h('input', { type: 'radio', name: 'palette', id: `palette-${name}`, value: name, checked: (name === 'cadastral') === cadastral, on: { change: () => paint(name) } }), h('span', {}, t(`lay_palette_${name}`)))));
  const mono = h('input', { type: 'checkbox', id: 'layer-mono', checked: state.mono, on: { change: () => change({ mono: mono.checked }) } });
  return h('div', { class: 'layer-part' }, palettes, h('label', { class: 'switch', for: 'layer-mono' }, mono, t('lay_mono')));
}

async function paint(name) {
  const before = current().palette;
  note({ palette: name === 'cadastral' ? 'cadastral' : null });
  try {
    await repaint();
  } catch (problem) {
    note({ palette: before ?? null });
    toast(t('lay_no_palette', { code: problem.code ?? '' }));
    render();
  }
}

function backgrounds() {
  const now = background.shown();
  const choice = (id, words, extra) => h('div', { class: 'background-row' }, h('label', { class: 'layer-name' }, h('input', { type: 'radio', name: 'background', id: `background-${id ?? 'none'}`, checked: (now?.id ?? null) === id, on: { change: () => background.choose(id) } }), h('span', {}, words)), extra);
  const grey = now && h('input', { type: 'range', class: 'opacity', id: 'background-grey', min: 0, max: 100, step: 5, value: Math.round(now.grey * 100), on: { input: () => background.tune({ grey: Number(grey.value) / 100 }) } });
  return h('div', { class: 'layer-part' }, h('fieldset', { class: 'choices' }, h('legend', {}, t('bg_title')), choice(null, t('bg_none')),
    background.all().map((one) => choice(one.id, [one.name, h('span', { class: 'quiet small' }, one.kind === 'wms' ? `WMS: ${one.layers}` : one.kind === 'xyz' ? 'XYZ' : '')],
      one.kind !== 'installed' && h('button', { type: 'button', class: 'layer-button', 'aria-label': t('bg_remove', { name: one.name }), title: t('bg_remove', { name: one.name }), on: { click: () => background.remove(one.id) } }, icon('trash', 'small'))))),
  now && background.hasFailed() && h('div', { class: 'file-refused', role: 'alert' }, icon('warn', 'small'), h('div', {}, h('b', {}, t('bg_failed')), h('p', {}, t('bg_failed_remedy')), h('button', { type: 'button', class: 'link', on: { click: background.retry } }, t('bg_retry')))),
  now && h('label', { class: 'slider-line', for: 'background-grey' }, t('bg_grey'), grey),
  h('button', { type: 'button', class: 'button', id: 'background-add', on: { click: askBackground } }, icon('plus', 'small'), t('bg_add')));
}

/** The card closes under the dialog, and comes back after it. */
async function askBackground() {
  await background.ask();
  open();
  host.querySelector('#background-add').focus();
}
