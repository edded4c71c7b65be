/** MapLibre GL draws the service's own style: vector tiles, patterns (sprite) and letters (glyphs) come with it. */
import * as maplibregl from '/vendor/maplibre-gl.mjs';
import { json, lang, place, show, words } from './common.js';

const picker = document.getElementById('style');
const address = document.getElementById('address');

const map = new maplibregl.Map({
  container: 'map',
  center: [106.519, 10.816],
  zoom: 13.2,
  maxZoom: 20,
  dragRotate: false,
  locale: {
    'Map.Title': document.getElementById('map').ariaLabel,
    'NavigationControl.ZoomIn': words.zoomIn,
    'NavigationControl.ZoomOut': words.zoomOut,
    'AttributionControl.ToggleAttribution': words.credit,
  },
});
map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-left');

const { styles } = await json(`/ogc/styles?f=json&lang=${lang}`);
picker.append(...styles.map(({ id, title }) => new Option(title, id)));

async function change(moves) {
  const style = picker.value;
  address.textContent = `${location.origin}/ogc/styles/${style}`;
  map.setStyle(`/ogc/styles/${style}?lang=${lang}`);
  if (!moves) return;
  // tiles of these zooms are 512 pixels wide here
  const { centre, zoom } = await place(style.split('.')[0]);
  if (style === picker.value) map.jumpTo({ center: centre, zoom: zoom - 1 });
}

// labels stand in a layer of their own beside the shapes
const isShape = (feature) => !feature.sourceLayer.endsWith('_label');

function ask(point) {
  const seen = new Map();
  for (const feature of map.queryRenderedFeatures(point).filter(isShape)) {
    const id = feature.id ?? feature.properties.id;
    seen.set(`${feature.source}.${id}`, { id, layer: feature.source, properties: feature.properties });
  }
  show([...seen.values()].slice(0, 5), '');
}

map.on('click', (event) => ask(event.point));
picker.addEventListener('change', () => change(picker.value !== styles[0].id));
document.getElementById('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(map.project(map.getCenter()));
});
change(false);
// to look into the map from the browser's console
globalThis.map = map;
