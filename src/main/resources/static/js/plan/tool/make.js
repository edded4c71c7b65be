/** Making a subzone of a shape: on free ground, or out of those it lies on. */
import { aim } from '../snapping.js';
import { edit, select, stopTrying } from '../desk.js';
import { showCursor } from '../cursor.js';
import { sheet } from '../map.js';

/**
 * Draws a new subzone and takes it up.
 * @param {object} hand of the tool
 * @param {object} shape GeoJSON polygon, longitude before latitude
 * @param {string} use land use
 * @param {boolean} cut whether it takes its ground from the subzones it lies on
 * @param {string} label
 */
export function place(hand, shape, use, cut, label) {
  const attributes = { landUse: use };
  const edits = cut ? [{ op: 'cutCorridor', area: shape, attributes }] : [{ op: 'create', attributes, shape }];
  pending(shape);
  make(edits, label);
  hand.done();
}

/** Writes edits and selects what they made. */
export async function make(edits, label) {
  const before = new Set(known());
  stopTrying();
  try {
    await edit(edits, { label });
    select(known().filter((uid) => !before.has(uid) && !uid.startsWith('new:')).slice(0, 20));
  } catch {
    // the refusal is shown where it belongs
  } finally {
    sheet.overlay.clear('pending');
  }
}

const known = () => sheet.canvas.features().map((feature) => feature.id);

/** What the server has yet to work out, drawn dashed until it has. */
export function pending(shape) {
  sheet.overlay.show('pending', [shape], { className: 'pending', weight: 2 });
}

/**
 * Clicks on the map one by one, snapped; the tool says what each means.
 * @param {object} hand
 * @param {{click: (lonlat: number[], snap: object|null) => void, move?: (lonlat: number[], snap: object|null) => string|void}} options
 *   `move` answers a line for the cursor's tag
 */
export function points(hand, { click, move = () => '' }) {
  hand.listen({
    mousemove({ latlng, originalEvent }) {
      const snap = aim(latlng, originalEvent);
      showCursor(hand.map, latlng, snap, move(snap?.lonlat ?? [latlng.lng, latlng.lat], snap) || '');
    },
    click({ latlng, originalEvent }) {
      const snap = aim(latlng, originalEvent);
      click(snap?.lonlat ?? [Math.round(latlng.lng * 1e9) / 1e9, Math.round(latlng.lat * 1e9) / 1e9], snap);
    },
  });
  hand.map.getContainer().focus({ preventScroll: true });
}

