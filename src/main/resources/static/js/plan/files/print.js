/** The print dialog: paper, scale and place of the sheets, shown on the map in true size, and the sheets as PDF. */
import { download } from '../../api/downloads.js';
import { aborted, query } from '../../api/http.js';
import { h, icon } from '../../lib/dom.js';
import { number, parseNumber } from '../../lib/numbers.js';
import { announce } from '../../lib/say.js';
import { lang, t } from '../../lib/words.js';
import { current } from '../address.js';
import { desk, on, saving, settled } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { sheet } from '../map.js';
import { plane, toPlane } from '../shapes.js';
import { createFrames } from './printframes.js';
import { atlas, groundSize, MOST_PAGES, PAPER_NAMES, paperSize, SCALES, shows } from './printlayout.js';
import { bytes, createProgress, saveAs } from './save.js';

const KEPT = 'khu.print';
let opened = null;

/** How this planner printed last. */
function remembered() {
  const usual = { paper: 'A1', orientation: 'portrait', scale: SCALES.includes(desk.plan.scale) ? desk.plan.scale : 2000, extent: 'all' };
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') };
  } catch {
    return usual;
  }
}

/** The plan's and zone's polygons as rings in metres. */
function shapes() {
  const polygons = ({ type, coordinates }) => (type === 'MultiPolygon' ? coordinates : [coordinates]).map((rings) => rings.map((ring) => ring.map(toPlane)));
  return [...polygons(desk.zone.geometry), ...[...desk.features.values()].map(({ geometry }) => plane(geometry))];
}

function centreOfMap() {
  const { lat, lng } = sheet.map.getCenter();
  return toPlane([lng, lat]).map(Math.round);
}

