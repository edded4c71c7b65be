/** The building screen: section or table, time slider, allocation round, bay sheet. */
import { aborted, latest } from '../api/http.js';
import * as space from '../api/space.js';
import { byId, debounce, h, icon, narrow } from '../lib/dom.js';
import { addMonths, date, load, m2, month, monthsBetween, number, rent, today } from '../lib/numbers.js';
import { announce, toast } from '../lib/say.js';
import { bayParameter, bayRange, blocks, fits, parseBays, runs, vacant } from '../building/section.js';
import { HOME, NEEDS, ZONE_ONLY, current, go, hasNeeds, href, needs, onChange } from '../lib/state.js';
import { own, t } from '../lib/words.js';
import { bayParts, vacantRuns } from '../building/bay.js';
import { bottomSheet } from './bottomsheet.js';
import { termEnd } from './list.js';
import * as round from './round.js';
import { createStack, sentence, stackLegend } from '../building/stack.js';

const ask = latest((...args) => space.building(...args));

let building = null; // the answer of /api/v1/buildings/{code} for the day
let placed = null; // { round, placements } when the round is shown
let showFit = true;
let stack = null;
let opener = null; // what had the focus before the sheet opened

export function start() {
  onChange((now, before) => {
    if (!now.b) {
      if (before.b) document.title = t('title');
      building = null;
      return;
    }
    const same = now.b === before.b && now.on === before.on && building;
    if (!same) open();
    else if (now.view !== before.view || now.round !== before.round || NEEDS.some((name) => now[name] !== before[name])) refresh();
    else if (now.floor !== before.floor || now.bays !== before.bays) chosenChanged(before);
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current().b && current().bays && !event.defaultPrevented) closeSheet();
  });
  if (current().b) open();
}

async function open() {
  const { b: code, on } = current();
  const host = byId('building');
  host.hidden = false;
  const fresh = building?.code !== code;
  if (fresh) {
    host.replaceChildren(h('div', { class: 'building-main' }, h('div', { class: 'waiting-lines', 'aria-hidden': 'true' }, h('i'), h('i'), h('i'))));
  }
  try {
    building = await ask(code, on);
  } catch (problem) {
    if (aborted(problem)) return;
    host.replaceChildren(h('div', { class: 'building-main' }, h('div', { class: 'state error', role: 'alert' },
      h('h3', {}, icon('blocked'), problem.status === 404 ? t('not_found_title') : problem.title), problem.detail && h('p', {}, problem.detail),
      h('p', { class: 'quiet small' }, t('quote_code', { code: problem.code })),
      h('div', { class: 'state-actions' },
        h('a', { class: 'button primary', href: href({ ...HOME }), 'data-go': true }, t('back_to_map')),
        problem.status !== 404 && h('button', { class: 'button', type: 'button', on: { click: open } }, t('try_again'))))));
    return;
  }
  document.title = `${own(building, 'name')}, ${building.zone.shortName ?? own(building.zone, 'name')} · Khu Xưởng`;
  if (fresh) layout(host);
  await refresh();
}

/** The frame of the screen; its parts are filled by {@link refresh}. */
function layout(host) {
  stack = null;
  const grip = h('button', { class: 'grip only-narrow', type: 'button' });
  const sheet = h('aside', { class: 'bay-sheet', id: 'bay', tabindex: '-1', 'aria-labelledby': 'bay-title' }, grip, h('div', { class: 'bay-body', id: 'bay-body' }));
  host.replaceChildren(
    h('div', { class: 'building-main' },
      h('header', { class: 'building-head', id: 'building-head' }),
      h('section', { class: 'sheet-card', 'aria-labelledby': 'section-title' },
        h('div', { class: 'section-head', id: 'section-head' }),
        h('div', { class: 'section-body', id: 'section-body' }),
        h('div', { id: 'section-foot' })),
      h('section', { class: 'sheet-card time-card', id: 'time', 'aria-labelledby': 'time-title' })),
    sheet);
  bottomSheet('bay', sheet, grip);
}

