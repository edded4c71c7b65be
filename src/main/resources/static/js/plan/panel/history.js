/** What came before: versions of the zone's plan, steps of this one's life, revisions of this draft; and comparing any two versions. */
import * as api from '../../api/plans.js';
import { debounce, h, icon } from '../../lib/dom.js';
import { date, moment } from '../../lib/numbers.js';
import { announce } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { go, href } from '../address.js';
import { desk, hasRole, mayDraw, me, on, showRevision } from '../desk.js';
import * as side from '../side.js';
import { compareView, compareWith, comparing, follow } from './compare.js';
import { redraw } from './redraw.js';
import { statusText, versions } from './versions.js';

const CHUNK = 100; // revisions drawn at once

let host = null;
let length = CHUNK;
let read = { versions: null, decisions: null, revisions: null, shown: 0 };
let faults = {}; // by section
let busy = null;
let back = null; // revision that was shown before an older one was
const replays = new Map(); // decision → 'busy' | {identical} | {problem}
let pair = null; // versions chosen for comparing

/** Comparing goes on whichever panel is open. */
export function prepare() {
  follow(() => {
    if (comparing() && host === null) side.open('history');
    draw();
  });
}

export function start(element) {
  host = element;
  host.classList.add('history');
  let seen = stamp();
  on('plan', debounce(() => {
    if (stamp() === seen) return;
    seen = stamp();
    load();
  }, 400));
  draw();
  load();
}

export const opened = () => draw();

const stamp = () => `${desk.plan.id}/${desk.plan.lockVersion}/${desk.plan.status}`;

async function load() {
  const { id } = desk.plan;
  const take = async (section, ask, put) => {
    try {
      put(await ask());
      delete faults[section];
    } catch (problem) {
      faults[section] = problem;
    }
    draw();
  };
  await Promise.all([
    take('versions', versions, (list) => (read.versions = list)),
    take('decisions', () => api.decisions(id), ({ decisions }) => (read.decisions = [...decisions].sort((a, b) => b.madeAt.localeCompare(a.madeAt)))),
    take('revisions', () => api.revisions(id), ({ revisions, shown }) => {
      read.revisions = [...revisions].sort((a, b) => b.revision - a.revision);
      read.shown = shown;
    }),
  ]);
}

function draw() {
  if (!host || host.hidden) return;
  redraw(host, comparing() ? compareView() : null, section('versions', t('versions'), versionList), section('decisions', t('decisions'), decisionList), section('revisions', t('revisions'), revisionList));
}

function section(name, title, content) {
  const list = read[name];
  return h('section', { class: `history-${name}`, 'aria-labelledby': `history-${name}` }, h('div', { class: 'section-head' }, h('h2', { id: `history-${name}` }, title)),
    faults[name] && failure(faults[name], name === 'revisions' || name === 'decisions' ? load : null), list === null && !faults[name] ? h('p', { class: 'quiet pad late' }, t('reading')) : list && content(list));
}

function failure(problem, again) {
  return h('div', { class: 'inline-fault pad', role: 'alert' }, icon('blocked', 'small'), h('div', {}, h('b', {}, problem.busy ? t('mend_busy') : problem.detail ?? problem.title ?? t('problem_title')), problem.remedy && h('p', {}, problem.remedy),
    again && h('button', { type: 'button', class: 'link', on: { click: again } }, t('try_again'))));
}

function versionList(list) {
  const others = list.filter((plan) => plan.id !== desk.plan.id);
  return [h('ul', { class: 'history-list' }, list.map(versionRow)), faults.fork && failure(faults.fork), others.length > 0 && list.length > 2 && anyTwo(list)];
}

function versionRow(plan) {
  const here = plan.id === desk.plan.id;
  const when = [
    plan.createdAt && t('made_at', { date: date(plan.createdAt) }), plan.publishedAt && t('published_on', { date: date(plan.publishedAt) }),
    plan.validFrom && (plan.validTo ? t('valid_between', { from: date(plan.validFrom), to: date(plan.validTo) }) : t('valid_from', { date: date(plan.validFrom) })),
  ].filter(Boolean);
  return h('li', { class: here ? 'here' : '' },
    h('p', { class: 'row-title' }, h('b', {}, t('version_n', { n: plan.version })), ' ', h('span', { class: `tag status-${plan.status}` }, statusText(plan)), here && h('span', { class: 'tag you' }, t('open_here'))),
    h('p', { class: 'quiet small' }, [plan.author && (plan.author === me.name ? t('yours') : plan.author), ...when].filter(Boolean).join(' · ')),
    plan.decisionNo && h('p', { class: 'small' }, t('decision_line', { no: plan.decisionNo, date: plan.decidedOn ? date(plan.decidedOn) : '' })),
    h('div', { class: 'row-buttons' },
      !here && h('a', { class: 'button', href: href({ plan: String(plan.id), with: null, subzone: null }) }, t('open_version')),
      !here && h('button', { type: 'button', class: 'button', data: { focus: `compare/${plan.id}` }, on: { click: () => {
        compareWith(desk.plan.id, plan.id);
        host.closest('.side-body').scrollTo({ top: 0 });
      } } }, icon('compare', 'small'), t('compare')),
      hasRole('PLANNER') && h('button', { type: 'button', class: 'button', 'aria-busy': busy === `fork/${plan.id}` && 'true', data: { focus: `fork/${plan.id}` }, on: { click: () => fork(`fork/${plan.id}`, { basedOn: plan.id }) } }, icon('fork', 'small'), t('fork'))));
}

