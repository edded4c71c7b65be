/** A dialog of the page: only one is open, Escape closes it, the focus goes back to where it was. */
import { h, icon } from './dom.js';
import { t } from './words.js';

/**
 * Opens a dialog.
 * @param {object} options
 * @param {string} options.title
 * @param {Node|Node[]} options.body
 * @param {{text: string, value?: string, primary?: boolean, danger?: boolean, run?: () => Promise<boolean|void>|boolean|void}[]} options.actions
 *   buttons from left to right; `run` may answer false to keep the dialog open; a thrown problem is shown in it
 * @param {string} [options.className]
 * @param {boolean} [options.modal] false for one that lets the map be seen and used beside it
 * @returns {{element: HTMLDialogElement, close: (value?: string) => void, closed: Promise<string>, fail: (problem: object) => void}}
 */
export function dialog({ title, body, actions = [], className = '', modal = true }) {
  const before = document.activeElement;
  const id = `dialog-${Math.random().toString(36).slice(2)}`;
  const fault = h('div', { class: 'dialog-fault', role: 'alert', hidden: true });
  const close = (value = '') => element.close(value);
  const buttons = actions.map(({ text, value = '', primary, danger, run }) => h('button', {
    type: 'button', class: `button ${primary ? 'primary' : ''} ${danger ? 'danger' : ''}`,
    on: {
      click: async (event) => {
        if (!run) return close(value);
        const button = event.currentTarget;
        if (button.getAttribute('aria-busy') === 'true') return undefined;
        button.setAttribute('aria-busy', 'true');
        fault.hidden = true;
        try {
          if ((await run()) !== false) close(value);
        } catch (problem) {
          fail(problem);
        } finally {
          button.removeAttribute('aria-busy');
        }
        return undefined;
      },
    },
  }, text));
  const element = h('dialog', { class: `dialog ${modal ? '' : 'beside'} ${className}`, 'aria-labelledby': id },
    h('header', { class: 'dialog-head' }, h('h2', { id }, title), h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('close'), on: { click: () => close() } }, icon('close', 'small'))),
    h('div', { class: 'dialog-body' }, body), fault, buttons.length > 0 && h('footer', { class: 'dialog-foot' }, buttons));

  function fail(problem) {
    fault.hidden = false;
    fault.replaceChildren(icon('blocked', 'small'), h('div', {}, h('b', {}, problem.detail ?? problem.message ?? t('problem_title')), problem.remedy && h('p', {}, problem.remedy)));
  }

  const closed = new Promise((resolve) => {
    element.addEventListener('close', () => {
      element.remove();
      if (before?.isConnected) before.focus();
      resolve(element.returnValue);
    });
  });
  document.querySelector('dialog[open]')?.close();
  document.body.append(element);
  if (modal) element.showModal();
  else {
    element.show();
    element.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  }
  return { element, close, closed, fail };
}
