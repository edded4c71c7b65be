/** What the browser keeps between visits: one IndexedDB store of values by key. */

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('khuxuong', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('kept');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run(mode, work) {
  const store = (await open()).transaction('kept', mode).objectStore('kept');
  return new Promise((resolve, reject) => {
    const request = work(store);
    // so that what is kept while the page goes away is kept indeed
    if (mode === 'readwrite') store.transaction.commit?.();
    store.transaction.oncomplete = () => resolve(request.result);
    store.transaction.onerror = store.transaction.onabort = () => reject(store.transaction.error);
  });
}

/** The value kept under a key, undefined when there is none. */
export const kept = (key) => run('readonly', (store) => store.get(key));
/** Keeps a value; resolves when it is on disk. */
export const keep = (key, value) => run('readwrite', (store) => store.put(value, key));
export const forget = (key) => run('readwrite', (store) => store.delete(key));
/** The keys of kept values that begin so. */
export const keysOf = (prefix) => run('readonly', (store) => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
