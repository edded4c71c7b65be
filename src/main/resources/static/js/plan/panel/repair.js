/** Mending: what each way would change, shown on the map before it is accepted, one by one or all at once. */
import { h, icon } from '../../lib/dom.js';
import { m2, number } from '../../lib/numbers.js';
import { announce, toast } from '../../lib/say.js';
import { own, t } from '../../lib/words.js';
import { desk } from '../desk.js';
import { reveal, sheet, zoomTo } from '../map.js';
import { size, summary } from './findings.js';
import { acceptAll, changesOf, neighboursOf, optionId, proposal, stepFor, tryOption } from './mends.js';
import { some } from './rulebar.js';
import { chosen, report, take, trial } from './shown.js';

const FIRST = 2; // options shown before the others are asked for

let shown = []; // mends that lie on the map
let busy = null; // what is being asked for: id of an option, 'proposal', 'accept'
let fault = null; // {where, problem}
let unfolded = null; // finding whose other options are shown too
let redraw = () => {};

/** `draw` draws the panel anew. */
export function start(draw) {
  redraw = draw;
}

/** Takes previews off the map; nothing was changed. */
export function stop() {
  const tried = shown.some((mend) => mend.report);
  shown = [];
  fault = null;
  onMap();
  if (tried && trial()) take(null);
}

function onMap() {
  if (!sheet.overlay) return;
  const after = shown.flatMap((mend) => [...mend.after]);
  const before = after.map(([uid]) => desk.features.get(uid)).filter(Boolean);
  sheet.overlay.show('mend-before', before, { className: 'mend-before', weight: 1.5, fill: false });
  sheet.overlay.show('mend-after', after.map(([, geometry]) => geometry), { className: 'mend-after', weight: 2.5 });
  sheet.overlay.show('mend-removed', shown.flatMap((mend) => mend.removed.map((uid) => desk.features.get(uid))), { className: 'mend-removed', weight: 2.5, fill: false });
}

async function show(where, ask) {
  busy = where;
  fault = null;
  redraw();
  try {
    const mend = await ask();
    shown = [mend];
    if (mend.report) take({ report: mend.report, ms: mend.ms, keepsList: true });
    onMap();
    const places = mend.mends.map((one) => one.geometry).filter(Boolean);
    if (chosen()) places.forEach(reveal);
    else zoomTo(...places);
    announce(t('mend_preview_said', { text: mend.text, area: size(mend.movedM2) }));
  } catch (problem) {
    fault = { where, problem };
  }
  busy = null;
  redraw();
}

async function accept(where, work, said) {
  busy = 'accept';
  fault = null;
  redraw();
  try {
    await work();
    shown = [];
    onMap();
    if (trial()) take(null);
    toast(said);
  } catch (problem) {
    if (problem) fault = { where, problem };
  }
  busy = null;
  redraw();
}

/** Gives up a preview; answers whether there was one. */
export function cancel() {
  const was = shown.length > 0;
  stop();
  redraw();
  return was;
}

const isShown = (id) => shown.length === 1 && shown[0].id === id;

/** A way to mend with its preview: what changes, what the checks would say. */
function way(id, text, ask, { recommended = false, choice = null } = {}) {
  const open = isShown(id);
  const mend = open ? shown[0] : null;
  return h('li', { class: `mend ${open ? 'open' : ''}` },
    h('p', { class: 'mend-text' }, recommended && h('span', { class: 'tag you' }, t('mend_recommended')), ' ', text), choice,
    mend && effect(mend),
    h('div', { class: 'mend-buttons' },
      open ? [
        h('button', { type: 'button', class: 'button strong', 'aria-busy': busy === 'accept' && 'true', data: { focus: `mend/${id}` }, on: { click: () => busy || accept(id, mend.accept, t('mend_done', { text: mend.text })) } }, icon('check', 'small'), t('mend_accept')),
        h('button', { type: 'button', class: 'button', on: { click: () => cancel() } }, t('mend_cancel')),
      ] : h('button', { type: 'button', class: 'button', 'aria-busy': busy === id && 'true', data: { focus: `mend/${id}` }, on: { click: () => busy || show(id, ask) } }, icon('eye', 'small'), t('mend_preview'))),
    fault?.where === id && refused(fault.problem));
}

