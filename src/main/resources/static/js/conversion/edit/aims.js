/** What officers write of a zone's aims, each in a form of its own; nothing is changed, a later row counts from its day on. */
import { percent, today } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import * as api from '../../api/conversions.js';
import { ask, sourceFields } from './ask.js';

const choices = (prefix, values) => values.map((value) => [value, t(`${prefix}_${value}`)]);

/** @param {{zone: object, aim: object}} shown @param {() => Promise} done reads the page anew */
export function aimForms({ zone, aim }, done) {
  const open = (what, title, fields, more = {}) => ask({
    title: `${title}, ${zone.shortName}`, fields, done, remember: `cv/${what}/${zone.code}`,
    send: (values) => api.addAim(zone.code, what, { ...values, ...more.and }, aim.versions), ...more,
  });
  const dayFrom = { name: 'validFrom', label: t('cv_valid_from'), type: 'date', value: today(), required: true };

  return {
    sector: (one) => open('sectors', t(one ? 'cv_sector_change' : 'cv_sector_add'), [
      { name: 'vsic', label: t('cv_vsic'), value: one?.vsic, required: true, hint: t('cv_vsic_hint'), maxlength: 5 },
      { name: 'aim', label: t('cv_aim'), type: 'select', value: one?.aim ?? 'WANTED', options: choices('cv_aim', ['WANTED', 'PHASE_OUT', 'NEUTRAL']) },
      { name: 'nameVi', label: t('cv_name_vi'), value: one?.nameVi, required: true, maxlength: 300 }, { name: 'nameEn', label: t('cv_name_en'), value: one?.nameEn, required: true, maxlength: 300 },
      { ...dayFrom, hint: t('cv_valid_from_hint') }, ...sourceFields(),
    ], { focus: '[data-act=sector-add]', remember: `cv/sector/${zone.code}/${one?.vsic ?? ''}` }),

    finding: (one) => open('eco-findings', t('cv_finding_add'), [
      { name: 'status', label: t('cv_status'), type: 'select', value: one.status, options: choices('cv_status', ['MET', 'NOT_MET', 'UNKNOWN']) },
      { name: 'value', label: one.unit === '%' ? t('cv_value_pct') : t('cv_value'), type: 'number', value: one.value ?? '', hint: one.threshold === null ? t('cv_value_hint') : t('cv_value_least', { least: one.unit === '%' ? percent(one.threshold, 0) : one.threshold }) },
      { name: 'asOf', label: t('cv_found_on'), type: 'date', value: today(), max: today(), required: true },
      { name: 'evidence', label: t('cv_evidence'), type: 'textarea', value: one.evidence ?? '', hint: t('cv_evidence_hint'), rows: 2, maxlength: 300 },
    ], { note: own(one, 'name'), and: { test: one.code }, focus: `[data-act=finding-${one.code}]`, remember: `cv/finding/${zone.code}/${one.code}`,
      send: ({ evidence, ...values }) => api.addAim(zone.code, 'eco-findings', { ...values, test: one.code, evidence: evidence || null }, aim.versions) }),

    target: (one) => open('share-targets', t('cv_target_set'), [
      { name: 'targetPct', label: t('cv_target_pct'), type: 'number', value: one.targetPct, required: true }, dayFrom, ...sourceFields(),
    ], { note: t('cv_target_note', { name: own(one, 'name') }), focus: `[data-act=target-${one.code}]`, remember: `cv/target/${zone.code}/${one.code}`,
      send: (values) => api.addAim(zone.code, 'share-targets', { ...values, code: one.code }, aim.versions) }),

    balance: () => open('balances', t('cv_balance_add'), [
      { name: 'grossHa', label: t('cv_gross_ha'), type: 'number', value: zone.grossAreaHa, required: true }, { name: 'greenHa', label: t('cv_green_ha'), type: 'number' },
      { name: 'roadHa', label: t('cv_road_ha'), type: 'number' }, { name: 'techHa', label: t('cv_tech_ha'), type: 'number' },
      { name: 'asOf', label: t('cv_balance_of'), type: 'date', value: today(), max: today(), required: true }, ...sourceFields(),
    ], { note: t('cv_balance_note'), focus: '[data-act=balance]' }),

    milestone: (one) => open('milestones', t(one ? 'cv_milestone_change' : 'cv_milestone_add'), [
      { name: 'titleVi', label: t('cv_title_vi'), value: one?.titleVi, required: true, maxlength: 300 }, { name: 'titleEn', label: t('cv_title_en'), value: one?.titleEn, required: true, maxlength: 300 },
      { name: 'state', label: t('cv_status'), type: 'select', value: one?.state ?? 'PLANNED', options: choices('cv_state', ['PLANNED', 'DONE', 'UNKNOWN']) },
      { name: 'day', label: t('cv_day'), type: 'date', value: one?.day ?? '', hint: t('cv_day_hint') },
      { name: 'dayPrecision', label: t('cv_precision'), type: 'select', value: one?.dayPrecision ?? 'DAY', options: choices('cv_precision', ['DAY', 'MONTH', 'YEAR']) },
      ...sourceFields(),
    ], { note: one && one.zone === null ? t('cv_milestone_all') : null, focus: '[data-act=milestone-add]', remember: `cv/milestone/${zone.code}/${one?.id ?? ''}`,
      send: ({ day, ...values }) => api.addAim(zone.code, 'milestones', { ...values, day: day || null, replaces: one?.id ?? null }, aim.versions) }),

    withdraw: (one) => open('milestones', t('cv_milestone_withdraw'), [{ name: 'source', label: t('cv_withdraw_why'), required: true, maxlength: 300 }], {
      note: `${own(one, 'title')}. ${one.zone === null ? t('cv_milestone_all') : ''}`, verb: t('cv_milestone_withdraw'), focus: '[data-act=milestone-add]', remember: `cv/withdraw/${one.id}`,
      send: (values) => api.addAim(zone.code, 'milestones', { ...values, state: 'WITHDRAWN', replaces: one.id }, aim.versions) }),

    responsible: (one) => open('responsibles', t(`cv_role_${one.role}`), [
      { name: 'nameVi', label: t('cv_name_vi'), value: one.nameVi, required: true, maxlength: 300 }, { name: 'nameEn', label: t('cv_name_en'), value: one.nameEn, required: true, maxlength: 300 }, dayFrom, ...sourceFields(),
    ], { note: t('cv_responsible_note'), focus: `[data-act=responsible-${one.role}]`, remember: `cv/responsible/${zone.code}/${one.role}`,
      send: (values) => api.addAim(zone.code, 'responsibles', { ...values, role: one.role }, aim.versions) }),
  };
}
