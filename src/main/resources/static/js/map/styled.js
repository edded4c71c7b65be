/** A published layer on the map, drawn by its own style file: fills, hatches, lines, and labels that fit. */
import { s, textWidth } from '../lib/dom.js';
import { L } from './leaflet.js';
import { overlap } from './placement.js';
import { Evaluation, layout, paint } from './style.js';

/**
 * The colours of the style that are also tokens of the page. Zones and buildings stand on the page's ground, so in the dark
 * theme they follow its tokens; land use keeps its own colours in both.
 */
const TOKENS = {
  '#06735c': '--free', '#dff2ec': '--free-soft', '#cdd6da': '--let', '#40545f': '--let-ink', '#10242e': '--ink', '#3d5360': '--ink-2',
  '#546773': '--ink-3', '#7d8f99': '--line-strong', '#eef3f2': '--map', '#f2b233': '--held', '#7d4fc4': '--offer',
};
const themed = (colour) => (TOKENS[colour?.toLowerCase?.()] ? `var(${TOKENS[colour.toLowerCase()]})` : colour);

/**
 * @param {{pane: string, style: object, hatches: object, followTheme?: boolean, labels?: boolean, className: string,
 *   select?: (properties: object) => void, hover?: (properties: object|null) => void, name?: (properties: object) => string}} options
 *   `name` makes every feature a button with that name
 */
export function createStyled(map, options) {
  const { pane, style, hatches } = options;
  const colour = options.followTheme ? themed : (value) => value;
  const group = L.layerGroup().addTo(map);
  const parts = [];
  const hits = new Map();
  let features = [];
  let marked = null;

  function build() {
    group.clearLayers();
    parts.length = 0;
    hits.clear();
    for (const layer of style.layers.filter((one) => one.type === 'fill' || one.type === 'line')) {
      for (const feature of features) {
        const path = L.geoJSON(feature, { pane, interactive: false, style: { fill: false, stroke: false } });
        parts.push({ layer, feature, path });
        group.addLayer(path);
      }
    }
    for (const feature of features) {
      const path = L.geoJSON(feature, { pane, style: { className: `hit ${options.className}`, stroke: true, weight: 2, fill: true, fillOpacity: 0, opacity: 0 } });
      path.on('click', () => options.select?.(feature.properties));
      path.on('mouseover', () => options.hover?.(feature.properties));
      path.on('mouseout', () => options.hover?.(null));
      group.addLayer(path);
      path.eachLayer((one) => button(one.getElement(), feature));
      hits.set(feature.properties.code, path);
    }
    restyle();
  }

  function button(element, feature) {
    if (!element || !options.name) return;
    element.setAttribute('role', 'button');
    element.setAttribute('tabindex', '0');
    element.setAttribute('aria-label', options.name(feature.properties));
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      options.select?.(feature.properties);
    });
  }

  function restyle() {
    const zoom = map.getZoom();
    for (const { layer, feature, path } of parts) {
      const at = new Evaluation(feature.properties, zoom);
      path.setStyle(at.passes(layer) ? (layer.type === 'fill' ? fillStyle(layer, at) : lineStyle(layer, at, feature)) : { fill: false, stroke: false });
    }
  }

  function fillStyle(layer, at) {
    const opacity = paint(layer, 'fill-opacity', at, 1);
    const base = colour(paint(layer, 'fill-color', at, '#000000'));
    const edge = paint(layer, 'fill-outline-color', at, null);
    const stroke = edge ? { stroke: true, color: colour(edge), weight: 1 } : { stroke: false };
    if (layer.paint?.['fill-pattern'] === undefined) return { ...stroke, fill: true, fillColor: base, fillOpacity: opacity };
    const hatch = hatches.paint(paint(layer, 'fill-pattern', at, ''), base);
    return hatch ? { ...stroke, fill: true, fillColor: hatch, fillOpacity: opacity } : { ...stroke, fill: false };
  }

  function lineStyle(layer, at, feature) {
    const weight = paint(layer, 'line-width', at, 1);
    const dashes = paint(layer, 'line-dasharray', at, null);
    return {
      fill: false, stroke: true, color: colour(paint(layer, 'line-color', at, '#000000')), opacity: paint(layer, 'line-opacity', at, 1),
      weight: weight + (feature.properties.code === marked ? 1 : 0), dashArray: dashes ? dashes.map((length) => (length * weight).toFixed(1)).join(' ') : null,
    };
  }

  map.on('zoomend', restyle);

  return {
    show(next) {
      features = next;
      build();
    },
    visible(on) {
      if (on) group.addTo(map);
      else group.remove();
    },
    mark(code) {
      if (marked === code) return;
      marked = code;
      restyle();
    },
    featureOf: (code) => features.find((feature) => feature.properties.code === code),
    boundsOf: (code) => hits.get(code)?.getBounds(),
    bounds: () => L.latLngBounds([...hits.values()].map((path) => path.getBounds())),
    /** Draws the labels that fit and do not overlap into an `<svg>`; their pixel boxes are the answer. */
    label(root, toPixel) {
      return !map.hasLayer(group) ? [] : drawLabels(root, toPixel, style, features, map.getZoom(), map.getSize(), colour);
    },
    remove() {
      map.off('zoomend', restyle);
      group.remove();
    },
  };
}

/**
 * Draws the labels of features that fit and do not overlap into an `<svg>`; their pixel boxes are the answer. A label that goes with
 * another (`khu:with`) stands only beside it, where the other has found its first place.
 */
