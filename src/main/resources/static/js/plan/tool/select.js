/** Selecting: click, Shift or Ctrl for more, a box with Shift and drag; a double click edits the outline. */
import { L } from '../../map/leaflet.js';
import { announce } from '../../lib/say.js';
import { hectares } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { desk, mayDraw, select, selected, toggleSelected } from '../desk.js';
import { sheet } from '../map.js';
import { take } from '../tools.js';

export const icon = 'select';
export const key = 'v';
export const look = true;

export function start(hand) {
  const { map } = hand;
  let hovered = null;
  let boxed = false;
  hand.listen({
    click({ latlng, originalEvent }) {
      if (boxed) {
        boxed = false;
        return;
      }
      const feature = sheet.canvas.at(latlng);
      if (!feature) select([]);
      else if (originalEvent.shiftKey || originalEvent.ctrlKey || originalEvent.metaKey) toggleSelected(feature.id);
      else select([feature.id]);
      say();
    },
    dblclick({ latlng }) {
      const feature = sheet.canvas.at(latlng);
      if (!feature || !mayDraw()) return;
      select([feature.id]);
      take('vertices');
    },
    mousemove({ latlng }) {
      const feature = sheet.canvas.at(latlng);
      if (feature?.id === hovered) return;
      hovered = feature?.id ?? null;
      map.getContainer().style.cursor = feature ? 'pointer' : '';
      sheet.overlay.show('hover', feature ? [feature.geometry] : [], { className: 'hovered', weight: 1.5, fill: false });
    },
    mouseout() {
      hovered = null;
      sheet.overlay.clear('hover');
    },
  });

  const ground = map.getContainer();
  const down = (event) => {
    if (!event.shiftKey || event.button !== 0 || event.target.closest('.pin')) return;
    event.preventDefault();
    event.stopPropagation();
    box(map, event, (bounds) => {
      boxed = true;
      setTimeout(() => (boxed = false), 50);
      select(sheet.canvas.inBox(bounds).filter(({ geometry }) => inside(geometry, bounds)).map((feature) => feature.id), { add: event.ctrlKey });
      say();
    });
  };
  ground.addEventListener('mousedown', down, true);
  hand.after(() => {
    ground.removeEventListener('mousedown', down, true);
    ground.style.cursor = '';
    sheet.overlay.clear('hover');
  });
}

/** A box selects what lies in it whole. */
const inside = (geometry, bounds) => geometry.coordinates[0].every(([lon, lat]) => bounds.contains([lat, lon]));

function box(map, start, done) {
  const from = map.mouseEventToContainerPoint(start);
  const frame = document.createElement('div');
  frame.className = 'select-box';
  map.getContainer().append(frame);
  let to = from;
  const move = (event) => {
    to = map.mouseEventToContainerPoint(event);
    frame.style.left = `${Math.min(from.x, to.x)}px`;
    frame.style.top = `${Math.min(from.y, to.y)}px`;
    frame.style.width = `${Math.abs(to.x - from.x)}px`;
    frame.style.height = `${Math.abs(to.y - from.y)}px`;
  };
  const up = () => {
    removeEventListener('mousemove', move, true);
    removeEventListener('mouseup', up, true);
    frame.remove();
    if (Math.abs(to.x - from.x) + Math.abs(to.y - from.y) > 6) done(L.latLngBounds(map.containerPointToLatLng(from), map.containerPointToLatLng(to)));
  };
  addEventListener('mousemove', move, true);
  addEventListener('mouseup', up, true);
}

function say() {
  const [first] = selected();
  if (desk.selection.length === 1 && first) announce(`${first.properties.code}, ${own(first.properties, 'name') || t(`use_${first.properties.landUse}`)}, ${hectares((first.properties.areaM2 ?? 0) / 1e4)}`);
  else if (desk.selection.length > 1) announce(t('n_selected', { n: desk.selection.length }));
}
