/** The building screen: section or table, time slider, allocation round, bay sheet; comparing; what only staff see. */
import { aborted, latest } from '../api/http.js';
import * as space from '../api/space.js';
import * as tenants from '../api/tenants.js';
import { byId, h, icon, narrow } from '../lib/dom.js';
import { m2, number } from '../lib/numbers.js';
import { announce, toast } from '../lib/say.js';
import { bayParameter, bayRange, blocks, fits, parseBays, runs, vacant } from '../building/section.js';
import { HOME, NEEDS, current, go, hasNeeds, href, needs, onChange } from '../lib/state.js';
import { isStaff, own, t } from '../lib/words.js';
import { bayParts, vacantRuns } from '../building/bay.js';
import { bottomSheet } from './bottomsheet.js';
import { dayChip, drawHead } from '../building/head.js';
import { hint } from '../building/hint.js';
import { drawPictures } from '../building/pictures.js';
import * as round from './round.js';
import { createStack, stackLegend } from '../building/stack.js';
import { tableTwin } from '../building/table.js';
import { withTenants } from '../building/tenant.js';
import { drawTime } from '../building/time.js';

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
    else if (now.compare !== before.compare) drawSheet();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current().b && current().bays && current().view !== 'compare' && !event.defaultPrevented) closeSheet();
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
    if (isStaff) building = await named(building, on);
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

/** For staff: the same with the firms' names. Without them the public picture stands. */
async function named(found, on) {
  try {
    return withTenants(found, (await tenants.tenants(found.code, on)).tenants);
  } catch (problem) {
    toast(t('staff_failed', { code: problem.code }));
    return found;
  }
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
      h('section', { class: 'sheet-card time-card', id: 'time', 'aria-labelledby': 'time-title' }),
      h('section', { class: 'sheet-card pictures-card', id: 'pictures', hidden: true, 'aria-labelledby': 'pictures-title' }),
      isStaff && [h('section', { class: 'staff-part', id: 'staff', 'aria-labelledby': 'staff-title' }), h('section', { class: 'sheet-card pictures-card', id: 'file', 'aria-labelledby': 'file-title' })]),
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
  drawHead(byId('building-head'), building, { share });
  drawSection();
  drawTime(byId('time'), building);
  drawSheet();
  showChosen();
  drawPictures(byId('pictures'), building.code);
  if (isStaff) {
    import('../staff/staff.js').then((part) => part.draw(byId('staff'), building));
    if (byId('file').childElementCount === 0) import('../staff/file.js').then((part) => part.drawFile(byId('file'), building, open));
  }
}

function drawSection() {
  const table = current().view === 'table';
  const fitting = hasNeeds();
  const fitBays = fitting ? building.floors.flatMap((floor) => runs(floor)).filter((run) => fits(run, needs())).reduce((sum, run) => sum + run.bays.length, 0) : 0;
  byId('section-head').replaceChildren(
    h('h2', { id: 'section-title' }, t('section_by_floor')), h('span', { class: 'quiet small section-hint' }, t('section_hint')),
    h('div', { class: 'section-tools' },
      fitting && h('button', { class: 'chip', type: 'button', 'aria-pressed': String(showFit), on: { click: toggleFit } }, showFit && icon('check', 'small'), t(narrow() ? 'fit_toggle_short' : 'fit_toggle', { n: fitBays })),
      narrow() && dayChip(building),
      h('button', { class: 'chip', type: 'button', 'aria-pressed': String(round.wanted()), on: { click: () => go({ round: round.wanted() ? null : '1' }, { replace: true }) } }, round.wanted() && icon('check', 'small'), t('round_toggle')),
      h('button', { class: 'chip narrow-chip', type: 'button', 'aria-pressed': String(table), on: { click: () => go({ view: table ? null : 'table' }, { replace: true }) } }, icon('list', 'small'), t('to_table'))));
  const body = byId('section-body');
  if (table) {
    stack = null;
    body.replaceChildren(tableTwin(building, { needs: needs(), chosen: selection(), placements: placed?.placements, select }));
  } else {
    if (!stack) {
      body.replaceChildren();
      stack = createStack(body, { select, hint });
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
  showChosen();
  announce(`${t('sheet_title', { floor: chosen.level, bays: bayRange(chosen.first, chosen.last) })}, ${m2(bays.reduce((sum, bay) => sum + bay.areaM2, 0))}`);
  // Opening the sheet moves the focus to its title; extending a selection leaves it in the section.
  if (!before.bays) byId('bay-title')?.focus({ preventScroll: true });
}

function drawSheet() {
  const chosen = selection();
  const body = byId('bay-body');
  document.body.classList.toggle('bay-chosen', Boolean(chosen));
  const focusedTitle = document.activeElement?.id === 'bay-title';
  const focused = body.contains(document.activeElement) && ['.plan-bay', '.compare-button', '.extend .button'].find((one) => document.activeElement.matches(one));
  const scrolled = body.scrollTop;
  body.replaceChildren(...(chosen
    ? bayParts(building, chosen, { needs: needs(), placements: placed?.placements ?? null, close: closeSheet, share, select })
    : vacantRuns(building, { needs: needs(), select, fits })));
  body.scrollTop = chosen ? scrolled : 0;
  if (focusedTitle) byId('bay-title').focus({ preventScroll: true });
  // what was pressed is drawn anew and keeps the focus; the plan has one stop
  else if (focused) body.querySelector(focused === '.plan-bay' ? '.plan-bay[tabindex="0"]' : focused)?.focus({ preventScroll: true });
}

/** On a phone the sheet covers half the screen: what is chosen moves above it. */
function showChosen() {
  const ring = narrow() && document.querySelector('.stack .chosen');
  if (!ring || document.body.dataset.bay === 'full') return;
  const under = ring.getBoundingClientRect().bottom + 12 - byId('bay').getBoundingClientRect().top;
  if (under > 0) byId('building').scrollBy({ top: under });
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
