/** Fields that write into a draft: label, hint, control and, next to it, what is wrong and how to mend it. */
import { h, icon } from '../lib/dom.js';
import { number, parseNumber } from '../lib/numbers.js';
import { lang, t } from '../lib/words.js';

/**
 * @param {object} values the draft; what is typed is kept as it was typed
 * @param {(key: string) => void} changed called after every change
 */
export function fields(values, changed) {
  const all = new Map();

  function add(key, { label, hint, judge, required, unit, extra, className = '' }, control) {
    const id = `f-${key.replace(/\W/g, '-')}`;
    control.id = id;
    const error = h('p', { class: 'field-error', id: `${id}-error`, hidden: true });
    control.setAttribute('aria-describedby', `${id}-error${hint ? ` ${id}-hint` : ''}`);
    if (required) control.setAttribute('aria-required', 'true');
    const show = (text) => {
      error.hidden = !text;
      error.replaceChildren(...(text ? [icon('blocked', 'small'), h('span', {}, text)] : []));
      if (text) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    };
    const find = () => {
      const text = String(values[key] ?? '').trim();
      if (text === '') return required ? t('field_missing') : '';
      return judge?.(text) || '';
    };
    all.set(key, { control, show, find });
    // while it is typed: a message that goes when the field is left would move the button that is just being pressed
    control.addEventListener('input', () => control.getAttribute('aria-invalid') && show(find()));
    return h('div', { class: `form-field ${className}` },
      h('label', { for: id }, label, !required && h('span', { class: 'quiet' }, ` ${t('optional')}`)),
      unit ? h('div', { class: 'with-unit' }, control, h('span', { class: 'unit' }, unit)) : control,
      extra, hint && h('p', { class: 'hint', id: `${id}-hint` }, hint), error);
  }

  const typed = (key) => ({ input: (event) => { values[key] = event.target.value; changed(key); } });

  return {
    text: (key, options) => add(key, options, h('input', {
      class: 'input', type: options.type ?? 'text', value: values[key] ?? '', inputmode: options.inputmode, autocomplete: options.autocomplete ?? 'off',
      spellcheck: 'false', autocapitalize: options.autocapitalize, maxlength: options.maxlength, on: typed(key),
    })),
    /** A number as people of the page's language write it. */
    amount: (key, options) => add(key, { ...options, judge: (text) => amountFault(text, options) }, h('input', {
      class: 'input', type: 'text', inputmode: options.whole ? 'numeric' : 'decimal', autocomplete: 'off', value: values[key] ?? '', on: typed(key),
    })),
    day: (key, options) => add(key, options, h('input', { class: 'input', type: 'date', value: values[key] ?? '', min: options.min, max: options.max, on: typed(key) })),
    paragraph: (key, options) => {
      const area = h('textarea', { class: 'input area', rows: 3, maxlength: options.maxlength, on: typed(key) });
      area.value = values[key] ?? '';
      return add(key, options, area);
    },
    choice: (key, options) => {
      const select = h('select', { class: 'input', on: { input: (event) => { values[key] = event.target.value; changed(key); } } },
        !values[key] && h('option', { value: '' }, t('choose')), options.of.map(([value, text]) => h('option', { value, selected: values[key] === value }, text)));
      return add(key, options, select);
    },
    check: (key, { label, hint }) => {
      const id = `f-${key}`;
      const box = h('input', { type: 'checkbox', id, checked: Boolean(values[key]), 'aria-describedby': hint ? `${id}-hint` : undefined, on: { change: (event) => { values[key] = event.target.checked; changed(key); } } });
      return h('div', { class: 'form-check' }, box, h('label', { for: id }, label), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint));
    },
    /** One of two or three answers, none of them ticked for the person. */
    radios: (key, { label, of, hint }) => {
      const group = h('fieldset', { class: 'form-field radios' }, h('legend', {}, label), of.map(([value, text]) => h('label', {},
        h('input', { type: 'radio', name: key, value, checked: values[key] === value, on: { change: () => { values[key] = value; changed(key); show(''); } } }), h('span', {}, text))),
      hint && h('p', { class: 'hint' }, hint));
      const error = h('p', { class: 'field-error', hidden: true });
      const show = (text) => { error.hidden = !text; error.replaceChildren(...(text ? [icon('blocked', 'small'), h('span', {}, text)] : [])); };
      all.set(key, { control: group.querySelector('input'), show, find: () => (values[key] ? '' : t('field_choose')) });
      group.append(error);
      return group;
    },
    /** Whether all is right; shows what is not, and goes to the first. */
    valid() {
      let first;
      for (const field of all.values()) {
        if (!field.control.isConnected) continue;
        const text = field.find();
        field.show(text);
        if (text && !first) first = field.control;
      }
      first?.focus();
      return !first;
    },
    /** Shows what the server found wrong; true where it belongs to one of these fields. */
    blame(faults) {
      let first;
      for (const { field, text } of faults) {
        const found = all.get(field) ?? all.get(field.replace(/\[\d+\].*/, ''));
        if (!found?.control.isConnected) continue;
        found.show(text);
        first ??= found.control;
      }
      first?.focus();
      return Boolean(first);
    },
    /** Judges a field again whose value was filled in for the person. */
    again: (key) => { const field = all.get(key); if (field?.control.getAttribute('aria-invalid')) field.show(field.find()); },
  };
}

function amountFault(text, { least = 0, most, whole, unit = '', judge }) {
  const value = parseNumber(text);
  if (Number.isNaN(value)) return t('not_a_number');
  if (whole && !Number.isInteger(value)) return t('not_whole');
  if (value < least) return t('too_small', { least: number(least, 2), unit });
  if (most !== undefined && value > most) return t('too_large', { most: number(most, 2), unit });
  return judge?.(text) || '';
}

/** The number somebody typed, undefined where none was. */
export function read(text) {
  const value = parseNumber(String(text ?? ''));
  return Number.isNaN(value) ? undefined : value;
}

/** A number as a person would have typed it. */
export const typedNumber = (value) => (value === undefined || value === null ? '' : number(value, 2).replace(/[\s\u00a0]/g, ''));

/** The faults of a problem document, in the page's language. */
export function faultsOf(problem) {
  const found = problem.body?.faults?.map((one) => ({ field: one.field, text: (lang === 'en' ? [one.en, one.remedyEn] : [one.vi, one.remedyVi]).filter(Boolean).join(' ') }));
  return found ?? (problem.body?.field ? [{ field: problem.body.field, text: [problem.detail, problem.remedy].filter(Boolean).join(' ') }] : []);
}
