/** The steps of a plan's life above the sheet, what each was decided on, and what blocks the next one. */
import * as api from '../../api/plans.js';
import { byId, h, icon } from '../../lib/dom.js';
import { date, moment } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { disclosure } from '../../map/furniture.js';
import { href } from '../address.js';
import { desk, emit, on } from '../desk.js';
import { summary } from '../panel/findings.js';
import { listen, report, trial } from '../panel/shown.js';
import * as side from '../side.js';

/** The four steps, each with the decisions that belong to it. */
const STEPS = [
  { name: 'draw', actions: ['RETURN', 'WITHDRAW'] },
  { name: 'appraise', actions: ['SUBMIT'] },
  { name: 'approve', actions: ['APPROVE'] },
  { name: 'publish', actions: ['PUBLISH', 'SUPERSEDE'] },
];

/** How many steps are done in a status, and which one is being taken; a plan that was given up has none. */
const PLACES = {
  DRAFT: [0, 0], RETURNED: [0, 0], SUBMITTED: [1, 1], APPROVED: [3, 3], PUBLISHED: [4, -1], SUPERSEDED: [4, -1], WITHDRAWN: [0, -1],
};
/** A status that the four steps do not say of themselves. */
const SAID = { RETURNED: 'warn', SUPERSEDED: 'plain', WITHDRAWN: 'plain', PUBLISHED: 'free' };

export function start() {
  const steps = h('ol', { class: 'steps' });
  const standing = h('div', { class: 'standing' });
  byId('stepper').replaceChildren(steps, standing);
  let drawn = '';

  function draw() {
    const { plan } = desk;
    const key = JSON.stringify([plan.status, plan.lockVersion, plan.submittedBy]);
    if (key !== drawn) {
      drawn = key;
      const [done, now] = PLACES[plan.status];
      steps.replaceChildren(...STEPS.map((step, i) => stepItem(step, i, i < done, i === now)), ...said(plan));
    }
  }

  function stand() {
    const { blocking, advice } = summary(report());
    standing.classList.toggle('tried', trial() !== null);
    standing.replaceChildren(...[
      desk.conflict && h('button', { type: 'button', class: 'stand warn', data: { stand: 'conflict' }, on: { click: () => emit('showconflict') } }, icon('warn', 'small'), h('span', { 'aria-hidden': 'true', class: 'stand-n only-phone' }, String(desk.conflict.subzones.length)), h('span', { class: 'stand-words' }, t('conflict_open', { n: desk.conflict.subzones.length }))),
      counter('octagon', blocking, 'stand_blocks', 'bad'), counter('warn', advice, 'stand_advises', 'warn'),
    ].filter(Boolean));
  }

  on('plan', draw);
  on('conflict', stand);
  listen((what) => what === 'report' && stand());
  draw();
  stand();
}

function counter(name, n, words, className) {
  if (n === 0 && words !== 'stand_blocks') return null;
  return h('button', { type: 'button', class: `stand ${n === 0 ? 'ok' : className}`, data: { stand: words }, on: { click: () => side.open('checks', { focus: true }) } },
    icon(n === 0 ? 'check' : name, 'small'), h('span', { 'aria-hidden': 'true', class: 'stand-n' }, String(n)), h('span', { class: 'stand-words' }, t(n === 0 ? 'stand_clear' : words, { n })));
}

function said(plan) {
  const kind = SAID[plan.status];
  if (!kind) return [];
  return [h('li', { class: 'step-said' }, h('span', { class: `tag ${kind}` }, t(`plan_${plan.status}`)))];
}

/** One step: a button that opens its record once there is one. */
function stepItem(step, i, done, now) {
  const face = [
    h('span', { class: 'step-mark', 'aria-hidden': 'true' }, done ? icon('check', 'small') : String(i + 1)),
    h('span', { class: 'step-name' }, t(`stage_${step.name}`)), h('span', { class: 'sr' }, `, ${t(done ? 'step_done' : now ? 'step_now' : 'step_later')}`),
  ];
  const className = `step ${done ? 'done' : now ? 'now' : 'later'}`;
  const has = done || now || (step.name === 'draw');
  if (!has) return h('li', { class: className }, h('span', { class: 'step-face' }, face));
  const button = h('button', { type: 'button', class: 'step-face', 'aria-current': now && 'step' }, face);
  const card = h('div', { class: 'float-card step-card', role: 'group', 'aria-label': t(`stage_${step.name}`) });
  button.addEventListener('click', () => card.hidden && fill(card, step));
  button.addEventListener('keydown', (event) => event.key === 'Escape' && !card.hidden && button.click());
  return h('li', { class: className }, disclosure(button, card));
}

