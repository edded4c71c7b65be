/** The door to an account: make one, or sign in; either comes back to where the person was. */
import { byId, h, icon, put } from '../lib/dom.js';
import { t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { faultsOf, fields } from './form.js';
import { me } from './page.js';

const SHORTEST = 10;

/**
 * @param {object} options
 * @param {string} options.next where to go on, a path of this site
 * @param {() => Promise<void>} [options.leaving] done before the page is left
 */
export function accountDoor({ next, leaving = async () => undefined }) {
  const values = {};
  const form = fields(values, () => undefined);
  const fault = h('p', { class: 'form-error', role: 'alert', hidden: true });
  const shown = { making: true };
  const box = h('section', { class: 'account-door', 'aria-labelledby': 'account-title' });

  async function enter() {
    await leaving();
    const login = byId('sign-in-form');
    login.elements.username.value = values.username.trim();
    login.elements.password.value = values.password;
    login.elements.next.value = next;
    login.submit();
  }

  async function make(event) {
    event.preventDefault();
    fault.hidden = true;
    if (!form.valid()) return;
    const button = box.querySelector('button.primary');
    button.setAttribute('aria-busy', 'true');
    try {
      if (shown.making) await api.makeAccount({ username: values.username, displayName: values.displayName || null, password: values.password });
      await enter();
    } catch (problem) {
      button.removeAttribute('aria-busy');
      if (form.blame(faultsOf(problem))) return;
      fault.hidden = false;
      fault.replaceChildren(icon('blocked', 'small'), h('span', {}, [problem.detail, problem.remedy].filter(Boolean).join(' ')));
    }
  }

  function draw() {
    const { making } = shown;
    put(box,
      h('h2', { id: 'account-title' }, t(making ? 'account_make' : 'account_enter')),
      h('p', { class: 'hint' }, t(making ? 'account_why' : 'account_back')),
      h('form', { novalidate: true, on: { submit: make } },
        form.text('username', { label: t('username'), hint: making ? t('username_hint') : undefined, required: true, type: 'text', inputmode: 'email', autocomplete: 'username', autocapitalize: 'none', maxlength: 64 }),
        making && form.text('displayName', { label: t('display_name'), autocomplete: 'name', maxlength: 100 }),
        password(making), fault,
        h('button', { class: 'button primary', type: 'submit' }, t(making ? 'account_make_button' : 'account_enter_button'))),
      h('p', { class: 'swap' }, t(making ? 'account_have' : 'account_have_none'), ' ',
        h('button', { class: 'link', type: 'button', on: { click: () => { shown.making = !making; draw(); box.querySelector('input').focus(); } } }, t(making ? 'account_enter_button' : 'account_make_button'))));
  }

  function password(making) {
    const field = form.text('password', { label: t('password'), hint: making ? t('password_hint', { n: SHORTEST }) : undefined, required: true, type: 'password', autocomplete: making ? 'new-password' : 'current-password', maxlength: 72,
      judge: (text) => (making && text.length < SHORTEST ? t('password_short', { n: SHORTEST }) : '') });
    const input = field.querySelector('input');
    const see = h('button', { type: 'button', class: 'link', 'aria-pressed': 'false', on: { click: () => {
      const open = input.type === 'password';
      input.type = open ? 'text' : 'password';
      see.setAttribute('aria-pressed', String(open));
      see.textContent = t(open ? 'password_hide' : 'password_show');
    } } }, t('password_show'));
    input.after(see);
    return field;
  }

  draw();
  return box;
}

/** Which account is used, and the way out of it. */
export function account() {
  return h('section', { class: 'card-plain', id: 'account', 'aria-labelledby': 'account-head' }, h('h2', { id: 'account-head' }, t('tab_account')), h('p', {}, t('signed_in_as', { name: me.name })),
    h('div', { class: 'row' }, h('button', { type: 'submit', class: 'button', form: 'sign-out' }, t('sign_out'))));
}
