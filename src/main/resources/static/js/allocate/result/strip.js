/**
 * The buildings' strip: a small stacking plan for each building, one of them opened large. What the answer places is blue and hatched,
 * what is let is grey, what is left is outlined in green. One grid for the keyboard: arrows move, past an edge into the next
 * building; Enter selects, Enter on what is selected picks the firm up.
 */
import { h, icon, narrow, s, textWidth } from '../../lib/dom.js';
import { m2, number } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { bayRange } from '../../building/section.js';
import { nameOf } from './board.js';
import { OF_FIRMS, asked } from './filters.js';

const MOST = 24;
const ROW = 13, GAP = 2;
const BIG_ROW = 40, BIG_GAP = 4, BIG_LABEL = 108;

/**
 * @param {HTMLElement} host
 * @param {{select: (block: object, bay: number) => void, pick: (applicant: object, element: Element|null, event?: PointerEvent) => boolean,
 *   over: (place: {building: string, level: number, bay: number}|null) => void, keys: (event: KeyboardEvent, place: object) => boolean,
 *   open: (code: string|null) => void, all: () => void}} actions
 */
export function createStrip(host, actions) {
  let shown = null; // { board, address, ghost }
  let grids = []; // { code, big, rows: [[{ block, element, row }]], svg }
  let focus = null; // { building, level, bay, big }
  let width = 0;

  new ResizeObserver(([entry]) => {
    if (!shown || Math.abs(entry.contentRect.width - width) < 1) return;
    draw();
  }).observe(host);

  function draw() {
    width = host.clientWidth;
    if (width <= 0 || !shown) return;
    const { board, address } = shown;
    const had = host.contains(document.activeElement) ? focus : null;
    const wanted = board.buildings.filter((one) => !address.zone || one.zone === address.zone);
    const few = address.show === 'all' ? wanted : wanted.slice(0, MOST);
    const open = board.buildingOf.get(address.building);
    grids = [];
    host.replaceChildren(
      open ? large(open) : '',
      h('ul', { class: 'strip-buildings' }, few.map((one) => h('li', {}, small(one, one === open)))),
      few.length < wanted.length ? h('p', {}, h('button', { type: 'button', class: 'link', on: { click: actions.all } }, t('ar_all_buildings', { n: number(wanted.length) }))) : '');
    marks();
    roving();
    if (had) cellAt(had)?.element.focus({ preventScroll: true });
  }

  function small(building, isOpen) {
    const wide = narrow() ? Math.min(110, Math.floor((width - 16) / 3) - 12) : 96; // three beside each other on a phone
    const svg = grid(building, wide, ROW, GAP, 0, false);
    return h('div', { class: `strip-building ${isOpen ? 'on' : ''}` }, svg,
      h('button', { type: 'button', class: 'strip-name', 'aria-expanded': String(isOpen), on: { click: () => actions.open(isOpen ? null : building.code) } },
        h('b', {}, building.code), h('span', { class: 'quiet small' }, t('ar_new_m2', { area: m2(building.placedM2) }))));
  }

  function large(building) {
    const svg = grid(building, Math.max(width - 30, 300), BIG_ROW, BIG_GAP, BIG_LABEL, true);
    return h('section', { class: 'strip-large', 'aria-label': own(building, 'name') },
      h('div', { class: 'part-head' }, h('h3', {}, own(building, 'name')), h('span', { class: 'quiet small' }, t('ar_building_facts', { placed: m2(building.placedM2), free: m2(building.freeM2) })),
        h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('ar_close_building'), on: { click: () => actions.open(null) } }, icon('close', 'small'))),
      h('div', { class: 'strip-scroll' }, svg));
  }

  function grid(building, wide, row, gap, left, big) {
    const most = Math.max(...building.floors.map((floor) => floor.bays.reduce((sum, area) => sum + area, 0)), 1);
    const narrowest = Math.min(...building.floors.flatMap((floor) => floor.bays));
    const room = big ? Math.max(wide - left - 6, 24 * (most / narrowest)) : wide - 2;
    const scale = room / most;
    const height = building.floors.length * (row + gap) + 6;
    const svg = s('svg', { class: `strip-plan ${big ? 'big' : ''}`, width: left + room + 4, height, viewBox: `0 0 ${left + room + 4} ${height}`, role: 'grid', 'aria-label': t('ar_grid', { name: own(building, 'name') }), data: { building: building.code } });
    const one = { code: building.code, big, svg, scale, left, rows: [] };
    building.floors.forEach((floor, index) => {
      const y = 1 + index * (row + gap);
      const group = s('g', { role: 'row', 'aria-label': t('floor_n', { n: floor.level }) });
      const beside = s('g', { class: 'strip-words', 'aria-hidden': 'true' }); // the cells' labels say it in full
      if (big) {
        group.append(s('g', { role: 'rowheader' }, s('text', { class: 'floor-name', x: 0, y: y + 17 }, t('floor_n', { n: floor.level })),
          s('text', { class: 'floor-facts', x: 0, y: y + 31 }, `${number(floor.loadKnM2)} kN, ${number(floor.clearHeightM, 1)} m`)));
      }
      let x = left;
      const edges = floor.bays.map((area) => { const from = x; x += area * scale; return [from, x]; });
      one.rows.push(floor.blocks.map((block) => {
        const from = edges[block.first][0], to = edges[block.first + block.count - 1][1];
        const w = Math.max(to - from - (big ? 2 : 1), 1);
        const element = cell(block, building, from, y, w, row, big);
        group.append(element);
        if (big) beside.append(words(block, from, y, w, row));
        return { block, element, y, from, to, edges, row };
      }));
      svg.append(group, beside);
    });
    const bottom = height - 4;
    svg.append(s('path', { class: 'strip-ground', d: `M${left} ${bottom}H${left + room}` }), s('g', { class: 'strip-over', 'aria-hidden': 'true' }));
    grids.push(one);
    return svg;
  }

  function cell(block, building, x, y, w, height, big) {
    const element = s('g', {
      role: 'gridcell', tabindex: '-1', class: `strip-cell ${block.kind} ${block.applicant && !asked(block.applicant, shown.address) ? 'other' : ''}`, transform: `translate(${x} ${y})`, 'aria-label': sentence(block), 'aria-colspan': block.count,
      data: { building: building.code, level: block.floor.level, bay: block.first },
    }, s('rect', { class: 'body', width: w, height, rx: big ? 3 : 1.5 }));
    if (block.kind === 'placed') element.append(s('rect', { class: 'pattern', width: w, height, rx: big ? 3 : 1.5, fill: 'url(#p-placed)' }));
    if (block.kind === 'out') element.append(s('rect', { class: 'pattern', width: w, height, rx: 1.5, fill: 'url(#p-out)' }));
    if (big && (block.floor.breaks ?? []).includes(block.first)) element.append(s('path', { class: 'strip-wall', d: `M-2 -1V${height + 1}` }));
    element.addEventListener('keydown', (event) => keys(event, block, building));
    element.addEventListener('focus', () => {
      focus = { building: building.code, level: block.floor.level, bay: block.first, big };
      roving();
    });
    element.addEventListener('click', (event) => actions.select(block, bayUnder(event) ?? block.first));
    if (block.applicant) element.addEventListener('pointerdown', (event) => actions.pick(block.applicant, element, event));
    return element;
  }

  function words(block, x, y, w, height) {
    const element = s('g', { class: `strip-word ${block.kind}`, transform: `translate(${x} ${y})` });
    const first = block.applicant ? nameOf(block.applicant) : block.kind === 'free' ? m2(block.areaM2) : block.kind === 'out' ? t('status_OUT') : t('ar_let');
    const second = block.applicant ? `${m2(block.areaM2)}, ${t('ar_points', { n: number(block.applicant.points) })}` : block.kind === 'free' ? t('bay_n', { n: block.first }) : '';
    const text = clipped(first, '600 12px Arial', w - 8);
    if (!text) return element;
    const two = second && textWidth(second, '400 11px Arial') <= w - 8;
    const wide = Math.max(textWidth(text, '600 12px Arial'), two ? textWidth(second, '400 11px Arial') : 0) + 10;
    if (block.kind === 'placed' || block.kind === 'out') element.append(s('rect', { class: 'word-back', x: (w - wide) / 2, y: two ? 4 : 9, width: wide, height: two ? 32 : 20, rx: 2 }));
    element.append(s('text', { class: 'first', x: w / 2, y: two ? 17 : height / 2 + 4, 'text-anchor': 'middle' }, text));
    if (two) element.append(s('text', { class: 'second', x: w / 2, y: 31, 'text-anchor': 'middle' }, second));
    return element;
  }

  /** The bay under the pointer. */
  function bayUnder(event) {
    const place = placeUnder(event.clientX, event.clientY);
    return place?.bay;
  }

  /** Building, level and bay at a point of the window, or null. */
  function placeUnder(clientX, clientY) {
    for (const one of grids) {
      const box = one.svg.getBoundingClientRect();
      if (clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom) continue;
      const x = clientX - box.left, y = clientY - box.top;
      for (const row of one.rows) {
        const { y: top, row: tall, edges, block } = row[0];
        if (y < top - 1 || y > top + tall + 1) continue;
        const bay = edges.findIndex(([from, to]) => from <= x && x < to);
        if (bay >= 0) return { building: one.code, level: block.floor.level, bay, big: one.big };
      }
    }
    return null;
  }

  function keys(event, block, building) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = { building: building.code, level: block.floor.level, bay: block.first, big: focus?.big };
    if (actions.keys(event, place)) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (event.key === 'Enter' && block.applicant && shown.address.firm === block.applicant.application && actions.pick(block.applicant, event.currentTarget)) return;
      actions.select(block, block.first);
      return;
    }
    const next = neighbour(event.key, place);
    if (!next) return;
    event.preventDefault();
    next.element.focus();
  }

  function neighbour(key, place) {
    const at = grids.findIndex((one) => one.code === place.building && one.big === Boolean(place.big));
    const grid = grids[at];
    if (!grid) return null;
    const rowIndex = grid.rows.findIndex((row) => row[0].block.floor.level === place.level);
    const row = grid.rows[rowIndex];
    const index = row.findIndex(({ block }) => block.first <= place.bay && place.bay < block.first + block.count);
    const beside = (step) => {
      const other = grids[at + step];
      if (!other) return null;
      const same = other.rows.find((one) => one[0].block.floor.level === place.level) ?? other.rows[Math.min(rowIndex, other.rows.length - 1)];
      return step > 0 ? same[0] : same[same.length - 1];
    };
    const across = (other) => other?.find(({ block }) => block.first <= place.bay && place.bay < block.first + block.count) ?? other?.[other.length - 1];
    if (key === 'ArrowRight') return row[index + 1] ?? beside(1);
    if (key === 'ArrowLeft') return row[index - 1] ?? beside(-1);
    if (key === 'ArrowUp') return across(grid.rows[rowIndex - 1]);
    if (key === 'ArrowDown') return across(grid.rows[rowIndex + 1]);
    if (key === 'Home') return row[0];
    if (key === 'End') return row[row.length - 1];
    return null;
  }

  function cellAt(place) {
    if (!place) return undefined;
    const inGrid = (one) => one.rows.flat().find(({ block }) => block.floor.level === place.level && block.first <= place.bay && place.bay < block.first + block.count);
    const same = grids.find((one) => one.code === place.building && one.big === Boolean(place.big)) ?? grids.find((one) => one.code === place.building);
    return same && inGrid(same);
  }

  /** One stop for Tab: where the focus was, else what is selected, else the first block that was placed. */
  function roving() {
    const all = grids.flatMap((one) => one.rows.flat());
    const chosen = shown.address.firm && all.find(({ block }) => block.applicant?.application === shown.address.firm);
    const stop = cellAt(focus) ?? chosen ?? all.find(({ block }) => block.kind === 'placed') ?? all[0];
    for (const one of all) one.element.setAttribute('tabindex', one === stop ? '0' : '-1');
  }

  /** Rings round what is selected, and the ghost of what is being moved. */
  function marks() {
    const { address, ghost } = shown;
    for (const one of grids) {
      const over = one.svg.querySelector('.strip-over');
      over.replaceChildren();
      for (const row of one.rows) {
        for (const { block, element } of row) element.setAttribute('aria-selected', String(Boolean(address.firm) && block.applicant?.application === address.firm));
        const chosen = row.filter(({ block }) => address.firm && block.applicant?.application === address.firm);
        for (const { from, to, y, row: tall } of chosen) over.append(ring('strip-casing', from, to, y, tall), ring('strip-chosen', from, to, y, tall));
        const { block, y, row: tall, edges } = row[0];
        if (address.bay !== undefined && one.code === address.building && String(block.floor.level) === address.floor && edges[Number(address.bay)]) {
          over.append(ring('strip-bay', ...edges[Number(address.bay)], y, tall));
        }
        if (ghost && one.code === ghost.building && block.floor.level === ghost.level) {
          const last = edges[Math.min(ghost.firstBay + ghost.bayCount, edges.length) - 1];
          over.append(ring(`strip-ghost ${ghost.verdict ?? ''}`, edges[ghost.firstBay][0], last[1], y, tall));
        }
      }
    }
  }

  const ring = (name, from, to, y, tall) => s('rect', { class: name, x: from - 1, y: y - 1.5, width: Math.max(to - from + 1, 3), height: tall + 3, rx: 2 });

  return {
    /** @param {{board: object, address: object, ghost: object|null}} next */
    show(next) {
      const same = shown && shown.board === next.board && ['zone', 'building', 'show', ...OF_FIRMS].every((name) => shown.address[name] === next.address[name]) && grids.length > 0;
      shown = next;
      if (same) {
        marks();
        roving();
      } else draw();
    },
    placeUnder,
    neighbour,
    /** Puts the focus on a place. */
    focusOn(place) {
      focus = place;
      cellAt(place)?.element.focus();
    },
  };
}

