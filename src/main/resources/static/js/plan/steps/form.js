/** Fields of a step's dialog: labels, faults beside the field they belong to, and what was typed kept until the server has it. */
import { h, icon } from '../../lib/dom.js';
import { t } from '../../lib/words.js';

let made = 0;

/**
 * @param {{name: string, label: string, type?: string, value?: string, hint?: string, required?: boolean, rows?: number, options?: [string, string][]}[]} fields
 *   `type` is that of an input, or `textarea`, `select`, `checkbox`
 * @param {{remember?: string}} options `remember` names the form: what is typed survives a closed dialog and a reload of the page
 * @returns {{element: HTMLElement, values: () => object, guard: (send: (values: object) => Promise) => Promise, forget: () => void}}
 */
export function form(fields, { remember } = {}) {
  const kept = read(remember);
  const rows = new Map(fields.map((field) => [field.name, row(field, kept[field.name])]));
  const element = h('div', { class: 'form' }, [...rows.values()].map((one) => one.element));
  const values = () => Object.fromEntries([...rows].map(([name, one]) => [name, one.value()]));
  if (remember) element.addEventListener('input', () => write(remember, values()));

  const forget = () => remember && sessionStorage.removeItem(`form/${remember}`);

  /** Checks what must be there, sends, and puts the refusal beside its field; throws so that the dialog stays open and shows it. */
  async function guard(send) {
    for (const one of rows.values()) one.mark('');
    const missing = fields.filter(({ name, required }) => required && rows.get(name).value() === '');
    if (missing.length > 0) {
      for (const { name } of missing) rows.get(name).mark(t('field_missing'));
      rows.get(missing[0].name).input.focus();
      return false;
    }
    try {
      await send(values());
    } catch (problem) {
      const at = rows.get(problem.body?.field);
      for (const part of ['detail', 'remedy']) for (const { name, label } of fields) problem[part] = problem[part]?.replaceAll(`“${name}”`, `“${label}”`);
      if (at) {
        at.mark([problem.detail, problem.remedy].filter(Boolean).join(' '));
        at.input.focus();
      }
      throw explained(problem);
    }
    forget();
    return true;
  }
  return { element, values, guard, forget };
}

/** Two refusals that a person reads in other words than a program: something is still on its way, and the plan has changed meanwhile. */
export function explained(problem) {
  const key = problem.busy ? 'step_unsaved' : problem.status === 412 ? 'step_stale' : null;
  return key ? Object.assign(problem, { detail: t(key), remedy: t(`${key}_remedy`) }) : problem;
}

function row({ name, label, type = 'text', value = '', hint, required, rows = 3, options }, kept) {
  const id = `field-${name}-${made++}`;
  const start = kept ?? value;
  const common = { id, class: 'input', name, required: required && true, 'aria-required': required && 'true', 'aria-describedby': [hint && `${id}-hint`, `${id}-fault`].filter(Boolean).join(' ') };
  let input;
  if (type === 'textarea') {
    input = h('textarea', { ...common, rows, maxlength: 2000 });
    input.value = start;
  } else if (type === 'select') {
    input = h('select', common, options.map(([option, text]) => h('option', { value: option, selected: String(start) === option }, text)));
  } else if (type === 'checkbox') {
    input = h('input', { ...common, class: '', type, checked: start === true });
  } else input = h('input', { ...common, type, value: start, autocomplete: 'off' });
  const fault = h('span', { class: 'field-fault', id: `${id}-fault`, hidden: true });
  input.addEventListener('input', () => {
    fault.hidden = true;
    input.removeAttribute('aria-invalid');
  });
  const note = hint && h('span', { class: 'quiet small', id: `${id}-hint` }, hint);
  const element = type === 'checkbox'
    ? h('div', { class: 'field' }, h('label', { class: 'switch', for: id }, input, label), note, fault)
    : h('div', { class: 'field' }, h('label', { for: id }, label, required && h('span', { class: 'quiet' }, ` (${t('field_required')})`)), input, note, fault);
  return {
    element, input,
    value: () => (type === 'checkbox' ? input.checked : input.value.trim()),
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
