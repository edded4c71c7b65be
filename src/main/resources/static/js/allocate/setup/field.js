/** A labelled control with its hint and, beside it, what is wrong. Names are those of the API, so that a refusal finds its field. */
import { h, icon } from '../../lib/dom.js';
import { t } from '../../lib/words.js';

export function fieldset() {
  const all = new Map();

  /** @param {string} name as the API calls it, such as `weights.demand` */
  function add(name, { label, hint, unit, judge, className = '' }, control) {
    const id = `s-${name.replace(/\W/g, '-')}`;
    control.id = id;
    const error = h('p', { class: 'field-error', id: `${id}-error`, hidden: true });
    control.setAttribute('aria-describedby', `${id}-error${hint ? ` ${id}-hint` : ''}`);
    const show = (text) => {
      error.hidden = !text;
      error.replaceChildren(...(text ? [icon('blocked', 'small'), h('span', {}, text)] : []));
      if (text) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    };
    const find = () => judge?.(control.value.trim()) ?? '';
    all.set(name, { control, show, find });
    control.addEventListener('input', () => control.hasAttribute('aria-invalid') && show(find()));
    return h('div', { class: `form-field ${className}` }, h('label', { for: id }, label), unit ? h('div', { class: 'with-unit' }, control, h('span', { class: 'unit' }, unit)) : control,
      hint && h('p', { class: 'hint', id: `${id}-hint` }, hint), error);
  }

  return {
    text: (name, value, options) => add(name, { judge: (text) => (text === '' ? t('al_field_missing') : ''), ...options }, h('input', {
      class: 'input', type: options.type ?? 'text', value: value ?? '', maxlength: options.maxlength ?? 200, autocomplete: 'off', spellcheck: 'false', readonly: options.readonly })),
    /** A whole number between two bounds; an empty one is nothing where `optional`. */
    whole: (name, value, { least, most, optional, ...options }) => add(name, {
      ...options,
      judge: (text) => {
        if (text === '') return optional ? '' : t('al_field_missing');
        const n = Number(text);
        return Number.isInteger(n) && n >= least && n <= most ? '' : t('al_field_range', { least, most });
      },
    }, h('input', { class: 'input number', type: 'number', step: 1, min: least, max: most, value: value ?? '' })),
    choice: (name, value, of, options) => add(name, options, h('select', { class: 'input' }, of.map(([key, text]) => h('option', { value: key, selected: key === value }, text)))),
    /** Something that is no single control: the message stands in its own place. */
    group: (name, element) => {
      const error = h('p', { class: 'field-error', id: `s-${name}-error`, hidden: true });
      element.tabIndex = -1;
      all.set(name, { control: element, find: () => '', show: (text) => { error.hidden = !text; error.replaceChildren(...(text ? [icon('blocked', 'small'), h('span', {}, text)] : [])); } });
      element.append(error);
      return element;
    },
    value: (name) => all.get(name).control.value.trim(),
    number: (name) => Number(all.get(name).control.value),
    optional: (name) => (all.get(name).control.value.trim() === '' ? null : Number(all.get(name).control.value)),
    /** Shows every fault there is and goes to the first; true when there is none. */
    judge() {
      let first = null;
      for (const { control, show, find } of all.values()) {
        const text = find();
        show(text);
        if (text) first ??= control;
      }
      first?.focus();
      return first === null;
    },
    /** Shows a refusal at its field, or at the one whose name begins the same; false when there is no such field. */
    refuse(problem) {
      const name = problem.body?.field;
      const found = name && (all.get(name) ?? all.get(name.split('.')[0]));
      if (!found) return false;
      found.show([problem.detail, problem.remedy].filter(Boolean).join(' '));
      found.control.focus();
      return true;
    },
  };
}
