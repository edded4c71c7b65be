/** The answer of a round: strip, map, table and fairness, views of one selection. */
import { h, icon, narrow, put, s } from '../../lib/dom.js';
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import * as boards from './board.js';
import { createFairness } from './fairness.js';
import { filterRow, keepingFocus } from './filters.js';
import { createMove } from './move.js';
import { createStrip, stripLegend } from './strip.js';
import { createTable } from './table.js';

const VIEWS = ['strip', 'map', 'table', 'fairness'];
const ABOUT = ['view', 'firm', 'building', 'floor', 'bay', 'zone', 'size', 'sector', 'q', 'sort', 'show'];

let mover = null;

/** Picks a firm up as if it were dragged, from wherever it is spoken of. */
export const carry = (applicant) => mover?.carry(applicant);

/**
 * @param {HTMLElement} element to fill; hidden by the frame while another tab is open
 * @param {typeof import('../state.js')} state
 */
export function mountResult(element, state) {
  boards.follow(state);
  document.body.append(s('svg', { class: 'pattern-defs', 'aria-hidden': 'true', focusable: 'false', width: 0, height: 0 }, s('defs', {},
    s('pattern', { id: 'p-placed', patternUnits: 'userSpaceOnUse', width: 6, height: 6 }, s('path', { class: 'p-placed', d: 'M-1 7 7 -1M-1 1 1 -1M5 7 7 5' })))));
  const views = h('div', { class: 'views', role: 'group', 'aria-label': t('ar_views') });
  const count = h('span', { class: 'quiet small' });
  const filters = h('div', { class: 'filter-host' });
  const stripHost = h('div', { class: 'strip-host' });
  const bar = h('section', { class: 'move-bar', hidden: true, 'aria-label': t('ar_move_title') });
  const mapHost = h('div', { class: 'board-map' });
  const tableHost = h('div', { class: 'placed-host' });
  const fairHost = h('div', { class: 'fair-host' });
  const stripPart = h('div', { class: 'strip-part' }, h('div', { class: 'part-head' }, stripLegend(), h('span', { class: 'quiet small keys' }, t('ar_strip_keys'))), stripHost);
  const body = h('div', { class: 'sheet-card result-card' }, h('div', { class: 'result-head' }, h('h2', {}, t('ar_title'), ' ', count), views), filters, stripPart, bar, mapHost, tableHost, fairHost);
  const table = createTable(tableHost, state);
  const fairness = createFairness(fairHost, state);
  let ghost = null;
  /** On a narrow screen the reason is a pane of its own. */
  const aside = () => (narrow() ? { pane: 'reasons' } : {});
  let map; // a promise, once the map was wanted

  mover = createMove(bar, stripHost, {
    state, strip: () => strip,
    ghost(next) {
      ghost = next;
      if (boards.current()) strip.show({ board: boards.current(), address: state.current(), ghost });
    },
    show() {
      state.go({ tab: 'result', view: null, pane: null });
      draw();
    },
  });
  const strip = createStrip(stripHost, {
    select(block, bay) {
      const building = block.floor.building;
      if (mover.tapped({ building, level: block.floor.level, bay, big: state.current().building === building })) return;
      state.go({ firm: block.applicant?.application ?? null, building, floor: String(block.floor.level), bay: String(bay), ...aside() });
    },
    pick: (applicant, cell, event) => mover.pick(applicant, cell, event),
    keys: (event, place) => mover.keys(event, place),
    open: (code) => state.go({ building: code, floor: null, bay: null, show: null }),
    all: () => state.note({ show: 'all' }),
  });
  function draw() {
    const board = boards.current();
    const { view = 'strip' } = state.current();
    const shown = VIEWS.includes(view) ? view : 'strip';
    if (!board) {
      put(element, empty(state));
      return;
    }
    if (!body.isConnected) put(element, body);
    put(views, VIEWS.map((name) => h('button', { type: 'button', class: 'chip', 'aria-pressed': String(name === shown), data: { view: name }, on: { click: () => state.go({ view: name === 'strip' ? null : name }) } }, t(`ar_view_${name}`))));
    count.textContent = t('ar_buildings_placed', { placed: number(board.buildings.filter((one) => one.placedM2 > 0).length), all: number(board.buildings.length) });
    keepingFocus(filters, () => put(filters, shown !== 'fairness' && filterRow(board, state)));
    stripPart.hidden = shown !== 'strip';
    mapHost.hidden = shown !== 'map';
    tableHost.hidden = shown === 'fairness';
    fairHost.hidden = shown !== 'fairness';
    if (shown === 'strip') strip.show({ board, address: state.current(), ghost });
    if (shown === 'map') {
      map ??= import('./map.js').then(({ createBoardMap }) => createBoardMap(mapHost, state));
      map.then((made) => made.show(boards.current()), () => { mapHost.replaceChildren(h('p', { class: 'state quiet' }, t('ar_map_failed'))); });
    }
    if (shown === 'fairness') fairness.show(board);
    else table.show(board);
  }

  boards.onBoard(() => {
    mover.letGo();
    draw();
  });
  state.onRound(() => { if (!boards.current()) draw(); });
  state.onChange((now, before) => {
    if (ABOUT.some((name) => now[name] !== before[name])) {
      const focused = document.activeElement?.dataset?.view;
      draw();
      if (focused) views.querySelector(`[data-view=${focused}]`)?.focus();
    }
  });
}

/** What stands where there is no answer to lay out. */
function empty(state) {
  const problem = boards.fault();
  if (problem) {
    return h('div', { class: 'state error' }, h('h3', {}, icon('blocked'), problem.detail ?? t('problem_title')), h('p', {}, t('ar_nothing_lost')),
      h('p', { class: 'quiet small' }, t('ar_code', { code: problem.code })), h('button', { type: 'button', class: 'button', on: { click: () => state.reload() } }, t('ar_again')));
  }
  const round = state.openRound();
  if (!round) return [];
  return h('p', { class: 'state quiet' }, t(['DRAFT', 'OPEN', 'WITHDRAWN'].includes(round.status) ? 'ar_not_closed' : 'ar_reading'));
}
