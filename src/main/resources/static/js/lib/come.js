/** Style sheets and classic scripts that come when they are first needed. */
import { h } from './dom.js';

/** Adds a style sheet to the page, before `before` where that is given, so that what follows wins; resolves when it holds. */
export const sheet = (href, before = null) => come(h('link', { rel: 'stylesheet', href }), before);

/** Runs a classic script; resolves when it has run. */
export const script = (src) => come(h('script', { src }));

/** Has modules fetched at once that would else be fetched one after another. */
export function preload(modules) {
  for (const href of modules) document.head.append(h('link', { rel: 'modulepreload', href }));
}

function come(element, before = null) {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => {
      element.remove(); // whoever asks again, asks anew
      reject(new Error(element.src ?? element.href));
    });
    document.head.insertBefore(element, before);
  });
}
