/** Figures of a tenant that count from their day on; what is left out stays unknown. */
import { today } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import * as api from '../../api/conversions.js';
import { ask } from './ask.js';

export function figuresForm(tenant, done) {
  const held = tenant.figures ?? {};
  return ask({
    title: `${t('cv_figures_add')}: ${own(tenant, 'name')}`, note: t('cv_figures_note'), remember: `cv/figures/${tenant.zone}/${tenant.firm}`, done, focus: '#cv-tenants .cv-table button',
    fields: [
      { name: 'asOf', label: t('cv_figures_day'), type: 'date', value: today(), max: today(), required: true }, { name: 'jobs', label: t('cv_jobs'), type: 'number', value: held.jobs ?? '' },
      { name: 'energyKwhYear', label: `${t('cv_energy')} (${t('cv_unit_energy')})`, type: 'number', value: held.energyKwhYear ?? '' }, { name: 'waterM3Year', label: `${t('cv_water')} (${t('cv_unit_water')})`, type: 'number', value: held.waterM3Year ?? '' },
      { name: 'emissionGroup', label: t('cv_group'), type: 'select', value: held.emissionGroup ?? '', options: [['', t('cv_unknown')], ...['I', 'II', 'III', 'IV'].map((one) => [one, one])] },
      { name: 'source', label: t('cv_source_label'), required: true, hint: t('cv_source_hint'), maxlength: 500 },
    ],
    send: ({ emissionGroup, ...values }) => api.addFigures(tenant, { ...values, emissionGroup: emissionGroup || null }),
  });
}
