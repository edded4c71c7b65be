/** Buttons that keep a place: the star, and the one that takes it into the comparison. */
import { h, icon } from '../lib/dom.js';
import { has, onChange, toggle } from '../lib/favourites.js';
import { toast } from '../lib/say.js';
import { current, go, href } from '../lib/state.js';
import { t } from '../lib/words.js';
import { MOST, entries, keyOf, withEntry, withoutEntry } from './compared.js';

/**
 * A star that saves a building or a run of bays on this device.
 * @param {object} entry as the favourites keep it
 * @param {string} name what is saved, for people who listen
 */
export function starButton(entry, name) {
  const button = h('button', { class: 'button icon-only plain-button star', type: 'button', on: { click: () => toast(t(toggle(entry) ? 'star_saved' : 'star_removed')) } }, icon('star'));
  const show = () => {
    const on = has(entry);
    button.setAttribute('aria-pressed', String(on));
    button.setAttribute('aria-label', t('star_add', { place: name }));
  };
  const stop = onChange(() => (button.isConnected ? show() : stop()));
  show();
  return button;
}

/** Takes a run into the comparison, or out of it. */
export function compareButton(entry) {
  const on = entries(current().compare).some((one) => keyOf(one) === keyOf(entry));
  return h('button', { class: 'button compare-button', type: 'button', 'aria-pressed': String(on), title: t(on ? 'compare_remove' : 'compare_add'), on: { click: () => change(entry, on) } }, icon('compare', 'small'), h('span', {}, t('compare')));
}

/** The way to the comparison, where there is something to compare; on a phone the sheet lies over the tray. */
export function compareLink() {
  const n = entries(current().compare).length;
  return n > 0 && h('a', { class: 'link compare-link', href: href({ view: 'compare' }), 'data-go': true }, t('compare_n', { n }));
}

function change(entry, on) {
  const { compare } = current();
  if (!on && entries(compare).length >= MOST) toast(t('compare_full'));
  else go({ compare: on ? withoutEntry(compare, entry) : withEntry(compare, entry) }, { replace: true });
}
