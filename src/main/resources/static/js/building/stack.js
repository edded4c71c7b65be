/**
 * The stacking plan: floors by bays, width in proportion to m², status by colour, pattern and word. It is a grid for the
 * keyboard: arrows move, Enter selects, Shift with an arrow or a click adds adjoining free bays of the same run.
 */
import { h, s, textWidth } from '../lib/dom.js';
import { m2, month, number } from '../lib/numbers.js';
import { cellWords, sentence } from './cell.js';
import { longPress } from './press.js';
import { blocks, fits, pattern, picked, runOf, runs, vacant } from './section.js';
import { own, t } from '../lib/words.js';

/**
 * @param {HTMLElement} host
 * @param {{select: (floor: object, first: number, last: number) => void, hint?: (block: object|null, element?: SVGElement) => void}} actions
 *   `hint` is told which block is pointed at or has the focus
 */
export function createStack(host, actions) {
  let shown = null; // { building, needs, showFit, selection, placements }
  let cells = []; // rows of { block, element }
  let focus = null; // { level, no } of the cell that has or had the focus
  let width = 0;

  new ResizeObserver(([entry]) => {
    if (!shown || Math.abs(entry.contentRect.width - width) < 1) return;
    draw();
  }).observe(host);

  function draw() {
    const style = getComputedStyle(host);
    width = host.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (width <= 0) return;
    const hadFocus = host.contains(document.activeElement);
    actions.hint?.(null);
    const plan = measure(shown.building, width);
    const root = s('svg', { class: 'stack', width: plan.width, height: plan.height, viewBox: `0 0 ${plan.width} ${plan.height}`, role: 'grid', 'aria-label': t('grid_label'), 'aria-rowcount': plan.rows.length });
    cells = plan.rows.map((row) => drawRow(root, row, plan));
    ground(root, plan);
    const over = s('g', { class: 'stack-over', 'aria-hidden': 'true' });
    if (shown.showFit) rings(over, plan);
    placements(over, plan);
    selection(over, plan);
    root.append(over);
    host.replaceChildren(root);
    roving();
    if (hadFocus) cellAt(focus)?.element.focus({ preventScroll: true });
  }

  function drawRow(root, row, plan) {
    const { floor } = row;
    const words = s('g', { class: 'stack-words', 'aria-hidden': 'true' }); // beside the cells: their labels say it in full
    const group = s('g', { role: 'row', 'aria-label': t('floor_n', { n: floor.level }) });
    const middle = row.y + row.height / 2;
    group.append(s('g', { role: 'rowheader' },
      s('text', { class: 'floor-name', x: plan.left - plan.label, y: middle - 2 }, t('floor_n', { n: floor.level })),
      s('text', { class: 'floor-facts', x: plan.left - plan.label, y: middle + 13 }, plan.small ? `${number(floor.loadKnM2, 1)} kN` : t('floor_facts', { load: `${number(floor.loadKnM2, 1)} kN`, height: number(floor.clearHeightM, 1) }))));
    const found = blocks(floor).map((block) => {
      const element = cell(block, row);
      group.append(element);
      words.append(cellWords(block, place(block, row), kind(block), plan.small));
      return { block, element };
    });
    const free = floor.freeM2;
    group.append(s('text', { class: `floor-free${free > 0 ? '' : ' none'}`, x: plan.width - 2, y: middle + 5, 'text-anchor': 'end' }, free > 0 ? (plan.small ? number(free) : m2(free)) : '–'));
    root.append(group, words);
    return found;
  }

  function kind(block) {
    const fit = vacant(block.bays[0]) && shown.showFit ? fits(runOf(block.floor, block.first), shown.needs) : null;
    return block.status === 'FREE' && fit === false ? 'free unfit' : block.status.toLowerCase();
  }

  function cell(block, row) {
    const { x, w, h: hgt } = place(block, row);
    const element = s('g', {
      role: 'gridcell', tabindex: '-1', class: `cell ${kind(block)}`, transform: `translate(${x} ${row.y})`,
      'aria-label': sentence(block, shown), 'aria-colspan': block.count, 'aria-selected': String(selected(block)), data: { level: block.floor.level, bay: block.first },
    }, s('rect', { class: 'body', width: w, height: hgt, rx: 3 }));
    const over = pattern(block.status);
    if (over) element.append(s('rect', { class: 'pattern', width: w, height: hgt, rx: 3, fill: `url(#${over})` }));
    if (block.status === 'ENDING') element.append(s('path', { class: 'fold', d: `M${w - 14} 0H${w}V14Z` }));
    for (let no = block.first + 1; no < block.first + block.count; no++) {
      const at = span(row, no, no)[0] - x - 1;
      element.append(s('path', { class: 'tick', d: `M${at} ${hgt}v-6` }));
    }
    if ((block.floor.breaks ?? []).includes(block.first) && block.first > 0) element.append(s('path', { class: 'wall', d: `M-1 -1V${hgt + 1}` }));
    element.append(s('rect', { class: 'ring', x: -2, y: -2, width: w + 4, height: hgt + 4, rx: 4 }));
    longPress(element, (long) => choose(block, long));
    element.addEventListener('keydown', keys);
    element.addEventListener('focus', () => {
      focus = { level: block.floor.level, no: block.first };
      roving();
      actions.hint?.(block, element);
    });
    element.addEventListener('blur', () => actions.hint?.(null));
    element.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && actions.hint?.(block, element));
    element.addEventListener('pointerleave', () => actions.hint?.(null));
    return element;
  }

  function selected(block) {
    const chosen = shown.selection;
    return Boolean(chosen) && chosen.level === block.floor.level && block.first <= chosen.last && block.first + block.count - 1 >= chosen.first;
  }

  /** Selects a block, or with `extend` joins it to what is selected if it is the same free run. */
  function choose(block, extend) {
    focus = { level: block.floor.level, no: block.first };
    return actions.select(block.floor, ...picked(shown.selection, block, extend));
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rowIndex = cells.findIndex((row) => row.some(({ element }) => element === event.currentTarget));
    const row = cells[rowIndex];
    const index = row.findIndex(({ element }) => element === event.currentTarget);
    const { block } = row[index];
    let next = null;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(block, event.shiftKey);
      return;
    }
    if (event.key === 'ArrowRight') next = row[index + 1];
    else if (event.key === 'ArrowLeft') next = row[index - 1];
    else if (event.key === 'Home') next = row[0];
    else if (event.key === 'End') next = row[row.length - 1];
    else if (event.key === 'ArrowUp') next = nearestIn(cells[rowIndex - 1], block);
    else if (event.key === 'ArrowDown') next = nearestIn(cells[rowIndex + 1], block);
    else return;
    event.preventDefault();
    if (!next) return;
    if (event.shiftKey && vacant(next.block.bays[0]) && rowIndex >= 0 && next.block.floor === block.floor) {
      const chosen = shown.selection;
      const run = runOf(block.floor, block.first);
      if (run && next.block.first >= run.first && next.block.first < run.first + run.bays.length) {
        const from = chosen && chosen.level === block.floor.level && chosen.first <= block.first && block.first <= chosen.last ? chosen : { first: block.first, last: block.first };
        const to = next.block.first;
        const shrink = from.first <= to && to <= from.last;
        focus = { level: block.floor.level, no: to };
        if (shrink) actions.select(block.floor, block.first === from.first && to > from.first ? to : from.first, block.first === from.last && to < from.last ? to : from.last);
        else actions.select(block.floor, Math.min(from.first, to), Math.max(from.last, to));
        cellAt(focus)?.element.focus();
        return;
      }
    }
    next.element.focus();
  }

  function nearestIn(row, block) {
    return row?.find(({ block: other }) => other.first <= block.first && block.first < other.first + other.count) ?? row?.[row.length - 1];
  }

  function cellAt(place) {
    return place && cells.flat().find(({ block }) => block.floor.level === place.level && block.first <= place.no && place.no < block.first + block.count);
  }

  /** One stop for Tab: the last focused cell, else the selected one, else the first free one. */
  function roving() {
    const all = cells.flat();
    const stop = cellAt(focus) ?? all.find(({ block }) => selected(block)) ?? all.find(({ block }) => vacant(block.bays[0])) ?? all[0];
    for (const one of all) one.element.setAttribute('tabindex', one === stop ? '0' : '-1');
  }

  function rings(over, plan) {
    for (const row of plan.rows) {
      for (const run of runs(row.floor).filter((one) => fits(one, shown.needs))) {
        const [x, right] = span(row, run.first, run.first + run.bays.length - 1);
        over.append(s('rect', { class: 'fit-ring', x: x - 1.5, y: row.y - 1.5, width: right - x + 1, height: row.height + 3, rx: 4 }));
      }
    }
  }

  function placements(over, plan) {
    for (const placement of shown.placements ?? []) {
      const row = plan.rows.find(({ floor }) => floor.level === placement.level);
      if (!row) continue;
      const [x, right] = span(row, placement.firstBay, placement.firstBay + placement.bayCount - 1);
      const w = right - x - 2;
      const group = s('g', { class: 'placed', transform: `translate(${x} ${row.y})` }, s('rect', { class: 'body', x: 1.5, y: 1.5, width: w - 3, height: row.height - 3, rx: 3 }));
      const first = own(placement, 'sector'), second = t('placed_from', { month: month(placement.start) });
      const lines = textWidth(first, '600 12px Arial') <= w - 8 ? [first, textWidth(second, '400 11px Arial') <= w - 8 ? second : month(placement.start)] : textWidth(month(placement.start), '600 12px Arial') <= w - 6 ? [month(placement.start)] : [];
      const two = lines.length > 1 && row.height >= 40;
      if (lines[0]) group.append(s('text', { class: 'first', x: w / 2, y: row.height / 2 + (two ? -2 : 4), 'text-anchor': 'middle' }, lines[0]));
      if (two) group.append(s('text', { 'aria-hidden': 'true', class: 'second', x: w / 2, y: row.height / 2 + 13, 'text-anchor': 'middle' }, lines[1]));
      over.append(group);
    }
  }

  function selection(over, plan) {
    const chosen = shown.selection;
    const row = chosen && plan.rows.find(({ floor }) => floor.level === chosen.level);
    if (!row) return;
    const [x, right] = span(row, chosen.first, chosen.last);
    const box = { x: x - 3, y: row.y - 3, width: right - x + 4, height: row.height + 6, rx: 5 };
    over.append(s('rect', { class: 'chosen-casing', ...box }), s('rect', { class: 'chosen', ...box }));
  }

  return {
    /** @param {{building: object, needs: object, showFit: boolean, selection: {level: number, first: number, last: number}|null, placements: object[]|null}} next */
    show(next) {
      shown = next;
      draw();
    },
    focusSelected() {
      const chosen = shown?.selection;
      if (chosen) cellAt({ level: chosen.level, no: chosen.first })?.element.focus();
    },
  };
}

