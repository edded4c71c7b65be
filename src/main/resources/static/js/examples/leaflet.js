/** Leaflet opens WMS, XYZ tiles and the GeoJSON of OGC API Features. */
import { featuresAt, json, place, show, words } from './common.js';

const L = globalThis.L;
const source = document.getElementById('source');
const layer = document.getElementById('layer');
const address = document.getElementById('address');

const map = L.map('map', { zoomControl: false, maxZoom: 20 }).setView([10.816, 106.519], 14);
map.attributionControl.setPrefix('Leaflet');
L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);

// a layer of the map for each door
const open = {
  wms(name, attribution) {
    address.textContent = `${location.origin}/wms`;
    return L.tileLayer.wms('/wms', { layers: name, version: '1.3.0', format: 'image/png', transparent: true, maxZoom: 20, attribution });
  },
  xyz(name, attribution) {
    address.textContent = `${location.origin}/tiles/${name}/{z}/{x}/{y}.png`;
    return L.tileLayer(`/tiles/${name}/{z}/{x}/{y}.png`, { maxZoom: 20, attribution });
  },
  features(name, attribution) {
    address.textContent = `${location.origin}/ogc/collections/${name}/items?bbox=…`;
    return L.geoJSON(null, {
      attribution,
      style: { className: 'example-feature' },
      onEachFeature: (feature, shape) => shape.on('click', (event) => {
        L.DomEvent.stop(event);
        show([feature], name);
      }),
    });
  },
};

let shown;
let asking;

// GeoJSON is read for what is in view, and a question that the view has left behind is given up
async function readView() {
  if (source.value !== 'features' || !shown) return;
  asking?.abort();
  asking = new AbortController();
  const target = shown;
  const items = `/ogc/collections/${layer.value}/items?limit=1000&f=json&bbox=${map.getBounds().toBBoxString()}`;
  try {
    const features = await json(items, { signal: asking.signal });
    target.clearLayers().addData(features);
  } catch (fault) {
    if (fault.name !== 'AbortError') throw fault;
  }
}

async function change(moves) {
  const name = layer.value;
  const { centre, zoom, credit } = await place(name);
  if (name !== layer.value) return;
  shown?.remove();
  if (moves) map.setView([centre[1], centre[0]], zoom, { animate: false });
  shown = open[source.value](name, credit).addTo(map);
  readView();
}

// pictures know no features: WMS is asked what was drawn there
function ask(point) {
  const { min, max } = map.getPixelBounds();
  const corner = (pixel) => L.CRS.EPSG3857.project(map.unproject(pixel));
  const southWest = corner([min.x, max.y]);
  const northEast = corner([max.x, min.y]);
  const box = [southWest.x, southWest.y, northEast.x, northEast.y];
  const size = map.getSize();
  show(featuresAt(layer.value, 'EPSG:3857', box, [size.x, size.y], [point.x, point.y]), layer.value);
}

map.on('click', (event) => ask(event.containerPoint));
map.on('moveend', readView);
source.addEventListener('change', () => change(false));
layer.addEventListener('change', () => change(true));
document.getElementById('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(map.getSize().divideBy(2));
});
layer.value = 'subzones';
change(true);
