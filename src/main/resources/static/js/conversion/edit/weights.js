/** A new published set of weights, that counts from today or a later day on. */
import { addMonths, today } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import * as api from '../../api/conversions.js';
import { ask } from './ask.js';

/** Rows of weights are named as the API names their faults: `weights[0].good`. */
export async function weightForm(done) {
  const { versions, etag } = await api.weightVersions();
  const now = versions.at(-1);
  const has = (criterion) => now.weights.find((one) => one.criterion === criterion);
  const order = ['SECTOR', 'LABOUR', 'ENERGY', 'WATER', 'EMISSION', 'LAND_PER_JOB'];
  const row = (criterion, name, label) => ({ name: `${criterion}.${name}`, label: `${t(`cv_criterion_${criterion}`)}: ${t(label)}`, type: 'number', value: has(criterion)?.[name] ?? '' });
  let sent = [];
  const first = `${addMonths(today().slice(0, 7), 1)}-01`;
  await ask({
    title: t('cv_weights_new'), note: t('cv_weights_note'), remember: 'cv/weights', done, className: 'form-three', focus: '[data-act=weights]', verb: t('cv_weights_publish'),
    fields: [
      { name: 'validFrom', label: t('cv_valid_from'), type: 'date', value: first, min: today(), required: true },
      { name: 'termMonths', label: t('cv_w_months'), type: 'number', value: now.termMonths, required: true },
      { name: 'keepFrom', label: t('cv_w_keep'), type: 'number', value: now.keepFrom, required: true }, { name: 'upgradeFrom', label: t('cv_w_upgrade'), type: 'number', value: now.upgradeFrom, required: true },
      { name: 'leastKnownPct', label: t('cv_w_known'), type: 'number', value: now.leastKnownPct, required: true },
      { name: 'source', label: t('cv_source_label'), value: '', required: true, hint: t('cv_source_hint') },
      ...order.flatMap((one) => [row(one, 'weight', 'cv_weight'), row(one, 'good', 'cv_good'), row(one, 'bad', 'cv_bad')]),
      { name: 'textVi', label: t('cv_w_text_vi'), type: 'textarea', value: now.textVi, required: true, maxlength: 1000 }, { name: 'textEn', label: t('cv_w_text_en'), type: 'textarea', value: now.textEn, required: true, maxlength: 1000 },
    ],
    send: async (values) => {
      sent = order.filter((one) => values[`${one}.weight`] !== null);
      const set = Object.fromEntries(Object.entries(values).filter(([name]) => !name.includes('.')));
      try {
        await api.publishWeights({ ...set, weights: sent.map((one) => ({ criterion: one, weight: values[`${one}.weight`], good: values[`${one}.good`], bad: values[`${one}.bad`] })) }, etag);
      } catch (problem) {
        throw named(problem, sent);
      }
    },
  });
}

/** Faults of rows under the names of their fields. */
function named(problem, sent) {
  const field = (name) => name?.replace(/^weights\[(\d+)\]/, (all, index) => sent[Number(index)] ?? all);
  if (problem.body?.field) problem.body.field = field(problem.body.field);
  for (const fault of problem.body?.faults ?? []) fault.field = field(fault.field);
  return problem;
}
