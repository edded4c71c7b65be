/**
 * Editing the outline of the selected subzone: vertices are dragged, added at the middle of an edge, removed, or moved by keys. Whoever
 * shares a vertex follows and is drawn along while it moves.
 */
import { announce } from '../../lib/say.js';
import { byId } from '../../lib/dom.js';
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { L } from '../../map/leaflet.js';
import { showCursor } from '../cursor.js';
import { desk, edit, emit, on, select, selected, stopTrying, tryOut } from '../desk.js';
import { sheet } from '../map.js';
import { areaOf, toLonLat, toPlane, vertexKey } from '../shapes.js';
import { aim, snapping } from '../snapping.js';
import { chooseOne } from './choose.js';
import { button, check, course, geo, hint } from './kit.js';

export const icon = 'vertex';
export const key = 'e';

/** Beyond so many vertices only those near the cursor get a handle. */
const ALL_HANDLES = 40;
const NEAR_HANDLES = 60;
const NUDGE = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

const onGrid = ({ lat, lng }) => [Math.round(lng * 1e9) / 1e9, Math.round(lat * 1e9) / 1e9];
const latLngs = (rings) => rings.map((ring) => ring.slice(0, -1).map(([lon, lat]) => [lat, lon]));

export function start(hand) {
  const { map } = hand;
  if (selected().length !== 1) {
    chooseOne(hand, 'vertices_choose');
    return;
  }
  const [uid] = desk.selection;
  const alone = check('vertices_alone', false);
  let layer = null, drag = null, active = null, nudged = null, nudgeTimer;
  hand.strip(hint('vertices_hint'), alone.field, button('done', () => hand.done()));

  const feature = () => desk.features.get(uid);

  function build() {
    layer?.remove();
    const now = feature();
    if (!now) {
      hand.done();
      return;
    }
    layer = L.polygon(latLngs(now.geometry.coordinates), { pane: 'editing', pmIgnore: false, snapIgnore: true, interactive: false, className: 'editing-shape', weight: 2.5, fill: false }).addTo(map);
    layer.on({ 'pm:markerdragstart': dragStart, 'pm:markerdrag': dragging, 'pm:markerdragend': dragEnd, 'pm:vertexadded': added, 'pm:vertexclick': clicked });
    const many = now.geometry.coordinates.reduce((sum, ring) => sum + ring.length, 0) > ALL_HANDLES;
    layer.pm.enable({
      snappable: true, snapDistance: 40, snapSegment: false, allowSelfIntersection: true, preventMarkerRemoval: true, draggable: false, limitMarkersToCount: many ? NEAR_HANDLES : -1,
    });
    numbers();
  }

  /** Rows of vertices as the table counts them: `[ring, i]`. */
  const places = () => feature()?.geometry.coordinates.flatMap((ring, r) => ring.slice(0, -1).map((_, i) => [r, i])) ?? [];
  const vertexAt = ([ring, i]) => feature().geometry.coordinates[ring][i];

  function numbers() {
    const all = places();
    sheet.overlay.pins('vertex-numbers', all.length > 80 ? [] : all.map((place, n) => ({ at: vertexAt(place), text: String(n + 1), className: `vertex-number ${active === n ? 'active' : ''}` })));
  }

  function pick(n) {
    const all = places();
    if (all.length === 0) return;
    active = (n + all.length) % all.length;
    const [e, north] = toPlane(vertexAt(all[active]));
    numbers();
    emit('vertex', { uid, n: active });
    announce(t('vertex_said', { n: active + 1, east: number(e, 3), north: number(north, 3) }));
  }

  function clicked({ indexPath }) {
    const all = places();
    pick(all.findIndex(([ring, i]) => ring === indexPath[0] && i === indexPath[1]));
  }

  // ---- dragging

  function added({ marker, indexPath }) {
    // a handle in the middle of an edge was taken: the vertex is born there before it moves
    const ring = layer.getLatLngs()[indexPath[0]];
    const i = indexPath[1];
    const a = onGrid(ring[(i - 1 + ring.length) % ring.length]), b = onGrid(ring[(i + 1) % ring.length]);
    const pa = toPlane(a), pb = toPlane(b);
    marker.born = { at: toLonLat([(pa[0] + pb[0]) / 2, (pa[1] + pb[1]) / 2]), a, b };
    if (!marker._dragging) insert(marker.born.at);
  }

  const insert = (at) => edit([{ op: 'insertVertex', at: geo('Point', at) }], { label: t('did_insert') }).catch(() => {});

  function dragStart({ markerEvent }) {
    const marker = markerEvent.target;
    const born = marker.born ?? null;
    const from = born ? born.at : onGrid(marker.getLatLng());
    const affected = alone.value() ? [feature()] : [...desk.features.values()].filter((one) => (born ? hasEdge(one, born) : hasVertex(one, from)));
    drag = { from, born, to: from, affected, shapes: [] };
    snapping.skipVertices = born ? null : nextTo(affected, from);
    snapping.skip = (segment) => (born ? vertexKey(segment.a) === vertexKey(born.a) && vertexKey(segment.b) === vertexKey(born.b) : false) ||
      (born ? vertexKey(segment.a) === vertexKey(born.b) && vertexKey(segment.b) === vertexKey(born.a) : vertexKey(segment.a) === vertexKey(from) || vertexKey(segment.b) === vertexKey(from));
    sheet.canvas.hide(affected.map((one) => one.id));
    drag.shapes = affected.map((one) => {
      const look = sheet.canvas.look(one);
      return { one, layer: L.polygon(latLngs(one.geometry.coordinates), { pane: 'landuse', interactive: false, pmIgnore: true, color: look.line, fillColor: look.fill, fillOpacity: 0.75, weight: 1.2 }).addTo(map) };
    });
    sheet.overlay.clear('vertex-numbers');
    sheet.select([]);
    const { _draggable: draggable } = marker.dragging;
    draggable.on('predrag', () => {
      const at = map.layerPointToLatLng(draggable._newPos);
      drag.snap = aim(at, draggable._lastEvent);
    });
  }

  function dragging({ markerEvent }) {
    if (!drag) return;
    drag.to = onGrid(markerEvent.target.getLatLng());
    // a movement is told twice, before and after it snapped: what follows is drawn once a frame
    drag.frame ??= requestAnimationFrame(redrawDrag);
  }

  function redrawDrag() {
    if (!drag) return;
    drag.frame = null;
    const at = L.latLng(drag.to[1], drag.to[0]);
    follow();
    showCursor(map, at, drag.snap && vertexKey(drag.snap.lonlat) === vertexKey(drag.to) ? drag.snap : null, `${course(drag.from, drag.to)} · ${number(areaOf(liveRings().map((ring) => ring.map(toPlane))), 1)} m²`);
    tryOut(batch());
    emit('live', { uid, coordinates: liveRings() });
  }

  const liveRings = () => layer.getLatLngs().map((ring) => {
    const points = ring.map(onGrid);
    return [...points, points[0]];
  });

  /** Draws the neighbours with the vertex where it is now. */
  function follow() {
    for (const { one, layer: shape } of drag.shapes) shape.setLatLngs(latLngs(one.geometry.coordinates.map((ring) => movedRing(ring, drag))));
  }

  function batch() {
    if (alone.value()) return [{ op: 'reshape', subzone: uid, shape: geo('Polygon', liveRings()) }];
    const move = { op: 'moveVertex', from: geo('Point', drag.from), to: geo('Point', drag.to) };
    return drag.born ? [{ op: 'insertVertex', at: geo('Point', drag.from) }, move] : [move];
  }

  function dragEnd() {
    if (!drag) return;
    const edits = batch();
    const still = vertexKey(drag.from) === vertexKey(drag.to);
    finishDrag();
    if (still) build();
    else {
      edit(edits, { label: t('did_vertex', { code: feature().properties.code }) }).catch(() => {});
      announce(t('did_vertex', { code: feature().properties.code }));
    }
  }

  function finishDrag() {
    for (const { layer: shape } of drag?.shapes ?? []) shape.remove();
    cancelAnimationFrame(drag?.frame);
    drag = null;
    Object.assign(snapping, { skip: null, skipVertices: null });
    sheet.canvas.hide([]);
    sheet.select(selected());
    stopTrying();
    emit('live', null);
  }

  // ---- keys

  function nudge(step, metres) {
    if (active === null) pick(0);
    const from = nudged?.from ?? vertexAt(places()[active]);
    const [e, n] = toPlane(nudged?.to ?? from);
    nudged = { from, to: toLonLat([e + step[0] * metres, n + step[1] * metres]) };
    const preview = [...desk.features.values()].filter((one) => hasVertex(one, from)).map((one) => geo('Polygon', one.geometry.coordinates.map((ring) => movedRing(ring, { from, to: nudged.to }))));
    sheet.overlay.show('sketch', preview, { className: 'sketch', weight: 2, fill: false });
    tryOut([move(nudged)]);
    clearTimeout(nudgeTimer);
    nudgeTimer = setTimeout(settleNudge, 700);
  }

  const move = ({ from, to }) => ({ op: 'moveVertex', from: geo('Point', from), to: geo('Point', to) });

  function settleNudge() {
    clearTimeout(nudgeTimer);
    if (!nudged) return;
    const edits = [move(nudged)];
    const n = active;
    nudged = null;
    sheet.overlay.clear('sketch');
    stopTrying();
    edit(edits, { label: t('did_vertex', { code: feature().properties.code }) }).catch(() => {});
    pick(n);
  }

  const keys = (event) => {
    if (event.target.closest?.('input, select, textarea, button')) return;
    const count = places().length;
    if (event.key === 'Tab') {
      const next = (active ?? (event.shiftKey ? count : -1)) + (event.shiftKey ? -1 : 1);
      if (next < 0 || next >= count) return; // out at either end: no trap
      settleNudge();
      pick(next);
    } else if (NUDGE[event.key] && active !== null) nudge(NUDGE[event.key], event.shiftKey ? 10 : event.altKey ? 0.01 : 1);
    else if (event.key === 'Delete' && active !== null) {
      edit([{ op: 'removeVertex', at: geo('Point', vertexAt(places()[active])) }], { label: t('did_remove_vertex') }).catch(() => {});
      announce(t('did_remove_vertex'));
      active = null;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  byId('map').addEventListener('keydown', keys, true);

  const undo = [
    on('drawing', (changed) => !drag && (changed === null || changed.has(uid)) && build()),
    on('pickvertex', ({ uid: whose, n }) => whose === uid && pick(n)),
    on('selection', () => (desk.selection.length === 1 && desk.selection[0] !== uid ? hand.again() : desk.selection.length !== 1 && hand.done())),
  ];
  hand.listen({
    click({ latlng }) {
      const other = sheet.canvas.at(latlng);
      if (other && other.id !== uid) select([other.id]);
    },
  });
  hand.after(() => {
    settleNudge();
    if (drag) finishDrag();
    undo.forEach((stop) => stop());
    byId('map').removeEventListener('keydown', keys, true);
    layer?.remove();
    sheet.overlay.clear('vertex-numbers');
    sheet.overlay.clear('sketch');
  });
  build();
  map.getContainer().focus({ preventScroll: true });
}

const hasVertex = (feature, at) => feature.geometry.coordinates.some((ring) => ring.some((vertex) => vertex[0] === at[0] && vertex[1] === at[1]));
const hasEdge = (feature, { a, b }) =>
  feature.geometry.coordinates.some((ring) => ring.some((vertex, i) => i + 1 < ring.length && ((same(vertex, a) && same(ring[i + 1], b)) || (same(vertex, b) && same(ring[i + 1], a)))));
const same = (p, q) => p[0] === q[0] && p[1] === q[1];

/** Keys of the vertices next to one, in every subzone that has it. */
function nextTo(features, at) {
  const keys = new Set();
  for (const feature of features) {
    for (const ring of feature.geometry.coordinates) {
      const count = ring.length - 1;
      for (let i = 0; i < count; i++) if (same(ring[i], at)) for (const step of [-1, 1]) keys.add(vertexKey(ring[(i + step + count) % count]));
    }
  }
  return keys;
}

/** A ring with a vertex moved, or with a new one in the edge it was born on. */
function movedRing(ring, { from, to, born }) {
  if (!born) return ring.map((vertex) => (same(vertex, from) ? to : vertex));
  const next = [];
  ring.forEach((vertex, i) => {
    next.push(vertex);
    const after = ring[i + 1];
    if (after && ((same(vertex, born.a) && same(after, born.b)) || (same(vertex, born.b) && same(after, born.a)))) next.push(to);
  });
  return next;
}
