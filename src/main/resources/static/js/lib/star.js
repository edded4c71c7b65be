/** The star that saves a place. */
import { h, icon } from './dom.js';
import * as favourites from './favourites.js';
import { t } from './words.js';

/**
 * @param {object} entry as in favourites.js; what else it carries is kept with it
 * @param {string} name of the place, for those who listen
 */
export function star(entry, name) {
  const key = favourites.keyOf(entry);
  const button = h('button', {
    class: 'star', type: 'button', data: { star: key }, 'aria-pressed': String(favourites.has(entry)), 'aria-label': t('save_place', { name }), title: t('save_place', { name }),
    on: { click: () => favourites.toggle(entry) },
  }, icon('star'));
  return button;
}

favourites.onChange((entries) => {
  const saved = new Set(entries.map(favourites.keyOf));
  for (const button of document.querySelectorAll('[data-star]')) button.setAttribute('aria-pressed', String(saved.has(button.dataset.star)));
});
