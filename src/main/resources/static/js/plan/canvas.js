/**
 * The subzones of a plan on one canvas: hundreds of them with tens of thousands of vertices pan and redraw within a frame. Colours,
 * hatches and line widths come from the style file. What is being edited is left out here and drawn above by whoever edits it.
 */
import { L } from '../map/leaflet.js';
import { Evaluation, paint } from '../map/style.js';
import { within } from './shapes.js';

/** Subzone properties under the names that layers and styles use. */
export function styleProperties({ properties }) {
  return {
    code: properties.code, land_use: properties.landUse, name_vi: properties.nameVi, name_en: properties.nameEn,
    land_use_vi: properties.landUseVi, land_use_en: properties.landUseEn, area_ha: (properties.areaM2 ?? 0) / 1e4, area_m2: properties.areaM2,
    phase: properties.phase, cadastral_code: properties.cadastralCode, max_floors: properties.maxFloors,
  };
}

const shapes = new WeakMap();

/** A geometry in map units, 0 to 1 across the world: rings and bounding box. */
function shapeOf(geometry) {
  if (!shapes.has(geometry)) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    const rings = geometry.coordinates.map((ring) => {
      const units = new Float64Array(ring.length * 2);
      ring.forEach(([lon, lat], i) => {
        const sin = Math.sin((lat * Math.PI) / 180);
        const x = (lon + 180) / 360, y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
        units[2 * i] = x;
        units[2 * i + 1] = y;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      });
      return units;
    });
    shapes.set(geometry, { rings, box, area: (box[2] - box[0]) * (box[3] - box[1]) });
  }
  return shapes.get(geometry);
}

const Surface = L.Renderer.extend({
  initialize(options, draw) {
    L.Renderer.prototype.initialize.call(this, options);
    this._draw = draw;
  },
  _initContainer() {
    this._container = document.createElement('canvas');
    this._container.className = 'plan-canvas';
    this._container.setAttribute('aria-hidden', 'true');
    this._context = this._container.getContext('2d');
  },
  _destroyContainer() {
    cancelAnimationFrame(this._frame);
    this._container.remove();
    L.DomEvent.off(this._container);
    delete this._context;
  },
  _updatePaths() {},
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const { min } = this._bounds, size = this._bounds.getSize(), ratio = globalThis.devicePixelRatio || 1;
    const width = Math.round(size.x * ratio), height = Math.round(size.y * ratio);
    L.DomUtil.setPosition(this._container, min);
    if (this._container.width !== width || this._container.height !== height) {
      this._container.width = width;
      this._container.height = height;
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
    }
    this._paint();
  },
  _paint() {
    if (!this._map || !this._context) return;
    const { min } = this._bounds, ratio = globalThis.devicePixelRatio || 1;
    this._context.setTransform(1, 0, 0, 1, 0, 0);
    this._context.clearRect(0, 0, this._container.width, this._container.height);
    this._context.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    this._draw(this._context, this._map, this._bounds);
  },
  /** Draws anew before the next frame, once. */
  redraw() {
    cancelAnimationFrame(this._frame);
    this._frame = requestAnimationFrame(() => this._paint());
  },
});

/**
 * @param {object} map
 * @param {{pane: string, style: object, patterns: object}} options `patterns` as `/map/patterns.json` has them
 */