/** Opens it, or comes back to it. */
export function open() {
  if (opened) {
    opened.querySelector('select').focus();
    return;
  }
  const choice = { ...remembered(), palette: current().palette === 'cadastral' ? 'cadastral' : 'planning', lang, centre: centreOfMap() };
  let ground = shapes();
  let busy = null;
  let box = null;

  const select = (name, options, words) => {
    const field = h('select', { class: 'input', id: `print-${name}`, on: { change: () => set(name, name === 'scale' ? Number(field.value) : field.value) } },
      options.map((value) => h('option', { value, selected: value === choice[name] }, words(value))));
    return h('label', { class: 'field', for: `print-${name}` }, t(`print_${name}`), field);
  };
  const radios = (name, options) => h('fieldset', { class: 'segments' }, h('legend', {}, t(`print_${name}`)), options.map((value) => h('label', {},
    h('input', { type: 'radio', name: `print-${name}`, value, checked: value === choice[name], on: { change: () => set(name, value) } }), h('span', {}, t(`print_${name}_${value}`)))));
  const coordinate = (index, name) => {
    const field = h('input', { class: 'input', id: `print-${name}`, inputmode: 'decimal', autocomplete: 'off', on: { change: () => typed(index, field) } });
    return { field, label: h('label', { class: 'field', for: `print-${name}` }, t(`print_${name}`), field) };
  };
  const east = coordinate(0, 'east'), north = coordinate(1, 'north');
  const place = h('div', { class: 'print-place' }, h('div', { class: 'pair' }, east.label, north.label),
    h('button', { type: 'button', class: 'button', on: { click: () => set('centre', centreOfMap()) } }, t('print_here')), h('p', { class: 'small quiet' }, t('print_move')));
  const summary = h('p', { class: 'print-summary', 'aria-live': 'polite' });
  const progress = createProgress({ cancel: () => busy?.abort() });
  const result = h('div', { class: 'file-done', role: 'status', hidden: true });
  const frames = createFrames({
    moved(centre) {
      choice.centre = centre;
      write();
    },
    label: () => t('print_frame', { paper: choice.paper, scale: number(choice.scale) }),
  });

  function set(name, value) {
    choice[name] = value;
    if (['paper', 'orientation', 'scale', 'extent'].includes(name)) {
      const { paper, orientation, scale, extent } = choice;
      localStorage.setItem(KEPT, JSON.stringify({ paper, orientation, scale, extent }));
    }
    if (name === 'extent' && value === 'one') choice.centre = centreOfMap();
    show();
    if (name === 'extent' || name === 'scale' || name === 'paper') reveal();
  }

  function typed(index, field) {
    const value = parseNumber(field.value);
    field.setAttribute('aria-invalid', String(!Number.isFinite(value)));
    if (!Number.isFinite(value)) return;
    choice.centre[index] = value;
    show();
    reveal();
  }

  /** The frame is looked at where it would be out of sight; the planner's view is left alone otherwise. */
  function reveal() {
    const bounds = frames.bounds();
    if (bounds.isValid() && !sheet.map.getBounds().intersects(bounds)) sheet.map.fitBounds(bounds, { padding: [40, 40] });
  }

  function show() {
    result.hidden = true;
    if (box) box.element.querySelector('.dialog-fault').hidden = true; // it spoke of another choice
    place.hidden = choice.extent !== 'one';
    if (choice.extent === 'one') frames.place(choice.centre, groundSize(choice.paper, choice.orientation, choice.scale), choice.scale);
    else {
      choice.atlas = atlas(choice, ground);
      frames.show(choice.atlas.tooMany ? [] : choice.atlas.frames);
    }
    write();
  }

  function write() {
    if (document.activeElement !== east.field) east.field.value = choice.centre[0].toFixed(0);
    if (document.activeElement !== north.field) north.field.value = choice.centre[1].toFixed(0);
    const { width, height } = groundSize(choice.paper, choice.orientation, choice.scale);
    const size = t('print_ground', { wide: number(width), high: number(height), paper: `${paperSize(choice.paper, choice.orientation).width} × ${paperSize(choice.paper, choice.orientation).height} mm` });
    const empty = choice.extent === 'one' && !shows({ west: choice.centre[0] - width / 2, south: choice.centre[1] - height / 2, width, height }, ground);
    const count = choice.extent === 'one' ? (empty ? t('print_empty') : t('print_one_sheet'))
      : choice.atlas.tooMany ? t('print_too_many', { n: number(MOST_PAGES) }) : choice.atlas.pages === 1 ? t('print_fits') : t('print_sheets', { n: choice.atlas.frames.length });
    const doubtful = empty || (choice.extent === 'all' && choice.atlas.tooMany);
    summary.classList.toggle('doubtful', doubtful);
    summary.replaceChildren(h('b', {}, count), h('span', { class: 'small quiet' }, size));
  }

  async function run() {
    result.hidden = true;
    if (!(await settled())) throw { detail: t('file_unsent', { n: saving().waiting }), remedy: t('file_unsent_remedy') };
    busy = new AbortController();
    const slow = setTimeout(() => progress.show(t('print_drawing')), 300);
    try {
      const { paper, orientation, scale, palette, extent, centre } = choice;
      const file = await download(`/api/v1/plans/${desk.plan.id}/sheet${query({ scale, paper, orientation, lang: choice.lang, palette, center: extent === 'one' ? centre.map((metres) => metres.toFixed(2)).join(',') : null })}`, {
        signal: busy.signal,
        progress: (read, all) => !progress.element.hidden && progress.show(all ? t('file_read_of', { n: bytes(read), all: bytes(all) }) : bytes(read), read, all),
      });
      const name = file.name || `${desk.plan.zone}-${desk.plan.version}-1_${scale}-${paper}.pdf`;
      saveAs(file.blob, name);
      const sentence = t('print_done', { name, size: bytes(file.blob.size) });
      result.replaceChildren(icon('check', 'small'), h('div', {}, sentence));
      result.hidden = false;
      announce(sentence);
    } catch (fault) {
      if (!aborted(fault)) throw fault;
    } finally {
      clearTimeout(slow);
      progress.hide();
      busy = null;
    }
    return false;
  }

  box = dialog({
    title: t('print_title'), className: 'print-dialog', modal: false,
    body: [
      h('div', { class: 'trio' }, select('paper', PAPER_NAMES, (paper) => paper), select('scale', SCALES, (scale) => `1:${number(scale)}`),
        select('lang', ['vi', 'en'], (code) => t(`print_lang_${code}`))),
      radios('orientation', ['portrait', 'landscape']),
      radios('extent', ['all', 'one']),
      place,
      radios('palette', ['planning', 'cadastral']),
      summary, progress.element, result,
    ],
    actions: [{ text: t('close') }, { text: t('print_save'), primary: true, run }],
  });
  opened = box.element;
  const stop = on('drawing', () => {
    ground = shapes();
    show();
  });
  show();
  reveal();
  box.closed.then(() => {
    opened = null;
    busy?.abort();
    stop();
    frames.remove();
  });
}
