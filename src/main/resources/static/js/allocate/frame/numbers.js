/** The five numbers of an answer, the gap first; while one is being found, the five that move. */
import { h, icon } from '../../lib/dom.js';
import { m2, number, percent } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';

/** @param {object} round with its newest answer; null for none */
export function fiveNumbers({ run, smePlacedM2 }) {
  if (run?.objective === undefined || run.firms === undefined) return null;
  const passed = run.checker === 'FEASIBLE';
  return h('dl', { class: 'five' },
    cell(t('al_gap'), h('b', { class: 'gap' }, percent(run.gapPct)), run.gapPct === 0 ? t('al_gap_zero') : ''),
    cell(t('al_placed'), h('b', {}, number(run.placed)), t('al_of_firms', { n: number(run.firms) })),
    cell(t('al_placed_m2'), h('b', {}, m2(run.placedM2)), ''),
    cell(t('al_sme'), h('b', { class: 'sme' }, smePlacedM2 !== undefined && run.placedM2 > 0 ? percent((100 * smePlacedM2) / run.placedM2, 1) : '–'), t('al_sme_of')),
    cell(t('al_checker'), h('b', { class: passed ? 'passed' : 'failed' }, icon(passed ? 'check' : 'blocked', 'small'), t(passed ? 'al_passed' : 'al_failed')), ''));
}

/** What each quota asks and gets. */
export const quotaLines = ({ run, quotas }) => (run?.objective === undefined ? [] : (quotas ?? []).map((one) => h('p', { class: `quota-line ${one.met ? 'met' : 'missed'}` }, icon(one.met ? 'check' : 'warn', 'small'),
  h('span', {}, t(one.met ? 'al_quota_met' : 'al_quota_missed', { group: t(`al_g_${one.group}`), given: number(one.givenM2), least: m2(one.atLeastM2), rest: m2(one.atLeastM2 - one.givenM2) })))));

/** @param {object|undefined} point newest of the curve */
export function liveNumbers(point) {
  const known = (value) => value !== undefined && value !== null;
  return h('dl', { class: 'five live' },
    cell(t('al_gap'), h('b', { class: 'gap' }, known(point?.gapPct) ? percent(Number(point.gapPct)) : '–'), ''),
    cell(t('al_best'), h('b', {}, known(point?.objective) ? number(point.objective) : '–'), ''),
    cell(t('al_bound'), h('b', {}, known(point?.bound) ? number(point.bound) : '–'), ''),
    cell(t('al_budget_iterations'), h('b', {}, number(point?.iterations ?? 0)), ''),
    cell(t('al_time'), h('b', {}, `${number(Number(point?.seconds ?? 0))} s`), ''));
}

const cell = (label, value, note) => h('div', {}, h('dt', {}, label), h('dd', {}, value, note && h('span', { class: 'quiet small' }, ` ${note}`)));

/** The sentence of the bound. */
export const gapSentence = (gapPct) => (gapPct === 0 ? t('gap_zero') : t('gap', { gap: percent(gapPct) }));
