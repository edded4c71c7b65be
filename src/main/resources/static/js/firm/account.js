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
      !making && h('p', { class: 'swap' }, h('a', { class: 'link', href: '/accounts/forgot' }, t('password_forgotten'))),
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

/** Which account is used, its e-mail address, and the way out of it. */
export function account() {
  const address = h('div', { class: 'account-email' });
  api.ownEmail().then((known) => showEmail(address, known)).catch(() => undefined);
  return h('section', { class: 'card-plain', id: 'account', 'aria-labelledby': 'account-head' }, h('h2', { id: 'account-head' }, t('tab_account')), h('p', {}, t('signed_in_as', { name: me.name })), address,
    h('div', { class: 'row' }, h('button', { type: 'submit', class: 'button', form: 'sign-out' }, t('sign_out'))));
}

/** The address with its state, and what can be done about it. */
function showEmail(box, known, told = '') {
  const fault = h('p', { class: 'form-error', role: 'alert', hidden: true });
  const attempt = (asked) => async (event) => {
    event.preventDefault();
    fault.hidden = true;
    try {
      showEmail(box, await asked(), t('email_mailed'));
    } catch (problem) {
      fault.hidden = false;
      fault.replaceChildren(icon('blocked', 'small'), h('span', {}, [problem.detail, problem.remedy].filter(Boolean).join(' ')));
    }
  };
  const state = known.email ? t(known.confirmed ? 'email_confirmed' : 'email_waits') : t('email_none');
  put(box,
    h('p', {}, known.email && h('b', {}, known.email), known.email && ' · ', state),
    told && h('p', { class: 'hint', role: 'status' }, told),
    known.canMail && known.email && !known.confirmed && !told && h('button', { type: 'button', class: 'link', on: { click: attempt(api.confirmEmail) } }, t('email_send_again')),
    known.canMail && h('details', {}, h('summary', {}, t(known.email ? 'email_change' : 'email_add')), emailForm(attempt)),
    fault);
}

function emailForm(attempt) {
  const values = {};
  const form = fields(values, () => undefined);
  return h('form', { novalidate: true, on: { submit: (event) => (form.valid() ? attempt(() => api.changeEmail(values))(event) : event.preventDefault()) } },
    form.text('email', { label: t('email_address'), required: true, type: 'email', inputmode: 'email', autocomplete: 'email', maxlength: 254 }),
    form.text('password', { label: t('password'), hint: t('email_password_why'), required: true, type: 'password', autocomplete: 'current-password', maxlength: 72 }),
    h('button', { class: 'button', type: 'submit' }, t('email_save')));
}
