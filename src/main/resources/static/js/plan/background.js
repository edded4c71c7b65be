/**
 * Backgrounds below the drawing: none, the installation's base map, or tiles and WMS layers whose addresses the planner typed. Kept in this
 * browser. A background that cannot be had is said to be so; nothing else depends on it.
 */
import { h, icon } from '../lib/dom.js';
import { settings, t } from '../lib/words.js';
import { L } from '../map/leaflet.js';
import { me } from './desk.js';
import { dialog } from '../lib/dialog.js';
import { sheet } from './map.js';

const OPACITY = 0.6, GREY = 0.7; // as the installation's base map looks everywhere else
const KNOWN_WMS = ['service', 'request', 'version', 'layers', 'styles', 'format', 'transparent', 'width', 'height', 'crs', 'srs', 'bbox'];
const ERRORS_TO_FAIL = 3;

/** `{list, shown, last}`; the list is the planner's own, the installation's comes before it. */
let state = { list: [], shown: null };
let layer = null;
let failed = false;
let changed = () => {};

const key = () => `khu.backgrounds.${me.name}`;

/** @param {() => void} listener hears of every change that a control would show */
export function start(listener) {
  changed = listener;
  try {
    state = { ...state, ...JSON.parse(localStorage.getItem(key()) ?? '{}') };
  } catch {
    // what is not readable is left
  }
  // the sheet puts the installation's base map on every map; here the planner chooses
  sheet.map.eachLayer((one) => one.options.pane === 'base' && one.remove());
  apply();
}

export function all() {
  const installed = settings.basemapUrl ? [{ id: 'installed', kind: 'installed', name: settings.basemapAttribution || t('bg_installed'), url: settings.basemapUrl, opacity: OPACITY, grey: GREY, ...state.installed }] : [];
  return [...installed, ...state.list];
}
export const shown = () => all().find((one) => one.id === state.shown) ?? null;
/** The background to show where nobody says which: the one shown last, else the first. */
export const usual = () => all().find((one) => one.id === state.last) ?? all()[0] ?? null;
export const hasFailed = () => failed;

function store() {
  localStorage.setItem(key(), JSON.stringify(state));
}

export function choose(id) {
  state.shown = id;
  state.last = id ?? state.last;
  store();
  apply();
}

/** Changes opacity (0 to 1) or grey (0 to 1) of the background that is shown. */
export function tune(patch) {
  const now = shown();
  if (!now) return;
  if (now.kind === 'installed') state.installed = { opacity: now.opacity, grey: now.grey, ...patch };
  else Object.assign(now, patch);
  store();
  look();
}

export function remove(id) {
  state.list = state.list.filter((one) => one.id !== id);
  if (state.shown === id) state.shown = null;
  store();
  apply();
}

/** Tries again to fetch what could not be had. */
export function retry() {
  apply();
}

function apply() {
  layer?.remove();
  layer = null;
  failed = false;
  const now = shown();
  if (now) {
    layer = make(now);
    let errors = 0, loaded = 0;
    const mine = layer;
    const set = (next) => {
      if (failed === next || mine !== layer) return;
      failed = next;
      changed();
    };
    layer.on('tileload', () => {
      loaded++;
      errors = 0;
      set(false);
    });
    layer.on('tileerror', () => {
      errors++;
      if (errors >= ERRORS_TO_FAIL) set(true);
    });
    layer.on('load', () => errors > 0 && loaded === 0 && set(true));
    layer.addTo(sheet.map);
    look();
  }
  changed();
}

function make(background) {
  const options = { pane: 'base', maxZoom: 20, maxNativeZoom: 19, className: 'own-background' };
  if (background.kind !== 'wms') return L.tileLayer(background.url, options);
  return L.tileLayer.wms(background.url, { ...options, maxNativeZoom: 20, layers: background.layers, version: background.version, format: 'image/png', transparent: true });
}

function look() {
  const now = shown();
  if (!layer || !now) return;
  layer.setOpacity(now.opacity);
  const tiles = layer.getContainer();
  if (tiles) tiles.style.filter = now.grey > 0 ? `saturate(${(1 - now.grey).toFixed(2)})` : '';
}

