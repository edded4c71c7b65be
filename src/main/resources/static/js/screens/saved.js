/** Places that the visitor saved: the ways to their list, which comes when it is first opened. */
import { byId } from '../lib/dom.js';
import * as favourites from '../lib/favourites.js';
import { HOME, current, go, onChange } from '../lib/state.js';

/** Whether the list of saved places is what the panel shows. */
export const wanted = () => current().saved === '1';

export function start() {
  const count = () => {
    const n = favourites.all().length;
    for (const place of document.querySelectorAll('[data-saved-count]')) place.textContent = n > 0 ? String(n) : '';
  };
  favourites.onChange(count);
  count();
  onChange(mark);
  mark();
  for (const link of document.querySelectorAll('[data-saved-link]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go({ ...HOME, saved: wanted() ? null : '1', map: null });
      if (wanted()) {
        document.body.dataset.sheet = 'full';
        byId('list').focus();
      }
    });
  }
}

/** Says in the bar and the tabs which list is open. */
function mark() {
  for (const link of document.querySelectorAll('[data-saved-link]')) {
    const page = link.parentElement.querySelector('a:not([data-saved-link])');
    link.toggleAttribute('aria-current', wanted());
    page.toggleAttribute('aria-current', !wanted());
    for (const one of [link, page]) if (one.hasAttribute('aria-current')) one.setAttribute('aria-current', 'page');
  }
}

/** Draws the list of saved places in the panel. */
export const draw = () => import('../late/savedlist.js').then((list) => list.draw(wanted));
