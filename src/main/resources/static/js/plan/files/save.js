/** Files on their way to the planner: progress, sizes, names. */
import { h } from '../../lib/dom.js';
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';

/** Puts a file among the planner's downloads. */
export function saveAs(blob, name) {
  const link = h('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A size in words: 812 B, 44,5 kB, 1,2 MB. */
export function bytes(count) {
  if (count < 1000) return `${number(count)} B`;
  return count < 1e6 ? `${number(count / 1000, 1)} kB` : `${number(count / 1e6, 1)} MB`;
}

/** A count for a sentence: grouped when it is long, and still 1 when it is one. */
export const many = (count) => (count < 1000 ? count : number(count));

/**
 * A bar of progress with a sentence; a moving hatch where the length is not known.
 * @returns {{element: HTMLElement, show: (sentence: string, done?: number, all?: number|null) => void, hide: () => void}}
 */
export function createProgress({ cancel }) {
  const bar = h('progress', { class: 'progress', 'aria-label': t('file_progress') });
  const words = h('span', { role: 'status' });
  const element = h('div', { class: 'progress-box', hidden: true }, h('div', { class: 'progress-line' }, words, cancel && h('button', { type: 'button', class: 'button', on: { click: cancel } }, t('file_cancel'))), bar);
  return {
    element,
    show(sentence, done, all) {
      element.hidden = false;
      words.textContent = sentence;
      if (all) {
        bar.max = all;
        bar.value = done;
      } else bar.removeAttribute('value');
    },
    hide() {
      element.hidden = true;
    },
  };
}

/** Letters that no file system minds. */
export const fileName = (text) => text.trim().replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').slice(0, 120);
