/** Panels as bottom sheets on small screens: peek, half, full, by drag or by button. */
import { byId } from '../lib/dom.js';
import { t } from '../lib/words.js';

const SIZES = ['peek', 'half', 'full'];

/**
 * @param {string} name attribute of the body that holds the size: `sheet` or `bay`
 * @param {HTMLElement} panel
 * @param {HTMLElement} grip a button
 */
export function bottomSheet(name, panel, grip) {
  const size = () => document.body.dataset[name] ?? 'half';
  const set = (next) => {
    document.body.dataset[name] = next;
    panel.style.height = '';
    grip.setAttribute('aria-label', t(next === 'full' ? 'sheet_smaller' : 'sheet_larger'));
    grip.setAttribute('aria-expanded', String(next !== 'peek'));
    dispatchEvent(new Event('sheet-sized'));
  };
  let start = null;
  grip.addEventListener('pointerdown', (event) => {
    start = { y: event.clientY, height: panel.getBoundingClientRect().height, moved: false };
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener('pointermove', (event) => {
    if (!start) return;
    const by = start.y - event.clientY;
    if (Math.abs(by) > 6) start.moved = true;
    if (start.moved) panel.style.height = `${start.height + by}px`;
  });
  const end = () => {
    if (!start) return;
    const { moved, height: from } = start;
    start = null;
    if (!moved) return;
    const height = panel.getBoundingClientRect().height;
    const share = height / innerHeight;
    const up = height > from;
    set(share > 0.72 ? 'full' : share < 0.25 ? 'peek' : up && share > 0.6 ? 'full' : !up && share < 0.34 ? 'peek' : 'half');
    suppress = true;
  };
  let suppress = false;
  grip.addEventListener('pointerup', end);
  grip.addEventListener('pointercancel', end);
  grip.addEventListener('click', () => {
    if (suppress) {
      suppress = false;
      return;
    }
    set(size() === 'full' ? 'peek' : SIZES[SIZES.indexOf(size()) + 1]);
  });
  set(document.body.dataset[name] ?? 'half');
  return set;
}

export function start() {
  bottomSheet('sheet', byId('list'), byId('grip'));
}
