/** The tag at the cursor while something is drawn: east, north, what it snaps to, and what the tool says; and the mark of the snap. */
import { h } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { snapping } from './snapping.js';
import { toPlane } from './shapes.js';

/** What the tag takes at most, pixels. */
const WIDE = 270;
const HIGH = 80;

let tag = null;
let mark = null;

function build(map) {
  const host = map.getContainer();
  tag ??= h('div', { class: 'cursor-tag', 'aria-hidden': 'true', hidden: true });
  mark ??= h('div', { class: 'snap-mark', 'aria-hidden': 'true', hidden: true });
  if (!tag.isConnected) host.append(mark, tag);
}

/**
 * Shows the tag at a place.
 * @param {object} map
 * @param {{lat: number, lng: number}} latlng
 * @param {object|null} snap what it snapped to, as the index answers
 * @param {string} [more] a line of the tool, such as length and azimuth
 */
export function showCursor(map, latlng, snap, more = '') {
  build(map);
  const [east, north] = snap?.plane ?? toPlane([latlng.lng, latlng.lat]);
  tag.replaceChildren(
    h('div', {}, h('b', {}, `E ${number(east, 3, 3)}`), h('span', {}, snap ? `⊙ ${t(`snap_${snap.kind}`)}` : snapping.on ? t('snap_free') : t('snap_off'))),
    h('div', {}, h('b', {}, `N ${number(north, 3, 3)}`), snap && h('span', {}, snap.segment.label)),
    ...(more ? [h('div', { class: 'cursor-more' }, more)] : []));
  const point = map.latLngToContainerPoint(latlng), size = map.getSize();
  tag.hidden = false;
  // its size is not asked for: that would lay out the page at every movement
  const left = point.x + 18 + WIDE > size.x, above = point.y + 18 + HIGH > size.y;
  tag.style.transform = `translate(${point.x + (left ? -18 : 18)}px, ${point.y + (above ? -18 : 18)}px) translate(${left ? '-100%' : '0'}, ${above ? '-100%' : '0'})`;
  mark.hidden = !snap;
  if (snap) {
    const at = map.latLngToContainerPoint([snap.lonlat[1], snap.lonlat[0]]);
    mark.className = `snap-mark snap-${snap.kind}`;
    mark.style.transform = `translate(${at.x}px, ${at.y}px)`;
  }
}

export function hideCursor() {
  if (tag) tag.hidden = true;
  if (mark) mark.hidden = true;
}
