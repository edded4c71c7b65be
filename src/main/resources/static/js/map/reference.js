/** Names and rivers people know their way by: schematic, and lighter than everything else. */
import { s, textWidth } from '../lib/dom.js';
import { own } from '../lib/words.js';
import { L, drawing } from './leaflet.js';
import { overlap } from './placement.js';
import { metresPerPixel } from './sheet.js';

/**
 * Draws the reference features once they are there.
 * @returns {{boxes: () => object[], avoid: (covered: object[]) => void, show: (on: boolean) => void}} pixel boxes of the names, for pills to
 *   keep off; names that lie under something all the same are left out
 */
export function drawReference(map, collection) {
  const places = collection.features.filter((feature) => feature.geometry.type === 'Point');
  const rivers = collection.features.filter((feature) => feature.geometry.type.endsWith('LineString'));
  const width = (feature) => Math.max(2.5, Math.min(60, (feature.properties.widthM ?? 250) / metresPerPixel(map) * 0.9 + 3));
  const lines = L.geoJSON({ type: 'FeatureCollection', features: rivers }, {
    pane: 'water', interactive: false,
    style: (feature) => ({ className: 'river', weight: width(feature), fill: false, lineCap: 'round', lineJoin: 'round' }),
  }).addTo(map);
  let boxes = [];
  let shown = true;
  map.on('zoomend', () => lines.setStyle((feature) => ({ weight: width(feature) })));

  const redraw = drawing(map, 'reference', (root, toPixel) => {
    boxes = [];
    if (!shown) return;
    const size = map.getSize();
    const zoom = map.getZoom();
    if (zoom < 13.5) {
      for (const place of places) name(root, toPixel, place, size);
    }
    for (const river of rivers) riverName(root, toPixel, river, size);
  });

  function name(root, toPixel, place, size) {
    const [x, y] = toPixel(place.geometry.coordinates);
    if (x < 0 || y < 0 || x > size.x || y > size.y) return;
    const text = own(place.properties, 'name');
    const wide = textWidth(text, '400 11.5px Arial') + 12;
    const leftwards = x + wide > size.x - 8;
    const box = { left: leftwards ? x - wide : x - 4, right: leftwards ? x + 4 : x + wide, top: y - 9, bottom: y + 9 };
    if (boxes.some((other) => overlap(other, box))) return;
    boxes.push(box);
    box.marks = s('g', {}, s('circle', { class: 'place', cx: x, cy: y, r: 2.6 }),
      s('text', { class: 'place-name', x: leftwards ? x - 8 : x + 8, y: y + 4, 'text-anchor': leftwards ? 'end' : 'start' }, text));
    root.append(box.marks);
  }

  function riverName(root, toPixel, river, size) {
    const text = own(river.properties, 'name');
    if (!text) return;
    const line = river.geometry.type === 'LineString' ? river.geometry.coordinates : river.geometry.coordinates.flat();
    const wide = textWidth(text, 'italic 400 11.5px Arial');
    const inside = line.map(toPixel).filter(([x, y]) => x > 30 && y > 30 && x < size.x - wide - 40 && y < size.y - 60);
    for (const [x, y] of inside) {
      const box = { left: x + 12, right: x + 12 + wide, top: y - 9, bottom: y + 7 };
      if (boxes.some((other) => overlap(other, box))) continue;
      boxes.push(box);
      box.marks = s('text', { class: 'river-name', x: x + 12, y: y + 3 }, text);
      root.append(box.marks);
      return;
    }
  }

  redraw();
  return {
    boxes: () => boxes,
    avoid(covered) {
      for (const box of boxes) box.marks.setAttribute('visibility', covered.some((other) => overlap(other, box)) ? 'hidden' : 'visible');
    },
    show(on) {
      shown = on;
      if (on) lines.addTo(map);
      else lines.remove();
      redraw();
    },
  };
}