async function refresh() {
  placed = null;
  if (round.wanted()) {
    try {
      const newest = await round.newest();
      if (newest) placed = { round: newest, placements: round.running(newest.run) ? [] : await round.placements(newest.id, building.code) };
      else placed = { round: null, placements: [] };
    } catch (problem) {
      if (!aborted(problem)) toast(problem.title);
    }
  }
  if (!building || current().b !== building.code) return;
  drawHead();
  drawSection();
  drawTime();
  drawSheet();
}

function drawHead() {
  const { zone } = building;
  const name = own(building, 'name'), zoneName = zone.shortName ?? own(zone, 'name');
  const toMap = href({ ...ZONE_ONLY, zone: zone.code });
  const lifts = building.goodsLifts ?? [];
  const sizes = [...new Set(lifts.map((lift) => lift.capacityT))];
  const facts = [
    [t('free_now'), m2(building.freeM2), 'free'],
    [t(narrow() ? 'longest_short' : 'longest_free'), m2(longest()), ''],
    narrow() ? [t('rent_short'), building.rentFromUsd ? number(building.rentFromUsd, 2) : '–', ''] : [t('rent'), building.rentFromUsd ? rent(building.rentFromUsd) : '–', ''],
    [t('goods_lifts'), lifts.length > 0 ? `${lifts.length} × ${sizes.map((size) => number(size, 1)).join('/')} t` : '–', 'wide-only'],
    [t('let_until'), termEnd({ ...zone, termEnd: zone.termEnd ?? building.termEnd }) ?? '–', 'wide-only'],
  ];
  const table = current().view === 'table';
  byId('building-head').replaceChildren(
    h('div', { class: 'phone-bar' }, h('a', { class: 'button icon-only plain-button', href: toMap, 'data-go': true, 'aria-label': t('back_to_map') }, icon('back')),
      h('div', {}, h('p', { class: 'phone-title' }, name), h('p', { class: 'quiet small' }, zoneName)),
      h('button', { class: 'button icon-only plain-button', type: 'button', 'aria-label': t('share'), on: { click: share } }, icon('share'))),
    h('div', { class: 'head-row' },
      h('nav', { class: 'crumbs', 'aria-label': t('crumbs') },
        h('a', { href: href({ ...HOME }), 'data-go': true }, t('find_space')), h('span', { 'aria-hidden': 'true' }, ' / '),
        h('a', { href: toMap, 'data-go': true }, zoneName), h('span', { 'aria-hidden': 'true' }, ' / '), h('b', { 'aria-current': 'page' }, name)),
      h('div', { class: 'actions', role: 'group', 'aria-label': t('more_actions') },
        h('a', { class: 'button', href: toMap, 'data-go': true }, icon('map', 'small'), t('to_map')),
        h('button', { class: 'button', type: 'button', 'aria-pressed': String(table), on: { click: () => go({ view: table ? null : 'table' }, { replace: true }) } }, icon('list', 'small'), t('to_table')),
        h('button', { class: 'button', type: 'button', on: { click: share } }, icon('share', 'small'), t('share')),
        h('button', { class: 'button', type: 'button', on: { click: () => print() } }, icon('print', 'small'), t('print')))),
    h('h1', {}, `${name}, ${zoneName}`),
    h('div', { class: 'facts-row' },
      h('dl', { class: 'facts' }, facts.map(([label, value, kind]) => h('div', { class: kind === 'wide-only' ? kind : '' }, h('dt', {}, label), h('dd', { class: kind === 'free' ? 'free-text' : '' }, value)))),
      !narrow() && h('div', { class: 'day-chip' }, h('span', { class: 'quiet' }, t('free_on')), dayChip())));
}

