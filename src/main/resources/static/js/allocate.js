/** Starts the officer's console of allocation rounds. */
import { actionBar } from './allocate/frame/actions.js';
import { showDemand } from './allocate/frame/demand.js';
import { mountFoot } from './allocate/frame/foot.js';
import { fiveNumbers, liveNumbers, quotaLines } from './allocate/frame/numbers.js';
import { showObjections } from './allocate/frame/objections.js';
import { showOffers } from './allocate/frame/offers.js';
import { showRecord } from './allocate/frame/record.js';
import { mountRounds, statusTag } from './allocate/frame/rounds.js';
import { mountSolve } from './allocate/frame/solve.js';
import { mountStepper, onWay } from './allocate/frame/stepper.js';
import { mountReasons } from './allocate/reason/reasons.js';
import { mountResult } from './allocate/result/result.js';
import { showSetup } from './allocate/setup/setup.js';
import { relatedFirms } from './allocate/setup/related.js';
import * as state from './allocate/state.js';
import { mountWhatif } from './allocate/whatif/whatif.js';
import { byId, h, icon } from './lib/dom.js';
import { moment } from './lib/numbers.js';
import { own, t } from './lib/words.js';

document.documentElement.classList.add('js');

/** Tabs of the middle column by what a round has. */
const TABS = {
  setup: { when: (round) => round.status === 'DRAFT', show: showSetup },
  demand: { when: () => true, show: showDemand },
  related: { when: (round) => round.status === 'OPEN', show: (element, round) => element.replaceChildren(relatedFirms(round)) },
  result: { when: (round) => round.run?.objective !== undefined || round.placements.length > 0 },
  whatif: { when: (round) => Boolean(round.closedAt) },
  objections: { when: (round) => Boolean(round.shownAt), show: showObjections },
  offers: { when: (round) => ['APPROVED', 'OFFERED', 'DONE'].includes(round.status), show: showOffers },
  record: { when: (round) => Boolean(round.openedAt), show: showRecord },
};

/** What somebody comes for in each state, unless the address says another. */
const FIRST = { DRAFT: 'setup', OPEN: 'demand', CLOSED: 'demand', SOLVING: 'demand', OFFERED: 'offers' };

const head = h('header', { class: 'round-head' });
const waits = h('div', { class: 'round-waits' });
const numbers = h('div');
const solve = h('div');
const tabs = h('div', { class: 'round-tabs', role: 'tablist', 'aria-label': t('al_tabs') });
const body = byId('round-body');
byId('round-head').append(head, waits, numbers, solve, tabs);
body.setAttribute('role', 'tabpanel');
const rounds = mountRounds(byId('rounds'));
mountStepper(byId('stepper'));
mountSolve(solve);
mountFoot(byId('round-foot'));

const open = (round) => Object.keys(TABS).filter((name) => TABS[name].when(round));

/** The tab to show: that of the address where the round has it. */
function tabOf(round) {
  const there = open(round);
  const { tab } = state.current();
  const first = FIRST[round.status] ?? 'result';
  return there.includes(tab) ? tab : there.includes(first) ? first : there.includes('result') ? 'result' : 'demand';
}

