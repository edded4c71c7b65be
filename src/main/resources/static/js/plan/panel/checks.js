/** The checks: rules with their bars, and findings with their repairs. What is tried out while drawing is judged here at once. */
import { debounce, h, icon } from '../../lib/dom.js';
import { number } from '../../lib/numbers.js';
import { announce } from '../../lib/say.js';
import { own, t } from '../../lib/words.js';
import { current, onChange } from '../address.js';
import { desk, mayDraw, on, saving } from '../desk.js';
import { shortcut } from '../keys.js';
import * as side from '../side.js';
import { comparison, DATA_CHECKS, rulesThatMatter, standing } from './findings.js';
import * as foot from './foot.js';
import * as marks from './marks.js';
import { redraw } from './redraw.js';
import * as repair from './repair.js';
import { inForce, ruleItem, ruleRow, verdict } from './rulebar.js';
import { choose, chosen, follow, issues, listen, neighbour, report, trial } from './shown.js';

const CHUNK = 60; // items drawn at once
const SUGGEST_UP_TO = 150; // with more findings the proposal takes long, and is read only when asked for

/** Repairs are drawing: a phone only reads. */
/** A phone only reads. */
const mayMend = () => mayDraw() && !matchMedia('(max-width: 699px)').matches;

let host = null;
let length = CHUNK;
let openRule = null;
let allRules = false;
let passed = false;
let proposal = null; // {steps, problem} while the proposal is open
let unanswered = null; // why a change that is tried out was not judged
let steps = null; // {etag, list} of the proposal, for the chosen finding

/** What goes on whether or not the panel is open: badge, pins, keys, foot. */
export function prepare() {
  follow();
  foot.start();
  marks.start();
  repair.start(draw);
  shortcut({ key: 'f', shift: false, words: 'key_finding_next', run: () => walk(1) });
  shortcut({ key: 'f', shift: true, words: 'key_finding_previous', run: () => walk(-1) });
  listen((what) => {
    if (what === 'chosen') picked();
    draw();
  });
  on('report', () => {
    repair.stop();
    if (proposal) openProposal();
    else suggest();
  });
  on('save', debounce(freshness, 120));
  on('tried', (detail) => {
    unanswered = detail?.problem ?? null;
    freshness();
  });
  onChange(() => current().with && repair.stop());
}

export function start(element) {
  host = element;
  host.classList.add('checks');
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && chosen()) {
      event.stopPropagation();
      if (!repair.cancel()) choose(null);
    }
    if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    walk(event.shiftKey ? -1 : 1, { focus: true });
  });
  draw();
}

export function opened() {
  draw();
}

/** Goes to the next finding or the one before: chosen in the list, shown on the map. */
export function walk(step, { focus = false } = {}) {
  const next = neighbour(step);
  if (!next) {
    announce(t('no_issues'));
    return;
  }
  side.open('checks');
  choose(next.key);
  announce(`${next.number}. ${next.title}`);
  if (focus) host.querySelector('.issue.chosen .issue-head')?.focus({ preventScroll: true });
}

function picked() {
  repair.stop();
  proposal = null;
  const issue = chosen();
  if (!issue) return;
  length = Math.max(length, Math.ceil(issue.number / CHUNK) * CHUNK);
  marks.look(issue);
  suggest();
  requestAnimationFrame(() => host?.querySelector('.issue.chosen')?.scrollIntoView({ block: 'nearest' }));
}

/** Reads the proposal when the chosen finding may have a step in it. */
async function suggest() {
  const issue = chosen();
  if (!issue?.finding || issue.finding.properties.repairs.length === 0 || !mayMend() || issues().length > SUGGEST_UP_TO) return;
  const { etag } = desk.plan;
  if (steps?.etag === etag) return;
  try {
    const list = await repair.proposal();
    if (desk.plan.etag !== etag) return;
    steps = { etag, list };
    draw();
  } catch {
    // the finding's own options are there all the same
  }
}

async function openProposal() {
  choose(null);
  const mine = (proposal = { steps: null, problem: null });
  draw();
  host.querySelector('[data-focus="proposal"]')?.focus();
  try {
    mine.steps = await repair.proposal();
  } catch (problem) {
    mine.problem = problem;
  }
  if (proposal === mine) draw();
}

function draw() {
  if (!host || host.hidden) return;
  redraw(host, rules(), proposal && mayMend() ? repair.proposalView(proposal.steps, { problem: proposal.problem, close: closeProposal }) : null, findings(), others());
  freshness();
}

function closeProposal() {
  proposal = null;
  repair.stop();
  draw();
  host.querySelector('[data-focus="propose"]')?.focus();
}

/** The report is older than the drawing while a change is on its way: its figures are grey until the answer comes. */
function freshness() {
  if (!host) return;
  const { waiting, state } = saving();
  host.classList.toggle('stale', unanswered !== null || (waiting > 0 && !trial()));
  const note = host.querySelector('.stale-note');
  const text = unanswered ? [unanswered.detail ?? unanswered.title, unanswered.remedy].filter(Boolean).join(' ') : waiting > 0 && state !== 'saving' && state !== 'saved' ? t('checks_stale', { n: waiting }) : '';
  if (note && note.textContent !== text) note.textContent = text;
  if (note) note.hidden = text === '';
}