export function drawLabels(root, toPixel, style, features, zoom, size, colour = (value) => value) {
  const symbols = style.layers.filter((layer) => layer.type === 'symbol');
  const wanted = [];
  for (const layer of symbols.filter((one) => !one.metadata?.['khu:with'])) {
    for (const feature of features) {
      const at = new Evaluation(feature.properties, zoom);
      if (at.passes(layer) && layout(layer, 'text-field', at, '')) wanted.push({ layer, feature, at, key: layout(layer, 'symbol-sort-key', at, 0) });
    }
  }
  wanted.sort((a, b) => a.key - b.key);
  const taken = [];
  for (const { layer, feature, at } of wanted) {
    const { ring, point } = anchor(feature.geometry);
    const [x, y] = toPixel(point);
    if (x < -20 || y < -20 || x > size.x + 20 || y > size.y + 20) continue;
    let pixels;
    const free = (label) => {
      if (label.inside && !holds((pixels ??= ring.map(toPixel)), label.box)) return false;
      return !taken.some((other) => overlap(other, label.box));
    };
    const companions = symbols.filter((one) => one.metadata?.['khu:with'] === layer.id && at.passes(one)).map((one) => measure(one, at, x, y)).filter((label) => label?.words);
    const places = anchorOffsets(layer, at).map((offset) => measure(layer, at, x, y, offset));
    const own = places.find((label, i) => free(label) && (i === places.length - 1 || companions.length === 0 || free(companions[0])));
    if (!own) continue;
    const beside = places.length > 1 && own === places[places.length - 1] ? [] : companions.filter(free);
    for (const label of [own, ...beside]) {
      taken.push(label.box);
      root.append(write(label, at, colour));
    }
  }
  return taken;
}

/** Where a label may stand, in ems from its point, the best first. */
function anchorOffsets(layer, at) {
  const pairs = layer.layout?.['text-variable-anchor-offset'];
  return pairs ? pairs.filter((_, i) => i % 2 === 1) : [layout(layer, 'text-offset', at, [0, 0])];
}

function measure(layer, at, x, y, offset = layout(layer, 'text-offset', at, [0, 0])) {
  const words = layout(layer, 'text-field', at, '');
  const textSize = layout(layer, 'text-size', at, 16);
  const bold = (layout(layer, 'text-font', at, [])[0] ?? '').includes('Bold');
  const wide = textWidth(words, `${bold ? 700 : 400} ${textSize}px Arial`);
  const cx = x + offset[0] * textSize, cy = y + offset[1] * textSize;
  const box = { left: cx - wide / 2 - 1, right: cx + wide / 2 + 1, top: cy - textSize * 0.52, bottom: cy + textSize * 0.52 };
  return { layer, words, textSize, bold, cx, cy, box, inside: layer.metadata?.['khu:fit'] === 'inside' };
}

function write({ layer, words, textSize, bold, cx, cy }, at, colour) {
  return s('text', {
    class: 'map-label', x: cx, y: cy + textSize * 0.36, 'text-anchor': 'middle', 'font-size': textSize, 'font-weight': bold ? 700 : 400,
    fill: colour(paint(layer, 'text-color', at, '#000000')), stroke: colour(paint(layer, 'text-halo-color', at, 'none')), 'stroke-width': 2 * paint(layer, 'text-halo-width', at, 0),
  }, words);
}

const anchors = new WeakMap();

/**
 * The outer ring of a geometry's largest part, and the point in it that lies farthest from its edges, both longitude before latitude.
 * It is the same at every zoom, so it is sought once.
 */
function anchor(geometry) {
  if (!anchors.has(geometry)) anchors.set(geometry, findAnchor(geometry));
  return anchors.get(geometry);
}

function findAnchor(geometry) {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const [ring] = polygons.map(([outer]) => outer).sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)));
  const ys = ring.map(([, y]) => y);
  const bottom = Math.min(...ys), top = Math.max(...ys);
  const squeeze = Math.cos(((bottom + top) / 2) * (Math.PI / 180)); // degrees of longitude are shorter than those of latitude
  const flat = ring.map(([x, y]) => [x * squeeze, y]);
  const xs = flat.map(([x]) => x);
  const left = Math.min(...xs), right = Math.max(...xs);
  let best = { away: -Infinity, point: [(left + right) / 2, (top + bottom) / 2] };
  for (let i = 1; i < 16; i++) {
    for (let j = 1; j < 16; j++) {
      const point = [left + ((right - left) * i) / 16, bottom + ((top - bottom) * j) / 16];
      if (!inside(flat, point)) continue;
      // Labels are wide: room to the sides counts less than room above and below; the middle wins a tie.
      const away = edgeDistance(flat, point) - 0.02 * Math.hypot(point[0] - (left + right) / 2, point[1] - (top + bottom) / 2);
      if (away > best.away) best = { away, point };
    }
  }
  return { ring, point: [best.point[0] / squeeze, best.point[1]] };
}

function area(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0) / 2;
}

export function inside(ring, [x, y]) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

function edgeDistance(ring, [x, y]) {
  let least = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j], [bx, by] = ring[i];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)));
  }
  return least;
}

const holds = (ring, { left, right, top, bottom }) =>
  [[left, top], [right, top], [left, bottom], [right, bottom], [(left + right) / 2, top], [(left + right) / 2, bottom]].every((point) => inside(ring, point));
