/** What staff see of the firm behind a claim. */
import { h } from '../lib/dom.js';
import { date, monthsBetween, number, rent, today } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';

/**
 * Gives every claim of the building its tenant; a claim without a firm gets none.
 * @param {object} building answer of `/api/v1/buildings/{code}`
 * @param {object[]} tenants of `/api/v1/buildings/{code}/tenants`
 */
export function withTenants(building, tenants) {
  const key = ({ firstBay, bayCount, kind, from }, level) => [level, firstBay, bayCount, kind, from].join('/');
  const known = new Map(tenants.map((one) => [key(one, one.level), one]));
  const floors = building.floors.map((floor) => ({
    ...floor,
    occupancies: floor.occupancies.map((one) => {
      const tenant = known.get(key(one, floor.level));
      return { ...one, tenant: tenant?.firm ? tenant : null, terms: tenant ?? null };
    }),
  }));
  return { ...building, floors };
}

/** The lines about a claim, as staff read them: label and value. */
export function tenantLines(occupancy) {
  const { tenant, terms, from, until, kind } = occupancy;
  const rest = kind === 'LEASE' ? monthsBetween(today(), until) : -1;
  return [
    [t('tenant'), tenant ? `${own(tenant, 'name')} (${tenant.firm})` : t('tenant_unknown')],
    [t('sector'), `${own(occupancy, 'sector')}, ${t('hint_hazard', { hazard: occupancy.hazard })}`],
    terms?.contractNo && [t('tenant_contract'), terms.contractNo],
    [t('tenant_term'), `${t('hint_lease', { from: date(from), until: date(until) })}${rest >= 0 ? `, ${t('tenant_rest', { months: number(rest) })}` : ''}`],
    terms?.rentUsdM2Month && [t('tenant_rent'), rent(terms.rentUsdM2Month, terms.rentVndM2Month ?? undefined)],
    terms && [t('tenant_power'), t('hint_power', { kva: number(terms.powerKva, 1) })],
  ].filter(Boolean);
}

/** The same as a list for the sheet. */
export const tenantFacts = (occupancy) => h('dl', { class: 'tenant-facts' }, tenantLines(occupancy).map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))));
