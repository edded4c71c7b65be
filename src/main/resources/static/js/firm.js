/** Starts a firm's pages: `/firm` and `/firm/apply`. */
import { byId } from './lib/dom.js';
import { view } from './firm/page.js';

document.documentElement.classList.add('js');

for (const link of document.querySelectorAll('a[data-lang]')) {
  link.addEventListener('click', () => {
    // the step and the place are in the address too
    const query = new URLSearchParams(location.search);
    query.set('lang', link.dataset.lang);
    link.href = `?${query}${location.hash}`;
  });
}

const screen = view === 'apply' ? await import('./firm/apply.js') : await import('./firm/home.js');
await screen.start(byId('page'));
