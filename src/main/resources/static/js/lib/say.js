/** Sentences for people who listen, and short notices for everyone. */
import { byId, h } from './dom.js';

let timer;

/** Says the last of several quick sentences, a second later. */
export function announce(sentence) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    byId('live').textContent = sentence;
  }, 1000);
}

/** A notice at the bottom for six seconds. */
export function toast(text) {
  document.querySelector('.toast')?.remove();
  const notice = h('div', { class: 'toast', role: 'status' }, text);
  document.body.append(notice);
  setTimeout(() => notice.remove(), 6000);
}
