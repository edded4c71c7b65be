/** Objections of firms to the shown draft, and the officer's answers. */
import * as api from '../../api/rounds.js';
import { dialog } from '../../lib/dialog.js';
import { h } from '../../lib/dom.js';
import { moment } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import * as state from '../state.js';

export async function showObjections(element, round) {
  const { objections } = await api.objections(round.id);
  const open = objections.filter((one) => !one.ruling).length;
  element.replaceChildren(h('section', { class: 'card', 'aria-labelledby': 'objections-title' },
    h('header', { class: 'card-head' }, h('h2', { id: 'objections-title' }, t('al_objections')), open > 0 && h('span', { class: 'tag warn' }, t('al_objections_open', { n: open }))),
    round.objectionsUntil && h('p', { class: 'quiet small' }, t('al_objections_until', { moment: moment(round.objectionsUntil) })),
    objections.length === 0 ? h('p', { class: 'quiet' }, t(round.shownAt ? 'al_objections_none' : 'al_objections_later'))
      : h('ul', { class: 'objections' }, objections.map((one) => item(one, round, element)))));
}

function item(one, round, element) {
  return h('li', {},
    h('p', { class: 'objection-head' }, h('a', { href: state.href({ firm: one.application }), data: { go: '' } }, one.application), h('span', { class: 'quiet small' }, moment(one.madeAt)),
      one.ruling ? h('span', { class: `tag ${one.ruling === 'UPHELD' ? 'free' : ''}` }, t(`al_ruling_${one.ruling}`)) : h('span', { class: 'tag warn' }, t('al_unanswered'))),
    h('blockquote', {}, one.body),
    one.reply && h('p', { class: 'reply' }, h('b', {}, `${t('al_reply')} `), one.reply, h('span', { class: 'quiet small' }, ` ${moment(one.repliedAt)}`)),
    !one.ruling && round.open?.includes('REPLY') && h('button', { type: 'button', class: 'button', on: { click: () => answer(one, round, element) } }, t('al_answer')));
}

function answer(one, round, element) {
  const choice = (ruling, checked) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'ruling', value: ruling, checked }), h('span', {}, h('b', {}, t(`al_ruling_${ruling}`)), h('small', { class: 'quiet' }, t(`al_ruling_${ruling}_means`))));
  const form = h('fieldset', { class: 'choices' }, h('legend', {}, t('al_ruling')), choice('REJECTED', true), choice('UPHELD'));
  const text = h('textarea', { class: 'input area', rows: 4, maxlength: 4000, id: 'reply-text', 'aria-describedby': 'reply-error' });
  const fault = h('p', { class: 'field-error', id: 'reply-error', hidden: true }, t('al_reply_missing'));
  dialog({
    title: t('al_answer_to', { application: one.application }),
    body: [h('blockquote', {}, one.body), form, h('div', { class: 'field' }, h('label', { for: 'reply-text' }, t('al_reply_text')), text, fault)],
    actions: [{ text: t('al_cancel') }, {
      text: t('al_send_answer'), primary: true,
      run: async () => {
        fault.hidden = text.value.trim() !== '';
        if (!fault.hidden) {
          text.focus();
          return false;
        }
        await api.reply(round.id, one.id, form.querySelector(':checked').value, text.value.trim());
        toast(t('al_answered', { application: one.application }));
        await state.reload();
        await showObjections(element, state.openRound());
        return true;
      },
    }],
  });
}
