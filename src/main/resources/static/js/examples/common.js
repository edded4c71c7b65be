/** What the examples share and no map library has a part in: asking the doors, and the list of what was found. */

export const lang = document.documentElement.lang;
export const found = document.getElementById('found');
export const words = found.dataset;

/** Reads JSON; a refusal is an error. */
export async function json(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/**
 * Where to look at a layer: the middle of its extent, or its first feature where the whole is too small to be drawn.
 * `credit` names the source.
 */
export async function place(layer) {
  const tiles = await json(`/tiles/${layer}.json?lang=${lang}`);
  const [west, south, east, north] = tiles.bounds;
  const whole = Math.floor(Math.log2(360 / Math.max(east - west, north - south, 0.0001))) + 1;
  const least = tiles.minzoom + 1;
  if (whole >= least) return { centre: [(west + east) / 2, (south + north) / 2], zoom: whole, credit: tiles.attribution };
  const first = await json(`/ogc/collections/${layer}/items?limit=1&f=json`);
  const points = first.features.flatMap((feature) => feature.geometry.coordinates.flat(Infinity));
  return { centre: points.slice(0, 2), zoom: Math.max(least, 16), credit: tiles.attribution };
}

/**
 * Asks WMS what lies under a pixel of a picture (GetFeatureInfo).
 * @param {string} layer
 * @param {string} crs with east before north, such as EPSG:3857
 * @param {number[]} box west, south, east, north of the picture
 * @param {number[]} size its width and height in pixels
 * @param {number[]} pixel from the left, from the top
 */
export async function featuresAt(layer, crs, box, size, pixel) {
  const question = new URLSearchParams({
    service: 'WMS', version: '1.3.0', request: 'GetFeatureInfo', layers: layer, query_layers: layer, styles: '', crs, bbox: box.join(','),
    width: size[0], height: size[1], i: Math.round(pixel[0]), j: Math.round(pixel[1]), info_format: 'application/json', feature_count: 5,
  });
  return (await json(`/wms?${question}`)).features;
}

/** Shows what a question brings: a card for each feature, or that there is nothing. */
export async function show(question, layer) {
  line(words.waiting);
  try {
    const features = await question;
    if (features.length === 0) return line(words.nothing);
    const titles = await Promise.all(features.map((feature) => titlesOf(feature.layer ?? layer)));
    found.replaceChildren(...features.map((feature, i) => card(feature, feature.layer ?? layer, titles[i])));
  } catch (fault) {
    line(words.failed);
    throw fault;
  }
}

function line(text) {
  found.replaceChildren(element('p', text));
}

const schemas = new Map();

function titlesOf(layer) {
  if (!schemas.has(layer)) schemas.set(layer, json(`/ogc/collections/${layer}/schema?f=json&lang=${lang}`));
  return schemas.get(layer);
}

function card(feature, layer, schema) {
  const facts = document.createElement('dl');
  for (const [name, value] of Object.entries(feature.properties)) {
    if (value === null || value === undefined) continue;
    const field = schema.properties[name] ?? {};
    facts.append(element('dt', field.title ?? name), element('dd', written(value, field)));
  }
  // WMS puts the layer before the identifier
  const id = String(feature.id ?? feature.properties.id).replace(`${layer}.`, '');
  const link = element('a', words.page);
  link.className = 'link';
  link.href = `/ogc/collections/${layer}/items/${encodeURIComponent(id)}?f=html&lang=${lang}`;
  const box = document.createElement('div');
  box.className = 'card';
  box.append(element('h2', `${schema.title} ${id}`), facts, link);
  return box;
}

// as people write it: the meaning of a code, a number with its unit, a day
function written(value, field) {
  const locale = lang === 'en' ? 'en-GB' : 'vi-VN';
  const meaning = (field.enum ?? []).includes(value) && field.description?.split('; ').find((part) => part.startsWith(`${value}: `));
  if (meaning) return meaning.slice(value.length + 2);
  if (typeof value === 'number') {
    const unit = { m2: ' m²', har: ' ha', m: ' m', 'kN/m2': ' kN/m²', '%': '%' }[field['x-ogc-unit']] ?? '';
    return value.toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: unit !== '' }) + unit;
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00`).toLocaleDateString(locale);
  return String(value);
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
