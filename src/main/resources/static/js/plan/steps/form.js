/** The fields of a step's dialog, with the refusals of a step in a person's words. */
import { form as fieldsOf } from '../../lib/dialogform.js';
import { t } from '../../lib/words.js';

/** As in `lib/dialogform.js`. */
export const form = (fields, options) => fieldsOf(fields, { ...options, explain: explained });

/** Two refusals that a person reads in other words than a program: something is still on its way, and the plan has changed meanwhile. */
export function explained(problem) {
  const key = problem.busy ? 'step_unsaved' : problem.status === 412 ? 'step_stale' : null;
  return key ? Object.assign(problem, { detail: t(key), remedy: t(`${key}_remedy`) }) : problem;
}
