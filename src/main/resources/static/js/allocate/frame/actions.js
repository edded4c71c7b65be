/** What an officer may do with a round now: a button each, and a dialog that says what follows. */
import * as api from '../../api/rounds.js';
import { dialog } from '../../lib/dialog.js';
import { h, icon } from '../../lib/dom.js';
import { moment } from '../../lib/numbers.js';
import { announce, toast } from '../../lib/say.js';
import { lang, t } from '../../lib/words.js';
import * as state from '../state.js';

/** Steps by action: path, whether a reason is asked for, how the button looks. */
const ACTIONS = {
  OPEN: { path: 'open', primary: true },
  CLOSE: { path: 'close', primary: true },
  SOLVE: { path: 'solve', primary: true, budget: true },
  SHOW: { path: 'show', primary: true },
  APPROVE: { path: 'approve', primary: true, reason: true },
  OFFER: { path: 'offers', primary: true },
  FINISH: { path: 'finish', primary: true },
  RERUN: { path: 'rerun', budget: true },
  TAKE_BACK: { path: 'take-back', reason: true },
  WITHDRAW: { path: 'withdraw', reason: true, danger: true },
};

/** A PROPOSED round is more likely to be shown than solved anew. */
const QUIET = { PROPOSED: ['SOLVE'] };

/**
 * The buttons, and above them why one that is expected cannot be pressed yet.
 * @param {object} round
 * @param {{yourPart: string[], now: string}|null} way who took part
 */
export function actionBar(round, way) {
  const open = round.open ?? [];
  const now = new Date(way?.now ?? Date.now());
  const reasons = [];
  const shown = Object.keys(ACTIONS).filter((name) => open.includes(name)).filter((name) => {
    // who took part is not known yet: the button comes with it
    if (name === 'APPROVE' && !way) return false;
    const why = waits(name, round, way, now);
    if (why) reasons.push(why);
    return !why;
  });
  return {
    buttons: shown.map((name) => {
      const { primary, danger } = ACTIONS[name];
      return h('button', {
        type: 'button', class: `button ${primary && !QUIET[round.status]?.includes(name) ? 'primary' : ''} ${danger ? 'danger' : ''}`, data: { action: name },
        on: { click: () => ask(name, round) },
      }, t(`al_do_${name}`));
    }),
    reasons: reasons.map((text) => h('p', { class: 'waits' }, icon('clock', 'small'), h('span', {}, text))),
  };
}

/** Why a step has to wait; empty where it need not. */
function waits(name, round, way, now) {
  if (name === 'CLOSE' && new Date(round.deadline) > now) return t('al_wait_close', { moment: moment(round.deadline) });
  if (name === 'OPEN' && (!round.deadline || new Date(round.deadline) <= now)) return t('al_wait_open');
  if (name === 'APPROVE') {
    if (way?.yourPart.length > 0) return t('al_wait_other', { parts: list(way.yourPart.map((part) => t(`al_part_${part}`))) });
    if (new Date(round.objectionsUntil) > now) return t('al_wait_window', { moment: moment(round.objectionsUntil) });
  }
  return '';
}

const list = (texts) => new Intl.ListFormat(lang === 'en' ? 'en' : 'vi').format(texts);

function ask(name, round) {
  const { path, reason, budget, danger } = ACTIONS[name];
  const why = h('textarea', { class: 'input area', rows: 2, maxlength: 1000, id: 'step-reason', 'aria-describedby': 'step-reason-error' });
  const fault = h('p', { class: 'field-error', id: 'step-reason-error', hidden: true }, t('al_reason_missing'));
  const work = budget && budgetFields();
  const { closed } = dialog({
    title: t(`al_ask_${name}`, { code: round.code }),
    body: [
      h('p', {}, t(`al_follows_${name}`, { n: days(round) })), work?.element,
      h('div', { class: 'field' }, h('label', { for: 'step-reason' }, t(reason ? 'al_reason' : 'al_reason_optional')), why, fault)],
    actions: [
      { text: t('al_cancel') },
      {
        text: t(`al_do_${name}`), primary: !danger, danger,
        run: async () => {
          const text = why.value.trim();
          fault.hidden = !reason || text !== '';
          if (!fault.hidden) {
            why.focus();
            return false;
          }
          const more = work ? work.read() : {};
          if (!more) return false;
          await take(name, round, path, { ...more, ...(text && { reason: text }) });
          return true;
        },
      }],
  });
  if (danger) document.querySelector('dialog[open] .dialog-foot button')?.focus();
  return closed;
}

async function take(name, round, path, body) {
  try {
    await api.step(round, path, body);
  } catch (problem) {
    // somebody else was first: show the round as it is now
    if (problem.status === 412) await state.reload();
    throw problem;
  }
  const done = t(`al_done_${name}`, { code: round.code });
  toast(done);
  announce(done);
  state.note({ tab: name === 'OFFER' ? 'offers' : null });
  await state.reload();
}

const days = (round) => {
  const { objectionHours = 0, offerDays = 0 } = round.criteria ?? {};
  return t('al_n_days', { n: round.status === 'APPROVED' ? offerDays : Math.round(objectionHours / 2.4) / 10 });
};

/** How much work a solve may do: iterations repeat byte for byte, seconds do not. */
function budgetFields() {
  const kind = h('select', { class: 'input', id: 'budget-kind' },
    h('option', { value: 'iterations' }, t('al_budget_iterations')), h('option', { value: 'seconds' }, t('al_budget_seconds')));
  const amount = h('input', { class: 'input', id: 'budget-amount', type: 'number', min: 1, step: 1, value: 200000, 'aria-describedby': 'budget-error budget-hint' });
  const seed = h('input', { class: 'input', id: 'budget-seed', type: 'number', step: 1, value: 1 });
  const hint = h('p', { class: 'hint', id: 'budget-hint' }, t('al_budget_repeats'));
  const fault = h('p', { class: 'field-error', id: 'budget-error', hidden: true }, t('al_budget_fault'));
  kind.addEventListener('input', () => {
    amount.value = kind.value === 'seconds' ? 60 : 200000;
    hint.textContent = t(kind.value === 'seconds' ? 'al_budget_varies' : 'al_budget_repeats');
  });
  return {
    element: h('div', { class: 'budget' },
      h('div', { class: 'field' }, h('label', { for: 'budget-kind' }, t('al_budget')), kind),
      h('div', { class: 'field' }, h('label', { for: 'budget-amount' }, t('al_budget_amount')), amount),
      h('div', { class: 'field' }, h('label', { for: 'budget-seed' }, t('al_seed')), seed), hint, fault),
    read() {
      const most = kind.value === 'seconds' ? 3600 : 200_000_000;
      const n = Number(amount.value), s = Number(seed.value);
      fault.hidden = Number.isInteger(n) && n >= 1 && n <= most && Number.isSafeInteger(s) && seed.value !== '';
      if (!fault.hidden) {
        amount.focus();
        return null;
      }
      return { [kind.value]: n, seed: s };
    },
  };
}
