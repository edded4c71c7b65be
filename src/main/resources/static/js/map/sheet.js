/** The survey sheet: plain ground, VN-2000 crosses, kilometre ticks in the margin, scale bar, north. */
import { h, s } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { settings, t } from '../lib/words.js';
import { L, drawing, pane } from './leaflet.js';
import { tm3 } from './vn2000.js';

/** The legal system of the zones on the sheet; those of the former Bà Rịa–Vũng Tàu would bring 5899. */
export const legal = tm3(9210);

const STEPS = [50000, 20000, 10000, 5000, 1000, 500, 100];

/** The widest grid that still has crosses at least `least` pixels apart. */
function gridStep(metresPerPixel, least = 70) {
  const fit = STEPS.filter((step) => step / metresPerPixel >= least);
  return fit[fit.length - 1] ?? STEPS[0];
}

/** Metres of the legal system that one pixel spans at the middle of the map. */
export function metresPerPixel(map) {
  const size = map.getSize();
  const a = map.containerPointToLatLng([size.x / 2 - 50, size.y / 2]);
  const b = map.containerPointToLatLng([size.x / 2 + 50, size.y / 2]);
  const [ae, an] = legal.forward(a.lng, a.lat);
  const [be, bn] = legal.forward(b.lng, b.lat);
  return Math.hypot(be - ae, bn - an) / 100;
}

/**
 * Builds the sheet inside `section`.
 * @returns {{map: object, furniture: HTMLElement}} the Leaflet map, and the layer above it for controls
 */
export function createSheet(section) {
  const ticks = s('svg', { class: 'ticks', 'aria-hidden': 'true' });
  const ground = h('div', { class: 'ground', id: 'ground' });
  const furniture = h('div', { class: 'furniture' });
  section.replaceChildren(ticks, ground, furniture);

  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(ground, { zoomControl: false, zoomAnimation: !still, fadeAnimation: !still, inertia: !still, attributionControl: false, zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 90, minZoom: 8, maxZoom: 20, keyboard: true });
  pane(map, 'base', 150, false);
  pane(map, 'water', 200, false);
  pane(map, 'grid', 250, false);
  pane(map, 'reference', 260, false);
  pane(map, 'landuse', 410);
  pane(map, 'houses', 420);
  pane(map, 'zones', 430);
  pane(map, 'selection', 440, false);
  pane(map, 'names', 450, false);
  pane(map, 'leaders', 460, false);
  pane(map, 'pills', 600);
  ground.setAttribute('aria-label', t('map_keys'));
  // Focus on something half outside must not scroll the map's box under its frame.
  ground.addEventListener('scroll', () => ground.scrollTo(0, 0));

  if (settings.basemapUrl) {
    L.tileLayer(settings.basemapUrl, { pane: 'base', opacity: 0.6, className: 'base-tiles' }).addTo(map);
  }
  const redrawGrid = drawing(map, 'grid', (root, toPixel, box) => crosses(map, root, toPixel, box));
  const scale = s('svg', { class: 'scale', 'aria-hidden': 'true', height: 24 });
  const where = h('span', { class: 'where' }, systemName());
  furniture.append(
    h('div', { class: 'scale-row' }, scale, where),
    h('div', { class: 'north', 'aria-hidden': 'true' }, t('north'), s('svg', { width: 14, height: 22, viewBox: '0 0 14 22' }, s('path', { d: 'M7 0 13 22 7 17 1 22z' }))));
  let asked = false;
  const margin = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      drawTicks(map, ticks, section, ground);
    });
  };
  map.on('move zoom resize', margin);
  map.on('moveend zoomend resize', () => drawScale(map, scale));
  map.on('mousemove', ({ latlng }) => {
    const [east, north] = legal.forward(latlng.lng, latlng.lat);
    where.textContent = t('cursor', { east: number(Math.round(east)), north: number(Math.round(north)) });
  });
  map.on('mouseout', () => {
    where.textContent = systemName();
  });
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(ground);
  return { map, furniture, redrawGrid };
}

function systemName() {
  const degrees = Math.floor(legal.meridian);
  return t('system', { meridian: `${degrees}°${String(Math.round((legal.meridian - degrees) * 60)).padStart(2, '0')}′` });
}

