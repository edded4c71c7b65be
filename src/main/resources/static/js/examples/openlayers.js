/** OpenLayers opens WMS, WMTS and OGC API Tiles, in Web Mercator and in VN-2000. */
import { featuresAt, place, show, words } from './common.js';

const { ol, proj4 } = globalThis;
const source = document.getElementById('source');
const layer = document.getElementById('layer');
const address = document.getElementById('address');

// VN-2000 / TM-3 105°45′ with the national shift to WGS 84 (EPSG:6960), for proj4 as a position vector
proj4.defs('EPSG:9210', '+proj=tmerc +lat_0=0 +lon_0=105.75 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 '
  + '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs');
proj4.defs('http://www.opengis.net/def/crs/EPSG/0/9210', proj4.defs('EPSG:9210'));
ol.proj.proj4.register(proj4);

const map = new ol.Map({
  target: 'map',
  controls: ol.control.defaults.defaults({
    rotate: false, zoomOptions: { zoomInTipLabel: words.zoomIn, zoomOutTipLabel: words.zoomOut }, attributionOptions: { collapsible: false },
  }),
});

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);
const plain = {
  'fill-color': colour('--let'), 'stroke-color': colour('--ink'), 'stroke-width': 1.5,
  'circle-radius': 6, 'circle-fill-color': colour('--free'), 'circle-stroke-color': colour('--ink'), 'circle-stroke-width': 1.5,
};

const crs = () => (source.value.startsWith('vn2000') ? 'EPSG:9210' : 'EPSG:3857');
const tilesOf = (name, kind, set) => `${location.origin}/ogc/collections/${name}/${kind}/${set}`;

// a source for each door; `url` is what the page says it asks
const open = {
  wms: (name, attributions) => ({
    url: `${location.origin}/wms`,
    layer: new ol.layer.Tile({ source: new ol.source.TileWMS({ url: '/wms', params: { LAYERS: name, VERSION: '1.3.0' }, attributions }) }),
  }),
  async wmts(name, attributions) {
    const url = `${location.origin}/wmts/1.0.0/WMTSCapabilities.xml`;
    const capabilities = new ol.format.WMTSCapabilities().read(await (await fetch(url)).text());
    const options = ol.source.WMTS.optionsFromCapabilities(capabilities, { layer: name, matrixSet: 'WebMercatorQuad' });
    return { url, layer: new ol.layer.Tile({ source: new ol.source.WMTS({ ...options, attributions }) }) };
  },
  map(name, attributions) {
    const url = tilesOf(name, 'map/tiles', 'WebMercatorQuad');
    return { url, layer: new ol.layer.Tile({ source: new ol.source.OGCMapTile({ url, mediaType: 'image/png', attributions }) }) };
  },
  vector(name, attributions) {
    const url = tilesOf(name, 'tiles', 'WebMercatorQuad');
    // beside the shapes a tile has a layer with the points of their labels
    const format = new ol.format.MVT({ layers: [name] });
    return { url, layer: new ol.layer.VectorTile({ style: plain, source: new ol.source.OGCVectorTile({ url, format, attributions }) }) };
  },
  vn2000(name, attributions) {
    const url = tilesOf(name, 'map/tiles', 'VN2000TM3-105-45');
    return { url, layer: new ol.layer.Tile({ source: new ol.source.OGCMapTile({ url, mediaType: 'image/png', projection: 'EPSG:9210', attributions }) }) };
  },
  vn2000wms: (name, attributions) => ({
    url: `${location.origin}/wms`,
    layer: new ol.layer.Image({
      source: new ol.source.ImageWMS({ url: '/wms', params: { LAYERS: name, VERSION: '1.3.0' }, projection: 'EPSG:9210', ratio: 1, attributions }),
    }),
  }),
};

// the part of the world in view is kept from one system to the other
function look(lonLat, resolution) {
  const view = new ol.View({ projection: crs(), center: ol.proj.fromLonLat(lonLat, crs()), resolution, minResolution: 0.1, maxResolution: 5000 });
  map.setView(view);
}

async function change(moves) {
  const [name, door] = [layer.value, source.value];
  const { centre, zoom, credit } = await place(name);
  const { url, layer: made } = await open[door](name, credit);
  if (name !== layer.value || door !== source.value) return;
  const view = map.getView();
  const before = view.getProjection();
  if (moves || !view.getCenter()) {
    look(centre, (crs() === 'EPSG:3857' ? 1 : Math.cos((centre[1] * Math.PI) / 180)) * (156543.034 / 2 ** zoom));
  } else if (before.getCode() !== crs()) {
    look(ol.proj.toLonLat(view.getCenter(), before), view.getResolution());
  }
  map.setLayers([made]);
  address.textContent = url;
}

// vector tiles bring their features along; of pictures WMS is asked
function ask(pixel) {
  if (source.value === 'vector') {
    const features = map.getFeaturesAtPixel(pixel, { hitTolerance: 4 });
    show(features.map((feature) => ({ id: feature.getId(), properties: { ...feature.getProperties(), layer: null } })), layer.value);
  } else {
    show(featuresAt(layer.value, crs(), map.getView().calculateExtent(map.getSize()), map.getSize(), pixel), layer.value);
  }
}

map.on('singleclick', (event) => ask(event.pixel));
source.addEventListener('change', () => change(false));
layer.addEventListener('change', () => change(true));
document.getElementById('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(map.getSize().map((pixels) => pixels / 2));
});
document.getElementById('map').tabIndex = 0;
layer.value = 'subzones';
change(true);
// to look into the map from the browser's console
globalThis.map = map;
