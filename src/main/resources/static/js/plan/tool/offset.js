/** A strip along a neighbour's edge: from one vertex to another, so and so wide, such as isolation greenery along the zone's outline. */
import { number } from '../../lib/numbers.js';
import { announce } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { sheet } from '../map.js';
import { along } from '../snap.js';
import { areaOf, lengthOf, nearestOn, offset, toLonLat, toPlane } from '../shapes.js';
import { button, check, geo, hint, numberField, useChoice } from './kit.js';
import { place, points } from './make.js';

export const icon = 'along';
export const key = 'o';

export function start(hand) {
  const use = useChoice('offset', 'GREEN');
  const width = numberField('width', 'width', { first: '10', changed: preview, enter: finish });
  const cut = check('cut_from_others', true);
  const other = check('other_way', false, preview);
  let from = null, to = null, cursor = null, line = null;
  hand.strip(hint('offset_hint'), use.field, width.field, cut.field, other.field, button('finish', finish), button('cancel', () => hand.done()));
  hand.after(() => sheet.overlay.clear('sketch'));

  /** The edge that is followed, longitude before latitude. */
  function course(end) {
    if (!from || !end || !line) return null;
    const between = along(line, from, end, other.value());
    return between && [from, ...between, end].filter((point, i, all) => i === 0 || point[0] !== all[i - 1][0] || point[1] !== all[i - 1][1]);
  }

  function strip() {
    const edge = course(to ?? cursor);
    if (!edge || edge.length < 2 || !(Math.abs(width.value()) > 0)) return null;
    const plane = edge.map(toPlane);
    const side = cursor ? sideOf(plane, toPlane(cursor)) : 1;
    const shifted = offset(plane, side * Math.abs(width.value()));
    return { edge, ring: [...edge, ...shifted.reverse().map(toLonLat), edge[0]], plane };
  }

  function preview() {
    const made = strip();
    sheet.overlay.show('sketch', made ? [geo('Polygon', [made.ring])] : [], { className: 'sketch', weight: 2.5 });
  }

  function finish() {
    const made = to && strip();
    if (made) place(hand, geo('Polygon', [made.ring]), use.value(), cut.value(), t('did_draw'));
  }

  points(hand, {
    click(lonlat, snap) {
      if (!from || (!to && snap && snap.segment.line !== line)) {
        if (!snap) {
          announce(t('offset_needs_edge'));
          return;
        }
        from = lonlat;
        line = snap.segment.line;
      } else if (!to) {
        if (snap && course(lonlat)) to = lonlat;
        else announce(t('offset_needs_edge'));
      } else finish();
      preview();
    },
    move(lonlat, snap) {
      cursor = lonlat;
      if (to || snap?.segment.line === line) preview();
      const made = strip();
      return made ? t('length_and_area', { length: number(lengthOf(made.plane), 2), area: number(areaOf([made.ring.map(toPlane)]), 1) }) : '';
    },
  });
}

/** 1 where a place lies to the right of a line's course, −1 to the left. */
function sideOf(line, point) {
  let best = { away: Infinity, side: 1 };
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i], line[i + 1]];
    const { point: foot } = nearestOn(point, a, b);
    const away = Math.hypot(point[0] - foot[0], point[1] - foot[1]);
    if (away < best.away) best = { away, side: (point[0] - a[0]) * (b[1] - a[1]) - (point[1] - a[1]) * (b[0] - a[0]) >= 0 ? 1 : -1 };
  }
  return best.side;
}
