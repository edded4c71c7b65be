/** For officers: what firms ask for about their leases, to be granted or refused. */
import { h } from '../lib/dom.js';
import { date, m2, moment } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { dialog } from '../lib/dialog.js';
import { requestWords } from './leaserequest.js';
import { bayWords, fact } from './place.js';

/** @returns {HTMLElement|null} nothing where nobody waits */
export function requestList(requests, draw) {
  if (requests.length === 0) return null;
  return h('section', { class: 'card-plain', id: 'lease-requests' }, h('h2', {}, t('staff_requests')), h('ul', { class: 'choices' }, requests.map((one) => h('li', {}, h('button', { type: 'button', class: 'choice staff-row', on: { click: () => open(one, draw) } },
    h('span', {}, h('b', {}, one.firm), ' ', h('span', { class: 'quiet small' }, requestWords(one))), h('span', { class: 'quiet small' }, moment(one.madeAt)))))));
}

async function open(request, draw) {
  const lease = await api.lease(request.lease);
  const why = h('textarea', { class: 'input area', id: 'request-why', rows: 3, maxlength: 1000 });
  const missing = h('p', { class: 'field-error', hidden: true, role: 'alert' }, t('reason_missing'));
  const decide = (decision) => async () => {
    missing.hidden = why.value.trim() !== '';
    if (!missing.hidden) { why.focus(); return false; }
    await api.decideRequest(request, decision, why.value.trim());
    toast(t(`staff_request_${decision}`));
    await draw();
    return true;
  };
  dialog({
    title: requestWords(request),
    body: [h('dl', { class: 'facts-list' }, fact(t('firm'), request.firm), fact(t('contract'), lease.contractNo), fact(t('place'), `${lease.building}, ${bayWords(lease)}`), fact(t('area'), m2(lease.areaM2)), fact(t('term'), `${date(lease.from)} – ${date(lease.until)}`)),
      h('p', {}, request.reason), h('div', { class: 'form-field' }, h('label', { for: 'request-why' }, t('staff_why')), why, missing)],
    actions: [{ text: t('close') }, { text: t('staff_refuse'), danger: true, run: decide('refuse') }, { text: t('staff_grant'), primary: true, run: decide('grant') }],
  });
}
