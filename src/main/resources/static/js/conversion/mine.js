/** What is held of the firm of whoever looks: everything, and a way to say that it is not so. */
import { h, icon, put } from '../lib/dom.js';
import { date } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { toast } from '../lib/say.js';
import * as api from '../api/conversions.js';
import { verdictWord } from './page.js';
import { contests, held, written } from './tenantdialog.js';

const SUBJECTS = ['VERDICT', 'SECTOR', 'LABOUR', 'ENERGY', 'WATER', 'EMISSION', 'LAND_PER_JOB'];

export async function mine(host) {
  const found = await api.mine();
  put(host, h('h2', {}, t('cv_mine')),
    found.tenants.length === 0 && h('p', {}, t('cv_mine_none')),
    found.tenants.map((tenant) => h('article', { class: 'cv-own' }, h('h3', {}, `${own(tenant, 'name')}, ${tenant.zone}`), held(tenant), contests(tenant), form(tenant, () => mine(host)))),
    found.scenarios.length > 0 && h('div', {}, h('h3', {}, t('cv_named')), h('p', { class: 'quiet small' }, t('cv_named_note')), h('ul', { class: 'cv-said' }, found.scenarios.map((one) =>
      h('li', {}, h('b', {}, one.name), `: ${one.zone}, ${verdictWord(one.verdict)}`, one.leaveBy && `, ${t('cv_until', { day: date(one.leaveBy) })}`)))));
}

function form(tenant, refresh) {
  const subject = h('select', { class: 'input', id: `cv-subject-${tenant.zone}` }, SUBJECTS.map((one) => h('option', { value: one }, t(`cv_criterion_${one}`))));
  const text = h('textarea', { class: 'input cv-area', id: `cv-statement-${tenant.zone}`, rows: 3, maxlength: 1000 });
  const fault = h('p', { class: 'cv-fault', role: 'alert', hidden: true });
  return h('form', { class: 'cv-form', on: {
    submit: async (event) => {
      event.preventDefault();
      fault.hidden = true;
      try {
        written(text);
        await api.contest(tenant.zone, { subject: subject.value, reason: text.value });
        toast(t('cv_contest_sent'));
        await refresh();
      } catch (problem) {
        fault.hidden = false;
        put(fault, icon('blocked', 'small'), ` ${problem.detail ?? problem.message}`);
        text.focus();
      }
    },
  } }, h('h3', {}, t('cv_contest')), h('p', { class: 'quiet small' }, t('cv_contest_note')),
  h('label', { class: 'field' }, t('cv_contest_subject'), subject), h('label', { class: 'field' }, t('cv_contest_text'), text), fault,
  h('div', { class: 'cv-actions' }, h('button', { type: 'submit', class: 'button' }, t('cv_contest_send'))));
}
