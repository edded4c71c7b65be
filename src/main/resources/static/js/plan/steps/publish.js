/** Making an approved plan the zone's one in force: irreversible, so it says what it replaces. */
import * as api from '../../api/plans.js';
import { h, icon } from '../../lib/dom.js';
import { date } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { own, t } from '../../lib/words.js';
import { href } from '../address.js';
import { decide, desk } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { isOwn, ownWork } from './approve.js';
import { explained } from './form.js';
import { focusCancel, named } from './submit.js';

export function publish() {
  if (isOwn()) {
    ownWork();
    return;
  }
  const { plan } = desk;
  const before = h('div', { class: 'replaces' }, h('p', { class: 'quiet' }, t('reading')));
  const meanwhile = h('div', { class: 'meanwhile', role: 'alert' });
  let over; // the plan the approver has seen to be in force, once the server has named another one
  const box = dialog({
    title: t('publish_title', { plan: named() }), className: 'step-dialog',
    body: [
      h('p', {}, h('b', {}, own(plan, 'title'))),
      h('dl', { class: 'step-facts' }, [[t('decision_no'), plan.decisionNo], [t('authority'), own(plan, 'authority')], [t('valid_period'), plan.validTo ? `${date(plan.validFrom)} – ${date(plan.validTo)}` : t('from_day', { date: date(plan.validFrom) })]]
        .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
      before, meanwhile, h('p', { class: 'note warn' }, icon('warn', 'small'), h('span', {}, t('publish_final'))),
    ],
    actions: [
      { text: t('step_cancel') },
      { text: t('step_publish'), primary: true, run: async () => {
        try {
          await decide('publish', over === undefined ? {} : { over });
        } catch (problem) {
          if (!/another-was-published/.test(problem.code ?? '')) throw explained(problem);
          over = Number(problem.body.published) || undefined;
          meanwhile.replaceChildren(h('section', { class: 'note warn' }, icon('warn', 'small'), h('div', {}, h('b', {}, problem.detail), changes(problem.body.changes), over && compareLink(over))));
          box.element.querySelector('.dialog-foot .primary').textContent = t('publish_anyway');
          return false;
        }
        toast(t('published'));
        return true;
      } },
    ],
  });
  focusCancel(box);
  replaced(before);
}

/** Names the plan in force now and how the new one differs. */
async function replaced(host) {
  const { plan } = desk;
  try {
    const { plans } = await api.plans(plan.zone);
    const now = plans.find((one) => one.status === 'PUBLISHED');
    if (!now) {
      host.replaceChildren(h('p', {}, t('publish_first')));
      return;
    }
    const difference = await api.compare(plan.id, now.id);
    host.replaceChildren(h('p', {}, t('publish_replaces', { n: now.version, title: own(now, 'title') })), changes(difference), compareLink(now.id));
  } catch (problem) {
    host.replaceChildren(h('p', { class: 'form-error' }, [problem.detail, problem.remedy].filter(Boolean).join(' ')), h('button', { type: 'button', class: 'button', on: { click: () => replaced(host) } }, t('try_again')));
  }
}

const compareLink = (other) => h('p', {}, h('a', { class: 'link', href: href({ with: String(other), tab: 'history', map: null }), target: '_blank', rel: 'noopener' }, t('publish_compare')));

/** A difference in one sentence with the codes: made, changed, removed. */
export function changes({ created, removed, changed }) {
  const part = (words, list) => list.length > 0 && h('li', {}, t(words, { n: list.length }), ': ', list.slice(0, 12).map((one) => one.code).join(', '), list.length > 12 && '…');
  const parts = [part('changes_created', created), part('changes_changed', changed), part('changes_removed', removed)].filter(Boolean);
  return parts.length > 0 ? h('ul', { class: 'changes' }, parts) : h('p', { class: 'quiet' }, t('changes_none'));
}