/** Rows from the top floor down; every floor in one scale of m² to pixels. */
function measure(building, width) {
  const small = width < 560;
  const label = small ? 62 : 84, right = small ? 44 : 92;
  const most = Math.max(...building.floors.map((floor) => floor.bays.reduce((sum, bay) => sum + bay.areaM2, 0)));
  const left = label + (small ? 0 : 4);
  const narrowest = Math.min(...building.floors.flatMap((floor) => floor.bays.map((bay) => bay.areaM2)));
  // A bay stays wide enough to touch; a very long floor scrolls inside its frame.
  const room = Math.max(width - left - right, Math.min(24 * (most / narrowest), 2400));
  const scale = room / most;
  const floors = [...building.floors].sort((a, b) => b.level - a.level);
  let y = 4;
  const rows = floors.map((floor, index) => {
    const height = (small ? 35 : 49) + (index === floors.length - 1 && !small ? 10 : 0);
    const row = { floor, y, height, x: left, edges: edges(floor, left, scale) };
    y += height + (small ? 4 : 4);
    return row;
  });
  return { rows, small, label, left, room, width: Math.max(width, left + room + right), height: y + 14 };
}

function edges(floor, left, scale) {
  const found = new Map();
  let x = left;
  for (const bay of [...floor.bays].sort((a, b) => a.no - b.no)) {
    found.set(bay.no, [x, x + bay.areaM2 * scale]);
    x += bay.areaM2 * scale;
  }
  return found;
}

