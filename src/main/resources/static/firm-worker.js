/**
 * Lets a firm's pages open without network: the page from the network when there is one, its scripts and styles from here, since their address names their
 * content. Data are not kept here but by the pages themselves, with their age.
 */
const CACHE = 'firm';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request, url));
});

/** One copy of each page, whatever stands in its query. */
async function page(request, url) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await (await caches.open(CACHE)).put(url.pathname, answer.clone());
    return answer;
  } catch (fault) {
    const old = await caches.match(url.pathname);
    if (old) return old;
    throw fault;
  }
}

async function asset(request, url) {
  const cache = await caches.open(CACHE);
  const old = await cache.match(request);
  if (old) return old;
  const answer = await fetch(request);
  if (answer.ok) {
    const version = url.pathname.split('/')[2];
    for (const key of await cache.keys()) {
      const path = new URL(key.url).pathname;
      if (path.startsWith('/assets/') && path.split('/')[2] !== version) await cache.delete(key);
    }
    await cache.put(request, answer.clone());
  }
  return answer;
}
