/**
 * Snapping while drawing. The index follows the drawing; Leaflet-Geoman is offered one single thing to snap to, a target that is put
 * where the index says just before Geoman looks.
 */
import { L } from '../map/leaflet.js';
import { desk, emit, on } from './desk.js';
import { metresPerPixel } from '../map/sheet.js';
import { createSnapIndex } from './snap.js';
import { referenceShapes } from './referencelayers.js';
import { t } from '../lib/words.js';

/** How near in pixels the cursor has to come. */
export const REACH_PX = 14;
const NOWHERE = [0, 0];

export const index = createSnapIndex();
/** `on`: whether edges and vertices pull; `skip` and `skipVertices`: what does not while something is moved. */
export const snapping = { on: true, skip: null, skipVertices: null };

let target = null;
let map = null;

export function start(theMap) {
  map = theMap;
  target = L.circleMarker(NOWHERE, { radius: 1, opacity: 0, fillOpacity: 0, interactive: false, snapIgnore: false, pmIgnore: true }).addTo(map);
  follow(null);
  outline();
  references();
  on('drawing', follow);
  on('references', references);
}

/** Zones come as multipolygons, subzones as polygons. */
const ringsOf = ({ type, coordinates }) =>
  type === 'Polygon' ? coordinates : type === 'MultiPolygon' || type === 'MultiLineString' ? coordinates.flat(type === 'MultiPolygon' ? 1 : 0) : type === 'LineString' ? [coordinates] : [];

function follow(changed) {
  const uids = changed ?? new Set([...desk.features.keys(), ...index.owners().filter((owner) => !owner.startsWith('#'))]);
  for (const uid of uids) {
    const feature = desk.features.get(uid);
    if (feature) index.set(uid, feature.properties.code, 'subzone', feature.geometry.coordinates);
    else index.remove(uid);
  }
}

function outline() {
  for (const zone of desk.zones) index.set(`#zone/${zone.properties.code}`, zone.id === desk.zone.id ? t('zone_outline') : zone.properties.short_name, 'zone', ringsOf(zone.geometry));
}

function references() {
  for (const owner of index.owners()) if (owner.startsWith('#reference')) index.remove(owner);
  index.set('#reference', t('reference_layer'), 'reference', referenceShapes().flatMap(ringsOf));
}

/** Switches snapping. */
export function toggle(next = !snapping.on) {
  snapping.on = next;
  emit('snapping');
}

/**
 * What a place snaps to now, or null: nothing when snapping is off or Alt is held.
 * @param {{lat: number, lng: number}} latlng
 * @param {MouseEvent} [event]
 */
export function snapAt(latlng, event) {
  if (!snapping.on || event?.altKey) return null;
  return index.snap([latlng.lng, latlng.lat], REACH_PX * metresPerPixel(map), snapping.skip ?? undefined, snapping.skipVertices ?? undefined);
}

/** Puts Geoman's target where the place snaps to; call it before Geoman handles the same movement. */
export function aim(latlng, event) {
  const snap = snapAt(latlng, event);
  target.setLatLng(snap ? [snap.lonlat[1], snap.lonlat[0]] : NOWHERE);
  return snap;
}
