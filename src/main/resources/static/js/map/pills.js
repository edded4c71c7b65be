/**
 * Pills on leader lines: section glyph, name, free m². They never overlap: a pill moves round its place,
 * straight up or down when it can; where there is no room the nearest ones merge; the smallest goes last.
 */
import { glyph } from '../glyph.js';
import { h, s } from '../lib/dom.js';
import { m2 } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { L, drawing } from './leaflet.js';
import { nearest, place } from './placement.js';

/** More pills than these are joined where they crowd before any is placed: placing looks at each pair of them. */
const MANY = 24;

/**
 * @typedef {{key: string, name: string, value: string, more?: string, floors: object[], areaM2: number, kind: 'free'|'full'|'planned',
 *   at: number[], box?: number[], select: () => void, hover?: (on: boolean) => void}} Pill `more` what the eye sees from the
 *   glyph, for those who listen; `at` and `box` in lon, lat
 */

/** @param {{obstacles: () => object[], placed: (boxes: object[]) => void}} options pixel boxes in the map's container that pills keep off, and that are now covered */
export function createPills(map, { obstacles, placed: covered }) {
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
    covered([...placed.map((pill) => pill.spot), ...obstacles().filter((box) => !box.soft)]);
    if (focused) host.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  });

  function button(pill) {
    const element = h('button', {
      class: `pill ${pill.kind}`, type: 'button', data: { key: pill.key },
      'aria-pressed': String(pill.key === selected),
      on: { click: () => pill.select(), mouseenter: () => pill.hover?.(true), mouseleave: () => pill.hover?.(false), focus: () => pill.hover?.(true), blur: () => pill.hover?.(false) },
    }, pill.kind !== 'planned' && glyph(pill.floors, { width: 28, small: true }),
    h('span', {}, h('b', {}, pill.name), h('span', { class: 'pill-value' }, pill.value), pill.more && h('span', { class: 'sr' }, ` ${pill.more}`)));
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
    let items = gathered(inView);
    for (let rounds = items.length; rounds > 0; rounds--) {
      measure(items, toPixel);
      const { spots, crowded } = place(items, size, fixed);
      items.forEach((pill, index) => {
        pill.spot = spots[index];
      });
      if (crowded === null) break;
      items = merge(items, items[crowded]);
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

  /** Those of one square together, in squares so large that few are left; what is selected stays alone. */
  function gathered(all) {
    let items = all;
    for (let side = 120; items.length > MANY && side < 10000; side *= 1.4) {
      const squares = new Map();
      for (const pill of all) {
        const square = pill.key === selected ? pill.key : pill.pixel.map((at) => Math.floor(at / side)).join('/');
        squares.set(square, [...(squares.get(square) ?? []), pill]);
      }
      items = [...squares.values()].map((members) => (members.length === 1 ? members[0] : joined(members)));
    }
    return items;
  }

  function merge(items, crowded) {
    const rest = items.filter((pill) => pill !== crowded);
    const partner = rest.sort((a, b) => distance(a, crowded) - distance(b, crowded))[0];
    if (!partner || distance(partner, crowded) > 220) return rest; // no neighbour to join: the list still has it
    return [...items.filter((pill) => pill !== crowded && pill !== partner), joined([...(partner.members ?? [partner]), ...(crowded.members ?? [crowded])])];
  }

  /** One pill for several. */
  function joined(members) {
    const areaM2 = members.reduce((sum, pill) => sum + pill.areaM2, 0);
    const middle = [0, 1].map((axis) => members.reduce((sum, pill) => sum + pill.pixel[axis], 0) / members.length);
    return {
      key: members.map((pill) => pill.key).join('+'), name: t('merged', { n: members.length }), value: m2(areaM2),
      more: t('merged_more', { names: members.map((pill) => pill.name).join(', ') }),
      floors: sum(members), areaM2, kind: areaM2 > 0 ? 'free' : 'full', pixel: middle, members,
      select: () => map.fitBounds(L.latLngBounds(members.flatMap((pill) => corners(pill))).pad(0.4)),
    };
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
  const [px, py] = nearest(pill.pixel, pill.spot);
  const kind = pill.button.getAttribute('aria-pressed') === 'true' ? 'you' : '';
  root.append(s('path', { class: `leader ${kind}`, d: `M${x} ${y}L${px} ${py}` }), s('circle', { class: `dot ${kind}`, cx: x, cy: y, r: 3.5 }));
}

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
