/** The bay sheet: status, place, rent, what fits, floor plan, neighbours, source and age. */
import { h, icon, s } from '../lib/dom.js';
import { date, load, m2, money as both, month, number, rent, tonnes, usd, vnd } from '../lib/numbers.js';
import { compareButton, compareLink, starButton } from './keep.js';
import { letting } from './letting.js';
import { floorPlan } from './plan.js';
import { applyHref, bayRange, blocks, checks, freeFrom, place, runOf, runs, unitHref, vacant } from './section.js';
import { applied } from '../lib/state.js';
import { tenantFacts } from './tenant.js';
import { own, t } from '../lib/words.js';
import { termEnd } from '../screens/list.js';

/**
 * @param {object} building
 * @param {{level: number, first: number, last: number}} chosen
 * @param {{needs: object, placements: object[]|null, close: () => void, share: () => void, select: (floor: object, first: number, last: number) => void}} options
 * @returns {Node[]} the parts of the sheet; the first has the title with id `bay-title`
 */
export function bayParts(building, chosen, options) {
  const floor = building.floors.find((one) => one.level === chosen.level);
  const bays = floor.bays.filter((bay) => bay.no >= chosen.first && bay.no <= chosen.last);
  const block = blocks(floor).find((one) => one.first <= chosen.first && chosen.first < one.first + one.count);
  const areaM2 = bays.reduce((sum, bay) => sum + bay.areaM2, 0);
  const open = vacant(bays[0]);
  const placed = (options.placements ?? []).filter((one) => one.level === floor.level && one.firstBay <= chosen.last && chosen.first < one.firstBay + one.bayCount);
  return [
    head(building, floor, bays, block, areaM2, open, options),
    placed.length > 0 && h('section', { class: 'bay-part placed-note' }, placed.map((one) => h('p', {}, icon('run', 'small'), ' ', t('say_placed', { sector: own(one, 'sector'), month: month(one.start) }).replace(/^./, (letter) => letter.toUpperCase()), '. ')), h('p', { class: 'quiet small' }, t('round_tentative'))),
    open ? money(building, floor, areaM2) : taken(block),
    open && conditions(floor, areaM2, chosen, options),
    floorPlan(building, floor, chosen, options),
    open && extend(floor, chosen, options),
    open && neighbours(floor, chosen),
    open && letting(building),
    h('section', { class: 'bay-part' }, h('h3', {}, t('source')),
      h('p', { class: 'quiet small' }, t('source_line', { date: date(building.asOf) }), ' ', building.zone?.termEnd && t('land_term', { end: termEnd(building.zone) })),
      h('p', {}, h('a', { class: 'link', href: unitHref(building.code, floor.level, chosen.first, chosen.last) }, t('unit_sheet_link')))),
    h('div', { class: 'bay-actions' },
      open && h('a', { class: 'button primary', href: applyHref(place(building, chosen), freeFrom(bays), applied()) }, bays.length > 1 ? t('apply_bays', { n: bays.length }) : t('apply_bay')),
      compareButton(place(building, chosen)), compareLink()),
  ].filter(Boolean);
}

function head(building, floor, bays, block, areaM2, open, { close }) {
  const first = bays[0].no, last = bays[bays.length - 1].no;
  const codes = bays.length > 1 ? `${bays[0].code}–${bays[bays.length - 1].code.split('-').pop()}` : bays[0].code;
  return h('section', { class: 'bay-part bay-head' },
    h('div', { class: 'bay-top' }, statusTag(bays[0], block), h('span', { class: 'bay-tools' },
      starButton({ ...place(building, { level: floor.level, first, last }), nameVi: building.nameVi, nameEn: building.nameEn, zoneName: building.zone.shortName, areaM2, status: bays[0].status }, t(bays.length > 1 ? 'sheet_title_many' : 'sheet_title', { floor: floor.level, bays: bayRange(first, last) })),
      h('button', { class: 'button icon-only plain-button', type: 'button', 'aria-label': t('close'), on: { click: close } }, icon('close')))),
    h('h2', { id: 'bay-title', tabindex: '-1' }, t(bays.length > 1 ? 'sheet_title_many' : 'sheet_title', { floor: floor.level, bays: bayRange(first, last) })),
    h('p', { class: 'quiet' }, open ? t(bays.length > 1 ? 'adjoining' : 'single', { area: m2(areaM2), codes }) : t('single', { area: m2(block.areaM2), codes })));
}