/** Comparing any two versions of the zone. */
function anyTwo(list) {
  pair ??= [list[0].id, list[1].id];
  const choice = (i, label) => h('label', { class: 'field' }, t(label), h('select', { class: 'input', data: { focus: label }, on: { change: (event) => (pair[i] = Number(event.target.value)) } },
    list.map((plan) => h('option', { value: plan.id, selected: plan.id === pair[i] }, `${t('version_n', { n: plan.version })}, ${statusText(plan)}`))));
  return h('form', { class: 'any-two', on: { submit: (event) => {
    event.preventDefault();
    if (pair[0] === pair[1]) announce(t('compare_pick_two'));
    else if (pair[1] === desk.plan.id) compareWith(pair[1], pair[0]);
    else compareWith(pair[0], pair[1]);
  } } }, choice(0, 'compare_version'), choice(1, 'compare_other'), h('button', { type: 'submit', class: 'button' }, t('compare')));
}

/** A scenario: a new draft with the subzones of a version or revision. */
async function fork(name, from) {
  if (busy) return;
  busy = name;
  delete faults.fork;
  draw();
  try {
    const plan = await api.start(from);
    go({ plan: String(plan.id), with: null, subzone: null, tab: null });
  } catch (problem) {
    faults.fork = problem;
  }
  busy = null;
  draw();
}

function decisionList(list) {
  if (list.length === 0) return h('p', { class: 'quiet pad' }, t('no_decisions'));
  return h('ol', { class: 'history-list' }, list.map((one) => h('li', {},
    h('p', { class: 'row-title' }, h('b', {}, t(`did_${one.action}`)), h('span', { class: 'quiet' }, ` ${one.madeBy}, ${moment(one.madeAt)}`)),
    one.reason && h('p', {}, `“${one.reason}”`),
    one.decisionNo && h('p', { class: 'small' }, t('decision_line', { no: one.decisionNo, date: one.decidedOn ? date(one.decidedOn) : '' })),
    h('p', { class: 'quiet small' }, [t('at_revision', { n: one.revision }), one.judgedOn && t('judged_on', { date: date(one.judgedOn) }), one.ruleSetSha256 && t('rule_hash', { hash: one.ruleSetSha256.slice(0, 8) })].filter(Boolean).join(' · ')),
    one.ruleSetSha256 && replay(one))));
}

/** Whether a decision's checks still come out as they did. */
function replay({ id }) {
  const state = replays.get(id);
  const run = async () => {
    replays.set(id, 'busy');
    draw();
    try {
      replays.set(id, await api.replay(desk.plan.id, id));
      announce(t(replays.get(id).identical ? 'replay_same' : 'replay_differs'));
    } catch (problem) {
      replays.set(id, { problem });
    }
    draw();
  };
  return h('div', { class: 'row-buttons' }, h('button', { type: 'button', class: 'link', 'aria-busy': state === 'busy' && 'true', data: { focus: `replay/${id}` }, on: { click: run } }, t('replay')),
    state?.problem && failure(state.problem),
    state?.identical !== undefined && h('span', { class: `with-icon small ${state.identical ? 'is-kept' : 'is-blocks'}` }, icon(state.identical ? 'check' : 'warn', 'small'), t(state.identical ? 'replay_same' : 'replay_differs')));
}

function revisionList(list) {
  if (list.length === 0) return h('p', { class: 'quiet pad' }, t('no_revisions'));
  return [
    back !== null && back !== read.shown && mayDraw() && h('div', { class: 'back-strip' }, h('span', {}, t('showing_revision', { n: read.shown })), h('button', { type: 'button', class: 'button', data: { focus: 'back' }, on: { click: () => show(back, true) } }, icon('undo', 'small'), t('back_to_revision', { n: back }))),
    faults.show && failure(faults.show), faults.fork && failure(faults.fork),
    h('ol', { class: 'history-list revisions' }, list.slice(0, length).map(revisionRow)),
    list.length > length && h('button', { type: 'button', class: 'row-button', data: { focus: 'more-revisions' }, on: { click: () => {
      length += CHUNK;
      draw();
    } } }, h('span', {}, t('show_more', { n: Math.min(CHUNK, list.length - length) })), h('span', { class: 'quiet' }, t('shown_of', { n: length, all: list.length }))),
  ];
}

function revisionRow(one) {
  const here = one.revision === read.shown;
  return h('li', { class: here ? 'here' : '' },
    h('p', { class: 'row-title' }, h('b', {}, t('revision_n', { n: one.revision })), ` ${t(`kind_${one.kind}`)}`, here && h('span', { class: 'tag you' }, t('revision_here'))),
    h('p', { class: 'quiet small' }, [one.author, moment(one.madeAt), t('n_subzones_changed', { n: one.subzonesChanged }), one.parent > 0 && one.parent !== one.revision - 1 && t('grew_from', { n: one.parent })].filter(Boolean).join(' · ')),
    h('div', { class: 'row-buttons' },
      !here && mayDraw() && h('button', { type: 'button', class: 'link', 'aria-busy': busy === `show/${one.revision}` && 'true', data: { focus: `show/${one.revision}` }, on: { click: () => show(one.revision) } }, t('show_revision')),
      hasRole('PLANNER') && h('button', { type: 'button', class: 'link', 'aria-busy': busy === `revision/${one.revision}` && 'true', data: { focus: `revision/${one.revision}` }, on: { click: () => fork(`revision/${one.revision}`, { basedOn: desk.plan.id, revision: one.revision }) } }, t('fork_revision'))));
}

/** Shows another revision; the one that was shown can be gone back to. */
async function show(revision, returning = false) {
  if (busy) return;
  busy = `show/${revision}`;
  delete faults.show;
  const before = read.shown;
  draw();
  try {
    await showRevision(revision);
    back = returning ? null : (back ?? before);
    read.shown = revision;
    announce(t('showing_revision', { n: revision }));
  } catch (problem) {
    faults.show = problem;
  }
  busy = null;
  draw();
}
