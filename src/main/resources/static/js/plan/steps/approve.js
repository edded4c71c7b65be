/** An authority's approval of a plan that was handed in, and decisions that free it from a rule. */
import * as api from '../../api/plans.js';
import { h, icon } from '../../lib/dom.js';
import { today } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { own, t } from '../../lib/words.js';
import { decide, desk, me, reload } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { form } from './form.js';
import { faultList, faults } from './standing.js';
import { named } from './submit.js';

/** Whether whoever sits here drew or handed in the plan, as far as the plan's record tells. */
export const isOwn = () => desk.plan.author === me.name || desk.plan.submittedBy === me.name;

/** Says why nobody decides on own work. */
export function ownWork() {
  dialog({ title: t('own_work_title'), className: 'step-dialog', body: h('p', {}, t('own_work_text')), actions: [{ text: t('close') }] });
}

export function approve() {
  if (isOwn()) {
    ownWork();
    return;
  }
  const standing = h('div', {});
  const stand = (report) => standing.replaceChildren(section(report, () => {
    box.close();
    return box.closed;
  }));
  const fields = form([
    { name: 'decisionNo', label: t('decision_no'), required: true },
    { name: 'decidedOn', label: t('decided_on'), type: 'date', value: today(), required: true },
    { name: 'authorityVi', label: t('authority_vi'), required: true },
    { name: 'authorityEn', label: t('authority_en'), hint: t('authority_en_hint') },
    { name: 'validFrom', label: t('valid_from_field'), type: 'date', value: today(), required: true },
    { name: 'validTo', label: t('valid_to_field'), type: 'date', hint: t('valid_to_hint') },
    { name: 'reason', label: t('approve_note'), type: 'textarea', rows: 2 },
  ], { remember: `approve/${desk.plan.id}` });
  const box = dialog({
    title: t('approve_title', { plan: named() }), className: 'step-dialog wide',
    body: [
      standing,
      h('div', { class: 'two-columns' }, fields.element),
    ],
    actions: [
      { text: t('step_cancel') },
      { text: t('step_approve'), primary: true, run: async () => {
        const done = await fields.guard(async (values) => {
          try {
            await decide('approve', Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')));
          } catch (problem) {
            if (problem.body?.report) stand(problem.body.report); // judged for the day it comes into force
            throw problem;
          }
        });
        if (done) toast(t('approved'));
        return done;
      } },
    ],
  });
  stand(desk.report);
}

/** What the checks say about what is to be approved. */
function section(report, leave) {
  const { blocking, advising } = faults(report);
  const all = [...blocking, ...advising];
  if (all.length === 0) return h('p', { class: 'note ok' }, icon('check', 'small'), t('approve_clean'));
  return h('section', {}, h('h3', {}, t(blocking.length > 0 ? 'approve_blocked' : 'approve_advised', { n: blocking.length || all.length })),
    faultList(all, { leave, extra: ({ blocks, rule }) => blocks && rule && h('button', { type: 'button', class: 'link', on: { click: () => waive(rule.ruleId) } }, t('waive_rule')) }));
}

/** Records a decision that frees the plan from a rule it misses; afterwards the approval is open again as it was typed. */
export function waive(ruleId = '') {
  if (isOwn()) {
    ownWork();
    return;
  }
  const missed = desk.report.rules.filter((rule) => rule.status === 'fail');
  if (missed.length === 0) {
    dialog({ title: t('waive_title'), className: 'step-dialog', body: h('p', {}, t('waive_none')), actions: [{ text: t('close') }] });
    return;
  }
  const fields = form([
    { name: 'ruleId', label: t('waive_which'), type: 'select', value: ruleId || missed[0].ruleId, options: missed.map((rule) => [rule.ruleId, own(rule, 'title')]) },
    { name: 'decisionNo', label: t('decision_no'), required: true },
    { name: 'decidedOn', label: t('decided_on'), type: 'date', value: today(), required: true },
  ], { remember: `waive/${desk.plan.id}/${ruleId}` });
  dialog({
    title: t('waive_title'), className: 'step-dialog', body: [h('p', {}, t('waive_text')), fields.element],
    actions: [
      { text: t('step_cancel') },
      { text: t('waive_do'), primary: true, run: async () => {
        const done = await fields.guard((values) => api.waive(desk.plan.id, values));
        if (!done) return false;
        await reload();
        toast(t('waived'));
        if (ruleId && desk.plan.status === 'SUBMITTED') {
          approve();
          return false; // the approval's dialog has taken this one's place
        }
        return true;
      } },
    ],
  });
}
