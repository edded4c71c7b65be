/** Handing the plan in, and giving it up. */
import { h, icon } from '../../lib/dom.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { decide, desk, emit, saving } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { form } from './form.js';
import { faultList, faults } from './standing.js';

/** The plan's name in a sentence: version and zone. */
export const named = () => t('plan_of_zone', { n: desk.plan.version, zone: desk.zone.properties.short_name });

/** Asks whether to hand in, or says what is missing. */
export function submit(report = desk.report) {
  const { blocking, advising } = faults(report);
  const unsent = unsentFault();
  let box = null;
  const leave = () => {
    box.close();
    return box.closed;
  };
  if (blocking.length > 0 || unsent) {
    box = dialog({
      title: t('submit_missing'), className: 'step-dialog',
      body: [
        unsent && h('p', { class: 'note warn' }, icon('warn', 'small'), h('span', {}, unsent.text), unsent.open && h('button', { type: 'button', class: 'link', on: { click: async () => {
          await leave();
          unsent.open();
        } } }, t('open_it'))),
        blocking.length > 0 && [h('p', {}, t('submit_blocked', { n: blocking.length })), faultList(blocking, { leave })],
      ],
      actions: [{ text: t('close') }],
    });
    return;
  }
  const note = form([{ name: 'reason', label: t('submit_note'), type: 'textarea', hint: t('submit_note_hint') }], { remember: `submit/${desk.plan.id}` });
  box = dialog({
    title: t('submit_title', { plan: named() }), className: 'step-dialog',
    body: [
      h('p', {}, t('submit_text')),
      advising.length > 0 && h('details', { class: 'advice' }, h('summary', {}, t('submit_advises', { n: advising.length })), faultList(advising, { leave })),
      note.element,
    ],
    actions: [
      { text: t('step_cancel') },
      {
        text: t('step_submit'), primary: true,
        run: async () => {
          try {
            return await note.guard(({ reason }) => decide('submit', { reason }));
          } catch (problem) {
            if (problem.body?.report) { // the server's checks are newer than the ones shown here
              submit(problem.body.report);
              return false;
            }
            throw problem;
          } finally {
            if (desk.plan.status === 'SUBMITTED') toast(t('submitted'));
          }
        },
      },
    ],
  });
}

/** What is drawn here and not with the server yet. */
function unsentFault() {
  const { state, waiting } = saving();
  if (desk.conflict) return { text: t('missing_conflict', { n: desk.conflict.subzones.length }), open: () => emit('showconflict') };
  if (waiting > 0 && state !== 'saving') return { text: t('missing_unsent', { n: waiting }) };
  return null;
}

/** Gives the plan up; asked once, because nothing takes it back. */
export function withdraw() {
  const why = form([{ name: 'reason', label: t('withdraw_reason'), type: 'textarea' }], { remember: `withdraw/${desk.plan.id}` });
  const box = dialog({
    title: t('withdraw_title', { plan: named() }), className: 'step-dialog',
    body: [h('p', {}, t('withdraw_text')), desk.plan.status === 'SUBMITTED' && h('p', { class: 'quiet' }, t('withdraw_instead')), why.element],
    actions: [
      { text: t('step_cancel') },
      { text: t('step_withdraw'), danger: true, run: async () => {
        if (!(await why.guard(({ reason }) => decide('withdraw', { reason })))) return false;
        toast(t('withdrawn'));
        return true;
      } },
    ],
  });
  focusCancel(box);
}

/** What cannot be taken back begins with the focus on leaving it. */
export function focusCancel(box) {
  box.element.querySelector('.dialog-foot .button')?.focus();
}
