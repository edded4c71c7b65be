/** A round is drawn up: what takes part, what counts for how much, for whom space is kept, how ties are decided, until when. */
import * as api from '../../api/rounds.js';
import { h, icon } from '../../lib/dom.js';
import { m2, moment, number, percent } from '../../lib/numbers.js';
import { announce, toast } from '../../lib/say.js';
import { own, t } from '../../lib/words.js';
import { drawDemand } from '../frame/demand.js';
import * as state from '../state.js';
import { fieldset } from './field.js';
import { relatedFirms } from './related.js';

const GROUPS = ['SME', 'SUPPORTING', 'DISPLACED'];
const POINTS = ['base', 'supporting', 'displaced', 'hightech', 'domestic', 'green', 'cap'];
const SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];
const WEIGHTS = ['demand', 'preference', 'vacantRun', 'cluster'];
const MOST = 1_000_000;

/** A moment as the clock of Ho Chi Minh City shows it, for a field of date and time. */
const local = (iso) => (iso ? new Date(new Date(iso).getTime() + 7 * 3_600_000).toISOString().slice(0, 16) : '');

/** @param {HTMLElement} element @param {object|null} round null for a new one */
export async function showSetup(element, round) {
  const pool = await api.pool(round ? { month: round.referenceMonth } : {});
  element.replaceChildren(form(round, pool));
  if (!round) {
    const demand = h('div');
    element.append(demand);
    drawDemand(demand, pool.demandSupply);
  }
}

