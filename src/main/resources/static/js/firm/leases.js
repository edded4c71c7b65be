/** A firm's leases: where, until when, what it pays; what happens at the end. */
import { h, icon } from '../lib/dom.js';
import { date, m2, rent, today } from '../lib/numbers.js';
import { leaseRequest } from './leaserequest.js';
import { t } from '../lib/words.js';
import { bayWords, buildingWords, depositFact, monthly, placeAddress, strip } from './place.js';

const SOON_MONTHS = 12;

export function leaseList(data, again) {
  if (data.leases.length === 0) return null;
  return h('section', { class: 'card-plain', id: 'leases', 'aria-labelledby': 'leases-title' }, h('h2', { id: 'leases-title' }, t('leases')), data.leases.map((lease) => entry(lease, data, again)));
}

function entry(lease, data, again) {
  const building = data.buildings[lease.building];
  const over = lease.until < today();
  const soon = new Date(`${today()}T00:00:00Z`);
  soon.setUTCMonth(soon.getUTCMonth() + SOON_MONTHS);
  const ends = lease.status === 'RUNNING' && !over && lease.until <= soon.toISOString().slice(0, 10);
  return h('article', { class: 'lease', data: { id: lease.id } },
    h('div', { class: 'card-head' }, h('h3', {}, bayWords(lease), building && `, ${buildingWords(building)}`), h('span', { class: `tag ${lease.status === 'RUNNING' && !over ? 'free' : ''}` }, over && lease.status === 'RUNNING' ? t('lease_over') : lease.from > today() ? t('lease_coming') : t(`lease_${lease.status}`))),
    building && lease.status === 'RUNNING' && strip(building, lease, 'let'),
    h('dl', { class: 'facts-list' },
      h('div', {}, h('dt', {}, t('contract')), h('dd', {}, lease.contractNo)), h('div', {}, h('dt', {}, t('term')), h('dd', {}, `${date(lease.from)} – ${date(lease.until)}`)),
      h('div', {}, h('dt', {}, t('area')), h('dd', {}, m2(lease.areaM2))), h('div', {}, h('dt', {}, t('rent_month')), h('dd', {}, monthly(lease.rentUsdM2Month * lease.areaM2, lease.rentVndM2Month * lease.areaM2), h('small', {}, rent(lease.rentUsdM2Month, lease.rentVndM2Month)))),
      depositFact(lease)),
    lease.endedOn && h('p', { class: 'quiet small' }, t('lease_ended', { date: date(lease.endedOn) })),
    lease.status === 'RUNNING' && h('p', { class: ends ? 'notice' : 'quiet small' }, ends && icon('clock', 'small'), h('span', {}, t(ends ? 'lease_ends_soon' : 'lease_renewal', { date: date(lease.until) }))),
    lease.status === 'RUNNING' && !over && leaseRequest(lease, data, again),
    building && h('a', { class: 'link', href: placeAddress(building, lease) }, t('see_on_plan')));
}
