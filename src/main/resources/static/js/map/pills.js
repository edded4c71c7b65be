/**
 * Pills on leader lines: section glyph, name, free m². They never overlap: a pill moves round its place,
 * straight up or down when it can; where there is no room the nearest ones merge; the smallest goes last.
 */
import { glyph } from '../glyph.js';
import { h, s } from '../lib/dom.js';
import { m2 } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { L, drawing } from './leaflet.js';
import { overlap } from './reference.js';

const GAPS = [16, 28, 44, 64, 90, 124];
const WAYS = [[0, -1], [0, 1], [1, 0], [-1, 0], [1, -1], [-1, -1], [1, 1], [-1, 1]];

/**
 * @typedef {{key: string, name: string, value: string, sentence: string, floors: object[], areaM2: number, kind: 'free'|'full'|'planned',
 *   at: number[], box?: number[], select: () => void, hover?: (on: boolean) => void}} Pill `at` and `box` in lon, lat
 */

/** @param {{obstacles: () => object[]}} options pixel boxes in the map's container that pills keep off */
export function createPills(map, { obstacles }) {
  const host = h('div', { class: 'pills leaflet-zoom-hide', role: 'group', 'aria-label': t('pills_label') });
  map.getPane('pills').append(host);
  let pills = [];
  let selected = null;
  let marked = null;

  const redraw = drawing(map, 'leaders', (root, toPixel) => {
    const focused = host.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const placed = arrange(pills, toPixel);
    host.replaceChildren(...placed.map((pill) => pill.button));
    const shift = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(host, shift);
    for (const pill of placed) {
      pill.button.style.transform = `translate(${Math.round(pill.spot.left)}px, ${Math.round(pill.spot.top)}px)`;
      leader(root, pill);
    }
    if (focused) host.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  });

  function button(pill) {
    const element = h('button', {
      class: `pill ${pill.kind}`, type: 'button', data: { key: pill.key }, 'aria-label': pill.sentence,
      'aria-pressed': String(pill.key === selected),
      on: { click: () => pill.select(), mouseenter: () => pill.hover?.(true), mouseleave: () => pill.hover?.(false), focus: () => pill.hover?.(true), blur: () => pill.hover?.(false) },
    }, pill.kind !== 'planned' && glyph(pill.floors, { width: 28, small: true }),
    h('span', {}, h('b', {}, pill.name), h('span', { class: 'pill-value' }, pill.value)));
    if (pill.key === marked) element.classList.add('marked');
    L.DomEvent.disableClickPropagation(element);
    return element;
  }

  /** Sizes the buttons, finds a spot for each, merges what finds none. */
  function arrange(all, toPixel) {
    const size = map.getSize();
    const inView = all.map((pill) => ({ ...pill, pixel: toPixel(pill.at) }))
      .filter(({ pixel: [x, y] }) => x > -2 && y > -2 && x < size.x + 2 && y < size.y + 2);
    const fixed = obstacles();
    let items = inView;
    for (let round = 0; round < inView.length; round++) {
      measure(items, toPixel);
      const crowded = place(items, size, fixed);
      if (!crowded) break;
      items = merge(items, crowded);
    }
    return items.filter((pill) => pill.spot);
  }

  function measure(items, toPixel) {
    for (const pill of items) pill.button ??= button(pill);
    host.replaceChildren(...items.map((pill) => pill.button));
    for (const pill of items) {
      pill.width = pill.button.offsetWidth;
      pill.height = pill.button.offsetHeight;
      const [x, y] = pill.pixel;
      if (pill.box) {
        const [a, b] = [toPixel([pill.box[0], pill.box[3]]), toPixel([pill.box[2], pill.box[1]])];
        pill.shape = { left: a[0], top: a[1], right: b[0], bottom: b[1] };
      } else {
        pill.shape = { left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 };
      }
    }
  }

  /** Puts every pill where it costs least given the others; returns one that still overlaps. */
  function place(items, size, fixed) {
    const anywhere = items.length <= 16 ? lattice(size) : [];
    let best = null;
    for (const order of orders(items)) {
      settle(order, anywhere, size, fixed);
      const clashes = items.filter((pill) => pill.spot.clash).length;
      const cost = items.reduce((sum, pill) => sum + pill.spot.cost, 0);
      if (!best || clashes < best.clashes || (clashes === best.clashes && cost < best.cost)) best = { clashes, cost, spots: items.map((pill) => pill.spot) };
      if (best.clashes === 0 && best.cost < 130 * items.length) break; // good enough to stop looking
    }
    items.forEach((pill, index) => {
      pill.spot = best?.spots[index];
    });
    return items.filter((pill) => pill.spot.clash).sort((a, b) => b.spot.cost - a.spot.cost || a.areaM2 - b.areaM2)[0];
  }

  /** Four rounds in one order: each pill moves to its cheapest spot while the others stand still. */
  function settle(order, anywhere, size, fixed) {
    for (const pill of order) pill.spot = null;
    for (let round = 0; round < 4; round++) {
      for (const pill of order) {
        const others = order.filter((other) => other !== pill);
        let best = null;
        for (const spot of [...candidates(pill), ...anywhere.map((at) => loose(pill, at))]) {
          rate(pill, spot, others, size, fixed);
          if (!best || spot.cost < best.cost) best = spot;
        }
        pill.spot = best;
      }
    }
  }

  function candidates(pill) {
    const [x, y] = pill.pixel;
    const { width: w, height: t0, shape } = pill;
    const spots = [];
    const reach = { left: Math.min(x - shape.left, 90), right: Math.min(shape.right - x, 90), top: Math.min(y - shape.top, 90), bottom: Math.min(shape.bottom - y, 90) };
    for (const [dx, dy] of WAYS) {
      for (const gap of GAPS) {
        for (const slide of dx === 0 ? [0, -w * 0.3, w * 0.3] : dy === 0 ? [0, -t0 * 0.4, t0 * 0.4] : [0]) {
          const cx = dx === 0 ? x + slide : x + dx * ((dx > 0 ? reach.right : reach.left) + gap + w / 2);
          const cy = dy === 0 ? y + slide * (dx === 0 ? 0 : 1) : y + dy * ((dy > 0 ? reach.bottom : reach.top) + gap + t0 / 2);
          spots.push({ left: cx - w / 2, top: cy - t0 / 2, right: cx + w / 2, bottom: cy + t0 / 2, cost: gap * 1.2 + (dx === 0 ? 0 : dy === 0 ? 14 : 40) + Math.abs(slide) * 0.3 });
        }
      }
    }
    return spots;
  }

  /** A spot anywhere on the map: dear, but better than an overlap. */
  function loose(pill, [cx, cy]) {
    const { width: w, height: t0, pixel: [x, y] } = pill;
    return { left: cx - w / 2, top: cy - t0 / 2, right: cx + w / 2, bottom: cy + t0 / 2, cost: 60 + 1.4 * Math.hypot(cx - x, cy - y) };
  }

  /** Adds what a spot costs; a clash is an overlap that must not stay. */
  function rate(pill, spot, others, size, fixed) {
    let sum = 0;
    spot.clash = false;
    const clash = () => {
      spot.clash = true;
      sum += 9000;
    };
    const near = { left: spot.left - 5, right: spot.right + 5, top: spot.top - 5, bottom: spot.bottom + 5 };
    if (spot.left < 8 || spot.top < 8 || spot.right > size.x - 8 || spot.bottom > size.y - 8) clash();
    for (const box of fixed) {
      if (!overlap(box, near)) continue;
      if (box.soft) sum += box.soft;
      else clash();
    }
    const [x, y] = pill.pixel;
    if (x > spot.left - 4 && x < spot.right + 4 && y > spot.top - 4 && y < spot.bottom + 4) sum += 1500; // hides its own place
    const line = [pill.pixel, nearest(pill, spot)];
    for (const other of others) {
      if (overlap(other.shape, near)) sum += 400;
      if (!other.spot) continue;
      if (overlap(other.spot, near)) clash();
      const leads = [other.pixel, nearest(other, other.spot)];
      if (crosses(line, other.spot)) sum += 4000;
      if (crosses(leads, spot)) sum += 4000;
      if (meet(line, leads)) sum += 700;
    }
    spot.cost += sum;
  }

  function merge(items, crowded) {
    const rest = items.filter((pill) => pill !== crowded);
    const partner = rest.sort((a, b) => distance(a, crowded) - distance(b, crowded))[0];
    if (!partner || distance(partner, crowded) > 220) return rest; // no neighbour to join: the list still has it
    const members = [...(partner.members ?? [partner]), ...(crowded.members ?? [crowded])];
    const areaM2 = members.reduce((sum, pill) => sum + pill.areaM2, 0);
    const middle = [0, 1].map((axis) => members.reduce((sum, pill) => sum + pill.pixel[axis], 0) / members.length);
    const name = t('merged', { n: members.length });
    const joined = {
      key: members.map((pill) => pill.key).join('+'), name, value: m2(areaM2), sentence: t('merged_sentence', { n: members.length, area: m2(areaM2), names: members.map((pill) => pill.name).join(', ') }),
      floors: sum(members), areaM2, kind: areaM2 > 0 ? 'free' : 'full', pixel: middle, members,
      select: () => map.fitBounds(L.latLngBounds(members.flatMap((pill) => corners(pill))).pad(0.4)),
    };
    return [...items.filter((pill) => pill !== crowded && pill !== partner), joined];
  }

  return {
    /** Shows these pills, in this order. */
    show(next) {
      pills = next;
      redraw();
    },
    select(key) {
      selected = key;
      for (const element of host.children) element.setAttribute('aria-pressed', String(element.dataset.key === key));
      redraw();
    },
    mark(key) {
      marked = key;
      for (const element of host.children) element.classList.toggle('marked', element.dataset.key === key);
    },
    focusNext(step) {
      const all = [...host.children];
      const index = all.indexOf(document.activeElement);
      all[(index + step + all.length) % all.length]?.focus({ preventScroll: true });
    },
    redraw,
  };
}

