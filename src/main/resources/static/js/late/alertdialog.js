/** The dialog that saves a search: what for, by which way, how often; then what to do next. */
import * as api from '../api/alerts.js';
import { dialog } from '../lib/dialog.js';
import { h, icon } from '../lib/dom.js';
import { lang, t } from '../lib/words.js';
import { keptSearches } from './alertkept.js';

/**
 * Opens it.
 * @param {string} search conditions as for `/api/v1/vacancies`, without the question mark
 */
export async function open(search) {
  const body = h('div', { class: 'alert-form' }, h('div', { class: 'alert-wait', 'aria-hidden': 'true' }, h('span'), h('span'), h('span')));
  let form;
  const opened = dialog({
    title: t('alert_open'),
    body,
    className: 'alert-dialog',
    actions: [
      { text: t('alert_not_now') },
      { text: t('alert_save'), primary: true, run: async () => Boolean(form) && form.submit() },
    ],
  });
  const foot = opened.element.querySelector('.dialog-foot');
  foot.hidden = true;
  try {
    const found = await api.preview(search);
    form = saving(found, (next) => {
      body.replaceChildren(next);
      foot.replaceChildren(h('button', { type: 'button', class: 'button primary', on: { click: () => opened.close() } }, t('alert_done')));
      next.querySelector('h3').focus();
    });
    body.replaceChildren(...form.parts);
    if (found.account) body.append(keptSearches());
    foot.hidden = false;
    form.focus();
  } catch (problem) {
    body.replaceChildren();
    opened.fail(problem);
  }
}

const words = (found) => h('ul', { class: 'alert-words' }, found.words.map((part) => h('li', { class: 'alert-word' }, part[lang])));

function saving(found, done) {
  const id = 'alert-email';
  const email = h('input', { class: 'input', id, name: 'email', type: 'email', autocomplete: 'email', inputmode: 'email', maxlength: 254, required: true, 'aria-describedby': 'alert-email-use', on: { input: () => wrong(false) } });
  const fault = h('p', { class: 'alert-fault', id: 'alert-email-fault', hidden: true }, icon('blocked', 'small'), t('alert_email_wrong'));
  const byMail = h('div', { class: 'alert-form' },
    h('div', { class: 'field' }, h('label', { for: id }, t('alert_email')), email, fault, h('span', { class: 'quiet', id: 'alert-email-use' }, t('alert_email_use'))),
    segments('alert-often', t('alert_how_often'), [['DAILY', t('alert_daily')], ['AT_ONCE', t('alert_at_once')]], 'DAILY'),
    segments('alert-language', t('alert_language'), [['vi', t('alert_language_vi')], ['en', t('alert_language_en')]], lang));
  const ways = h('fieldset', { class: 'choices' }, h('legend', {}, t('alert_by')), way('EMAIL', 'email', found.mail), way('FEED', 'feed', !found.mail),
    !found.mail && h('p', { class: 'quiet small', id: 'alert-no-mail' }, t('alert_no_mail')));

  function way(value, key, checked) {
    const off = value === 'EMAIL' && !found.mail;
    return h('label', { class: 'choice' },
      h('input', { type: 'radio', name: 'alert-way', value, checked, disabled: off, 'aria-describedby': off && 'alert-no-mail', on: { change: () => { byMail.hidden = value !== 'EMAIL'; } } }),
      h('span', { class: off && 'quiet' }, h('b', {}, t(`alert_by_${key}`)), h('span', { class: 'small quiet' }, t(`alert_by_${key}_hint`))));
  }

  function wrong(on) {
    fault.hidden = !on;
    email.toggleAttribute('aria-invalid', on);
    if (on) email.setAttribute('aria-invalid', 'true');
    email.setAttribute('aria-describedby', on ? 'alert-email-fault' : 'alert-email-use');
    if (on) email.focus();
    return false;
  }

  const form = h('form', { class: 'alert-form', novalidate: true, on: { submit } }, ways, byMail, h('button', { type: 'submit', hidden: true }));
  byMail.hidden = !found.mail;

  function submit(event) {
    event.preventDefault();
    form.closest('dialog').querySelector('.button.primary').click();
  }

  const chosen = (name) => form.querySelector(`[name=${name}]:checked`).value;

  async function sendWish() {
    const channel = chosen('alert-way');
    const mail = channel === 'EMAIL';
    if (mail && !(email.value.trim() && email.validity.valid)) return wrong(true);
    const wish = { query: found.query, channel, language: mail ? chosen('alert-language') : lang };
    if (mail) Object.assign(wish, { email: email.value.trim(), frequency: chosen('alert-often') });
    try {
      const saved = await api.save(wish);
      done(mail ? mailSent(wish.email) : feedReady(saved));
    } catch (problem) {
      if (problem.body?.field === 'email') return wrong(true);
      throw problem;
    }
    return false;
  }

  return {
    parts: [
      h('div', { class: 'alert-done' }, h('p', {}, t('alert_for')), words(found), h('p', { class: 'quiet small' }, found.count ? t('alert_now', { n: found.count }) : t('alert_none_now'))),
      form,
    ],
    submit: sendWish,
    focus: () => (found.mail ? email : form.querySelector('[name=alert-way]:checked')).focus(),
  };
}

function segments(name, legend, choices, checked) {
  return h('fieldset', { class: 'segments' }, h('legend', {}, legend), choices.map(([value, text]) => h('label', {},
    h('input', { type: 'radio', name, value, checked: value === checked }), h('span', {}, text))));
}

function mailSent(email) {
  return h('div', { class: 'alert-done', role: 'status' }, h('h3', { tabindex: -1 }, icon('check', 'small'), t('alert_check_mail')), h('p', {}, t('alert_check_mail_text', { email })));
}

function feedReady(saved) {
  const address = h('input', { class: 'input', id: 'alert-feed', readonly: true, value: saved.feed, on: { focus: () => address.select() } });
  const said = h('span', { class: 'quiet small', role: 'status' });
  const copy = async () => {
    address.select();
    await navigator.clipboard.writeText(saved.feed).then(() => { said.textContent = t('alert_copied'); }, () => address.focus());
  };
  return h('div', { class: 'alert-done' },
    h('h3', { tabindex: -1 }, icon('check', 'small'), t('alert_feed_ready')),
    h('p', {}, t('alert_feed_text')),
    h('div', { class: 'field' }, h('label', { for: 'alert-feed' }, t('alert_feed_address')), h('div', { class: 'alert-address' }, address, h('button', { type: 'button', class: 'button', on: { click: copy } }, t('alert_copy'))), said),
    h('p', {}, h('a', { class: 'link', href: saved.feed }, t('alert_open_feed')), ' · ', h('a', { class: 'link', href: saved.stop }, t('alert_stop'))));
}
