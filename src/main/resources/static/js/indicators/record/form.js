/** What the officers' forms have in common: a foot with its button, a refusal at its field or above the button. */
import { h, icon, put } from '../../lib/dom.js';
import { faultsOf } from '../../firm/form.js';
import { t } from '../../lib/words.js';

/**
 * A form whose button sends it once at a time.
 * @param {{label: string, fields: object, body: Node[], button: string, more?: Node[], send: () => Promise<void>, stale?: () => void}} content `fields` as
 *   `firm/form.js` makes them, `send` throws what the server refuses, `stale` reads again what somebody else has changed
 */
export function sheet({ label, fields, body, button, more = [], send, stale }) {
  const fault = h('div', { class: 'rec-fault', role: 'alert', hidden: true });
  const submit = h('button', { type: 'submit', class: 'button primary' }, button);
  const refuse = (problem) => {
    const atField = fields.blame(faultsOf(problem));
    fault.hidden = atField;
    if (atField) return;
    put(fault, icon('blocked', 'small'), h('div', {}, h('b', {}, problem.detail ?? problem.title), problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'small' }, t('ind_code', { code: problem.code })),
      problem.status === 412 && stale && h('button', { type: 'button', class: 'button', on: { click: stale } }, t('rec_again'))));
  };
  const run = async (action, control) => {
    if (control.getAttribute('aria-busy') === 'true') return;
    control.setAttribute('aria-busy', 'true');
    fault.hidden = true;
    try {
      await action();
    } catch (problem) {
      refuse(problem);
    } finally {
      control.removeAttribute('aria-busy');
    }
  };
  const element = h('form', { class: 'rec-form', novalidate: true, 'aria-label': label, on: { submit: (event) => {
    event.preventDefault();
    if (fields.valid()) run(send, submit);
  } } }, body, fault, h('div', { class: 'rec-foot' }, submit, more));
  return { element, run, refuse };
}

/** A table in a frame of its own that may scroll sideways. */
export const table = (title, head, rows) => h('div', { class: 'ind-table', role: 'region', tabindex: '0', 'aria-label': title }, h('table', {}, h('caption', { class: 'sr' }, title),
  h('thead', {}, h('tr', {}, head.map((one) => h('th', { scope: 'col' }, one)))), h('tbody', {}, rows)));

/** What could not be read, where it should stand. */
export const unread = (problem) => h('div', { class: 'state error', role: 'alert' }, h('h3', {}, problem.title ?? t('problem_title')), h('p', {}, problem.detail ?? ''), problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'quiet' }, t('ind_code', { code: problem.code ?? '' })));