function crosses(map, root, toPixel, box) {
  const step = gridStep(metresPerPixel(map));
  const corners = [[box.left, box.top], [box.right, box.top], [box.left, box.bottom], [box.right, box.bottom]].map(([x, y]) => {
    const at = map.containerPointToLatLng([x, y]);
    return legal.forward(at.lng, at.lat);
  });
  const east = corners.map(([e]) => e), north = corners.map(([, n]) => n);
  let path = '';
  for (let e = Math.ceil(Math.min(...east) / step) * step; e <= Math.max(...east); e += step) {
    for (let n = Math.ceil(Math.min(...north) / step) * step; n <= Math.max(...north); n += step) {
      const [x, y] = toPixel(legal.inverse(e, n)).map(Math.round);
      path += `M${x - 5} ${y + 0.5}h11M${x + 0.5} ${y - 5}v11`;
    }
  }
  root.append(s('path', { class: 'cross', d: path }));
}

/** Where the lines of the grid leave the frame: a tick, and kilometres at every one or every second. */
function drawTicks(map, svg, section, ground) {
  const box = section.getBoundingClientRect(), inner = ground.getBoundingClientRect();
  const left = inner.left - box.left, top = inner.top - box.top, width = inner.width, height = inner.height;
  if (left < 8 || width === 0) {
    svg.replaceChildren();
    return;
  }
  svg.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
  svg.setAttribute('width', box.width);
  svg.setAttribute('height', box.height);
  const step = gridStep(metresPerPixel(map));
  const digits = step < 1000 ? 1 : 0;
  const at = (x, y) => {
    const point = map.containerPointToLatLng([x, y]);
    return legal.forward(point.lng, point.lat);
  };
  const marks = [];
  let path = '';
  const along = (from, to, axis, place) => {
    const a = at(...from)[axis], b = at(...to)[axis];
    for (let value = Math.ceil(Math.min(a, b) / step) * step; value <= Math.max(a, b); value += step) place(value, (value - a) / (b - a));
  };
  along([0, 0], [width, 0], 0, (value, share) => {
    const x = Math.round(left + share * width) + 0.5;
    path += `M${x} ${top}v-6`;
    marks.push(s('text', { x: x + 4, y: top - 5 }, number(value / 1000, digits)));
  });
  along([0, height], [width, height], 0, (_, share) => {
    path += `M${Math.round(left + share * width) + 0.5} ${top + height}v6`;
  });
  along([0, 0], [0, height], 1, (value, share) => {
    const y = Math.round(top + share * height) + 0.5;
    path += `M${left} ${y}h-6`;
    marks.push(s('text', { x: 0, y: 0, transform: `translate(${left - 6} ${y - 4}) rotate(-90)` }, number(value / 1000, digits)));
  });
  along([width, 0], [width, height], 1, (_, share) => {
    path += `M${left + width} ${Math.round(top + share * height) + 0.5}h6`;
  });
  svg.replaceChildren(s('path', { class: 'tick', d: path }), ...marks);
}

/** A bar of two equal parts whose length is a round number of metres of the legal system. */
function drawScale(map, svg) {
  const scale = metresPerPixel(map);
  const round = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000].filter((length) => length / scale <= 140).pop() ?? 20;
  const width = round / scale, half = width / 2;
  const km = round >= 1000;
  const label = (metres) => number(km ? metres / 1000 : metres, 1);
  svg.setAttribute('width', width + 60);
  svg.setAttribute('viewBox', `-8 0 ${width + 60} 24`);
  svg.replaceChildren(
    s('text', { x: 0, y: 12, 'text-anchor': 'middle' }, '0'),
    s('text', { x: half, y: 12, 'text-anchor': 'middle' }, label(round / 2)),
    s('text', { x: width, y: 12, 'text-anchor': 'middle' }, label(round), s('tspan', { dx: 3 }, km ? 'km' : 'm')),
    s('rect', { class: 'scale-full', x: 0, y: 16, width: half, height: 5 }),
    s('rect', { class: 'scale-open', x: half, y: 16.5, width: half - 0.5, height: 4 }));
}
