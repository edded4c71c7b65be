/**
 * Where the cursor is, in VN-2000 to the centimetre and on WGS 84 to six decimals. While no cursor is over the map, the middle of the map.
 * Each reading is a button that copies it; K copies the VN-2000 one under the cursor.
 */
import { h, icon } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { announce, toast } from '../lib/say.js';
import { t } from '../lib/words.js';
import { legal } from '../map/sheet.js';
import { shortcut } from './keys.js';
import { sheet } from './map.js';

let cursor = null; // [lon, lat]

export function start() {
  const { map, furniture } = sheet;
  const source = h('span', { class: 'position-source' });
  const plane = h('span'), globe = h('span');
  const button = (words, reading, copied) => h('button', { type: 'button', class: 'reading', title: words, on: { click: () => copy(copied()) } }, reading, icon('copy', 'small'));
  furniture.querySelector('.where').hidden = true; // this line says more
  furniture.append(h('div', { class: 'position' }, source,
    button(t('pos_copy_plane'), plane, planeText), button(t('pos_copy_globe'), globe, globeText)));

  const write = () => {
    const [lon, lat] = place();
    const [east, north] = legal.forward(lon, lat);
    source.textContent = t(cursor ? 'pos_cursor' : 'pos_middle');
    plane.textContent = `E ${number(east, 2, 2)}  N ${number(north, 2, 2)}`;
    globe.textContent = `${number(lat, 6, 6)}  ${number(lon, 6, 6)}`;
  };
  map.on('mousemove', ({ latlng }) => {
    cursor = [latlng.lng, latlng.lat];
    write();
  });
  map.on('mouseout', () => {
    cursor = null;
    write();
  });
  map.on('move', () => cursor === null && write());
  shortcut({ key: 'q', words: 'key_position', run: () => copy(planeText()) });
  write();
}

function place() {
  if (cursor) return cursor;
  const { lng, lat } = sheet.map.getCenter();
  return [lng, lat];
}

/** East and north with a tab between, as a vertex table and a spreadsheet take them. */
function planeText() {
  const [lon, lat] = place();
  return legal.forward(lon, lat).map((metres) => metres.toFixed(2)).join('\t');
}

/** Latitude, longitude, as maps on the web take them. */
function globeText() {
  const [lon, lat] = place();
  return `${lat.toFixed(6)}, ${lon.toFixed(6)}`;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    const sentence = t('pos_copied', { text: text.replace('\t', ' ') });
    toast(sentence);
    announce(sentence);
  } catch {
    toast(t('pos_no_copy', { text: text.replace('\t', ' ') }));
  }
}