/** The day shown, as a chip; behind it the browser's own date field, which shows itself to those who type. */
function dayChip() {
  const { on } = current();
  const field = h('input', { class: 'day', type: 'date', value: on ?? today(), min: today(), max: building.termEnd?.slice(0, 10), 'aria-label': t('free_on') });
  field.addEventListener('change', () => field.value && field.validity.valid && go({ on: field.value === today() ? null : field.value }));
  field.addEventListener('click', () => field.showPicker?.());
  return h('span', { class: `chip day-field${on ? ' on' : ''}` }, icon('clock', 'small'), h('span', {}, on ? date(on) : narrow() ? t('today') : date(today())), field);
}

function longest() {
  return Math.max(0, ...building.floors.flatMap((floor) => runs(floor)).filter((run) => run.status === 'FREE').map((run) => run.areaM2));
}

function drawSection() {
  const table = current().view === 'table';
  const fitting = hasNeeds();
  const fitBays = fitting ? building.floors.flatMap((floor) => runs(floor)).filter((run) => fits(run, needs())).reduce((sum, run) => sum + run.bays.length, 0) : 0;
  byId('section-head').replaceChildren(
    h('h2', { id: 'section-title' }, t('section_by_floor')), h('span', { class: 'quiet small section-hint' }, t('section_hint')),
    h('div', { class: 'section-tools' },
      fitting && h('button', { class: 'chip', type: 'button', 'aria-pressed': String(showFit), on: { click: toggleFit } }, showFit && icon('check', 'small'), t(narrow() ? 'fit_toggle_short' : 'fit_toggle', { n: fitBays })),
      narrow() && dayChip(),
      h('button', { class: 'chip', type: 'button', 'aria-pressed': String(round.wanted()), on: { click: () => go({ round: round.wanted() ? null : '1' }, { replace: true }) } }, round.wanted() && icon('check', 'small'), t('round_toggle')),
      h('button', { class: 'chip narrow-chip', type: 'button', 'aria-pressed': String(table), on: { click: () => go({ view: table ? null : 'table' }, { replace: true }) } }, icon('list', 'small'), t('to_table'))));
  const body = byId('section-body');
  if (table) {
    stack = null;
    body.replaceChildren(tableTwin());
  } else {
    if (!stack) {
      body.replaceChildren();
      stack = createStack(body, { select });
    }
    stack.show({ building, needs: needs(), showFit: fitting && showFit, selection: selection(), placements: placed?.placements ?? null });
  }
  const statuses = ['FREE', 'SOON', 'HELD', 'OFFERED', 'LET', 'ENDING', 'OUT'].filter((status) => building.floors.some((floor) => floor.bays.some((bay) => bay.status === status)));
  byId('section-foot').replaceChildren(...[!table && stackLegend(statuses, (placed?.placements.length ?? 0) > 0), placed && roundLine()].filter(Boolean));
}

function toggleFit() {
  showFit = !showFit;
  drawSection();
}

function roundLine() {
  const { round: newest, placements } = placed;
  if (!newest) return h('p', { class: 'round-line quiet' }, t('round_none'));
  const { run } = newest;
  const title = own(newest, 'title');
  const areaM2 = placements.reduce((sum, one) => sum + one.areaM2, 0);
  const busy = round.running(run);
  return h('div', { class: 'round-line' }, icon('run', 'small'),
    h('div', {},
      h('p', {}, h('b', {}, busy || run?.state === 'FAILED' ? `${title} ` : placements.length > 0 ? t('round_line', { title, n: placements.length, area: m2(areaM2) }) : t('round_empty', { title })), ' ', round.state(run)),
      run?.state === 'DONE' && h('p', {}, round.gapSentence(run), run.firms > 0 ? ` ${t('placed', { placed: number(run.placed), firms: number(run.firms) })}.` : ''),
      h('p', { class: 'quiet small' }, t('round_tentative'))));
}

