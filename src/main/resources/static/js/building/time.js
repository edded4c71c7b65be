/** The time slider: months ahead, a bar where leases end; the address keeps the day. */
import { debounce, h, narrow } from '../lib/dom.js';
import { addMonths, date, m2, month, monthsBetween, today } from '../lib/numbers.js';
import { current, go } from '../lib/state.js';
import { t } from '../lib/words.js';

/** Draws it into `host`; what is chosen stays chosen where it still stands on the other day. */
export function drawTime(host, building) {
  const from = today().slice(0, 7);
  const freeing = (building.freeing ?? []).filter((one) => one.areaM2 > 0 && monthsBetween(from, one.month) >= 0);
  const span = Math.min(60, Math.max(24, ...freeing.map((one) => monthsBetween(from, one.month) + 1)));
  const inside = freeing.filter((one) => monthsBetween(from, one.month) <= span);
  const most = Math.max(1, ...inside.map((one) => one.areaM2));
  const at = current().on ? Math.max(0, Math.min(span, monthsBetween(from, current().on))) : 0;
  const chip = h('output', { class: 'time-chip' }, current().on ? date(current().on) : t('today'));
  const slider = h('input', { class: 'slider', type: 'range', min: 0, max: span, step: 1, value: at, 'aria-label': t('time_label'), 'aria-valuetext': current().on ? date(current().on) : t('today') });
  const dayOf = (index) => (index === 0 ? null : `${addMonths(from, index)}-01`);
  const move = debounce(() => go({ on: dayOf(Number(slider.value)) }, { replace: true }), 220);
  slider.addEventListener('input', () => {
    const day = dayOf(Number(slider.value));
    chip.textContent = day ? date(day) : t('today');
    slider.setAttribute('aria-valuetext', chip.textContent);
    move();
  });
  const bars = h('div', { class: 'time-bars', 'aria-hidden': 'true' }, inside.map((one) => {
    const bar = h('i', { title: t('time_bar', { area: m2(one.areaM2), month: month(one.month) }) });
    bar.style.left = `${(100 * monthsBetween(from, one.month)) / span}%`;
    bar.style.height = `${4 + (18 * one.areaM2) / most}px`;
    return bar;
  }));
  const marks = narrow() ? 3 : 6;
  const labels = h('div', { class: 'time-labels', 'aria-hidden': 'true' }, Array.from({ length: marks + 1 }, (_, index) => {
    const ahead = Math.round((span * index) / marks);
    const label = h('span', {}, month(addMonths(from, ahead)));
    label.style.left = `${(100 * ahead) / span}%`;
    return label;
  }));
  const focused = host.contains(document.activeElement);
  host.replaceChildren(
    h('div', { class: 'part-head' }, h('h2', { id: 'time-title' }, t('time_title')), h('span', { class: 'quiet small section-hint' }, t('time_hint')), chip),
    h('div', { class: 'time-line' }, bars, slider, labels),
    h('ul', { class: 'sr' }, inside.map((one) => h('li', {}, t('time_bar', { area: m2(one.areaM2), month: month(one.month) })))));
  if (focused) slider.focus({ preventScroll: true });
}