export function createPlanCanvas(map, { pane, style: first, patterns }) {
  let style = first;
  let features = [];
  let hidden = new Set();
  let faded = 1;
  const tiles = new Map();
  const evaluated = new WeakMap();
  const surface = new Surface({ pane, padding: 0.4 }, draw);
  surface.addTo(map);

  /** The paints of a feature at a zoom, worked out once. */
  function paints(feature, zoom) {
    const before = evaluated.get(feature);
    if (before?.zoom === zoom && before.style === style) return before.steps;
    const at = new Evaluation(styleProperties(feature), zoom);
    const steps = style.layers.map((layer) => {
      if ((layer.type !== 'fill' && layer.type !== 'line') || !at.passes(layer)) return null;
      if (layer.type === 'line') {
        const width = paint(layer, 'line-width', at, 1);
        return { line: true, width, colour: paint(layer, 'line-color', at, '#000000'), opacity: paint(layer, 'line-opacity', at, 1), dash: paint(layer, 'line-dasharray', at, []).map((part) => part * width) };
      }
      return { colour: paint(layer, 'fill-color', at, '#000000'), opacity: paint(layer, 'fill-opacity', at, 1), pattern: layer.paint?.['fill-pattern'] === undefined ? null : paint(layer, 'fill-pattern', at, '') };
    });
    evaluated.set(feature, { zoom, style, steps });
    return steps;
  }

  /** A hatch in a colour, repeated from a fixed place so that it lies still when the map moves. */
  function hatch(context, name, colour) {
    const tile = patterns[name];
    if (!tile || tile.repeated === false) return null;
    const ratio = globalThis.devicePixelRatio || 1;
    const key = `${name}/${colour}/${ratio}`;
    if (!tiles.has(key)) {
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(tile.width * ratio);
      canvas.height = Math.round(tile.height * ratio);
      const pen = canvas.getContext('2d');
      pen.scale(canvas.width / tile.width, canvas.height / tile.height);
      const path = new Path2D(tile.path);
      if (tile.strokeWidth !== undefined) {
        pen.strokeStyle = colour;
        pen.lineWidth = tile.strokeWidth;
        pen.stroke(path);
      } else {
        pen.fillStyle = colour;
        pen.fill(path);
      }
      const pattern = context.createPattern(canvas, 'repeat');
      pattern.setTransform(new DOMMatrix().scale(tile.width / canvas.width, tile.height / canvas.height));
      tiles.set(key, pattern);
    }
    return tiles.get(key);
  }

  function draw(context, leaflet, bounds) {
    const zoom = leaflet.getZoom(), origin = leaflet.getPixelOrigin();
    const scale = 256 * 2 ** zoom;
    const view = [(bounds.min.x + origin.x) / scale, (bounds.min.y + origin.y) / scale, (bounds.max.x + origin.x) / scale, (bounds.max.y + origin.y) / scale];
    const drawn = [];
    for (const feature of features) {
      if (hidden.has(feature.id)) continue;
      const { box, rings } = shapeOf(feature.geometry);
      if (box[2] < view[0] || box[0] > view[2] || box[3] < view[1] || box[1] > view[3]) continue;
      drawn.push({ path: trace(rings, scale, origin), steps: paints(feature, zoom) });
    }
    for (let i = 0; i < style.layers.length; i++) {
      for (const { path, steps } of drawn) if (steps[i]) stroke(context, path, steps[i]);
    }
    context.globalAlpha = 1;
  }

  function stroke(context, path, step) {
    context.globalAlpha = step.opacity * faded;
    if (step.line) {
      context.strokeStyle = step.colour;
      context.lineWidth = step.width;
      context.setLineDash(step.dash);
      context.stroke(path);
    } else {
      const fill = step.pattern === null ? step.colour : step.pattern && hatch(context, step.pattern, step.colour);
      if (!fill) return;
      context.fillStyle = fill;
      context.fill(path, 'evenodd');
    }
  }

  return {
    show(next) {
      features = [...next];
      surface.redraw();
    },
    /** Leaves subzones out while something else draws them. */
    hide(uids) {
      hidden = new Set(uids);
      surface.redraw();
    },
    style(next) {
      style = next;
      surface.redraw();
    },
    get currentStyle() {
      return style;
    },
    opacity(share) {
      faded = share;
      surface.redraw();
    },
    visible(on) {
      map.getPane(pane).hidden = !on;
    },
    /** The smallest subzone under a place, or undefined. */
    at: (latlng) => below(features, latlng),
    /** Subzones whose bounding boxes meet a box. */
    inBox: (bounds) => features.filter(({ geometry }) => meets(shapeOf(geometry).box, bounds)),
    features: () => features,
    /** The feature as a function of the style: fill and line colours for drawing it elsewhere. */
    look(feature) {
      const steps = paints(feature, map.getZoom()).filter(Boolean);
      return { fill: steps.find((step) => !step.line && step.pattern === null)?.colour ?? 'none', line: steps.find((step) => step.line)?.colour ?? '#000000' };
    },
    remove: () => surface.remove(),
  };
}

function trace(rings, scale, origin) {
  const path = new Path2D();
  for (const units of rings) {
    let lastX = NaN, lastY = NaN;
    for (let i = 0; i < units.length; i += 2) {
      const x = units[i] * scale - origin.x, y = units[i + 1] * scale - origin.y;
      // vertices nearer than half a pixel to the last one change nothing that can be seen
      if (i > 0 && i + 2 < units.length && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.5) continue;
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
      lastX = x;
      lastY = y;
    }
    path.closePath();
  }
  return path;
}

function below(features, { lat, lng }) {
  const sin = Math.sin((lat * Math.PI) / 180);
  const point = [(lng + 180) / 360, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
  let best;
  for (const feature of features) {
    const { box, area } = shapeOf(feature.geometry);
    if (point[0] < box[0] || point[0] > box[2] || point[1] < box[1] || point[1] > box[3]) continue;
    if (best && area >= best.area) continue;
    if (within(feature.geometry.coordinates, [lng, lat])) best = { feature, area };
  }
  return best?.feature;
}

function meets(box, bounds) {
  const nw = bounds.getNorthWest(), se = bounds.getSouthEast();
  const unit = ({ lat, lng }) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    return [(lng + 180) / 360, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
  };
  const a = unit(nw), b = unit(se);
  return box[2] >= a[0] && box[0] <= b[0] && box[3] >= a[1] && box[1] <= b[1];
}
