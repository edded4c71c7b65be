/** The frames of the sheets to print, on the map in true size; one sheet's frame is moved with the mouse or the arrow keys. */
import { L, pane } from '../../map/leaflet.js';
import { sheet } from '../map.js';
import { toLonLat, toPlane } from '../shapes.js';
import { around, corners } from './printlayout.js';

/** How far an arrow key moves the frame, in mm on paper; with Shift and Alt ten times more and less. */
const STEP_MM = 10;

const latlngs = (frame) => {
  // an edge is straight in metres, and nearly so on the map: some points on the way are enough
  const points = corners(frame);
  return points.slice(1).flatMap((b, i) => {
    const a = points[i];
    return [0, 0.25, 0.5, 0.75].map((share) => toLonLat([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]));
  }).map(([lon, lat]) => [lat, lon]);
};

/**
 * @param {{moved: (centre: number[]) => void, label: (number: number) => string}} options `moved` hears the new middle, east and north
 */
export function createFrames({ moved, label }) {
  const { map } = sheet;
  if (!map.getPane('print')) pane(map, 'print', 625);
  const group = L.featureGroup().addTo(map);
  let frame = null;
  let scale = 2000;
  let drawn = null;
  let grip = null;

  function draw(frames, movable) {
    group.clearLayers();
    drawn = null;
    frames.forEach((one, i) => {
      const path = L.polygon(latlngs(one), { pane: 'print', pmIgnore: true, snapIgnore: true, interactive: movable, className: `print-frame ${movable ? 'movable' : ''}`, weight: 2, bubblingMouseEvents: false });
      group.addLayer(path);
      if (frames.length > 1) {
        const [lon, lat] = toLonLat([one.west + one.width / 2, one.south + one.height / 2]);
        group.addLayer(L.marker([lat, lon], { pane: 'print', interactive: false, keyboard: false, icon: L.divIcon({ className: 'print-number', html: String(i + 1), iconSize: [28, 24] }) }));
      }
      if (movable) grasp(path);
    });
  }

  function grasp(path) {
    drawn = path;
    const element = path.getElement();
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'application'); // arrow keys are its own
    element.setAttribute('aria-label', label(1));
    element.addEventListener('keydown', (event) => {
      const step = ((STEP_MM * scale) / 1000) * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
      const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
      if (!by) return;
      event.preventDefault();
      event.stopPropagation();
      shift(by);
      keepInView();
    });
    path.on('mousedown', (event) => {
      L.DomEvent.stop(event.originalEvent);
      grip = toPlane([event.latlng.lng, event.latlng.lat]);
      map.dragging.disable();
    });
    path.on('click', (event) => L.DomEvent.stop(event));
  }

  function drag(event) {
    if (!grip || !frame) return;
    const at = toPlane([event.latlng.lng, event.latlng.lat]);
    shift([at[0] - grip[0], at[1] - grip[1]]);
    grip = at;
  }

  function release() {
    if (!grip) return;
    grip = null;
    map.dragging.enable();
    drawn?.getElement()?.focus({ preventScroll: true }); // the map took it when the mouse went down
  }

  function shift([east, north]) {
    frame = { ...frame, west: frame.west + east, south: frame.south + north };
    drawn.setLatLngs(latlngs(frame));
    moved([frame.west + frame.width / 2, frame.south + frame.height / 2]);
  }

  function keepInView() {
    if (!map.getBounds().intersects(group.getBounds())) map.panTo(group.getBounds().getCenter());
  }

  map.on('mousemove', drag);
  document.addEventListener('mouseup', release);

  return {
    /** Shows the frames of a whole plan. */
    show(frames) {
      frame = null;
      draw(frames, false);
    },
    /** Shows one frame around a point. */
    place([east, north], size, denominator) {
      scale = denominator;
      frame = around(east, north, size);
      draw([frame], true);
    },
    bounds: () => group.getBounds(),
    remove() {
      release();
      map.off('mousemove', drag);
      document.removeEventListener('mouseup', release);
      group.remove();
    },
  };
}
