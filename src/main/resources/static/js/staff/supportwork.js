/** An officer's work list: open needs to be referred, referrals to be followed to their outcome, papers that were seen. */
import { h, put } from '../lib/dom.js';
import { date, m2, number, parseNumber, today, vnd } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { lang, own, t } from '../lib/words.js';
import * as api from '../api/support.js';
import { dialog } from '../lib/dialog.js';
import { alert, fault } from '../firm/page.js';
import { fact } from '../firm/place.js';
import { referralTag, steps } from '../firm/supportsteps.js';

const ACTIVE = ['ASKED', 'WAITS_FOR_FIRM', 'REFERRED', 'IN_REVIEW', 'GRANTED'];
const STATES = [...ACTIVE, 'RECEIVED', 'REFUSED', 'DECLINED', 'WITHDRAWN'];
const PAPERS = ['STARTUP', 'RESEARCH_PARTNER', 'INVESTMENT_PLAN'];
const MILLION = 1_000_000;

/** The list as an element; it reads itself. */
export function workList() {
  const needs = h('div', { class: 'work-needs' });
  const referrals = h('div', { class: 'work-referrals' });
  const state = h('select', { class: 'input', id: 'work-state', on: { change: () => drawReferrals(referrals, state.value, refresh) } }, h('option', { value: '' }, t('work_filter_all')), STATES.map((one) => h('option', { value: one }, t(`ref_${one}`))));
  const refresh = async (said) => {
    await Promise.all([drawNeeds(needs, refresh), drawReferrals(referrals, state.value, refresh)]);
    if (said) {
      toast(said);
      alert(said);
    }
  };
  refresh();
  return h('section', { class: 'work', 'aria-labelledby': 'work-title' }, h('h2', { id: 'work-title' }, t('work_title')),
    h('div', { class: 'work-columns' },
      h('div', { class: 'card-plain' }, h('h3', {}, t('work_needs')), needs),
      h('div', { class: 'card-plain' }, h('div', { class: 'card-head' }, h('h3', {}, t('work_referrals')), h('div', { class: 'form-field inline' }, h('label', { for: 'work-state' }, t('work_filter')), state)), referrals)));
}

/** Rows, and a button for those that follow. */
async function page(container, ask, rows, none) {
  try {
    let { list, next } = await ask();
    const items = h('ul', { class: 'choices' }, list.map(rows));
    const more = h('button', { type: 'button', class: 'button', hidden: !next, on: { click: async () => {
      ({ list, next } = await ask(next));
      items.append(...list.map(rows));
      more.hidden = !next;
    } } }, t('work_more'));
    put(container, list.length === 0 ? h('p', { class: 'quiet' }, none) : [items, more]);
  } catch (problem) {
    put(container, fault(problem, () => page(container, ask, rows, none)));
  }
}

const row = (title, small, end, open) => h('li', {}, h('button', { type: 'button', class: 'choice staff-row', on: { click: open } }, h('span', {}, h('b', {}, title), ' ', h('span', { class: 'quiet small' }, small)), end));

function drawNeeds(container, refresh) {
  return page(container,
    async (next) => { const found = next ? await api.further(next) : await api.needs({ status: 'OPEN' }); return { list: found.needs, next: found.next }; },
    (need) => row(t('sup_lacks', { lack: t(`lack_${need.lack}`).toLowerCase() }), `${own(need, 'firm')} · ${figures(need)}`, h('span', { class: 'quiet small' }, date(need.madeAt)), () => openNeed(need, refresh)),
    t('work_needs_none'));
}

function drawReferrals(container, status, refresh) {
  return page(container,
    async (next) => {
      const found = next ? await api.further(next) : await api.referrals({ status });
      return { list: status ? found.referrals : found.referrals.filter((one) => ACTIVE.includes(one.status)), next: found.next };
    },
    (one) => row(own(one, 'programme'), own(one, 'firm'), referralTag(one.status), () => openReferral(one, refresh)),
    t('work_referrals_none'));
}

function figures(need) {
  return [need.areaM2 && m2(need.areaM2), need.loadKnM2 && `${number(need.loadKnM2, 1)} kN/m²`, need.clearHeightM && `${number(need.clearHeightM, 1)} m`, need.amountVnd && vnd(need.amountVnd), need.zone ?? t('unmet_anywhere')].filter(Boolean).join(', ');
}

const whyField = (id) => {
  const area = h('textarea', { class: 'input area', id, rows: 3, maxlength: 1000 });
  const missing = h('p', { class: 'field-error', hidden: true, role: 'alert' }, t('reason_missing'));
  const read = () => {
    const text = area.value.trim();
    missing.hidden = text !== '';
    if (text === '') area.focus();
    return text;
  };
  return { element: h('div', { class: 'form-field' }, h('label', { for: id }, t('work_why')), area, missing), read };
};

