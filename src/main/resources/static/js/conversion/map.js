/** The zones on the map, shaded by the share of let space that comes free in the last what-if that is compared, or else plain. */
import { h, put } from '../lib/dom.js';
import { m2, percent } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import * as api from '../api/conversions.js';

/** @returns {{mark: (zone: string, columns: object[]) => void}} */
export function sheet(host, all, choose) {
  const L = globalThis.L;
  const ground = h('div', { class: 'cv-ground', role: 'region', 'aria-label': t('cv_map_label', { n: all.zones.length }) });
  const says = h('p', { class: 'quiet small' });
  put(host, h('div', { class: 'cv-card-head' }, h('h2', {}, t('cv_map')), h('span', { class: 'tag warn' }, t('cv_schematic'))), ground, says);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(ground, { zoomControl: false, attributionControl: false, scrollWheelZoom: false, zoomAnimation: !still, zoomSnap: 0.25 });
  L.control.zoom({ zoomInTitle: t('cv_zoom_in'), zoomOutTitle: t('cv_zoom_out') }).addTo(map);
  const layers = new Map();
  let shown = { zone: null, columns: [] };
  let whole = null;
  let moved = false; // by whoever looks: then the map stays where it is
  map.on('dragstart', () => { moved = true; });
  ground.addEventListener('click', (event) => { moved ||= Boolean(event.target.closest('.leaflet-control-zoom')); }, true);
  const fit = () => whole && !moved && map.fitBounds(whole, { padding: [40, 24], animate: false });

  api.shapes().then(({ features }) => {
    const group = L.featureGroup(features.map((feature) => {
      const code = feature.properties.code;
      const layer = L.geoJSON(feature, { style: { className: 'cv-shape', weight: 2 } });
      layer.on('click', () => choose(code));
      layer.bindTooltip(feature.properties.short_name, { permanent: true, direction: crowded(feature, features) ? 'left' : 'right', className: 'cv-name' });
      layers.set(code, layer);
      return layer;
    })).addTo(map);
    whole = group.getBounds();
    fit();
    draw();
  }, () => { says.textContent = t('cv_map_failed'); });
  new ResizeObserver(() => {
    map.invalidateSize({ pan: false });
    fit();
  }).observe(ground);

  function draw() {
    const column = shown.columns.at(-1);
    for (const [code, layer] of layers) {
      const zone = column?.zones.find((one) => one.zone === code);
      const share = zone && zone.letM2 > 0 ? freed(zone) / zone.letM2 : 0;
      layer.eachLayer((path) => {
        const element = path.getElement();
        element?.classList.toggle('open', code === shown.zone);
        path.setStyle({ fillOpacity: column ? 0.12 + 0.7 * Math.min(1, share) : 0.3 });
      });
    }
    if (!column) {
      says.textContent = t('cv_map_plain');
      return;
    }
    const name = column.scenario === null ? t('cv_base') : column.name;
    says.textContent = `${t('cv_map_shaded', { name })} ${column.zones.filter((zone) => zone.letM2 > 0).map((zone) => t('cv_map_zone', { zone: zone.shortName, area: m2(freed(zone)), pct: percent((100 * freed(zone)) / zone.letM2, 0) })).join('; ')}`;
  }

  return {
    mark(zone, columns) {
      shown = { zone, columns };
      draw();
    },
  };
}

/** Whether another zone is close by in the east, where the name would stand. */
function crowded(feature, features) {
  const middle = ({ geometry }) => geometry.coordinates[0][0].reduce(([x, y], [lon, lat], index, all) => [x + lon / all.length, y + lat / all.length], [0, 0]);
  const [x, y] = middle(feature);
  return features.some((other) => {
    const [east, north] = middle(other);
    return east > x && east - x < 0.08 && Math.abs(north - y) < 0.015;
  });
}

/** m² whose tenants have to leave. */
export const freed = (zone) => zone.relocations.reduce((sum, one) => sum + one.areaM2, 0);
