/** The other version's drawing on a second map above the first, cut off along a line that is dragged or moved with the arrow keys. */
import { byId, h } from '../../lib/dom.js';
import { t } from '../../lib/words.js';
import { L, drawing, pane } from '../../map/leaflet.js';
import { drawLabels } from '../../map/styled.js';
import { createPlanCanvas, styleProperties } from '../canvas.js';
import { desk } from '../desk.js';
import { sheet } from '../map.js';

let open = null;

export const otherOpen = () => open !== null;

export function closeOther() {
  open?.close();
  open = null;
}

/**
 * @param {object[]} features subzones of the other version
 * @param {{here: string, there: string}} names of both versions
 */
export function openOther(features, names) {
  closeOther();
  const main = sheet.map;
  const ground = h('div', { class: 'other-ground' });
  const layer = h('div', { class: 'other-map', 'aria-hidden': 'true' }, ground);
  const handle = h('div', { class: 'swipe-handle', role: 'slider', tabindex: '0', 'aria-label': t('swipe', names), 'aria-valuemin': 0, 'aria-valuemax': 100 });
  const line = h('div', { class: 'swipe' }, h('span', { class: 'swipe-name left' }, names.here), h('span', { class: 'swipe-name right' }, names.there), handle);
  byId('map').append(layer, line);

  const map = L.map(ground, { zoomControl: false, attributionControl: false, zoomSnap: 0, minZoom: main.getMinZoom(), maxZoom: main.getMaxZoom(), dragging: false, keyboard: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, touchZoom: false, zoomAnimation: main.options.zoomAnimation, fadeAnimation: false });
  ground.removeAttribute('tabindex');
  for (const [name, level] of [['landuse', 410], ['zones', 430], ['names', 450]]) pane(map, name, level, false);
  const align = () => map.setView(main.getCenter(), main.getZoom(), { animate: false });
  align();
  const canvas = createPlanCanvas(map, { pane: 'landuse', style: sheet.style, patterns: sheet.patterns });
  canvas.show(features);
  L.geoJSON(desk.zone, { pane: 'zones', interactive: false, style: { className: 'other-zone', weight: 2.2, fill: false } }).addTo(map);
  const labelled = features.map((feature) => {
    const properties = styleProperties(feature);
    properties.land_use_vi = properties.land_use_en = feature.properties.landUse ? t(`use_${feature.properties.landUse}`) : '';
    return { type: 'Feature', geometry: feature.geometry, properties };
  });
  drawing(map, 'names', (root, toPixel) => drawLabels(root, toPixel, sheet.style, labelled, map.getZoom(), map.getSize()))();

  let frame = 0;
  const moved = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(align);
  };
  const zooms = ({ center, zoom }) => map.setView(center, zoom, { animate: true });
  const sized = () => {
    map.invalidateSize({ pan: false });
    align();
  };
  main.on('move', moved).on('zoomanim', zooms).on('zoomend', align).on('resize', sized);
  const cutter = cut(layer, line, handle);
  open = {
    close() {
      cancelAnimationFrame(frame);
      main.off('move', moved).off('zoomanim', zooms).off('zoomend', align).off('resize', sized);
      cutter();
      map.remove();
      layer.remove();
      line.remove();
    },
  };
  handle.focus({ preventScroll: true });
}

/** Moves the line between the two drawings; answers how to stop. */
function cut(layer, line, handle) {
  let share = 50;
  const place = (next) => {
    share = Math.max(0, Math.min(100, next));
    const x = (share / 100) * layer.clientWidth;
    layer.style.clipPath = `inset(0 0 0 ${x}px)`;
    line.style.left = `${layer.offsetLeft + x}px`;
    handle.setAttribute('aria-valuenow', String(Math.round(share)));
  };
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = layer.getBoundingClientRect();
    place(((event.clientX - box.left) / box.width) * 100);
  });
  handle.addEventListener('keydown', (event) => {
    const step = event.shiftKey ? 10 : 2;
    const next = { ArrowLeft: share - step, ArrowDown: share - step, ArrowRight: share + step, ArrowUp: share + step, Home: 0, End: 100 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    place(next);
  });
  const watch = new ResizeObserver(() => place(share));
  watch.observe(layer);
  place(share);
  return () => watch.disconnect();
}
