/** What a firm asks for about a lease: a further term, another firm, an earlier end; and what came of it. */
import { h, icon } from '../lib/dom.js';
import { date } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { dialog } from '../lib/dialog.js';
import { fields } from './form.js';

const KINDS = ['RENEW', 'TRANSFER', 'END'];
const USUAL_MONTHS = 36;

/** What is asked for, in words. */
export const requestWords = (one) => t(`request_${one.kind}`, { n: one.months, date: one.day && date(one.day), firm: one.toFirm });

/** The last request about a lease, and the buttons to ask. */
export function leaseRequest(lease, data, again) {
  const [last] = data.requests.filter((one) => one.lease === lease.id);
  const open = last?.status === 'OPEN';
  return h('div', { class: 'lease-request' },
    last && last.status !== 'WITHDRAWN' && h('p', { class: 'notice' }, icon(open ? 'clock' : 'info', 'small'), h('span', {}, requestWords(last), ': ', t(`request_is_${last.status}`), last.status === 'REFUSED' && ` “${last.endReason}”`)),
    h('div', { class: 'row' }, open
      ? h('button', { type: 'button', class: 'button', disabled: Boolean(data.old), on: { click: () => takeBack(last, again) } }, t('request_take_back'))
      : KINDS.map((kind) => h('button', { type: 'button', class: 'button', disabled: Boolean(data.old), on: { click: () => ask(kind, lease, again) } }, t(`request_ask_${kind}`)))));
}

function ask(kind, lease, again) {
  const values = { months: kind === 'RENEW' ? String(USUAL_MONTHS) : '', day: '', firm: '', reason: '' };
  const form = fields(values, () => undefined);
  const key = crypto.randomUUID();
  const day = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? '' : t('field_missing'));
  const months = (text) => (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 600 ? '' : t('request_months_wrong'));
  dialog({
    title: t(`request_ask_${kind}`),
    body: [
      h('p', {}, t(`request_means_${kind}`, { date: date(lease.until) })),
      kind === 'RENEW' && form.text('months', { label: t('request_months'), required: true, type: 'text', inputmode: 'numeric', maxlength: 3, judge: months }),
      kind === 'TRANSFER' && form.text('firm', { label: t('request_firm'), hint: t('request_firm_hint'), required: true, type: 'text', autocapitalize: 'characters', maxlength: 20 }),
      kind !== 'RENEW' && form.text('day', { label: t(kind === 'END' ? 'request_last_day' : 'request_first_day'), required: true, type: 'date', judge: day }),
      form.text('reason', { label: t('request_reason'), required: true, type: 'text', maxlength: 1000 }),
    ].filter(Boolean),
    actions: [{ text: t('later') }, { text: t('request_send'), primary: true, run: async () => {
      if (!form.valid()) return false;
      await api.askAboutLease(lease.id, { kind, months: kind === 'RENEW' ? Number(values.months) : null, day: values.day || null, firm: values.firm.trim() || null, reason: values.reason.trim() }, key);
      await again(t('request_sent'));
      return true;
    } }],
  });
}

function takeBack(request, again) {
  dialog({
    title: t('request_take_back'),
    body: [h('p', {}, requestWords(request))],
    actions: [{ text: t('later') }, { text: t('request_take_back'), danger: true, run: async () => {
      await api.takeBackRequest(request);
      await again(t('request_taken_back'));
    } }],
  });
}
