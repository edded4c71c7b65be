/** The left column: all rounds, and what the open one gives points for. */
import * as api from '../../api/rounds.js';
import { h, icon } from '../../lib/dom.js';
import { moment, number, percent } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import * as state from '../state.js';

const TONE = { DRAFT: '', OPEN: 'you', CLOSED: 'you', SOLVING: 'you', PROPOSED: 'you', SHOWN: 'warn', APPROVED: 'free', OFFERED: 'free', DONE: '', WITHDRAWN: '' };

const SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];

/** Newest what-ifs that stand in the list; the tab has all. */
const TRIALS = 3;

let rounds = [];
let trials = [];

/** A tag with the status of a round. */
export const statusTag = (status) => h('span', { class: `tag ${TONE[status] ?? ''}` }, t(`al_status_${status}`));

/** @param {HTMLElement} element */
export function mountRounds(element) {
  const list = h('ul', { class: 'round-list' });
  const criteria = h('div', { class: 'criteria' });
  element.replaceChildren(
    h('header', { class: 'rounds-head' }, h('h2', {}, t('al_rounds')),
      h('a', { class: 'button', href: state.href({ ...state.NOTHING_CHOSEN, round: 'new', tab: null, pane: 'round' }), data: { go: '' } }, icon('plus', 'small'), t('al_new'))),
    list, criteria);

  function draw() {
    const { round } = state.current();
    list.replaceChildren(...(rounds.length > 0 ? rounds.map((one) => h('li', {}, h('a', {
      href: state.href({ ...state.NOTHING_CHOSEN, round: String(one.id), tab: null, pane: 'round' }), data: { go: '' },
      'aria-current': String(one.id) === round ? 'true' : undefined,
    }, h('b', {}, t('al_round_code', { code: one.code })), statusTag(one.status), h('span', { class: 'small quiet' }, line(one)))))
      : [h('li', { class: 'state quiet' }, t('al_no_rounds'))]));
    list.querySelector('[aria-current]')?.closest('li').after(...trials.map(trial));
  }

  /** What-ifs of the open round stand below it. */
  const trial = (one) => h('li', { class: 'trial' }, h('a', {
    href: state.href({ ...state.NOTHING_CHOSEN, tab: 'whatif', scenario: String(one.id), pane: 'round' }), data: { go: '' }, 'aria-current': String(one.id) === state.current().scenario ? 'true' : undefined,
  }, h('b', {}, one.name), h('span', { class: 'tag' }, t('al_trial')), h('span', { class: 'small quiet' }, t('al_trial_means'))));

  async function readTrials(round) {
    const { scenarios } = round?.closedAt ? await api.scenarios(round.id).catch(() => ({ scenarios: [] })) : { scenarios: [] };
    if (state.openRound()?.id !== round?.id) return;
    trials = scenarios.slice(0, TRIALS);
    draw();
  }

  state.onChange((now, before) => {
    if (now.round !== before.round) trials = [];
    draw();
  });
  state.onRound((round) => {
    const known = rounds.find((one) => one.id === round?.id);
    if (round && (!known || known.status !== round.status)) refresh().catch(() => undefined);
    criteria.replaceChildren(...(round?.criteria ? published(round.criteria, Boolean(round.openedAt)) : []));
    readTrials(round);
  });
  state.onScenarios(() => readTrials(state.openRound()));

  async function refresh() {
    ({ rounds } = await api.rounds());
    draw();
    return rounds;
  }
  return { refresh };
}

function line(round) {
  const { run } = round;
  if (run?.placed !== undefined) return t('al_line_placed', { firms: number(run.firms), placed: number(run.placed), gap: percent(run.gapPct) });
  if (round.status === 'OPEN' && round.deadline) return t('al_line_open', { moment: moment(round.deadline) });
  return own(round, 'title');
}

const row = (label, value) => h('div', {}, h('dt', {}, label), h('dd', {}, value));
const signed = (value) => (value === 0 ? '0' : `+${number(value)}`);

/** The published weights and points as two short lists. */
function published({ policy, quotas, reserves, tieBreak, objectionHours, offerDays }, open) {
  const { weights, points } = policy;
  const given = ['supporting', 'displaced', 'hightech', 'domestic', 'green'].map((name) => [name, points[name]]).sort((a, b) => b[1] - a[1]);
  return [
    h('h3', {}, t(open ? 'al_weights_published' : 'al_weights')),
    h('dl', {}, row(t('al_w_demand'), number(weights.demand)), row(t('al_w_preference'), number(weights.preference)),
      row(t('al_w_vacantRun'), `−${number(weights.vacantRun)}`), row(t('al_w_cluster'), number(weights.cluster))),
    h('h3', {}, t('al_points')),
    h('dl', {}, given.map(([name, value]) => row(t(`al_p_${name}`), signed(value))),
      SIZES.filter((name) => points.size[name] > 0).map((name) => row(t(`al_s_${name}`), signed(points.size[name])))),
    h('h3', {}, t('al_terms')),
    h('dl', {}, quotas.map(({ group, atLeastPct }) => row(t(`al_g_${group}`), `≥ ${percent(atLeastPct, 0)}`)),
      reserves.length > 0 && row(t('al_reserves'), t('al_n_floors', { n: reserves.length })),
      row(t('al_tie'), t(`al_tie_${tieBreak}_short`)), row(t('al_objection_time'), t('al_n_days', { n: number(objectionHours / 24, 1) })), row(t('al_offer_time'), t('al_n_days', { n: offerDays }))),
  ];
}