function form(round, pool) {
  const criteria = round?.criteria ?? pool.standard;
  const f = fieldset();
  const section = (key, ...children) => h('fieldset', { class: 'setup-section' }, h('legend', {}, t(key)), children);
  const fault = h('div', { class: 'setup-fault', role: 'alert', hidden: true });
  const buildings = buildingChoice(pool, criteria, f);
  const reserves = reserveRows(pool, criteria, f);
  const tie = tieChoice(criteria);
  const counts = h('input', { type: 'checkbox', checked: criteria.firmCountsOnce });
  const quota = (group) => criteria.quotas.find((one) => one.group === group)?.atLeastPct;
  let changed = false;

  const element = h('form', { class: 'card setup', novalidate: true, 'aria-label': round ? t('al_setup_edit', { code: round.code }) : t('al_setup_new') },
    h('p', { class: 'quiet' }, t('al_setup_what')), fault,
    section('al_setup_names',
      h('div', { class: 'form-grid' },
        f.text('code', round?.code ?? pool.nextCode, { label: t('al_code'), hint: round ? t('al_code_stays') : t('al_code_hint'), readonly: Boolean(round), maxlength: 8 }),
        f.text('referenceMonth', round?.referenceMonth ?? pool.month, { label: t('al_month'), hint: t('al_month_hint'), type: 'month' }),
        f.text('titleVi', round?.titleVi, { label: t('al_title_vi') }), f.text('titleEn', round?.titleEn, { label: t('al_title_en') }),
        f.text('deadline', local(round?.deadline), { label: t('al_apply_until'), hint: t('al_clock'), type: 'datetime-local', judge: (text) => (text === '' ? t('al_field_missing') : new Date(`${text}:00+07:00`) > new Date() ? '' : t('al_deadline_past')) }),
        f.choice('dataStatus', round?.dataStatus ?? 'OFFICIAL', ['OFFICIAL', 'ILLUSTRATIVE'].map((one) => [one, t(`al_data_${one}`)]), { label: t('al_data_status') }))),
    section('al_setup_place', rule(pool.rule), buildings.element),
    section('al_weights', h('p', { class: 'hint' }, t('al_weights_hint')),
      h('div', { class: 'form-grid four' }, WEIGHTS.map((name) => f.whole(`weights.${name}`, criteria.policy.weights[name], { least: 0, most: MOST, label: t(`al_w_${name}`) }))),
      h('div', { class: 'form-grid' },
        f.text('preferenceScore', criteria.policy.preferenceScore.join('; '), { label: t('al_scores'), hint: t('al_scores_hint'), judge: (text) => (scores(text) ? '' : t('al_scores_fault')) }),
        f.whole('foreignSharePct', criteria.policy.foreignSharePct, { least: 0, most: 100, label: t('al_foreign'), unit: '%' }))),
    section('al_points',
      h('div', { class: 'form-grid four' }, POINTS.map((name) => f.whole(`points.${name}`, criteria.policy.points[name], { least: 0, most: MOST, label: t(`al_p_${name}`) })),
        SIZES.map((name) => f.whole(`sizePoints.${name}`, criteria.policy.points.size[name] ?? 0, { least: 0, most: MOST, label: t(`al_s_${name}`) })))),
    section('al_quotas', h('p', { class: 'hint' }, t('al_quotas_hint')),
      h('div', { class: 'form-grid' }, GROUPS.map((group) => f.whole(`quotas.${group}`, quota(group), { least: 1, most: 100, optional: true, label: t(`al_g_${group}`), unit: t('al_pct_of_free') })))),
    section('al_reserves', h('p', { class: 'hint' }, t('al_reserves_hint')), reserves.element),
    section('al_setup_fair', tie.element, h('label', { class: 'choice' }, counts, h('span', {}, h('b', {}, t('al_counts_once')), h('small', { class: 'quiet' }, t('al_counts_once_hint'))))),
    section('al_setup_terms', h('div', { class: 'form-grid' },
      f.whole('objectionHours', criteria.objectionHours, { least: 0, most: 2160, label: t('al_objection_time'), unit: t('al_hours') }),
      f.whole('offerDays', criteria.offerDays, { least: 1, most: 90, label: t('al_offer_time'), unit: t('al_days') }),
      f.whole('changePenalty', criteria.changePenalty, { least: 0, most: MOST, label: t('al_penalty'), hint: t('al_penalty_hint') }))),
    h('div', { class: 'setup-foot' }, h('button', { type: 'submit', class: 'button primary' }, t('al_save_draft')), h('span', { class: 'quiet small' }, t(round ? 'al_saved_version' : 'al_not_public', { n: round?.version ?? 0 }))));

  const read = () => ({
    code: f.value('code'), titleVi: f.value('titleVi'), titleEn: f.value('titleEn'), referenceMonth: f.value('referenceMonth'), dataStatus: f.value('dataStatus'), deadline: `${f.value('deadline')}:00+07:00`,
    criteria: {
      weights: Object.fromEntries(WEIGHTS.map((name) => [name, f.number(`weights.${name}`)])), preferenceScore: scores(f.value('preferenceScore')), foreignSharePct: f.number('foreignSharePct'),
      points: Object.fromEntries(POINTS.map((name) => [name, f.number(`points.${name}`)])), sizePoints: Object.fromEntries(SIZES.map((name) => [name, f.number(`sizePoints.${name}`)])),
      zones: criteria.zones, buildings: buildings.read(), reserves: reserves.read(),
      quotas: GROUPS.map((group) => ({ group, atLeastPct: f.optional(`quotas.${group}`) })).filter((one) => one.atLeastPct !== null),
      tieBreak: tie.read(), firmCountsOnce: counts.checked, objectionHours: f.number('objectionHours'), offerDays: f.number('offerDays'), changePenalty: f.number('changePenalty'),
    },
  });

  element.addEventListener('input', () => { changed = true; });
  const warn = (event) => {
    if (!element.isConnected) removeEventListener('beforeunload', warn);
    else if (changed) event.preventDefault();
  };
  addEventListener('beforeunload', warn);
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    fault.hidden = true;
    if (!f.judge()) return;
    const button = element.querySelector('[type=submit]');
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      const kept = round ? await api.change(round, read()) : await api.create(read());
      changed = false;
      toast(t('al_saved', { code: kept.code }));
      announce(t('al_saved', { code: kept.code }));
      if (round) await state.reload();
      else state.go({ ...state.NOTHING_CHOSEN, round: String(kept.id), tab: null });
    } catch (problem) {
      if (!f.refuse(problem)) {
        fault.hidden = false;
        fault.replaceChildren(icon('blocked', 'small'), h('div', {}, h('b', {}, problem.detail ?? problem.title ?? problem.message), problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'quiet small' }, t('al_nothing_lost'))));
        fault.scrollIntoView({ block: 'center' });
      }
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
  return [element, round && relatedFirms(round)].filter(Boolean).reduce((all, one) => { all.append(one); return all; }, document.createDocumentFragment());
}

