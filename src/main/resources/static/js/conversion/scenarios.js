/** The what-ifs that are kept: choose some to compare, make, fork, change, put away. None touches the real state. */
import { dialog } from '../lib/dialog.js';
import { h } from '../lib/dom.js';
import { date, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { toast } from '../lib/say.js';
import * as api from '../api/conversions.js';
import { term, VERDICTS, verdictWord } from './page.js';

const MOST = 4;

export function scenarios({ kept, chosen, zones, officer, choose }) {
  const edit = (scenario, from) => editor({ scenario, from, zones, done: (id) => choose(chosen.includes(id) ? chosen : [...chosen, id].slice(-MOST)) });
  return h('div', { class: 'cv-scenarios' },
    h('div', { class: 'cv-card-head' }, h('h2', {}, t('cv_scenarios')), officer && h('button', { type: 'button', class: 'button primary', on: { click: () => edit(null, null) } }, t('cv_new'))),
    h('p', { class: 'quiet small' }, t('cv_scenarios_note')),
    kept.length === 0 && h('p', {}, t('cv_scenarios_none')),
    h('ul', { class: 'cv-kept' }, kept.map((one) => {
      const on = chosen.includes(one.id);
      const full = !on && chosen.length >= MOST;
      return h('li', {}, h('label', { class: 'choice' }, h('input', { type: 'checkbox', checked: on, disabled: full, on: { change: () => choose(on ? chosen.filter((id) => id !== one.id) : [...chosen, one.id]) } }),
        h('span', {}, h('b', {}, one.name), h('small', { class: 'quiet' }, summary(one)))),
      officer && h('span', { class: 'cv-actions' },
        h('button', { type: 'button', class: 'button', on: { click: () => edit(one, null) } }, t('cv_change_it'), h('span', { class: 'sr' }, ` ${one.name}`)),
        h('button', { type: 'button', class: 'button', on: { click: () => edit(null, one) } }, t('cv_fork'), h('span', { class: 'sr' }, ` ${one.name}`)),
        h('button', { type: 'button', class: 'button', on: { click: () => putAway(one, () => choose(chosen.filter((id) => id !== one.id))) } }, t('cv_archive'), h('span', { class: 'sr' }, ` ${one.name}`))));
    })));
}

function summary(one) {
  const terms = one.terms.map((each) => t('cv_plus', { zone: each.zone, n: each.years })).join(', ');
  return [terms || t('cv_no_terms'), t('cv_changed_verdicts', { n: one.verdicts.length }), date(one.changedAt)].join(' · ');
}

async function putAway(one, done) {
  const box = dialog({ title: t('cv_archive'), body: h('p', {}, t('cv_archive_ask', { name: one.name })), actions: [{ text: t('close') }, { text: t('cv_archive_do'), primary: true, value: 'yes', run: () => api.archiveScenario(one.id) }] });
  if ((await box.closed) === 'yes') await done();
}

/** One form for a new, a forked and a changed what-if. */
async function editor({ scenario, from, zones, done }) {
  const origin = scenario ?? from;
  const name = h('input', { class: 'input', id: 'cv-name', maxlength: 100, value: scenario?.name ?? (from ? t('cv_fork_of', { name: from.name }).slice(0, 100) : '') });
  const note = h('textarea', { class: 'input cv-area', id: 'cv-note', rows: 2, maxlength: 1000 });
  note.value = origin?.note ?? '';
  const years = new Map(zones.filter((zone) => zone.termEnd).map((zone) => [zone.code, h('input', { class: 'input', type: 'number', min: 0, max: 50, step: 1, value: origin?.terms.find((one) => one.zone === zone.code)?.years ?? 0, id: `cv-years-${zone.code}` })]));
  const held = (await Promise.all(zones.map((zone) => api.tenants(zone.code)))).flatMap((one) => one.tenants);
  const told = new Map(held.map((tenant) => {
    const kept = origin?.verdicts.find((one) => one.zone === tenant.zone && one.firm === tenant.firm);
    return [tenant, { kept, select: h('select', { class: 'input', 'aria-label': `${own(tenant, 'name')}, ${tenant.zone}` }, h('option', { value: '' }, t('cv_as_is', { verdict: verdictWord(tenant.verdict) })),
      VERDICTS.map((one) => h('option', { value: one, selected: kept?.verdict === one }, verdictWord(one)))) }];
  }));
  const list = () => ({
    name: name.value, note: note.value, from: from?.id ?? null,
    terms: [...years].map(([zone, input]) => ({ zone, years: Number(input.value || 0) })).filter((one) => one.years > 0),
    verdicts: [...told].filter(([, { select }]) => select.value).map(([tenant, { kept, select }]) => ({ zone: tenant.zone, firm: tenant.firm, verdict: select.value, leaveBy: kept?.verdict === select.value ? kept.leaveBy : null })),
  });
  let made;
  const box = dialog({
    title: t(scenario ? 'cv_change_it' : from ? 'cv_fork' : 'cv_new'), className: 'cv-dialog',
    body: [h('label', { class: 'field' }, t('cv_name'), name), h('label', { class: 'field' }, t('cv_note'), note),
      h('fieldset', { class: 'choices' }, h('legend', {}, t('cv_years')), h('div', { class: 'cv-years' }, zones.filter((zone) => zone.termEnd).map((zone) => h('label', { class: 'field' }, `${zone.shortName} (${term(zone)})`, years.get(zone.code))))),
      held.length > 0 && h('details', { open: Boolean(origin?.verdicts.length) }, h('summary', {}, t('cv_told_instead', { n: number(held.length) })), h('div', { class: 'cv-told' }, [...told].map(([tenant, { select }]) => h('div', {}, h('span', {}, own(tenant, 'name'), h('small', { class: 'quiet' }, ` ${tenant.zone}`)), select))))].filter(Boolean),
    actions: [{ text: t('close') }, { text: t('cv_keep'), primary: true, value: 'yes', run: async () => { made = scenario ? await api.changeScenario(scenario.id, list()) : await api.makeScenario(list()); } }],
  });
  if ((await box.closed) === 'yes') {
    toast(t('cv_kept'));
    await done(made.id);
  }
}
