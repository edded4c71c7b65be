/** The five numbers of an answer, the gap first. */
import { h, icon } from '../../lib/dom.js';
import { m2, number, percent } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';

/** @param {object|undefined} run the newest answer of the round, or one that is still being found */
export function fiveNumbers(run) {
  if (run?.objective === undefined || run.firms === undefined) return null;
  const passed = run.checker === 'FEASIBLE';
  return h('dl', { class: 'five' },
    cell(t('al_gap'), h('b', { class: 'gap' }, percent(run.gapPct)), run.gapPct === 0 ? t('al_gap_zero') : ''),
    cell(t('al_placed'), h('b', {}, number(run.placed)), t('al_of_firms', { n: number(run.firms) })),
    cell(t('al_placed_m2'), h('b', {}, m2(run.placedM2)), ''),
    cell(t('al_demand_met'), h('b', {}, run.demandM2 > 0 ? percent((100 * run.placedM2) / run.demandM2, 1) : '–'), ''),
    cell(t('al_checker'), h('b', { class: passed ? 'passed' : 'failed' }, icon(passed ? 'check' : 'blocked', 'small'), t(passed ? 'al_passed' : 'al_failed')), ''));
}

const cell = (label, value, note) => h('div', {}, h('dt', {}, label), h('dd', {}, value, note && h('span', { class: 'quiet small' }, ` ${note}`)));

/** The sentence of the bound. */
export const gapSentence = (gapPct) => (gapPct === 0 ? t('gap_zero') : t('gap', { gap: percent(gapPct) }));