function rules() {
  const now = report();
  const before = new Map(trial() ? desk.report.rules.map((rule) => [rule.ruleId, rule.measured]) : []);
  const toggle = (id) => {
    openRule = openRule === id ? null : id;
    draw();
  };
  const matter = rulesThatMatter(now);
  return h('section', { class: 'rules', 'aria-label': t('rules') },
    h('p', { class: 'stale-note', hidden: true }),
    h('div', { class: 'section-head' }, h('h2', {}, t('rules')), h('span', { class: 'answer-time quiet small' }, trial() ? t('answer_ms', { n: number(Math.round(trial().ms)) }) : '')),
    matter.length === 0 && h('p', { class: 'quiet pad' }, t('no_rules')),
    h('ul', { class: 'rule-rows' }, matter.map((rule) => ruleRow(rule, now, { before: before.get(rule.ruleId) ?? null, open: openRule === rule.ruleId, toggle }))),
    h('button', { type: 'button', class: 'row-button', 'aria-expanded': String(allRules), data: { focus: 'all-rules' }, on: { click: () => {
      allRules = !allRules;
      draw();
    } } }, h('span', {}, t('all_rules', { n: now.rules.length })), h('span', { class: 'quiet' }, t(allRules ? 'fold' : 'unfold'))),
    allRules && ruleList(now));
}

function ruleList(now) {
  const order = ['fail', 'waived-by-decision', 'pass'];
  const apply = now.rules.filter((rule) => rule.status !== 'not-applicable').sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const idle = now.rules.filter((rule) => rule.status === 'not-applicable');
  return h('div', { class: 'rule-list' }, h('ul', {}, apply.map((rule) => ruleItem(rule, now))),
    idle.length > 0 && h('details', { class: 'idle-rules' }, h('summary', { data: { focus: 'idle-rules' } }, t('rules_not_applicable', { n: idle.length })), h('ul', {}, idle.map((rule) => ruleItem(rule, now)))));
}

function findings() {
  const all = issues();
  const propose = mayMend() && !proposal && all.some((issue) => issue.finding?.properties.repairs.length > 0);
  return h('section', { class: 'findings', 'aria-label': t('findings') },
    h('div', { class: 'section-head' }, h('h2', {}, t('findings'), all.length > 0 && h('span', { class: 'quiet' }, ` ${number(all.length)}`)),
      propose ? h('button', { type: 'button', class: 'button', data: { focus: 'propose' }, on: { click: openProposal } }, t('propose')) : null),
    all.length === 0 ? h('div', { class: 'state' }, h('h3', { class: 'all-well' }, icon('check'), t('no_issues')), h('p', { class: 'quiet' }, t('no_issues_more')))
      : h('p', { class: 'quiet small pad hint-keys' }, t('findings_order')),
    h('ol', { class: 'issues' }, all.slice(0, length).map(item)),
    all.length > length && h('button', { type: 'button', class: 'row-button', data: { focus: 'more' }, on: { click: () => {
      length += CHUNK * 2;
      draw();
    } } }, h('span', {}, t('show_more', { n: number(Math.min(CHUNK * 2, all.length - length)) })), h('span', { class: 'quiet' }, t('shown_of', { n: number(length), all: number(all.length) }))));
}

function item(issue) {
  const open = issue === chosen();
  const how = issue.blocks ? 'blocks' : 'advises';
  return h('li', { class: `issue is-${how} ${open ? 'chosen' : ''}` },
    h('button', { type: 'button', class: 'issue-head', 'aria-expanded': String(open), data: { focus: `issue/${issue.key}` }, on: { click: () => choose(open ? null : issue.key) } },
      icon(issue.blocks ? 'octagon' : 'warn'),
      h('span', { class: 'issue-text' }, h('span', { class: 'issue-title' }, h('span', { class: 'issue-number' }, `${issue.number}.`), ' ', h('b', {}, issue.title)), issue.finding ? findingLines(issue) : ruleLines(issue)),
      h('span', { class: `severity is-${how}` }, t(issue.blocks ? 'severity_blocks' : 'severity_advises'))),
    open && h('div', { class: 'issue-more' }, issue.rule && verdict(issue.rule), issue.finding && mayMend() && ways(issue)));
}

function ways(issue) {
  return repair.waysFor(issue, steps?.etag === desk.plan.etag ? steps.list : null) ?? h('p', { class: 'quiet small' }, t('no_repair'));
}

function findingLines({ finding, blocks }) {
  return [h('span', { class: 'issue-line' }, own(finding.properties, 'message')), h('span', { class: 'issue-line quiet' }, t(blocks ? 'source_data' : 'source_practice'))];
}

function ruleLines({ rule }) {
  const [measured, limit] = rule.measured === null || rule.limit === null ? ['', ''] : comparison(rule);
  return [h('span', { class: 'issue-line' }, measured && `${measured} ${limit}, `, standing(rule, report())),
    h('span', { class: 'issue-line quiet' }, `${own(rule.source, 'title')}, ${inForce(rule)}`, rule.preExisting && `. ${t('pre_existing')}`)];
}

/** What passed: rules that are kept, and kinds of findings there are none of. */
function others() {
  const now = report();
  const kept = now.rules.filter((rule) => rule.status === 'pass');
  const found = new Set(now.features.map((finding) => finding.properties.code));
  const clean = DATA_CHECKS.filter((code) => !found.has(code));
  return h('section', { class: 'passed', 'aria-label': t('passed') },
    h('button', { type: 'button', class: 'row-button', 'aria-expanded': String(passed), data: { focus: 'passed' }, on: { click: () => {
      passed = !passed;
      draw();
    } } }, h('span', { class: 'with-icon' }, icon('check'), h('b', {}, t('n_passed', { n: kept.length + clean.length }))), h('span', { class: 'quiet' }, t(passed ? 'fold' : 'unfold'))),
    passed && h('div', { class: 'rule-list' }, h('ul', {}, kept.map((rule) => ruleItem(rule, now)),
      clean.map((code) => h('li', { class: 'rule-item plain-item' }, h('span', { class: 'rule-icon is-kept' }, icon('check', 'small')), h('span', { class: 'rule-name' }, t(`check_${code}`)), h('span', { class: 'quiet small' }, t('source_data')))))));
}
