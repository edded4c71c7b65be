/**
 * A rectangle by its dimensions: two clicks give a corner and the direction of its front, which may run along a neighbour's edge; the
 * cursor or the keyboard gives front and depth. True right angles and metres of the legal system.
 */
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { sheet } from '../map.js';
import { azimuth, distance, polar, toLonLat, toPlane } from '../shapes.js';
import { button, check, course, geo, hint, numberField, useChoice } from './kit.js';
import { place, points } from './make.js';

export const icon = 'rectangle';
export const key = 'r';

export function start(hand) {
  const use = useChoice('rectangle', 'HIGHRISE');
  const cut = check('cut_from_others', false);
  const front = numberField('front', 'front', { changed: preview, enter: finish });
  const depth = numberField('depth', 'depth', { changed: preview, enter: finish });
  const bearing = numberField('azimuth', 'azimuth', { unit: '°', changed: preview, enter: finish });
  let corner = null, along = null, cursor = null;
  hand.strip(hint('rectangle_hint'), use.field, front.field, bearing.field, depth.field, cut.field, button('finish', finish), button('cancel', () => hand.done()));
  hand.after(() => sheet.overlay.clear('sketch'));

  /** The rectangle as it stands in metres, or null: typed figures go before the cursor. */
  function corners() {
    if (!corner) return null;
    const a = toPlane(corner);
    const end = along ? toPlane(along) : cursor ? toPlane(cursor) : null;
    const degrees = Number.isNaN(bearing.value()) ? (end ? azimuth(a, end) : NaN) : bearing.value();
    const length = Number.isNaN(front.value()) ? (end ? distance(a, end) : NaN) : front.value();
    let deep = depth.value();
    if (cursor && (along || !Number.isNaN(bearing.value()))) {
      const p = toPlane(cursor), b = polar(a, 1, degrees);
      const right = (p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0]);
      deep = Number.isNaN(deep) ? right : Math.sign(right || 1) * deep;
    }
    if (!(length > 0) || Number.isNaN(degrees) || !(Math.abs(deep) > 0)) return Number.isNaN(degrees) || !(length > 0) ? null : [a, polar(a, length, degrees)];
    const b = polar(a, length, degrees);
    return [a, b, polar(b, deep, degrees + 90), polar(a, deep, degrees + 90)];
  }

  function preview() {
    const ring = corners();
    if (!ring) return;
    const shape = ring.length === 4 ? geo('Polygon', [[...ring, ring[0]].map(toLonLat)]) : geo('LineString', ring.map(toLonLat));
    sheet.overlay.show('sketch', [shape], { className: 'sketch', weight: 2.5 });
  }

  function finish() {
    const ring = corners();
    if (ring?.length !== 4) return;
    const exact = ring.map((point, i) => (i === 0 ? corner : i === 1 && along && Number.isNaN(front.value()) && Number.isNaN(bearing.value()) ? along : toLonLat(point)));
    place(hand, geo('Polygon', [[...exact, exact[0]]]), use.value(), cut.value(), t('did_draw'));
  }

  points(hand, {
    click(lonlat) {
      if (!corner) corner = lonlat;
      else if (!along && Number.isNaN(bearing.value())) along = lonlat;
      else finish();
      preview();
    },
    move(lonlat) {
      cursor = lonlat;
      preview();
      const ring = corners();
      if (ring?.length === 4) return t('size_and_area', { front: number(distance(ring[0], ring[1]), 3), depth: number(distance(ring[1], ring[2]), 3), area: number(distance(ring[0], ring[1]) * distance(ring[1], ring[2]), 1) });
      return corner ? course(corner, lonlat) : '';
    },
  });
}
