/** Rents of running leases for officers: what each has, and a new one from an agreed day on. */
import { dialog } from '../lib/dialog.js';
import { form } from '../lib/dialogform.js';
import { h, put } from '../lib/dom.js';
import { date, m2, number, today } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { t } from '../lib/words.js';
import * as api from '../api/support.js';
import { alert } from '../firm/page.js';

/** The list as an element; it reads itself. */
export function rents() {
  const list = h('ul', { class: 'choices' });
  const state = h('p', { class: 'quiet', role: 'status' }, t('firm_reading'));
  const find = h('input', { class: 'input', id: 'lease-find', type: 'search', autocomplete: 'off', on: { input: () => draw() } });
  let all = [];
  let next = null;
  const more = h('button', { type: 'button', class: 'button', hidden: true, on: { click: () => read(next) } }, t('work_more'));

  async function read(from) {
    try {
      const found = from ? await api.further(from) : await api.leases();
      all = [...all, ...found.leases];
      next = found.next;
      more.hidden = !next;
      draw();
    } catch (problem) {
      put(state, problem.detail ?? problem.message);
    }
  }
  function draw() {
    const text = find.value.trim().toLowerCase();
    const shown = all.filter((one) => `${one.contractNo} ${one.firm} ${one.building}`.toLowerCase().includes(text));
    put(state, shown.length === 0 ? t('rent_none') : t('rent_count', { n: shown.length }));
    put(list, shown.slice(0, 50).map((one) => h('li', {}, h('button', { type: 'button', class: 'choice staff-row', 'data-lease': one.id, on: { click: () => open(one) } },
      h('span', {}, h('b', {}, one.contractNo), ' ', h('span', { class: 'quiet small' }, `${one.firm} · ${one.building}, ${t('rent_floor', { n: one.level })} · ${m2(one.areaM2)}`)), h('span', { class: 'quiet small' }, t('rent_until', { day: date(one.until) }))))));
  }
  read(null);
  return h('section', { class: 'card-plain rents', 'aria-labelledby': 'rents-title' }, h('h2', { id: 'rents-title' }, t('rent_title')), h('p', { class: 'quiet small' }, t('rent_note')),
    h('div', { class: 'form-field' }, h('label', { for: 'lease-find' }, t('rent_find')), find), state, list, more);
}

async function open(lease) {
  const money = await api.leaseMonths(lease.id).catch((problem) => { toast(problem.detail ?? problem.message); return null; });
  if (!money) return;
  const first = lease.from > today() ? lease.from : today();
  const f = form([
    { name: 'from', label: t('rent_from'), type: 'date', value: first, min: first, max: money.until, required: true },
    { name: 'rentVndM2Month', label: t('rent_new'), type: 'number', required: true },
    { name: 'reason', label: t('cat_reason'), type: 'textarea', rows: 2, required: true, maxlength: 1000 },
  ], { remember: `rent/${lease.id}` });
  const box = dialog({
    title: `${t('rent_of')} ${lease.contractNo}`, className: 'wide form-two',
    body: [h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('rent_rates') }, h('table', { class: 'table' }, h('caption', { class: 'sr' }, t('rent_rates')),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('rent_from')), h('th', { scope: 'col', class: 'right' }, t('rent_per_m2')))),
      h('tbody', {}, money.rates.map((one) => h('tr', {}, h('th', { scope: 'row' }, date(one.from)), h('td', { class: 'right' }, t('money_vnd', { n: number(one.vndM2Month) }))))))),
    h('p', {}, t('rent_sum', { n: number(money.billVnd) })), h('p', { class: money.reconciled ? 'quiet small reconciled' : 'field-error' }, t(money.reconciled ? 'money_reconciled' : 'money_not_reconciled', { n: number(money.scheduleVnd) })), f.element],
    actions: [{ text: t('close') }, { text: t('rent_record'), primary: true, value: 'sent', run: () => f.guard((values) => api.addRentStep(money, values)) }],
  });
  if ((await box.closed) !== 'sent') return;
  toast(t('cat_said'));
  alert(t('cat_said'));
  await open(lease);
}
