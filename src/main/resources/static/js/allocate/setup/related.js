/** Firms that count as one in a round: groups of two or more, each with a reason. */
import * as api from '../../api/rounds.js';
import { debounce, h, icon } from '../../lib/dom.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import * as state from '../state.js';

export function relatedFirms(round) {
  const groups = (round.related ?? []).map((one) => [...one]);
  const list = h('ul', { class: 'related' });
  const found = h('datalist', { id: 'related-found' });
  const firm = h('input', { class: 'input', id: 'related-firm', list: 'related-found', autocomplete: 'off', spellcheck: 'false', maxlength: 60 });
  const target = h('select', { class: 'input', id: 'related-target' });
  const reason = h('input', { class: 'input', id: 'related-reason', maxlength: 1000 });
  const fault = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const say = (text) => {
    fault.hidden = !text;
    fault.textContent = text;
  };

  firm.addEventListener('input', debounce(async () => {
    const { firms } = await api.poolFirms(firm.value.trim()).catch(() => ({ firms: [] }));
    found.replaceChildren(...firms.map((one) => h('option', { value: one.code }, one.name)));
  }, 250));

  function draw() {
    list.replaceChildren(...groups.map((codes, g) => h('li', {}, h('b', {}, t('al_group', { n: g + 1 })), codes.map((code) => h('span', { class: 'chip on' }, code,
      h('button', { type: 'button', 'aria-label': t('al_remove_firm', { code }), on: { click: () => {
        codes.splice(codes.indexOf(code), 1);
        if (codes.length === 0) groups.splice(g, 1);
        draw();
        firm.focus();
      } } }, icon('close', 'small')))), codes.length < 2 && h('span', { class: 'quiet small' }, t('al_group_small')))));
    target.replaceChildren(...groups.map((codes, g) => h('option', { value: g }, t('al_group', { n: g + 1 }))), h('option', { value: 'new' }, t('al_group_new')));
    target.value = groups.length > 0 ? String(groups.length - 1) : 'new';
  }

  function put() {
    const code = firm.value.trim().toUpperCase();
    if (code === '') return say(t('al_field_missing'));
    if (groups.some((codes) => codes.includes(code))) return say(t('al_group_twice', { code }));
    if (target.value === 'new') groups.push([code]);
    else groups[Number(target.value)].push(code);
    firm.value = '';
    say('');
    draw();
    return firm.focus();
  }

  async function save() {
    if (groups.some((codes) => codes.length < 2)) return say(t('al_group_small'));
    if (reason.value.trim() === '') {
      say(t('al_reason_missing'));
      return reason.focus();
    }
    say('');
    try {
      await api.relate(round.id, groups, reason.value.trim());
      toast(t('al_related_saved'));
      return await state.reload();
    } catch (problem) {
      return say([problem.detail, problem.remedy].filter(Boolean).join(' '));
    }
  }

  draw();
  return h('section', { class: 'card', 'aria-labelledby': 'related-title' }, h('h2', { id: 'related-title' }, t('al_related')), h('p', { class: 'hint' }, t('al_related_hint')), list, found,
    h('div', { class: 'form-grid' },
      h('div', { class: 'form-field' }, h('label', { for: 'related-firm' }, t('al_firm_code')), firm), h('div', { class: 'form-field' }, h('label', { for: 'related-target' }, t('al_into_group')), target),
      h('button', { type: 'button', class: 'button', on: { click: put } }, icon('plus', 'small'), t('al_add_firm'))),
    h('div', { class: 'form-field' }, h('label', { for: 'related-reason' }, t('al_reason')), reason), fault,
    h('button', { type: 'button', class: 'button', on: { click: save } }, t('al_save_related')));
}