/** Reads the decisions anew each time the card opens. */
async function fill(card, step) {
  const { plan } = desk;
  const slow = setTimeout(() => card.replaceChildren(h('p', { class: 'quiet' }, t('reading'))), 300);
  card.replaceChildren();
  try {
    const { decisions } = await api.decisions(plan.id);
    const made = decisions.filter((one) => step.actions.includes(one.action));
    const first = step.name === 'draw' ? [beginning(plan)] : [];
    const all = [...first, ...made.map(record)];
    card.replaceChildren(...(all.length > 0 ? all : [h('p', { class: 'quiet' }, t('step_no_record'))]));
  } catch (problem) {
    card.replaceChildren(h('p', { class: 'form-error' }, [problem.detail ?? problem.title, problem.remedy].filter(Boolean).join(' ')),
      h('button', { type: 'button', class: 'button', on: { click: () => fill(card, step) } }, t('try_again')));
  } finally {
    clearTimeout(slow);
  }
}

function beginning(plan) {
  return h('section', { class: 'decision' }, h('h3', {}, t('decided_START')), h('p', {}, t('by_at', { name: plan.author ?? t('somebody'), time: plan.createdAt ? moment(plan.createdAt) : '–' })),
    plan.basedOn && h('p', {}, h('a', { class: 'link', href: href({ plan: String(plan.basedOn), with: null, map: null }) }, t('based_on'))));
}

function record(decision) {
  const { plan } = desk;
  const rows = [
    decision.decisionNo && [t('decision_no'), decision.decisionNo], decision.decidedOn && [t('decided_on'), date(decision.decidedOn)],
    decision.action === 'APPROVE' && plan.decisionNo && [t('authority'), own(plan, 'authority')],
    decision.action === 'APPROVE' && plan.validFrom && [t('valid_period'), plan.validTo ? `${date(plan.validFrom)} – ${date(plan.validTo)}` : t('from_day', { date: date(plan.validFrom) })],
    decision.contentSha256 && [t('content_hash'), h('span', { title: decision.contentSha256 }, decision.contentSha256.slice(0, 12))],
    decision.ruleSetSha256 && [t('rule_set'), h('a', { class: 'link', href: `/api/v1/rule-sets/${decision.ruleSetSha256}`, target: '_blank', rel: 'noopener', title: decision.ruleSetSha256 }, decision.ruleSetSha256.slice(0, 12))],
  ].filter(Boolean);
  return h('section', { class: 'decision' }, h('h3', {}, t(`decided_${decision.action}`)), h('p', {}, t('by_at', { name: decision.madeBy, time: moment(decision.madeAt) })),
    decision.reason && h('blockquote', {}, decision.reason),
    rows.length > 0 && h('dl', {}, rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    decision.contentSha256 && replay(decision));
}

/** Takes the checks of a decision again, with the rules and the drawing of that day. */
function replay(decision) {
  const answer = h('p', { class: 'small', role: 'status' });
  const button = h('button', {
    type: 'button', class: 'link', on: {
      click: async () => {
        answer.textContent = t('reading');
        try {
          const { identical } = await api.replay(desk.plan.id, decision.id);
          answer.textContent = t(identical ? 'decision_same' : 'decision_differs');
        } catch (problem) {
          answer.textContent = problem.detail ?? problem.title;
        }
      },
    },
  }, t('decision_again'));
  return h('div', {}, h('div', { class: 'decision-do' }, button,
    h('a', { class: 'link', href: `/api/v1/plans/${desk.plan.id}/decisions/${decision.id}/replay`, target: '_blank', rel: 'noopener' }, t('decision_data'))), answer);
}