async function openNeed(need, refresh) {
  const { programmes } = await api.programmes(need.firm, need.lack);
  const why = whyField('work-why');
  const chosen = h('p', { class: 'quiet', 'aria-live': 'polite' });
  const tell = () => { const one = programmes.find((each) => each.code === select.value); chosen.textContent = one ? `${lang === 'en' ? one.match.en : one.match.vi} ${own(one, 'body')}.` : ''; };
  const select = h('select', { class: 'input', id: 'work-programme', on: { change: tell } }, programmes.map((one) => h('option', { value: one.code }, own(one, 'name'))));
  tell();
  const act = (run, said) => async () => {
    const reason = why.read();
    if (!reason) return false;
    await run(reason);
    await refresh(t(said));
    return true;
  };
  dialog({
    title: `${t('sup_lacks', { lack: t(`lack_${need.lack}`).toLowerCase() })}: ${own(need, 'firm')}`,
    className: 'wide',
    body: [h('p', {}, need.detail), h('p', { class: 'quiet small' }, figures(need)),
      h('div', { class: 'form-field' }, h('label', { for: 'work-programme' }, t('work_choose')), select, chosen), why.element,
      h('button', { type: 'button', class: 'button', on: { click: () => evidence(need, refresh) } }, t('work_evidence_add'))],
    actions: [{ text: t('close') }, { text: t('work_need_met'), run: act((reason) => api.endNeed(need, 'meet', reason), 'sup_met_said') },
      { text: t('work_refer'), primary: true, run: act((reason) => api.refer(need, select.value, reason), 'sup_done') }],
  });
}

function evidence(need, refresh) {
  const select = h('select', { class: 'input', id: 'work-fact' }, PAPERS.map((one) => h('option', { value: one }, t(`fact_${one}`))));
  const paper = h('input', { class: 'input', id: 'work-document', type: 'text', maxlength: 300, autocomplete: 'off' });
  const day = h('input', { class: 'input', id: 'work-seen', type: 'date', max: today(), value: today() });
  const missing = h('p', { class: 'field-error', hidden: true, role: 'alert' }, t('field_missing'));
  const field = (id, label, control, extra) => h('div', { class: 'form-field' }, h('label', { for: id }, label), control, extra);
  dialog({
    title: `${t('work_evidence_add')}: ${own(need, 'firm')}`,
    body: [field('work-fact', t('work_fact'), select), field('work-document', t('work_document'), paper, missing), field('work-seen', t('work_seen_on'), day)],
    actions: [{ text: t('close') }, { text: t('save'), primary: true, run: async () => {
      missing.hidden = paper.value.trim() !== '';
      if (!missing.hidden) { paper.focus(); return false; }
      await api.recordEvidence(need.firm, select.value, { document: paper.value.trim(), seenOn: day.value });
      await refresh(t('sup_done'));
      return true;
    } }],
  });
}

async function openReferral(known, refresh) {
  const one = await api.referral(known.id);
  const why = whyField('step-why');
  const receives = one.open.includes('RECEIVE');
  const amount = h('input', { class: 'input', id: 'step-amount', type: 'text', inputmode: 'decimal', autocomplete: 'off' });
  const meets = h('input', { type: 'checkbox', id: 'step-meets' });
  const { fail } = dialog({
    title: `${own(one, 'programme')}: ${own(one, 'firm')}`,
    className: 'wide',
    body: [h('p', {}, referralTag(one.status), one.amountVnd && ` ${t('sup_received', { vnd: vnd(one.amountVnd) })}`),
      h('dl', { class: 'facts-list' }, fact(t('unmet_col_lack'), t(`lack_${one.lack}`)), fact(t('firm'), one.firm), fact(t('sup_matches'), t(`verdict_${one.verdict}`))), steps(one),
      one.open.length > 0 && why.element,
      receives && h('div', { class: 'form-field' }, h('label', { for: 'step-amount' }, t('work_amount'), h('span', { class: 'quiet' }, ` ${t('optional')}`)), h('div', { class: 'with-unit' }, amount, h('span', { class: 'unit' }, t('sup_million')))),
      receives && h('div', { class: 'form-check' }, meets, h('label', { for: 'step-meets' }, t('work_meets')))].filter(Boolean),
    actions: [{ text: t('close') }, ...one.open.map((action) => ({ text: t(`do_${action}`), primary: ['REFER', 'GRANT', 'RECEIVE'].includes(action), danger: ['DECLINE', 'REFUSE'].includes(action), run: async () => {
      const reason = why.read();
      if (!reason) return false;
      const million = action === 'RECEIVE' && amount.value.trim() !== '' ? parseNumber(amount.value) : undefined;
      if (Number.isNaN(million)) { fail({ detail: t('not_a_number') }); amount.focus(); return false; }
      await api.step(one, action, { reason, amountVnd: million === undefined ? undefined : Math.round(million * MILLION), meets: action === 'RECEIVE' && meets.checked ? true : undefined });
      await refresh(t('sup_done'));
      return true;
    } }))],
  });
}
