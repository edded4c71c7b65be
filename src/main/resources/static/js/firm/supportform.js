/** A firm says what it lacks: a sentence, and the few figures that help to find it. */
import { t, own } from '../lib/words.js';
import * as api from '../api/support.js';
import { supply } from '../api/space.js';
import { dialog } from '../lib/dialog.js';
import { faultsOf, fields, read } from './form.js';

const MOST_M2 = 1_000_000, MOST_KN = 200, HIGHEST_M = 50, MOST_MILLION = 1_000_000_000;

let zones; // read once

async function zoneChoices() {
  try {
    zones ??= (await supply()).zones;
  } catch {
    return []; // any zone can still be said
  }
  return zones.map((zone) => [zone.code, own(zone, 'name') || zone.shortName || zone.code]);
}

/** Opens the form; `again(said)` is called once it was sent. */
export async function needForm(lack, again) {
  const values = { detail: '', areaM2: '', loadKnM2: '', clearHeightM: '', amount: '', zone: 'ANY' };
  const form = fields(values, () => undefined);
  const key = crypto.randomUUID();
  const choices = await zoneChoices();
  const premises = lack === 'PREMISES';
  dialog({
    title: t('sup_form_title', { lack: t(`lack_${lack}`).toLowerCase() }),
    body: [
      form.paragraph('detail', { label: t('sup_detail'), hint: t('sup_detail_hint'), required: true, maxlength: 1000 }),
      premises && form.amount('areaM2', { label: t('sup_area'), required: true, least: 1, most: MOST_M2, unit: 'm²' }),
      premises && form.amount('loadKnM2', { label: t('sup_load'), least: 0.01, most: MOST_KN, unit: 'kN/m²' }),
      premises && form.amount('clearHeightM', { label: t('sup_height'), least: 0.01, most: HIGHEST_M, unit: 'm' }),
      lack === 'CAPITAL' && form.amount('amount', { label: t('sup_amount'), least: 0.01, most: MOST_MILLION, unit: t('sup_million') }),
      form.choice('zone', { label: t('sup_zone'), required: true, of: [['ANY', t('sup_zone_any')], ...choices] }),
    ].filter(Boolean),
    actions: [{ text: t('later') }, { text: t('sup_send'), primary: true, run: async () => {
      if (!form.valid()) return false;
      const million = read(values.amount);
      try {
        await api.stateNeed({
          lack, detail: values.detail.trim(), zone: values.zone === 'ANY' ? undefined : values.zone,
          areaM2: read(values.areaM2), loadKnM2: read(values.loadKnM2), clearHeightM: read(values.clearHeightM),
          amountVnd: million === undefined ? undefined : Math.round(million * 1_000_000),
        }, key);
      } catch (problem) {
        const faults = faultsOf(problem).map((one) => ({ ...one, field: one.field === 'amountVnd' ? 'amount' : one.field }));
        if (form.blame(faults)) return false;
        throw problem;
      }
      await again(t('sup_stated'));
      return true;
    } }],
  });
}
