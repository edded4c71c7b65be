/** Fields of a condition's editor: a number that can be typed or dragged, and choices with counts. */
import { debounce, h } from '../lib/dom.js';
import { number, parseNumber } from '../lib/numbers.js';
import { t } from '../lib/words.js';

/** While somebody drags or types, the list follows after so many milliseconds. */
const PAUSE = 160;

/**
 * A number as a field and a slider.
 * @param {{name: string, label: string, unit?: string, stops?: number[], value: () => number|undefined, most?: boolean, digits?: number, hint?: (value: number) => string,
 *   set: (value: number|null) => void}} options `stops` where the slider stands; `most` puts "any" at its right end
 * @returns {{node: HTMLElement, changed: () => void}} `changed` takes over the value of the address
 */
export function numberField({ name, label, unit, stops, value, most = false, digits = 2, hint, set }) {
  const note = h('span', { class: 'quiet small field-hint', id: `hint-${name}` });
  const input = h('input', { class: 'input', inputmode: 'decimal', autocomplete: 'off', id: `field-${name}`, 'aria-describedby': `hint-${name}` });
  const shown = unit ? `${label} (${unit})` : label;
  const slider = stops && h('input', { class: 'range', type: 'range', min: 0, max: stops.length, step: 1, 'aria-label': shown, tabindex: '0' });
  const any = most ? stops?.length : 0;
  const stopAt = (index) => (index === any ? undefined : stops[most ? index : index - 1]);
  const write = (amount) => (amount === undefined ? '' : number(amount, digits));

  function place(amount) {
    if (!slider) return;
    const nearest = amount === undefined ? -1 : stops.reduce((best, stop, i) => (Math.abs(stop - amount) < Math.abs(stops[best] - amount) ? i : best), 0);
    slider.value = nearest < 0 ? any : most ? nearest : nearest + 1;
    slider.setAttribute('aria-valuetext', amount === undefined ? t('any') : `${write(amount)} ${unit ?? ''}`.trim());
  }
  function say(amount) {
    note.textContent = amount === undefined ? '' : (hint?.(amount) ?? '');
  }
  const apply = debounce((amount) => {
    if (value() !== amount) set(amount ?? null);
  }, PAUSE);
  input.addEventListener('input', () => {
    const empty = input.value.trim() === '';
    const amount = empty ? undefined : parseNumber(input.value);
    const fine = empty || (amount > 0 && amount < 100000);
    input.setAttribute('aria-invalid', String(!fine));
    if (!fine) {
      note.textContent = t('not_a_number');
      return;
    }
    say(amount);
    place(amount);
    apply(amount);
  });
  slider?.addEventListener('input', () => {
    const amount = stopAt(Number(slider.value));
    input.value = write(amount);
    input.setAttribute('aria-invalid', 'false');
    slider.setAttribute('aria-valuetext', amount === undefined ? t('any') : `${write(amount)} ${unit ?? ''}`.trim());
    say(amount);
    apply(amount);
  });
  function changed() {
    const amount = value();
    if (document.activeElement !== input) input.value = write(amount);
    if (document.activeElement !== slider) place(amount);
    say(amount);
  }
  changed();
  return { node: h('div', { class: 'field' }, h('label', { for: `field-${name}` }, shown), input, slider, note), changed };
}

/**
 * A choice among buttons, each with the count it would give.
 * @param {{label: string, choices: {key: string, text: string, on: () => boolean, choose: () => void}[], stacked?: boolean}} options
 * @returns {{node: HTMLElement, changed: () => void, counts: (count: (key: string) => number|undefined) => void}}
 */
export function choiceField({ label, choices, stacked = false }) {
  const buttons = choices.map((choice) => {
    const count = h('span', { class: 'chip-count' });
    const button = h('button', { class: 'chip', type: 'button', on: { click: choice.choose } }, choice.text, count);
    return { ...choice, button, count };
  });
  const changed = () => {
    for (const { button, on } of buttons) button.setAttribute('aria-pressed', String(on()));
  };
  changed();
  return {
    node: h('div', { class: `editor-steps${stacked ? ' stacked' : ''}`, role: 'group', 'aria-label': label }, buttons.map(({ button }) => button)),
    changed,
    counts(of) {
      for (const { key, button, count } of buttons) {
        const n = of(key);
        count.textContent = n === undefined ? '' : number(n);
        count.setAttribute('aria-label', n === undefined ? '' : t('n_places', { n }));
        button.classList.toggle('none', n === 0);
      }
    },
  };
}

/** A condition that is there or not. */
export function flagField({ label, value, set }) {
  const box = h('input', { type: 'checkbox', on: { change: () => set(box.checked ? 'true' : null) } });
  const changed = () => {
    box.checked = value() === 'true';
  };
  changed();
  return { node: h('label', { class: 'switch' }, box, label), changed };
}