function place(block, row) {
  const [x, right] = span(row, block.first, block.first + block.count - 1);
  return { x, y: row.y, w: right - x - 2, h: row.height };
}

/** Left and right edge in pixels of bays first to last. */
const span = (row, first, last) => [(row.edges.get(first) ?? [row.x])[0], (row.edges.get(last) ?? [0, row.x])[1]];

function ground(root, plan) {
  const bottom = plan.rows[plan.rows.length - 1];
  const y = bottom.y + bottom.height + 2;
  const from = plan.left - 14, to = plan.left + plan.room + 14;
  let hatch = '';
  for (let x = from + 6; x < to; x += 12) hatch += `M${x} ${y + 1}l-7 9`;
  root.append(s('path', { class: 'ground-line', d: `M${from} ${y}H${to}` }), s('path', { class: 'ground-hatch', d: hatch }));
}

/** The statuses in the section, each drawn as in it. */
export function stackLegend(statuses, withRound) {
  return h('ul', { class: 'stack-legend', 'aria-label': t('legend') }, [...statuses, ...(withRound ? ['PLACED'] : [])].map((status) => {
    const over = pattern(status);
    return h('li', {}, s('svg', { class: 'stack', width: 20, height: 14, viewBox: '0 0 20 14', 'aria-hidden': 'true' },
      s('g', { class: status === 'PLACED' ? 'placed' : `cell ${status.toLowerCase()}` },
        s('rect', { class: 'body', x: 0.5, y: 0.5, width: 19, height: 13, rx: 2 }),
        over && s('rect', { class: 'pattern', x: 0.5, y: 0.5, width: 19, height: 13, rx: 2, fill: `url(#${over})` }),
        status === 'ENDING' && s('path', { class: 'fold', d: 'M10 .5h9.5V10z' }))), t(`status_${status}`));
  }));
}
