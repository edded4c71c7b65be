/** Fields of a dialog: labels, faults beside the field they belong to, and what was typed kept until the server has it. */
import { h, icon } from './dom.js';
import { number, parseNumber } from './numbers.js';
import { lang, t } from './words.js';

let made = 0;

/**
 * @param {{name: string, label: string, type?: string, value?: string, hint?: string, required?: boolean, rows?: number, options?: [string, string][], max?: string, min?: string}[]} fields
 *   `type` is that of an input, or `textarea`, `select`, `checkbox`, `checks` (several of the options), `number` (as people of the page's
 *   language write it; null where nothing is written)
 * @param {{remember?: string, explain?: (problem: object) => object}} options `remember` names the form: what is typed survives a closed dialog
 *   and a reload of the page; `explain` says a refusal in the page's own words
 * @returns {{element: HTMLElement, values: () => object, guard: (send: (values: object) => Promise) => Promise, forget: () => void}}
 */
export function form(fields, { remember, explain = (problem) => problem } = {}) {
  const kept = read(remember);
  const rows = new Map(fields.map((field) => [field.name, row(field, kept[field.name])]));
  const element = h('div', { class: 'form' }, [...rows.values()].map((one) => one.element));
  const values = () => Object.fromEntries([...rows].map(([name, one]) => [name, one.value()]));
  if (remember) element.addEventListener('input', () => write(remember, values()));

  const forget = () => remember && sessionStorage.removeItem(`form/${remember}`);

  /** Checks what must be there, sends, and puts the refusal beside its field; throws so that the dialog stays open and shows it. */
  async function guard(send) {
    for (const one of rows.values()) one.mark('');
    const wrong = fields.filter(({ name, required }) => {
      const value = rows.get(name).value();
      const empty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
      if (required && empty) rows.get(name).mark(t('field_missing'));
      else if (Number.isNaN(value)) rows.get(name).mark(t('field_number'));
      else return false;
      return true;
    });
    if (wrong.length > 0) {
      rows.get(wrong[0].name).input.focus();
      return false;
    }
    try {
      await send(values());
    } catch (problem) {
      const at = rows.get(problem.body?.field);
      for (const part of ['detail', 'remedy']) for (const { name, label } of fields) problem[part] = problem[part]?.replaceAll(`“${name}”`, `“${label}”`).replaceAll(`"${name}"`, `“${label}”`);
      const faults = problem.body?.faults ?? [];
      if (at && faults.length === 0) at.mark([problem.detail, problem.remedy].filter(Boolean).join(' '));
      for (const fault of faults) rows.get(fault.field)?.mark(fault[lang] ?? fault.vi);
      if (faults.length > 0 && at) Object.assign(problem, { detail: `${fields.find(({ name }) => name === faults[0].field).label}: ${faults[0][lang] ?? faults[0].vi}`, remedy: '' });
      at?.input.focus();
      throw explain(problem);
    }
    forget();
    return true;
  }
  return { element, values, guard, forget };
}

function row({ name, label, type = 'text', value = '', hint, required, rows = 3, options, min, max, maxlength = 2000 }, kept) {
  const id = `field-${name}-${made++}`;
  const start = kept ?? value;
  const common = { id, class: 'input', name, required: required && true, 'aria-required': required && 'true', 'aria-describedby': [hint && `${id}-hint`, `${id}-fault`].filter(Boolean).join(' ') };
  let input;
  if (type === 'textarea') {
    input = h('textarea', { ...common, rows, maxlength });
    input.value = start;
  } else if (type === 'select') {
    input = h('select', common, options.map(([option, text]) => h('option', { value: option, selected: String(start) === option }, text)));
  } else if (type === 'checkbox') {
    input = h('input', { ...common, class: '', type, checked: start === true });
  } else if (type === 'checks') {
    input = h('div', { id, role: 'group', tabindex: '-1', class: 'checks', 'aria-labelledby': `${id}-label`, 'aria-describedby': common['aria-describedby'] },
      options.map(([option, text]) => h('label', { class: 'choice' }, h('input', { type: 'checkbox', value: option, checked: start.includes(option) }), h('span', {}, text))));
  } else if (type === 'number') {
    input = h('input', { ...common, type: 'text', inputmode: 'decimal', value: typeof start === 'number' ? (Number.isNaN(start) ? '' : number(start, 3)) : start ?? '', autocomplete: 'off' });
  } else input = h('input', { ...common, type, value: start ?? '', min, max, maxlength: type === 'text' ? maxlength : null, autocomplete: 'off' });
  const fault = h('span', { class: 'field-fault', id: `${id}-fault`, hidden: true });
  input.addEventListener('input', () => {
    fault.hidden = true;
    input.removeAttribute('aria-invalid');
  });
  const note = hint && h('span', { class: 'quiet small', id: `${id}-hint` }, hint);
  const element = type === 'checkbox'
    ? h('div', { class: 'field' }, h('label', { class: 'switch', for: id }, input, label), note, fault)
    : h('div', { class: 'field' }, h(type === 'checks' ? 'span' : 'label', type === 'checks' ? { id: `${id}-label` } : { for: id }, label, required && h('span', { class: 'quiet' }, ` (${t('field_required')})`)), input, note, fault);
  return {
    element, input,
    value: () => {
      if (type === 'checkbox') return input.checked;
      if (type === 'checks') return [...input.querySelectorAll(':checked')].map((one) => one.value);
      const text = input.value.trim();
      return type === 'number' ? (text === '' ? null : parseNumber(text)) : text;
    },
    mark(text) {
      fault.hidden = text === '';
      fault.replaceChildren(...(text === '' ? [] : [icon('blocked', 'small'), text]));
      if (text === '') input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
    },
  };
}

function read(remember) {
  try {
    return (remember && JSON.parse(sessionStorage.getItem(`form/${remember}`))) || {};
  } catch {
    return {};
  }
}

function write(remember, values) {
  try {
    sessionStorage.setItem(`form/${remember}`, JSON.stringify(values));
  } catch {
    // a full store: the dialog itself still has it
  }
}
