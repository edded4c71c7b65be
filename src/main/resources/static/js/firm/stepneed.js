/** Step 1: which bays, from when, for what. */
import { h } from '../lib/dom.js';
import { date, number, today } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { fields, read, typedNumber } from './form.js';
import { machines } from './machines.js';
import { lastDay, plusMonths } from './needs.js';
import { bayWords, buildingWords, placeAddress, strip } from './place.js';

const HAZARDS = ['A', 'B', 'C1', 'C2', 'C3', 'C4', 'D', 'E'];
const MOST_MONTHS = 600;

/**
 * @param {object} draft
 * @param {{place: object, industries: object[], firm: object|null}} about
 * @param {() => void} changed
 */
export function needStep(draft, { place, industries, firm }, changed) {
  prefill(draft, place, industries, firm);
  const term = h('p', { class: 'hint', role: 'status' });
  const estimate = h('p', { class: 'hint' });
  const form = fields(draft, (key) => {
    if (key === 'from') draft.fromTyped = true;
    if (key === 'months') draft.monthsTyped = true;
    if (key === 'industry') estimateOf();
    say();
    changed();
  });

  function estimateOf() {
    const line = industries.find((one) => one.code === draft.industry);
    if (!line) return;
    estimate.textContent = t('estimate', { power: number(line.powerKvaPerM2 * place.areaM2), water: number((line.wastewaterM3DayPer100M2 * place.areaM2) / 100, 1) });
    if (!draft.hazard) {
      draft.hazard = line.hazards[0];
      const select = document.getElementById('f-hazard');
      if (select) select.value = draft.hazard;
      form.again('hazard');
    }
  }

  function say() {
    const months = read(draft.months);
    const end = draft.from && months > 0 && months <= MOST_MONTHS ? lastDay(draft.from, months) : null;
    term.textContent = end ? t('term_until', { from: date(draft.from), until: date(end) }) : '';
  }

  const termEnd = place.building.zone.termEnd;
  const node = h('div', { class: 'step-body' },
    h('section', { class: 'place-card' },
      h('p', { class: 'place-name' }, h('b', {}, bayWords(place)), h('span', {}, buildingWords(place.building))),
      strip(place.building, place), h('a', { class: 'link', href: placeAddress(place.building, place) }, t('other_bays'))),
    h('div', { class: 'pair' },
      form.day('from', { label: t('start_day'), required: true, min: today(), judge: (text) => (text < today() ? t('day_past') : '') }),
      form.amount('months', { label: t('term_months'), required: true, whole: true, least: 1, most: MOST_MONTHS, unit: t('months'),
        judge: (text) => (termEnd && draft.from && lastDay(draft.from, read(text)) > termEnd ? t('beyond_land', { end: date(termEnd) }) : '') })),
    term,
    form.choice('industry', { label: t('industry'), required: true, of: industries.map((one) => [one.code, own(one, 'name')]) }),
    form.paragraph('production', { label: t('production'), hint: t('production_hint'), required: true, maxlength: 2000 }),
    form.choice('hazard', { label: t('hazard'), hint: t('need_hazard_help'), required: true, of: HAZARDS.map((one) => [one, t(`hazard_${one}`)]) }),
    machines(draft, changed),
    h('div', { class: 'pair' },
      form.amount('power', { label: t('power'), unit: 'kVA', most: 100_000 }),
      form.amount('wastewater', { label: t('wastewater'), unit: t('m3_day'), most: 10_000 })),
    estimate,
    form.amount('budget', { label: t('budget'), hint: t('budget_hint', { rent: number(place.floor.rentVndM2Month) }), required: true, unit: t('vnd_m2'), least: 1000, most: 100_000_000 }),
    form.check('acceptOther', { label: t('accept_other'), hint: t('accept_other_hint') }));
  estimateOf();
  say();
  return { node, form };
}

/** What is known already is not asked again. */
function prefill(draft, place, industries, firm) {
  if (firm && !draft.industry) draft.industry = firm.industry;
  if (firm && draft.machines.length === 0 && !draft.machinesFilled) {
    draft.machines = firm.machines.map((one) => ({ name: one.name, weightT: typedNumber(one.weightT), lengthM: typedNumber(one.lengthM), widthM: typedNumber(one.widthM), heightM: typedNumber(one.heightM) }));
    draft.machinesFilled = true;
  }
  draft.budget ??= typedNumber(Math.ceil(place.floor.rentVndM2Month));
  draft.months ??= '36';
  const soonest = plusMonths(`${today().slice(0, 8)}01`, 1);
  const free = place.bays.map((bay) => bay.freeFrom).filter(Boolean).sort().pop();
  draft.from ??= free && free > soonest ? free : soonest;
  if (draft.from < today()) draft.from = soonest;
}