function leader(root, pill) {
  const [x, y] = pill.pixel;
  const [px, py] = nearest(pill, pill.spot);
  const kind = pill.button.getAttribute('aria-pressed') === 'true' ? 'you' : '';
  root.append(s('path', { class: `leader ${kind}`, d: `M${x} ${y}L${px} ${py}` }), s('circle', { class: `dot ${kind}`, cx: x, cy: y, r: 3.5 }));
}

/** Where the line meets the pill. */
function nearest({ pixel: [x, y] }, spot) {
  return [Math.max(spot.left, Math.min(spot.right, x)), Math.max(spot.top, Math.min(spot.bottom, y))];
}

function crosses([[ax, ay], [bx, by]], box) {
  for (let i = 1; i < 8; i++) {
    const x = ax + ((bx - ax) * i) / 8, y = ay + ((by - ay) * i) / 8;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}

/** The orders in which pills are placed: as listed; where few are crowded, also from each side and turned round. */
function orders(items) {
  if (items.length > 16) return [items];
  const by = (key) => [...items].sort((a, b) => key(a.pixel) - key(b.pixel));
  const sides = [items, by(([, y]) => y), by(([, y]) => -y), by(([x]) => x), by(([x]) => -x), by(([x, y]) => x + y), by(([x, y]) => x - y)];
  return [...sides, ...items.slice(1).map((_, turn) => [...items.slice(turn + 1), ...items.slice(0, turn + 1)])];
}

/** Points all over the map, a pill's height apart. */
function lattice(size) {
  const points = [];
  for (let x = 40; x < size.x - 30; x += 26) for (let y = 30; y < size.y - 20; y += 22) points.push([x, y]);
  return points.length <= 1200 ? points : [];
}

const side = ([ax, ay], [bx, by], [x, y]) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

const meet = ([a, b], [c, d]) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);

const distance = (a, b) => Math.hypot(a.pixel[0] - b.pixel[0], a.pixel[1] - b.pixel[1]);

const corners = ({ at, box }) => (box ? [[box[1], box[0]], [box[3], box[2]]] : [[at[1], at[0]]]);

function sum(members) {
  const levels = new Map();
  for (const { floors } of members) {
    for (const { level, totalM2, freeM2 } of floors) {
      const floor = levels.get(level) ?? { level, totalM2: 0, freeM2: 0 };
      floor.totalM2 += totalM2;
      floor.freeM2 += freeM2;
      levels.set(level, floor);
    }
  }
  return [...levels.values()];
}