function panes() {
  const { pane = 'round', round } = state.current();
  document.body.dataset.pane = pane;
  for (const link of document.querySelectorAll('[data-pane-link]')) {
    link.href = state.href({ pane: link.dataset.paneLink });
    if (link.dataset.paneLink === pane) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  byId('reasons').classList.toggle('empty', !round || round === 'new');
}

let way = null;

/** A title that holds the code stands alone. */
const named = (round) => {
  const title = own(round, 'title');
  return title.includes(round.code) ? title : [t('al_round_code', { code: round.code }), ' ', h('span', { class: 'quiet' }, title)];
};

function drawHead(round) {
  if (!round) {
    head.replaceChildren(h('h1', {}, t(state.current().round === 'new' ? 'al_setup_new' : 'al_round_none')));
    waits.replaceChildren();
    numbers.replaceChildren();
    tabs.replaceChildren();
    return;
  }
  const bar = actionBar(round, way);
  head.replaceChildren(h('div', { class: 'round-title' }, h('h1', {}, named(round)), statusTag(round.status),
    round.dataStatus !== 'OFFICIAL' && h('span', { class: 'tag warn' }, t('badge_illustrative'))), h('div', { class: 'round-actions' }, bar.buttons));
  waits.replaceChildren(...bar.reasons, ...(way?.left.length > 0 ? [h('p', { class: 'waits' }, icon('warn', 'small'), h('span', {}, t('al_left', { n: way.left.length, list: way.left.slice(0, 6).join(', ') })))] : []), ...(round.status === 'SOLVING' ? [h('p', { class: 'quiet small' }, t('al_provisional'))] : []));
  if (round.status === 'SOLVING') drawLive(state.openSolve());
  else numbers.replaceChildren(...[fiveNumbers(round), ...quotaLines(round)].filter(Boolean));
}

const drawLive = (solve) => numbers.replaceChildren(liveNumbers(solve?.points.at(-1)));

function drawTabs(round) {
  const now = tabOf(round);
  tabs.replaceChildren(...open(round).map((name) => h('button', {
    type: 'button', role: 'tab', id: `tab-${name}`, class: 'tab', 'aria-selected': String(name === now), 'aria-controls': name === 'result' || name === 'whatif' ? name : 'round-body', tabindex: name === now ? 0 : -1, data: { tab: name },
    on: { click: () => state.go({ tab: name }) },
  }, t(`al_tab_${name}`))));
  body.setAttribute('aria-labelledby', `tab-${now}`);
}

tabs.addEventListener('keydown', (event) => {
  const all = [...tabs.children];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = all[(to + all.length) % all.length];
  state.go({ tab: next.dataset.tab });
  tabs.querySelector(`[data-tab="${next.dataset.tab}"]`).focus();
});

let drawing = 0;
let drawn = '';

/** Fills the part below the tabs; what is asked of the server shows in grey until it comes. */
async function drawBody(round, again = false) {
  const asked = state.current().round;
  const tab = round ? tabOf(round) : asked === 'new' ? 'setup' : 'none';
  byId('result').hidden = tab !== 'result';
  byId('whatif').hidden = tab !== 'whatif';
  const key = `${asked}/${tab}/${round?.version}`;
  if (key === drawn && !again) return;
  drawn = key;
  const mine = ++drawing;
  const { show } = TABS[tab] ?? {};
  body.hidden = !show && tab !== 'none';
  if (tab === 'none') {
    body.replaceChildren(h('p', { class: 'state quiet' }, t('al_choose_round')));
    return;
  }
  if (!show) return;
  const part = h('div', { class: 'part' });
  const grey = setTimeout(() => mine === drawing && body.replaceChildren(h('div', { class: 'skeleton-card', 'aria-hidden': 'true' }), h('p', { class: 'sr' }, t('al_reading'))), 300);
  try {
    await show(part, round);
    if (mine === drawing) body.replaceChildren(part);
  } catch (problem) {
    if (mine === drawing) failed(body, problem, () => drawBody(state.openRound(), true));
  } finally {
    clearTimeout(grey);
  }
}

function failed(element, problem, again) {
  if (!(problem instanceof Error) || problem.status === undefined) console.error(problem);
  element.hidden = false;
  element.replaceChildren(h('div', { class: 'state error' }, h('h3', {}, icon('blocked'), problem.detail ?? problem.message ?? t('problem_title')),
    problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'quiet small' }, t('quote_code', { code: problem.code ?? '' })), h('button', { type: 'button', class: 'button', on: { click: again } }, t('try_again'))));
}

function drawRound(round) {
  drawHead(round);
  if (round) drawTabs(round);
  drawBody(round);
}

/** Another round: what was known of the one before goes at once. */
async function openRound() {
  way = null;
  drawn = '';
  try {
    await state.reload();
  } catch (problem) {
    state.setRound(null);
    failed(body, problem, openRound);
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-go], [data-pane-link]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const query = new URL(link.href).searchParams;
  history.pushState(null, '', `/allocate${query.size > 0 ? `?${query}` : ''}`);
  dispatchEvent(new PopStateEvent('popstate'));
});

mountResult(byId('result'), state);
mountReasons(byId('reason-list'), state);
mountWhatif(byId('whatif'), state);
state.onRound(drawRound);
state.onSolve((solve) => {
  if (state.openRound()?.status === 'SOLVING') drawLive(solve);
});
onWay((told, round) => {
  way = told;
  if (state.openRound()?.id === round.id) drawHead(round);
});
state.onChange((now, before) => {
  panes();
  if (now.round !== before.round) openRound();
  else if (now.tab !== before.tab) drawRound(state.openRound());
});
panes();
try {
  const all = await rounds.refresh();
  if (!state.current().round && all.length > 0) state.note({ round: String(all[0].id) });
  else await openRound();
} catch (problem) {
  failed(body, problem, () => location.reload());
}
// a deadline closes a round by itself, a window ends, a colleague acts: the page reads again while somebody looks
setInterval(async () => {
  const round = state.openRound();
  if (document.hidden || !round || document.querySelector('dialog[open], .setup')) return;
  const fresh = await rounds.refresh().catch(() => null);
  const seen = fresh?.find((one) => one.id === round.id);
  const due = (round.status === 'OPEN' && new Date(round.deadline) <= new Date()) || (round.status === 'SHOWN' && way && new Date(round.objectionsUntil) <= new Date() && new Date(way.now) < new Date(round.objectionsUntil));
  if (seen && (seen.status !== round.status || due) && state.openRound() === round) await state.reload().catch(() => undefined);
}, 5000);
document.body.dataset.ready = 'yes';
