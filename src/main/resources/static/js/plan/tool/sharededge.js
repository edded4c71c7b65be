/**
 * Moving an edge sideways: whoever shares it follows. The first click takes the edge, the cursor or a number says how far, the second
 * click sets it down. Its ends slide along the edges they meet, so that corners keep their directions.
 */
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { desk, edit, stopTrying, tryOut } from '../desk.js';
import { sheet } from '../map.js';
import { index, snapping } from '../snapping.js';
import { azimuth, distance, nearestOn, polar, toLonLat, toPlane, vertexKey } from '../shapes.js';
import { metresPerPixel } from '../../map/sheet.js';
import { button, geo, hint, numberField } from './kit.js';
import { points } from './make.js';

export const icon = 'edge';
export const key = 'g';

export function start(hand) {
  const by = numberField('move_by', 'move_by', { changed: () => preview(), enter: finish });
  let edge = null; // { a, b, before, after } in metres, `lonlat` as stored
  let cursor = null;
  hand.strip(hint('edge_hint'), by.field, button('finish', finish), button('cancel', () => hand.done()));
  hand.after(() => ['edge', 'sketch'].forEach((name) => sheet.overlay.clear(name)));

  function find(lonlat) {
    const hit = index.snap(lonlat, 16 * metresPerPixel(hand.map), (segment) => segment.kind !== 'subzone');
    if (!hit) return null;
    const { a, b, line, i, owner } = hit.segment;
    const last = line.length - 1;
    return { lonlat: [a, b], a: toPlane(a), b: toPlane(b), before: toPlane(line[(i - 1 + last) % last]), after: toPlane(line[(i + 2) % last]), owner };
  }

  /** How far the edge moves, to the right of its course positive. */
  function far() {
    if (!Number.isNaN(by.value())) return by.value();
    if (!cursor) return 0;
    const p = toPlane(cursor);
    const { a, b } = edge;
    return ((p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0])) / distance(a, b);
  }

  function moved() {
    const metres = far();
    const degrees = azimuth(edge.a, edge.b);
    const to = [slide(edge.a, edge.before, metres, degrees), slide(edge.b, edge.after, metres, degrees)];
    return { metres, to: to.map(toLonLat) };
  }

  function batch() {
    const { to } = moved();
    return [{ op: 'moveSharedEdge', from: geo('LineString', edge.lonlat), to: geo('LineString', to) }];
  }

  function preview() {
    if (!edge) return;
    const { to } = moved();
    sheet.overlay.show('sketch', [geo('LineString', to), geo('LineString', [edge.lonlat[0], to[0]]), geo('LineString', [edge.lonlat[1], to[1]])], { className: 'sketch', weight: 3, fill: false });
    if (Math.abs(far()) > 0.001) tryOut(batch());
  }

  function finish() {
    if (!edge || Math.abs(far()) < 0.001) return;
    const keys = new Set(edge.lonlat.map(vertexKey));
    const codes = [...desk.features.values()].filter((feature) => feature.geometry.coordinates.some((ring) => ring.some((vertex) => keys.has(vertexKey(vertex))))).map((feature) => feature.properties.code);
    stopTrying();
    edit(batch(), { label: t('did_edge', { codes: codes.join(', '), far: number(Math.abs(far()), 3) }) }).catch(() => {});
    hand.again();
  }

  points(hand, {
    click(lonlat) {
      if (edge) {
        cursor = lonlat;
        finish();
        return;
      }
      edge = find(lonlat);
      if (!edge) return;
      sheet.overlay.show('edge', [geo('LineString', edge.lonlat)], { className: 'edge', weight: 4, fill: false });
      snapping.skip = (segment) => keysOf(edge).has(vertexKey(segment.a)) || keysOf(edge).has(vertexKey(segment.b));
    },
    move(lonlat) {
      cursor = lonlat;
      if (!edge) {
        const under = find(lonlat);
        sheet.overlay.show('edge', under ? [geo('LineString', under.lonlat)] : [], { className: 'edge', weight: 4, fill: false });
        return '';
      }
      preview();
      return t('moved_by', { far: number(far(), 3) });
    },
  });
}

const keysOf = (edge) => new Set(edge.lonlat.map(vertexKey));

/** Where an end goes: along the edge it meets, or straight sideways where that one runs nearly the same way. */
function slide(end, neighbour, metres, degrees) {
  const straight = polar(end, metres, degrees + 90);
  const length = distance(end, neighbour);
  if (length === 0) return straight;
  const turn = Math.sin(((azimuth(end, neighbour) - degrees) * Math.PI) / 180);
  if (Math.abs(turn) < 0.2) return straight;
  const along = metres / turn;
  return nearestOn(straight, end, neighbour).share > 0 || along < 0 || along <= length ? [end[0] + ((neighbour[0] - end[0]) / length) * along, end[1] + ((neighbour[1] - end[1]) / length) * along] : straight;
}
