/** Chart.js, which comes when the first chart is in view, and what every chart takes from the tokens. */
import { h } from './dom.js';
import { settings } from './words.js';

let library; // a promise of Chart

export function chartJs() {
  library ??= new Promise((resolve, reject) => {
    const script = h('script', { src: settings.chartJs });
    script.addEventListener('load', () => resolve(globalThis.Chart));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return library;
}

/** The value of a token in the theme of now. */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Calls `again` whenever the theme changes. */
export const onTheme = (again) => matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);

/** Calls `draw(Chart)` once, when an element comes into view; `failed` where the library cannot be had. */
export function whenSeen(element, draw, failed) {
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    chartJs().then(draw, failed);
  }).observe(element);
}
