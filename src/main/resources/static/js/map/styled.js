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

function drawLabels(root, toPixel, style, features, zoom, size, colour) {
  const wanted = [];
  for (const layer of style.layers.filter((one) => one.type === 'symbol')) {
    for (const feature of features) {
      const at = new Evaluation(feature.properties, zoom);
      if (!at.passes(layer)) continue;
      const words = layout(layer, 'text-field', at, '');
      if (words) wanted.push({ layer, feature, at, words, key: layout(layer, 'symbol-sort-key', at, 0) });
    }
  }
  wanted.sort((a, b) => a.key - b.key);
  const taken = [];
  const places = new Map();
  for (const { layer, feature, at, words } of wanted) {
    if (!places.has(feature)) places.set(feature, place(feature, toPixel));
    const { rings, point: [x, y] } = places.get(feature);
    if (x < -20 || y < -20 || x > size.x + 20 || y > size.y + 20) continue;
    const textSize = layout(layer, 'text-size', at, 16);
    const bold = (layout(layer, 'text-font', at, [])[0] ?? '').includes('Bold');
    const [dx, dy] = layout(layer, 'text-offset', at, [0, 0]);
    const wide = textWidth(words, `${bold ? 700 : 400} ${textSize}px Arial`);
    const cx = x + dx * textSize, cy = y + dy * textSize;
    const box = { left: cx - wide / 2 - 1, right: cx + wide / 2 + 1, top: cy - textSize * 0.55, bottom: cy + textSize * 0.55 };
    if (layer.metadata?.['khu:fit'] === 'inside' && !holds(rings, box)) continue;
    if (taken.some((other) => overlap(other, box))) continue;
    taken.push(box);
    root.append(s('text', {
      class: 'map-label', x: cx, y: cy + textSize * 0.36, 'text-anchor': 'middle', 'font-size': textSize, 'font-weight': bold ? 700 : 400,
      fill: colour(paint(layer, 'text-color', at, '#000000')), stroke: colour(paint(layer, 'text-halo-color', at, 'none')), 'stroke-width': 2 * paint(layer, 'text-halo-width', at, 0),
    }, words));
  }
  return taken;
}

/** The outer ring of the largest part in pixels, and the point of it that lies farthest from its edges. */
function place(feature, toPixel) {
  const polygons = feature.geometry.type === 'MultiPolygon' ? feature.geometry.coordinates : [feature.geometry.coordinates];
  const rings = polygons.map(([outer]) => outer.map(toPixel)).sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)));
  const ring = rings[0];
  const xs = ring.map(([x]) => x), ys = ring.map(([, y]) => y);
  const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
  let best = { away: -Infinity, point: [(left + right) / 2, (top + bottom) / 2] };
  for (let i = 1; i < 16; i++) {
    for (let j = 1; j < 16; j++) {
      const point = [left + ((right - left) * i) / 16, top + ((bottom - top) * j) / 16];
      if (!inside(ring, point)) continue;
      // Labels are wide: room to the sides counts less than room above and below; the middle wins a tie.
      const away = edgeDistance(ring, point) - 0.02 * Math.hypot(point[0] - (left + right) / 2, point[1] - (top + bottom) / 2);
      if (away > best.away) best = { away, point };
    }
  }
  return { rings: [ring], point: best.point };
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

const holds = ([ring], { left, right, top, bottom }) =>
  [[left, top], [right, top], [left, bottom], [right, bottom], [(left + right) / 2, top], [(left + right) / 2, bottom]].every((point) => inside(ring, point));
