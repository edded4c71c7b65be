/** What a plan says of itself, and new versions that grow from it. */
import * as api from '../../api/plans.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { go } from '../address.js';
import { catchUp, desk, me, settled, takePlan } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { form } from './form.js';

const KINDS = ['GENERAL', 'SUPPORTING_INDUSTRY', 'ECO', 'HIGH_TECH'];

/** Renames, sets scale and kind, shares. */
export function describe() {
  const { plan } = desk;
  const mine = plan.author === me.name;
  const fields = form([
    { name: 'titleVi', label: t('title_vi'), value: plan.titleVi, required: true },
    { name: 'titleEn', label: t('title_en'), value: plan.titleEn, required: true },
    { name: 'scale', label: t('scale'), type: 'select', value: String(plan.scale ?? ''), options: [...(plan.scale ? [] : [['', '–']]), ['500', '1:500'], ['2000', '1:2000'], ['5000', '1:5000']] },
    { name: 'parkKind', label: t('park_kind'), type: 'select', value: plan.parkKind, options: [...new Set([...KINDS, plan.parkKind])].map((kind) => [kind, t(`park_${kind}`)]) },
    ...(mine ? [{ name: 'shared', label: t('shared'), type: 'checkbox', value: plan.shared, hint: t('shared_hint') }] : []),
  ]);
  dialog({
    title: t('describe_title'), className: 'step-dialog', body: fields.element,
    actions: [
      { text: t('step_cancel') },
      { text: t('save'), primary: true, run: async () => {
        const done = await fields.guard(async ({ scale, ...values }) => {
          if (!(await settled())) throw Object.assign(new Error('busy'), { busy: true });
          const patch = { ...values, ...(scale ? { scale: Number(scale) } : {}) };
          try {
            takePlan(await api.describe(desk.plan.id, patch, desk.plan.etag));
          } catch (problem) {
            if (problem.status !== 412) throw problem;
            await catchUp();
            takePlan(await api.describe(desk.plan.id, patch, desk.plan.etag));
          }
        });
        if (done) toast(t('described'));
        return done;
      } },
    ],
  });
}

/** Makes a scenario: a new draft with the subzones that this version shows. */
export function fork() {
  const { plan } = desk;
  const fields = form([
    { name: 'titleVi', label: t('title_vi'), value: plan.titleVi, required: true },
    { name: 'titleEn', label: t('title_en'), value: plan.titleEn, required: true },
    { name: 'shared', label: t('shared'), type: 'checkbox', value: false, hint: t('shared_hint') },
  ]);
  dialog({
    title: t('fork_title', { n: plan.version }), className: 'step-dialog', body: fields.element,
    actions: [
      { text: t('step_cancel') },
      { text: t('fork_do'), primary: true, run: () => fields.guard(async (values) => {
        const made = await api.start({ basedOn: plan.id, ...values });
        go({ plan: String(made.id), with: null });
      }) },
    ],
  });
}
