/** Tenants of the zone that is open, for staff: what each is told and why; a row opens everything that is held of the firm. */
import { h, put } from '../lib/dom.js';
import { date, m2, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import * as api from '../api/conversions.js';
import { right, table, verdictTag } from './page.js';
import { openTenant } from './tenantdialog.js';

export async function tenants(host, zone, on, officer, refresh) {
  const { tenants: all } = await api.tenants(zone.code, on);
  const waiting = all.flatMap((tenant) => tenant.contests.filter((one) => one.answer === null));
  const rows = all.map((tenant) => h('tr', {},
    h('th', { scope: 'row' }, h('button', { type: 'button', class: 'link', on: { click: () => openTenant(tenant, officer, refresh) } }, own(tenant, 'name')),
      h('span', { class: 'quiet small' }, own(tenant, 'industry'), ' · ', tenant.vsic[0] ?? '')),
    right(m2(tenant.areaM2)),
    right(tenant.figures?.jobs ? number(tenant.areaM2 / tenant.figures.jobs, 1) : '–'),
    h('td', {}, date(tenant.leaseEnd)),
    right(tenant.proposal.points === null ? '–' : number(tenant.proposal.points, 1)),
    h('td', {}, verdictTag(tenant.verdict), h('span', { class: 'quiet small' }, t(tenant.decided ? 'cv_decided' : 'cv_proposed')),
      tenant.contests.some((one) => one.answer === null) && h('span', { class: 'tag warn' }, t('cv_contested')))));
  put(host, h('div', { class: 'cv-card-head' }, h('h2', {}, t('cv_tenants', { zone: zone.shortName })), h('span', { class: 'quiet small' }, t('cv_tenants_count', { n: all.length }))),
    waiting.length > 0 && h('p', { class: 'cv-notice' }, t('cv_contests_waiting', { n: waiting.length })),
    all.length === 0 ? h('p', { class: 'quiet' }, t('cv_tenants_none'))
      : table(t('cv_tenants', { zone: zone.shortName }), [t('cv_firm'), { text: t('cv_area'), right: true }, { text: t('cv_land_per_job'), right: true }, t('cv_lease_end'), { text: t('cv_points'), right: true }, t('cv_verdict')], rows));
}
