/** Files of a plan: what goes in, what goes out, what is printed, and the layers and backgrounds on the sheet. */
import { byId, h, icon } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { disclosure } from '../map/furniture.js';
import { desk, mayDraw, on } from './desk.js';
import * as exporting from './files/export.js';
import * as importing from './files/import.js';
import * as printing from './files/print.js';
import { shortcut } from './keys.js';
import * as layers from './layers.js';
import * as position from './position.js';

let menuButton;
let badge;
let items;

export function start() {
  buildBar();
  layers.start();
  position.start();
  dropping();
  shortcut({ key: 'p', ctrl: true, everywhere: true, words: 'key_print', run: printing.open });
  shortcut({ key: 'o', ctrl: true, everywhere: true, words: 'key_import', run: () => importing.open() });
  shortcut({ key: 's', ctrl: true, shift: true, everywhere: true, words: 'key_export', run: exporting.open });
  on('plan', fill);
  importing.start(fill);
}

function buildBar() {
  const scale = [500, 1000, 2000, 5000, 10_000].includes(desk.plan.scale) ? desk.plan.scale : 2000;
  const print = h('button', { type: 'button', class: 'button print-button', on: { click: printing.open } }, icon('print', 'small'), t('print_button', { scale: scale < 10_000 ? scale : number(scale) }));
  badge = h('span', { class: 'menu-badge', role: 'status' });
  menuButton = h('button', { type: 'button', class: 'button', 'aria-haspopup': 'true' }, icon('file', 'small'), h('span', { class: 'menu-word' }, t('file_menu')), badge);
  items = h('div', { class: 'float-card files-menu', role: 'group', 'aria-label': t('file_menu') });
  byId('bar-files').replaceChildren(print, disclosure(menuButton, items));
  fill();
}

/** Closes the menu and does what was chosen; the focus comes back to the menu afterwards. */
function item(name, words, run, { keys, hint, className = '' } = {}) {
  return h('button', {
    type: 'button', class: `menu-item ${className}`, 'aria-disabled': hint ? 'true' : undefined,
    on: {
      click: () => {
        if (hint) return;
        menuButton.focus();
        menuButton.click();
        run();
      },
    },
  }, icon(name, 'small'), h('span', { class: 'menu-text' }, words, hint && h('span', { class: 'small quiet' }, hint)), keys && h('kbd', {}, keys));
}

function fill() {
  if (!items) return;
  const open = importing.waiting();
  const signature = JSON.stringify([open, mayDraw()]);
  if (fill.last === signature) return;
  fill.last = signature;
  badge.textContent = !open ? '' : open.state === 'READING' ? (open.total ? `${Math.floor((100 * open.done) / open.total)}%` : '…') : '1';
  badge.setAttribute('aria-label', open ? t(`imp_badge_${open.state}`, { name: open.fileName }) : '');
  items.replaceChildren(
    item('upload', open ? t('imp_continue', { name: open.fileName }) : t('file_import'), () => importing.open(), { keys: 'Ctrl + O', hint: mayDraw() ? null : t('imp_may_not'), className: 'drawing-only' }),
    item('download', t('file_export'), exporting.open, { keys: 'Ctrl + Shift + S' }),
    item('print', t('file_print'), printing.open, { keys: 'Ctrl + P' }));
}

/** A file dropped on the map: GeoJSON is a reference layer, other formats go to the import. */
function dropping() {
  const map = byId('map');
  const files = (event) => event.dataTransfer?.types.includes('Files');
  // a file that misses the map must not take the place of the page
  for (const name of ['dragover', 'drop']) document.addEventListener(name, (event) => files(event) && event.preventDefault());
  map.addEventListener('dragover', (event) => {
    if (!files(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    map.classList.add('dropping');
    map.dataset.drop = t('drop_here');
  });
  map.addEventListener('dragleave', (event) => {
    if (!map.contains(event.relatedTarget)) map.classList.remove('dropping');
  });
  map.addEventListener('drop', (event) => {
    if (!files(event)) return;
    event.preventDefault();
    map.classList.remove('dropping');
    const [file] = event.dataTransfer.files;
    if (!file) return;
    if (/\.(geo)?json$/i.test(file.name)) layers.openReference(file);
    else importing.open(file);
  });
}