/** Scores by rank, `3; 2; 1`; null where they are none. */
function scores(text) {
  const numbers = text.split(/[;,\s]+/).filter(Boolean).map(Number);
  return numbers.length > 0 && numbers.length <= 20 && numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= 1000) ? numbers : null;
}

/** When buildings are let by rounds at all. */
const rule = (now) => (now ? h('p', { class: 'rule' }, icon('info', 'small'), h('span', {}, t('al_rule', { pct: percent(now.roundUpToPct, 1), months: now.everyMonths, date: moment(now.anchor) }), ' ', h('span', { class: 'quiet' }, t('al_rule_source', { source: own(now, 'source') })))) : null);

function buildingChoice(pool, criteria, f) {
  const chosen = new Set(criteria.buildings);
  const total = h('p', { class: 'small', role: 'status' });
  const rows = pool.buildings.map((one) => {
    const scarce = pool.rule && one.vacantPct <= pool.rule.roundUpToPct;
    return h('label', { class: 'choice building-choice' }, h('input', { type: 'checkbox', value: one.code, checked: chosen.has(one.code) }),
      h('span', {}, h('b', {}, one.code), h('small', { class: 'quiet' }, `${own(one, 'name')}, ${one.zone}`)), h('span', { class: 'num' }, m2(one.freeM2)),
      scarce && h('span', { class: 'tag warn' }, t('al_by_rounds')));
  });
  const element = h('div', {}, h('p', { class: 'hint' }, t('al_buildings_hint')), h('div', { class: 'building-list', role: 'group', 'aria-label': t('al_buildings') }, rows), total);
  const read = () => [...element.querySelectorAll(':checked')].map((one) => one.value);
  const sum = () => {
    const codes = read();
    const part = pool.buildings.filter((one) => codes.length === 0 || codes.includes(one.code));
    total.textContent = t(codes.length === 0 ? 'al_buildings_all' : 'al_buildings_some', { n: number(part.length), area: m2(part.reduce((all, one) => all + one.freeM2, 0)) });
  };
  element.addEventListener('input', sum);
  sum();
  return { element: f.group('buildings', element), read };
}

function reserveRows(pool, criteria, f) {
  const rows = h('ul', { class: 'reserve-rows' });
  const floors = pool.buildings.flatMap((one) => one.levels.map((level) => `${one.code}/${level}`));
  const row = (floor, group) => {
    const place = h('select', { class: 'input', 'aria-label': t('floor') }, floors.map((one) => h('option', { value: one, selected: one === floor }, t('al_floor_of', { building: one.slice(0, one.lastIndexOf('/')), floor: one.slice(one.lastIndexOf('/') + 1) }))));
    const whom = h('select', { class: 'input', 'aria-label': t('al_for_whom') }, GROUPS.map((one) => h('option', { value: one, selected: one === group }, t(`al_g_${one}`))));
    const item = h('li', {}, place, whom, h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('al_remove'), on: { click: () => { item.remove(); add.focus(); } } }, icon('close', 'small')));
    return item;
  };
  const add = h('button', { type: 'button', class: 'button', on: { click: () => {
    const made = row(floors[0], 'SME');
    rows.append(made);
    made.querySelector('select').focus();
  } } }, icon('plus', 'small'), t('al_add_reserve'));
  rows.append(...criteria.reserves.map((one) => row(`${one.building}/${one.level}`, one.group)));
  return {
    element: f.group('reserves', h('div', {}, rows, floors.length > 0 && add)),
    read: () => [...rows.children].map((item) => {
      const [place, whom] = item.querySelectorAll('select');
      const slash = place.value.lastIndexOf('/');
      return { building: place.value.slice(0, slash), level: Number(place.value.slice(slash + 1)), group: whom.value };
    }),
  };
}

function tieChoice(criteria) {
  const choice = (value) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'tieBreak', value, checked: criteria.tieBreak === value }), h('span', {}, h('b', {}, t(`al_tie_${value}`)), h('small', { class: 'quiet' }, t(`al_tie_${value}_means`))));
  const element = h('fieldset', { class: 'choices' }, h('legend', {}, t('al_tie')), choice('ARRIVAL'), choice('LOT'));
  return { element, read: () => element.querySelector(':checked').value };
}