/** What an accepted mend would do to subzones and counts. */
function effect(mend) {
  const changes = changesOf(mend);
  const vertices = changes.filter(({ beforeM2, afterM2 }) => beforeM2 !== null && afterM2 !== null && Math.abs(afterM2 - beforeM2) < 0.5);
  const ground = changes.filter((change) => !vertices.includes(change));
  const list = ground.slice(0, 6).map(({ code, beforeM2, afterM2 }) => {
    if (beforeM2 === null) return h('li', {}, t('mend_made', { area: m2(afterM2) }));
    if (afterM2 === null) return h('li', {}, t('mend_gone', { code, area: m2(beforeM2) }));
    const by = afterM2 - beforeM2;
    return h('li', {}, h('b', {}, code), ` ${m2(beforeM2)} → ${m2(afterM2)}`, h('span', { class: 'quiet' }, ` (${by < 0 ? '−' : '+'}${number(Math.abs(by), Math.abs(by) < 10 ? 2 : 0)})`));
  });
  const now = summary(desk.report);
  const then = mend.report && summary(mend.report);
  return h('div', { class: 'mend-effect' },
    h('p', { class: 'mend-key' }, h('span', { class: 'key before' }), t('before'), h('span', { class: 'key after' }), t('after'), mend.movedM2 > 0 && h('span', { class: 'quiet' }, t('mend_moved', { area: size(mend.movedM2) }))),
    h('ul', {}, list, ground.length > 6 && h('li', { class: 'quiet' }, t('mend_more', { n: ground.length - 6 })),
      vertices.length > 0 && h('li', { class: 'quiet' }, t('mend_vertices', { codes: some(vertices.map(({ code }) => code), 6) }))),
    then && h('p', {}, t('mend_counts', { b0: now.blocking, b1: then.blocking, a0: now.advice, a1: then.advice })));
}

function refused(problem) {
  return h('div', { class: 'inline-fault', role: 'alert' }, icon('blocked', 'small'), h('div', {}, h('b', {}, problem.busy ? t('mend_busy') : problem.detail ?? problem.title ?? t('problem_title')), problem.remedy && h('p', {}, problem.remedy)));
}

const choices = new Map(); // sliver → neighbour it is merged into

/** The ways to mend one finding: the proposal's step first, then its options. */
export function waysFor(issue, steps) {
  const { finding } = issue;
  const step = steps && stepFor(steps, finding);
  const options = finding.properties.repairs.map((option) => {
    const merge = option.action === 'MERGE';
    const others = merge ? neighboursOf(option.targets[0]) : [];
    if (merge && others.length === 0) return null;
    const chosen = merge ? choices.get(option.targets[0]) ?? others[0].uid : undefined;
    const choice = merge && h('label', { class: 'field mend-choice' }, t('merge_into'), h('select', { class: 'input', on: { change: (event) => {
      choices.set(option.targets[0], event.target.value);
      cancel();
    } } }, others.map(({ uid, code }) => h('option', { value: uid, selected: uid === chosen }, code))));
    return way(optionId(option, chosen), own(option, 'text'), () => tryOption(finding, option, chosen), { choice });
  }).filter(Boolean);
  if (!step && options.length === 0) return null;
  const rest = options.length - FIRST;
  const all = unfolded === issue.key || rest <= 1;
  return h('ul', { class: 'mends', 'aria-label': t('mends') },
    step && way(step.id, step.text, async () => step, { recommended: true }),
    all ? options : options.slice(0, FIRST),
    !all && h('li', {}, h('button', { type: 'button', class: 'link', on: { click: () => {
      unfolded = issue.key;
      redraw();
    } } }, t('mend_others', { n: rest }))));
}

/** The whole proposal: every step with its preview, and all of them at once. Null while it is being read. */
export function proposalView(steps, { problem, close }) {
  const head = h('div', { class: 'proposal-head' }, h('h3', { tabindex: '-1', data: { focus: 'proposal' } }, t('proposal')), h('button', { type: 'button', class: 'button', on: { click: close } }, t('close')));
  if (problem) return h('section', { class: 'proposal' }, head, refused(problem));
  if (!steps) return h('section', { class: 'proposal' }, head, h('p', { class: 'quiet' }, t('reading')));
  if (steps.length === 0) return h('section', { class: 'proposal' }, head, h('p', {}, t('proposal_none')));
  const mended = steps.reduce((sum, step) => sum + step.mends.length, 0);
  const every = shown.length === steps.length && steps.length > 1;
  return h('section', { class: 'proposal' }, head,
    h('p', {}, t('proposal_counts', { n: steps.length, m: mended, all: report().features.length })),
    h('div', { class: 'mend-buttons' },
      h('button', { type: 'button', class: 'button strong', 'aria-busy': busy === 'accept' && 'true', data: { focus: 'accept-all' }, on: { click: () => busy || accept('all', () => acceptAll(steps), t('proposal_done', { n: steps.length })) } }, icon('check', 'small'), t('accept_all', { n: steps.length })),
      steps.length > 1 && h('button', { type: 'button', class: 'button', 'aria-pressed': String(every), data: { focus: 'show-all' }, on: { click: () => {
        shown = every ? [] : steps;
        onMap();
        redraw();
      } } }, icon('eye', 'small'), t('show_all'))),
    fault?.where === 'all' && refused(fault.problem),
    h('ul', { class: 'mends' }, steps.map((step) => way(step.id, step.text, async () => step))));
}

export { proposal };
