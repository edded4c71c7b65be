/** Keys of the editor, and the list of them. Letters count only while the map has the focus; the rest everywhere but in fields. */
import { byId, h } from '../lib/dom.js';
import { t } from '../lib/words.js';
import { dialog } from '../lib/dialog.js';
import { desk, select } from './desk.js';
import { look, reveal } from './map.js';
import * as side from './side.js';

/** `{key, ctrl, shift, everywhere, words, run}`; `words` is the key of what it says in the list. */
const shortcuts = [];

/** Adds a shortcut; tools and panels bring their own. */
export function shortcut(entry) {
  shortcuts.push(entry);
}

export function start() {
  shortcut({ key: '?', everywhere: true, words: 'key_help', run: help });
  shortcut({ key: 'l', words: 'key_list', run: () => side.open('list', { focus: true }) });
  shortcut({ key: ']', words: 'key_next', run: () => step(1) });
  shortcut({ key: '[', words: 'key_previous', run: () => step(-1) });
  shortcut({ key: '0', words: 'key_zone', run: () => look() });
  document.addEventListener('keydown', pressed);
}

function pressed(event) {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]:not(.beside)')) return;
  const typing = event.target.closest?.('input, select, textarea, [contenteditable]');
  const ctrl = event.ctrlKey || event.metaKey;
  const onMap = byId('map').contains(document.activeElement);
  for (const one of shortcuts) {
    if (one.key.toLowerCase() !== event.key.toLowerCase() || Boolean(one.ctrl) !== ctrl || (one.shift !== undefined && one.shift !== event.shiftKey)) continue;
    if (typing || (!one.everywhere && !onMap)) continue;
    event.preventDefault();
    event.stopPropagation();
    one.run(event);
    return;
  }
}

function step(by) {
  const order = [...desk.features.values()].sort((a, b) => a.properties.code.localeCompare(b.properties.code, 'vi', { numeric: true }));
  if (order.length === 0) return;
  const at = order.findIndex((feature) => feature.id === desk.selection[0]);
  const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
  select([next.id]);
  reveal(next.geometry);
}

function name({ key, ctrl, shift }) {
  const shown = { Delete: t('key_name_delete'), Escape: 'Esc', ' ': t('key_name_space') }[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [ctrl && 'Ctrl', shift && 'Shift', shown].filter(Boolean).join(' + ');
}

/** The list of keys. */
export function help() {
  const fixed = [[t('key_arrows'), 'keys_pan'], ['+ −', 'keys_zoom'], ['Esc', 'keys_escape'], ['Tab', 'keys_vertex'], [`${t('key_arrows')}, Shift, Alt`, 'keys_nudge']];
  dialog({
    title: t('keys_title'), className: 'keys-dialog',
    body: h('dl', { class: 'keys' }, [...shortcuts.map((one) => [name(one), one.words]), ...fixed].map(([key, words]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(words))))),
    actions: [{ text: t('close'), value: 'close' }],
  });
}
