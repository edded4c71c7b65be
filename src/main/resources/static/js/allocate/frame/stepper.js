/** The seven steps of a round; each that is done opens who did it, when and why. */
import * as api from '../../api/rounds.js';
import { byId, h, icon } from '../../lib/dom.js';
import { moment } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import * as state from '../state.js';

/** Steps with the actions that belong to each. */
const STEPS = [
  { name: 'draw', actions: ['CREATE', 'OPEN'] },
  { name: 'apply', actions: ['CLOSE'] },
  { name: 'check', actions: ['SOLVE'] },
  { name: 'solve', actions: ['ANSWER', 'FAIL', 'RERUN', 'MOVE'] },
  { name: 'show', actions: ['SHOW', 'OBJECT', 'REPLY', 'TAKE_BACK'] },
  { name: 'decide', actions: ['APPROVE'] },
  { name: 'offer', actions: ['OFFER', 'FINISH'] },
];

/** Which step is being taken. */
const NOW = { DRAFT: 0, OPEN: 1, CLOSED: 2, SOLVING: 3, PROPOSED: 3, SHOWN: 4, APPROVED: 6, OFFERED: 6, DONE: 7, WITHDRAWN: -1 };

/** The step a round is at; a shown draft whose window has closed waits for its decision. */
const place = (round, now) => (round.status === 'SHOWN' && new Date(round.objectionsUntil) <= now ? 5 : NOW[round.status]);

export function mountStepper(element) {
  const list = h('ol', { class: 'steps' });
  const seal = h('p', { class: 'seal quiet' });
  const detail = h('div', { class: 'step-detail', id: 'step-detail', tabindex: '-1', hidden: true });
  let way = { steps: [], yourPart: [] };
  let opened = null;

  function close(focus) {
    const button = opened && list.querySelector(`[data-step="${opened}"]`);
    opened = null;
    detail.hidden = true;
    button?.setAttribute('aria-expanded', 'false');
    if (focus) button?.focus();
  }

  function show(step, button) {
    if (opened === step.name) {
      close();
      return;
    }
    close();
    opened = step.name;
    button.setAttribute('aria-expanded', 'true');
    const records = way.steps.filter((one) => step.actions.includes(one.action));
    detail.replaceChildren(h('h2', {}, t(`al_step_${step.name}`)),
      h('ul', {}, records.map((one) => h('li', {}, h('b', {}, t(`al_act_${one.action}`)), h('span', {}, `${one.actor === 'system' ? t('al_system') : one.actor}, ${moment(one.at)}`),
        one.reason && one.actor !== 'system' && h('span', { class: 'quiet' }, t('al_because', { reason: one.reason }))))),
      records.length === 0 && h('p', { class: 'quiet' }, t('al_step_nothing')),
      h('button', { type: 'button', class: 'button', on: { click: () => close(true) } }, t('close')));
    detail.hidden = false;
  }

  detail.addEventListener('keydown', (event) => event.key === 'Escape' && close(true));
  document.addEventListener('click', (event) => opened && !detail.contains(event.target) && !list.contains(event.target) && close());

  function draw(round) {
    close();
    if (!round) {
      element.replaceChildren();
      return;
    }
    const at = place(round, new Date(way.now ?? Date.now()));
    list.replaceChildren(...STEPS.map((step, i) => {
      const done = at > i, now = at === i;
      const label = h('span', { class: 'step-name' }, t(`al_step_${step.name}`));
      const mark = h('span', { class: 'step-mark', 'aria-hidden': 'true' }, done ? icon('check', 'small') : String(i + 1));
      const told = way.steps.some((one) => step.actions.includes(one.action));
      return h('li', { class: done ? 'done' : now ? 'now' : 'coming', 'aria-current': now ? 'step' : undefined },
        told ? h('button', { type: 'button', data: { step: step.name }, 'aria-expanded': 'false', 'aria-controls': 'step-detail', on: { click: (event) => show(step, event.currentTarget) } },
          mark, label, h('span', { class: 'sr' }, t(done ? 'al_step_done' : 'al_step_now'))) : h('span', { class: 'step-plain' }, mark, label));
    }), ...(round.status === 'WITHDRAWN' ? [h('li', { class: 'now' }, h('span', { class: 'tag warn' }, t('al_status_WITHDRAWN')))] : []));
    element.replaceChildren(list, seal, detail);
  }

  let asked = 0;
  state.onRound(async (round) => {
    const mine = ++asked;
    if (!round || state.openRound() !== round) {
      draw(round);
      return;
    }
    draw(round);
    try {
      const [told, lot] = await Promise.all([api.way(round.id), sealed(round)]);
      if (mine !== asked) return;
      way = told;
      seal.replaceChildren(...(lot ? [t('al_seal', { hash: `${lot.commitment.slice(0, 4)}…${lot.commitment.slice(-2)}` })] : []));
      seal.title = lot?.commitment ?? '';
      draw(round);
      for (const listener of waiting) listener(way, round);
    } catch {
      // the page tells of the round itself; who took which step comes with the next reading
    }
  });
}

const waiting = new Set();
/** Calls `listener(way, round)` when it is known who took which step. */
export const onWay = (listener) => waiting.add(listener);

const sealed = (round) => (round.criteria?.tieBreak === 'LOT' && round.openedAt ? api.lot(round.id).catch(() => null) : null);

/** Puts the focus on the stepper, such as after a step was taken. */
export const focusStepper = () => byId('stepper').querySelector('[aria-current="step"] button')?.focus();
