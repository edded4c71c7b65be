/**
 * Reads the product's style files: the subset of the MapLibre style language in which layers are drawn everywhere.
 * Zooms count as on maps with tiles of 256 pixels. A property that cannot be evaluated falls back to its default.
 */
import { lang } from '../lib/words.js';

const formats = new Map();

/** The values of a style for one feature at one zoom. */
export class Evaluation {
  constructor(properties, zoom) {
    this.properties = properties;
    this.zoom = zoom;
  }

  /** Whether a style layer draws the feature at this zoom. */
  passes(layer) {
    if (layer.layout?.visibility === 'none') return false;
    if (this.zoom < (layer.minzoom ?? 0) || this.zoom >= (layer.maxzoom ?? 99)) return false;
    return layer.filter === undefined || this.value(layer.filter) === true;
  }

  /** The value of a constant or an expression; undefined when it has none. */
  value(node) {
    if (!Array.isArray(node) || typeof node[0] !== 'string' || !OPERATORS[node[0]]) return node;
    return OPERATORS[node[0]](this, node);
  }

  /** A field; on the English page the English twin of a Vietnamese text. */
  field(name) {
    const twin = lang === 'en' && name.endsWith('_vi') ? this.properties[`${name.slice(0, -3)}_en`] : undefined;
    return twin ?? this.properties[name] ?? null;
  }
}

const OPERATORS = {
  literal: (_, [, value]) => value,
  get: (at, [, name]) => at.field(name),
  has: (at, [, name]) => at.properties[name] !== undefined && at.properties[name] !== null,
  zoom: (at) => at.zoom,
  '==': (at, [, a, b]) => at.value(a) === at.value(b),
  '!=': (at, [, a, b]) => at.value(a) !== at.value(b),
  '<': (at, [, a, b]) => compare(at, a, b, (x, y) => x < y),
  '<=': (at, [, a, b]) => compare(at, a, b, (x, y) => x <= y),
  '>': (at, [, a, b]) => compare(at, a, b, (x, y) => x > y),
  '>=': (at, [, a, b]) => compare(at, a, b, (x, y) => x >= y),
  all: (at, [, ...parts]) => parts.every((part) => at.value(part) === true),
  any: (at, [, ...parts]) => parts.some((part) => at.value(part) === true),
  '!': (at, [, part]) => at.value(part) !== true,
  in: (at, [, item, list]) => {
    const among = at.value(list);
    return Array.isArray(among) || typeof among === 'string' ? among.includes(at.value(item)) : false;
  },
  match(at, node) {
    const input = at.value(node[1]);
    for (let i = 2; i + 1 < node.length; i += 2) {
      if (Array.isArray(node[i]) ? node[i].includes(input) : node[i] === input) return at.value(node[i + 1]);
    }
    return at.value(node[node.length - 1]);
  },
  case(at, node) {
    for (let i = 1; i + 1 < node.length; i += 2) if (at.value(node[i]) === true) return at.value(node[i + 1]);
    return at.value(node[node.length - 1]);
  },
  coalesce: (at, [, ...parts]) => parts.map((part) => at.value(part)).find((value) => value !== null && value !== undefined),
  concat: (at, [, ...parts]) => parts.map((part) => text(at.value(part))).join(''),
  'to-string': (at, [, part]) => text(at.value(part)),
  slice: (at, [, part, from, to]) => text(at.value(part)).slice(at.value(from), to === undefined ? undefined : at.value(to)),
  'number-format'(at, [, part, options]) {
    const value = at.value(part);
    if (typeof value !== 'number') return '';
    const key = JSON.stringify(options ?? {});
    if (!formats.has(key)) {
      formats.set(key, new Intl.NumberFormat(lang === 'en' ? 'en-GB' : (options?.locale ?? 'vi-VN'), {
        minimumFractionDigits: options?.['min-fraction-digits'], maximumFractionDigits: options?.['max-fraction-digits'],
      }));
    }
    return formats.get(key).format(value);
  },
  step(at, node) {
    const input = at.value(node[1]);
    let result = node[2];
    for (let i = 3; i + 1 < node.length; i += 2) if (input >= node[i]) result = node[i + 1];
    return at.value(result);
  },
  interpolate(at, [, curve, inputNode, ...stops]) {
    const input = at.value(inputNode);
    if (input <= stops[0]) return at.value(stops[1]);
    for (let i = 2; i + 1 < stops.length; i += 2) {
      if (input > stops[i]) continue;
      return mix(at.value(stops[i - 1]), at.value(stops[i + 1]), progress(curve, input, stops[i - 2], stops[i]));
    }
    return at.value(stops[stops.length - 1]);
  },
};

function progress(curve, input, low, high) {
  const base = curve[0] === 'exponential' ? curve[1] : 1;
  return base === 1 ? (input - low) / (high - low) : (base ** (input - low) - 1) / (base ** (high - low) - 1);
}

function mix(a, b, share) {
  if (typeof a === 'number') return a + (b - a) * share;
  const from = channels(a), to = channels(b);
  const at = from.map((value, index) => value + (to[index] - value) * share);
  return `rgba(${at.slice(0, 3).map(Math.round).join(' ')} / ${at[3].toFixed(3)})`;
}

function channels(hex) {
  const full = hex.length <= 5 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const byte = (index) => parseInt(full.slice(index, index + 2), 16);
  return [byte(0), byte(2), byte(4), full.length === 8 ? byte(6) / 255 : 1];
}

function compare(at, a, b, test) {
  const left = at.value(a), right = at.value(b);
  return typeof left === typeof right && left !== null && right !== null && test(left, right);
}

const text = (value) => (value === null || value === undefined ? '' : String(value));

/** A paint property of a style layer, or its default. */
export const paint = (layer, name, at, fallback) => at.value(layer.paint?.[name]) ?? fallback;

/** A layout property of a style layer, or its default. */
export const layout = (layer, name, at, fallback) => at.value(layer.layout?.[name]) ?? fallback;