/** An address of tiles as Leaflet takes it; throws what is wrong with it. */
export function tilesAddress(text) {
  const address = reachable(text);
  if (!/\{z\}/.test(text) || !/\{x\}/.test(text) || !/\{-?y\}/.test(text)) throw new Error(t('bg_no_places'));
  if (/\{(?!(?:z|x|y|-y|s|r)\})/.test(text)) throw new Error(t('bg_other_places'));
  return address;
}

/** A WMS address without what is set for every request; throws what is wrong with it. */
export function wmsAddress(text) {
  const url = new URL(reachable(text), location.origin);
  for (const name of [...url.searchParams.keys()]) if (KNOWN_WMS.includes(name.toLowerCase())) url.searchParams.delete(name);
  return url.href;
}

function reachable(text) {
  let url;
  try {
    url = new URL(text.trim(), location.origin);
  } catch {
    throw new Error(t('bg_no_address'));
  }
  if (!/^(https?:\/\/|\/)/i.test(text.trim()) || !/^https?:$/.test(url.protocol)) throw new Error(t('bg_no_address'));
  if (location.protocol === 'https:' && url.protocol === 'http:') throw new Error(t('bg_insecure'));
  return text.trim();
}

/** Asks for a background of one's own; it is shown at once. */
export function ask() {
  const name = h('input', { class: 'input', id: 'bg-name', maxlength: 60, autocomplete: 'off' });
  const url = h('input', { class: 'input', id: 'bg-url', type: 'text', inputmode: 'url', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'bg-url-hint bg-fault' });
  const layers = h('input', { class: 'input', id: 'bg-layers', autocomplete: 'off', spellcheck: 'false' });
  const version = h('select', { class: 'input', id: 'bg-version' }, ['1.3.0', '1.1.1'].map((one) => h('option', { value: one }, one)));
  const hint = h('p', { class: 'small quiet', id: 'bg-url-hint' });
  const fault = h('p', { class: 'wrong-value', id: 'bg-fault', role: 'alert', hidden: true });
  const wmsOnly = h('div', { class: 'pair' }, h('label', { class: 'field', for: 'bg-layers' }, t('bg_layers'), layers), h('label', { class: 'field', for: 'bg-version' }, t('bg_version'), version));
  let kind = 'xyz';
  const kinds = h('fieldset', { class: 'segments' }, h('legend', {}, t('bg_kind')), ['xyz', 'wms'].map((one) => h('label', {},
    h('input', { type: 'radio', name: 'bg-kind', value: one, checked: one === kind, on: { change: () => pick(one) } }), h('span', {}, t(`bg_kind_${one}`)))));

  function pick(next) {
    kind = next;
    wmsOnly.hidden = kind !== 'wms';
    hint.textContent = t(`bg_hint_${kind}`);
    fault.hidden = true;
  }

  function wrong(field, text) {
    fault.textContent = text;
    fault.hidden = false;
    field.setAttribute('aria-invalid', 'true');
    field.focus();
    return false;
  }

  function run() {
    fault.hidden = true;
    for (const field of [url, layers]) field.removeAttribute('aria-invalid');
    let address;
    try {
      address = kind === 'wms' ? wmsAddress(url.value) : tilesAddress(url.value);
    } catch (problem) {
      return wrong(url, problem.message);
    }
    if (kind === 'wms' && layers.value.trim() === '') return wrong(layers, t('bg_no_layers'));
    const host = new URL(address.replace(/[{}]/g, ''), location.origin).hostname;
    const made = { id: crypto.randomUUID(), kind, name: name.value.trim() || host, url: address, opacity: OPACITY, grey: 0.3, ...(kind === 'wms' ? { layers: layers.value.replace(/\s*,\s*/g, ',').trim(), version: version.value } : {}) };
    state.list = [...state.list, made];
    choose(made.id);
    return true;
  }

  pick(kind);
  const box = dialog({
    title: t('bg_add'), className: 'background-dialog',
    body: [kinds, h('div', { class: 'field' }, h('label', { for: 'bg-url' }, t('bg_url')), url, hint), wmsOnly, fault, h('label', { class: 'field', for: 'bg-name' }, t('bg_name'), name),
      h('p', { class: 'small quiet icon-line' }, icon('info', 'small'), t('bg_privacy'))],
    actions: [{ text: t('file_cancel') }, { text: t('bg_show'), primary: true, run }],
  });
  url.focus();
  return box.closed;
}