function statusTag(bay, block) {
  if (bay.status === 'FREE') return h('span', { class: 'tag free' }, icon('check', 'small'), t('free_at_once'));
  if (bay.status === 'SOON') return h('span', { class: 'tag free' }, icon('clock', 'small'), bay.freeFrom ? t('free_from', { date: date(bay.freeFrom) }) : t('status_SOON'));
  const until = block.occupancy?.until ?? bay.occupiedUntil;
  return h('span', { class: `tag ${bay.status === 'HELD' ? 'warn' : ''}` }, t(`status_${bay.status}`), until && bay.status !== 'OUT' ? ` ${t('until_month', { month: bay.status === 'HELD' || bay.status === 'OFFERED' ? date(until) : month(until) })}` : '');
}

function money(building, floor, areaM2) {
  if (!floor.rentUsdM2Month) return null;
  const total = floor.rentUsdM2Month * areaM2;
  const { incentive } = building;
  return h('section', { class: 'bay-part bay-money' },
    h('p', { class: 'bay-price' }, h('b', {}, floor.rentVndM2Month ? vnd(floor.rentVndM2Month * areaM2) : usd(total)), ' ', h('span', { class: 'quiet' }, floor.rentVndM2Month ? t('rent_month_usd', { usd: usd(total) }) : t('per_month'))),
    h('p', {}, rent(floor.rentUsdM2Month, floor.rentVndM2Month), '.'),
    incentive && [
      h('p', { class: 'quiet small' }, t('incentive', { usd: both(...[total, floor.rentVndM2Month && floor.rentVndM2Month * areaM2].map((sum) => sum && sum * (1 - incentive.minCutPct / 100))), years: number(incentive.months / 12, 1), cut: number(incentive.minCutPct, 1), source: own(incentive, 'source') })),
      h('details', {}, h('summary', {}, t('incentive_summary')), h('p', { class: 'quiet small' }, own(incentive, 'condition'), '.')),
    ]);
}

function taken(block) {
  if (block.status === 'OUT') {
    const reason = own(block.bays[0], 'outReason');
    return reason ? h('section', { class: 'bay-part' }, h('p', {}, reason)) : null;
  }
  const { occupancy } = block;
  if (!occupancy) return null;
  return h('section', { class: 'bay-part' }, occupancy.tenant ? tenantFacts(occupancy) : h('p', {}, t('let_line', { sector: own(occupancy, 'sector') })));
}

/** With needs set: each need against the offer, failed first. Then the rest of what the bay offers. */
function conditions(floor, areaM2, chosen, { needs }) {
  const run = runOf(floor, chosen.first);
  const tested = checks(floor, run ? Math.max(areaM2, run.areaM2) : areaM2, needs);
  const done = new Set(tested.map(({ key }) => key));
  const rest = ['load', 'height', 'lift', 'power', 'hazard'].filter((key) => !done.has(key));
  const ok = tested.filter((check) => check.ok).length;
  return h('section', { class: 'bay-part' },
    h('div', { class: 'part-head' }, h('h3', {}, tested.length > 0 ? t('fit_title') : t('conditions')), tested.length > 0 && h('span', { class: 'quiet small' }, t('fit_score', { ok, all: tested.length }))),
    h('ul', { class: 'fit-list' },
      tested.map((check) => h('li', { class: check.ok ? 'ok' : 'no' }, icon(check.ok ? 'check' : 'blocked', 'small'),
        h('span', {}, h('span', { class: 'sr' }, t(check.ok ? 'passes' : 'fails')), t(`fit_${check.key}`), h('span', { class: 'quiet' }, `, ${t('need_word', { value: check.key === 'hazard' ? check.need : number(check.need, 1) })}`)), offer(check.key, floor, check.offer))),
      rest.map((key) => h('li', {}, h('span', { class: 'no-icon' }), h('span', {}, t(`fit_${key}`)), offer(key, floor))),
      h('li', { class: 'long' }, h('span', { class: 'no-icon' }), h('span', {}, t('fit_industries'), ': ', h('b', {}, floor.industries.map((one) => own({ nameVi: one.vi, nameEn: one.en }, 'name')).join(', ') || '–')))));
}

