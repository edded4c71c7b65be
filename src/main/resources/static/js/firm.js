/** Starts a firm's pages: `/firm` and `/firm/apply`. */
import { byId } from './lib/dom.js';
import { forget } from './lib/keep.js';
import { me, view } from './firm/page.js';

document.documentElement.classList.add('js');

for (const link of document.querySelectorAll('a[data-lang]')) {
  link.addEventListener('click', () => {
    // the step and the place are in the address too
    const query = new URLSearchParams(location.search);
    query.set('lang', link.dataset.lang);
    link.href = `?${query}${location.hash}`;
  });
}

// the pages open without network too; what they show of the firm goes when its person goes
navigator.serviceWorker?.register('/firm-worker.js', { scope: '/firm' }).catch(() => undefined);
byId('sign-out')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  await Promise.allSettled([forget(`firm/home/${me.name}`), forget(`firm/own/${me.name}`), window.caches?.delete('firm')]);
  event.target.submit();
}, { once: true });

const screen = view === 'apply' ? await import('./firm/apply.js') : await import('./firm/home.js');
await screen.start(byId('page'));