/** The same as the section, as a table. */
function tableTwin() {
  const rows = [...building.floors].sort((a, b) => b.level - a.level).flatMap((floor) => blocks(floor).map((block, index, all) => {
    const bay = block.bays[0];
    const last = block.first + block.count - 1;
    const until = vacant(bay) ? bay.freeFrom : (block.occupancy?.until ?? bay.occupiedUntil);
    const placement = placed?.placements.find((one) => one.level === floor.level && one.firstBay <= block.first && block.first < one.firstBay + one.bayCount);
    const chosen = selection();
    const on = chosen && chosen.level === floor.level && block.first >= chosen.first && last <= chosen.last;
    return h('tr', { class: on ? 'on' : '' },
      index === 0 && h('th', { scope: 'rowgroup', rowspan: all.length }, t('floor_n', { n: floor.level }), h('span', { class: 'quiet small' }, t('floor_facts', { load: load(floor.loadKnM2), height: number(floor.clearHeightM, 1) })), h('span', { class: 'quiet small' }, `${t('power_left')} ${number(floor.powerLeftKva ?? 0)} kVA`)),
      h('td', {}, h('button', { class: 'link', type: 'button', 'aria-label': sentence(block, { needs: needs() }), on: { click: () => select(floor, block.first, last) } }, bayRange(block.first, last))),
      h('td', { class: 'right' }, number(block.areaM2)),
      h('td', {}, h('span', { class: `tag ${bay.status === 'FREE' || bay.status === 'SOON' ? 'free' : ''}` }, t(`status_${bay.status}`)), placement && h('span', { class: 'tag you' }, t('status_PLACED'))),
      h('td', {}, until ? month(until) : '–'),
      h('td', {}, (block.occupancy && own(block.occupancy, 'sector')) || own(bay, 'outReason') || (placement ? own(placement, 'sector') : '–')),
      h('td', { class: 'right' }, vacant(bay) && floor.rentUsdM2Month ? number(floor.rentUsdM2Month, 2) : '–'));
  }));
  return h('div', { class: 'table-wrap' }, h('table', { class: 'table' }, h('caption', { class: 'sr' }, t('section_by_floor')),
    h('thead', {}, h('tr', {}, [t('floor'), t('bays'), 'm²', t('status'), t('until'), t('sector'), t('rent_short')].map((title) => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, rows)));
}

/** Months ahead, with a bar where leases end; the address keeps the day. */
function drawTime() {
  const from = today().slice(0, 7);
  const freeing = (building.freeing ?? []).filter((one) => one.areaM2 > 0 && monthsBetween(from, one.month) >= 0);
  const span = Math.min(60, Math.max(24, ...freeing.map((one) => monthsBetween(from, one.month) + 1)));
  const inside = freeing.filter((one) => monthsBetween(from, one.month) <= span);
  const most = Math.max(1, ...inside.map((one) => one.areaM2));
  const at = current().on ? Math.max(0, Math.min(span, monthsBetween(from, current().on))) : 0;
  const chip = h('output', { class: 'time-chip' }, current().on ? date(current().on) : t('today'));
  const slider = h('input', { class: 'slider', type: 'range', min: 0, max: span, step: 1, value: at, 'aria-label': t('time_label'), 'aria-valuetext': current().on ? date(current().on) : t('today') });
  const dayOf = (index) => (index === 0 ? null : `${addMonths(from, index)}-01`);
  const move = debounce(() => go({ on: dayOf(Number(slider.value)), bays: null, floor: null }, { replace: true }), 220);
  slider.addEventListener('input', () => {
    const day = dayOf(Number(slider.value));
    chip.textContent = day ? date(day) : t('today');
    slider.setAttribute('aria-valuetext', chip.textContent);
    move();
  });
  const bars = h('div', { class: 'time-bars', 'aria-hidden': 'true' }, inside.map((one) => {
    const bar = h('i', { title: t('time_bar', { area: m2(one.areaM2), month: month(one.month) }) });
    bar.style.left = `${(100 * monthsBetween(from, one.month)) / span}%`;
    bar.style.height = `${4 + (18 * one.areaM2) / most}px`;
    return bar;
  }));
  const marks = narrow() ? 3 : 6;
  const labels = h('div', { class: 'time-labels', 'aria-hidden': 'true' }, Array.from({ length: marks + 1 }, (_, index) => {
    const ahead = Math.round((span * index) / marks);
    const label = h('span', {}, month(addMonths(from, ahead)));
    label.style.left = `${(100 * ahead) / span}%`;
    return label;
  }));
  const focused = byId('time').contains(document.activeElement);
  byId('time').replaceChildren(
    h('div', { class: 'part-head' }, h('h2', { id: 'time-title' }, t('time_title')), h('span', { class: 'quiet small section-hint' }, t('time_hint')), chip),
    h('div', { class: 'time-line' }, bars, slider, labels),
    h('ul', { class: 'sr' }, inside.map((one) => h('li', {}, t('time_bar', { area: m2(one.areaM2), month: month(one.month) })))));
  if (focused) slider.focus({ preventScroll: true });
}

/** The bays of the address if they are a block, or lie in one free run; else null. */
function selection() {
  const range = parseBays(current().bays);
  const floor = building.floors.find((one) => String(one.level) === current().floor);
  if (!range || !floor) return null;
  const [first, last] = range;
  const chosen = blocks(floor).filter((block) => block.first <= last && block.first + block.count - 1 >= first);
  if (chosen.length === 0) return null;
  if (chosen.length === 1 && !vacant(chosen[0].bays[0])) return { level: floor.level, first: chosen[0].first, last: chosen[0].first + chosen[0].count - 1 };
  const run = runs(floor).find((one) => one.first <= first && last < one.first + one.bays.length);
  return run ? { level: floor.level, first, last } : null;
}

function select(floor, first, last) {
  if (!byId('bay').contains(document.activeElement)) opener = document.activeElement;
  go({ floor: floor.level, bays: bayParameter(first, last) }, { replace: Boolean(current().bays) });
}

function chosenChanged(before) {
  drawSection();
  drawSheet();
  const chosen = selection();
  if (!chosen) return;
  if (document.body.dataset.bay === 'peek') document.body.dataset.bay = 'half';
  const floor = building.floors.find((one) => one.level === chosen.level);
  const bays = floor.bays.filter((bay) => bay.no >= chosen.first && bay.no <= chosen.last);
  announce(`${t('sheet_title', { floor: chosen.level, bays: bayRange(chosen.first, chosen.last) })}, ${m2(bays.reduce((sum, bay) => sum + bay.areaM2, 0))}`);
  // Opening the sheet moves the focus to its title; extending a selection leaves it in the section.
  if (!before.bays) byId('bay-title')?.focus({ preventScroll: true });
}

function drawSheet() {
  const chosen = selection();
  const body = byId('bay-body');
  document.body.classList.toggle('bay-chosen', Boolean(chosen));
  const focusedTitle = document.activeElement?.id === 'bay-title';
  body.replaceChildren(...(chosen
    ? bayParts(building, chosen, { needs: needs(), placements: placed?.placements ?? null, close: closeSheet, share, select })
    : vacantRuns(building, { needs: needs(), select, fits })));
  if (focusedTitle) byId('bay-title').focus({ preventScroll: true });
}

function closeSheet() {
  go({ floor: null, bays: null });
  const back = opener?.isConnected ? opener : null;
  if (back) back.focus({ preventScroll: true });
  else byId('section-body').querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
}

async function share() {
  const link = new URL(href({}), location.origin).href;
  try {
    if (navigator.share && matchMedia('(pointer: coarse)').matches) {
      await navigator.share({ title: document.title, url: link });
      return;
    }
    await navigator.clipboard.writeText(link);
    toast(t('copied'));
  } catch (fault) {
    if (fault.name !== 'AbortError') toast(link);
  }
}