function offer(key, floor, value) {
  const text = {
    area: () => m2(value),
    load: () => [load(floor.loadKnM2), h('small', {}, ` ≈ ${tonnes(floor.loadKnM2)}`)],
    height: () => `${number(floor.clearHeightM, 1)} m`,
    lift: () => (floor.liftT ? `${number(floor.liftT, 1)} t` : '–'),
    power: () => (floor.powerLeftKva === null || floor.powerLeftKva === undefined ? '–' : `${number(floor.powerLeftKva)} kVA`),
    hazard: () => hazardText(floor.hazards),
  }[key]();
  return h('b', {}, text);
}

/** C1, C2, C3, C4, D as C1–C4, D. */
export function hazardText(hazards) {
  const c = hazards.filter((one) => /^C\d$/.test(one)).sort();
  const joined = c.length > 2 && Number(c[c.length - 1][1]) - Number(c[0][1]) === c.length - 1 ? [`${c[0]}–${c[c.length - 1]}`] : c;
  return [...hazards.filter((one) => one < 'C'), ...joined, ...hazards.filter((one) => one >= 'D')].join(', ') || '–';
}

/** Buttons that take the free bay on either side in. */
function extend(floor, chosen, { select }) {
  const run = runOf(floor, chosen.first);
  const before = run && chosen.first > run.first ? chosen.first - 1 : null;
  const after = run && chosen.last < run.first + run.bays.length - 1 ? chosen.last + 1 : null;
  return (before !== null || after !== null) && h('div', { class: 'bay-part extend' },
    h('span', { class: 'sr' }, t('extend_hint')),
    before !== null && h('button', { class: 'button', type: 'button', on: { click: () => select(floor, before, chosen.last) } }, icon('plus', 'small'), t('extend_left', { n: before })),
    after !== null && h('button', { class: 'button', type: 'button', on: { click: () => select(floor, chosen.first, after) } }, icon('plus', 'small'), t('extend_left', { n: after })));
}

function neighbours(floor, chosen) {
  const all = blocks(floor);
  const beside = [all.find((one) => one.first + one.count === chosen.first), all.find((one) => one.first === chosen.last + 1)]
    .filter((one) => one?.occupancy && own(one.occupancy, 'sector'))
    .map(({ occupancy }) => (occupancy.hazard ? t('neighbour', { sector: own(occupancy, 'sector'), hazard: occupancy.hazard }) : own(occupancy, 'sector')));
  return h('section', { class: 'bay-part' }, h('h3', {}, t('neighbours')), h('p', { class: 'quiet small' }, beside.length > 0 ? `${beside.join('. ')}.` : t('neighbours_none')));
}

/** What the sheet shows before a bay is chosen: the vacant runs of the building, largest first. */
export function vacantRuns(building, { needs, select, fits }) {
  const found = building.floors.flatMap((floor) => runs(floor));
  const asked = Object.keys(needs).length > 0;
  const ordered = found.map((run) => ({ run, fit: asked && fits(run, needs) })).sort((a, b) => Number(b.fit) - Number(a.fit) || (a.run.status === b.run.status ? b.run.areaM2 - a.run.areaM2 : a.run.status === 'FREE' ? -1 : 1));
  return [
    h('section', { class: 'bay-part bay-head' }, h('h2', { id: 'bay-title', tabindex: '-1' }, t('choose_title')), h('p', { class: 'quiet' }, ordered.length > 0 ? t('choose_bay') : t('nothing_free'))),
    ordered.length > 0 && h('ul', { class: 'run-list' }, ordered.map(({ run, fit }) => h('li', {}, h('button', { class: 'run', type: 'button', on: { click: () => select(run.floor, run.first, run.first + run.bays.length - 1) } },
      h('span', {}, h('b', {}, t('sheet_title', { floor: run.floor.level, bays: bayRange(run.first, run.first + run.bays.length - 1) })),
        h('span', { class: 'quiet small' }, `${load(run.floor.loadKnM2)}, ${number(run.floor.clearHeightM, 1)} m${run.floor.rentUsdM2Month ? `, ${rent(run.floor.rentUsdM2Month, run.floor.rentVndM2Month)}` : ''}`)),
      h('span', { class: 'run-end' }, h('b', { class: 'area' }, m2(run.areaM2)), fit ? h('span', { class: 'tag free' }, t('say_fits')) : run.status === 'SOON' && run.bays[0].freeFrom ? h('span', { class: 'tag' }, t('from_month', { month: month(run.bays[0].freeFrom) })) : null))))),
  ].filter(Boolean);
}