/** A block for people who listen. */
function sentence(block) {
  const where = t('ar_block', { level: block.floor.level, bays: bayRange(block.first, block.first + block.count - 1), area: m2(block.areaM2) });
  if (block.applicant) return `${where}, ${t('ar_say_placed', { name: nameOf(block.applicant), points: number(block.applicant.points) })}`;
  return `${where}, ${t(`ar_say_${block.kind}`)}`;
}

function clipped(text, font, room) {
  if (textWidth(text, font) <= room) return text;
  for (let length = text.length - 1; length >= 6; length--) {
    const short = `${text.slice(0, length).trimEnd()}…`;
    if (textWidth(short, font) <= room) return short;
  }
  return '';
}

/** What the colours say. */
export const stripLegend = () => h('ul', { class: 'strip-legend', 'aria-label': t('legend') }, ['placed', 'let', 'free'].map((kind) => h('li', {},
  s('svg', { class: 'strip-plan', width: 18, height: 12, viewBox: '0 0 18 12', 'aria-hidden': 'true' }, s('g', { class: `strip-cell ${kind}` }, s('rect', { class: 'body', x: 1, y: 1, width: 16, height: 10, rx: 1.5 }), kind === 'placed' && s('rect', { class: 'pattern', x: 1, y: 1, width: 16, height: 10, rx: 1.5, fill: 'url(#p-placed)' }))),
  t(`ar_legend_${kind}`))));
