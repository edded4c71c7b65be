/** What an import would draw, on the map: dashed outlines and codes over the paler drawing. */
import { h, icon } from '../../lib/dom.js';
import { hectares, number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { drawing } from '../../map/leaflet.js';
import { drawLabels } from '../../map/styled.js';
import { styleProperties } from '../canvas.js';
import { desk } from '../desk.js';
import { sheet, zoomTo } from '../map.js';
import { boxOf, toPlane } from '../shapes.js';
import { many } from './save.js';

const NAME = 'import';
const FADED = 0.35;

let labelled = [];
let redraw = null;

/** Shows it, looks at it, and says in elements where it lies. */
export function showPreview(features) {
  sheet.overlay.show(NAME, features, { className: 'import-preview', weight: 2 });
  sheet.canvas.opacity(FADED);
  sheet.map.getPane('names').classList.add('previewing');
  labels(features.map((feature) => ({ type: 'Feature', geometry: feature.geometry, properties: styleProperties(feature) })));
  zoomTo(...features.map(({ geometry }) => geometry));
  const area = features.reduce((sum, { properties }) => sum + (properties.areaM2 ?? 0), 0);
  const away = distance(features);
  return [icon(away > 0 ? 'warn' : 'eye', 'small'), h('span', {}, t('imp_preview', { n: many(features.length), area: hectares(area / 1e4) }), away > 0 && h('b', { class: 'far' }, ` ${t('imp_away', { km: number(away / 1000, away < 10_000 ? 1 : 0) })}`))];
}

export function hidePreview() {
  if (!sheet.overlay) return;
  sheet.overlay.clear(NAME);
  sheet.overlay.clear('import-problem');
  sheet.canvas.opacity(1);
  sheet.map.getPane('names').classList.remove('previewing');
  labels([]);
}

/** Points to the place of something that is wrong in the file. */
export function showPlace(point, text) {
  sheet.overlay.pins('import-problem', [{ at: point.coordinates, text, className: 'import-problem' }]);
  if (!sheet.map.getBounds().contains([point.coordinates[1], point.coordinates[0]])) zoomTo(point);
}

function labels(features) {
  labelled = features;
  redraw ??= drawing(sheet.map, 'pins', (root, toPixel) => {
    root.classList.add('import-labels');
    if (labelled.length > 0) drawLabels(root, toPixel, sheet.style, labelled, sheet.map.getZoom(), sheet.map.getSize());
  });
  redraw();
}

/** How far what would be drawn lies from the zone, in metres between the boxes around them; 0 where they meet. */
function distance(features) {
  const boxes = features.map(({ geometry }) => boxOf(geometry)).filter(Boolean);
  if (boxes.length === 0) return 0;
  const flat = ([west, south, east, north]) => [...toPlane([west, south]), ...toPlane([east, north])];
  const all = flat(boxes.reduce((sum, box) => [Math.min(sum[0], box[0]), Math.min(sum[1], box[1]), Math.max(sum[2], box[2]), Math.max(sum[3], box[3])]));
  const zone = flat(boxOf(desk.zone.geometry));
  const apart = (i) => Math.max(0, zone[i] - all[i + 2], all[i] - zone[i + 2]);
  return Math.hypot(apart(0), apart(1));
}
