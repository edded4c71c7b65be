/** Rules of the law beside what the plan has: a bar with a tick at the limit and the shortfall hatched, and the whole verdict on demand. */
import { h, icon, s } from '../../lib/dom.js';
import { date } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { comparison, direction, standing, zoneShare } from './findings.js';
import { hatch } from './hatching.js';

/** How a rule stands, as a class: `blocks`, `advises`, `waived`, `kept`. */
export const state = (rule) => ({ pass: 'kept', 'waived-by-decision': 'waived', fail: rule.effect === 'BLOCKS' ? 'blocks' : 'advises' })[rule.status] ?? 'none';

/**
 * The bar alone, from 0 to twice the limit.
 * @param {object} rule verdict with measured value and limit
 * @param {number|null} before what was measured before a change that is being tried out
 */
export function bar(rule, before = null) {
  const { measured, limit } = rule;
  const whole = limit > 0 ? 2 * limit : Math.max(measured, 1);
  const at = (value) => Math.max(0, Math.min(100, (value / whole) * 100));
  const lacks = rule.status !== 'pass' && direction(rule) !== 'none';
  const [from, to] = [at(measured), at(limit)].sort((a, b) => a - b);
  const full = lacks && direction(rule) === 'most' ? from : at(measured);
  return s('svg', { class: `rule-bar is-${state(rule)}`, width: '100%', height: 16, 'aria-hidden': 'true' },
    s('rect', { class: 'track', x: 0, y: 4, width: '100%', height: 8 }),
    s('rect', { class: 'fill', x: 0, y: 4, width: `${full}%`, height: 8 }),
    lacks && s('rect', { class: 'lack', x: `${from}%`, y: 4, width: `${to - from}%`, height: 8, fill: hatch(`lack-${state(rule)}`) }),
    before !== null && before !== measured && s('line', { class: 'was', x1: `${at(before)}%`, x2: `${at(before)}%`, y1: 4, y2: 12 }),
    s('line', { class: 'limit', x1: `${at(limit)}%`, x2: `${at(limit)}%`, y1: 0, y2: 16 }));
}

/** “8,22% ≥ 10%” and “thiếu 11,89 ha”. */
export function values(rule, report) {
  const [measured, limit] = comparison(rule);
  return h('span', { class: `rule-values is-${state(rule)}` }, h('span', {}, h('b', {}, measured), ' ', h('span', { class: 'nowrap' }, limit)), h('span', { class: 'sr' }, ', '), h('span', { class: 'rule-standing' }, standing(rule, report)));
}

/** A share of the zone goes by what is measured: its limit stands beside it. */
function shortTitle(rule, report) {
  const title = own(rule, 'title');
  return zoneShare(rule, report) ? title.split(/ [≥≤]/)[0] : title;
}

/** A rule as a row that opens its verdict. */
export function ruleRow(rule, report, { before = null, open = false, toggle }) {
  const detail = open ? verdict(rule) : null;
  return h('li', { class: 'rule-row' },
    h('button', { type: 'button', class: 'rule-head', 'aria-expanded': String(open), data: { focus: `rule/${rule.ruleId}` }, on: { click: () => toggle(rule.ruleId) } },
      h('span', { class: 'rule-name' }, h('b', {}, open ? own(rule, 'title') : shortTitle(rule, report)), h('span', { class: 'quiet small' }, own(rule.source, 'title'))), bar(rule, before), values(rule, report)),
    detail);
}

/** The verdict in words, with article, day and whether anybody has seen the rule in the act. */
export function verdict(rule) {
  const { source, waiver } = rule;
  return h('div', { class: 'verdict' },
    h('p', {}, own(rule, 'text')),
    rule.subjects.length > 0 && h('p', { class: 'quiet' }, t('rule_subjects', { codes: some(rule.subjects) })),
    waiver && h('p', {}, t('rule_waiver', { no: waiver.decisionNo, date: date(waiver.decidedOn) })),
    h('p', { class: 'quiet' }, `${own(source, 'title')}, ${own(source, 'article')}, ${inForce(rule)}.`),
    h('p', { class: source.confirmed ? 'quiet' : 'doubt' }, !source.confirmed && icon('warn', 'small'), t(source.confirmed ? 'source_confirmed' : 'source_unconfirmed')));
}

/** From when to when a rule is in force, in words. */
export const inForce = (rule) => (rule.validTo ? t('in_force_between', { from: date(rule.validFrom), to: date(rule.validTo) }) : t('in_force_from', { from: date(rule.validFrom) }));

/** Some codes and how many more there are. */
export function some(codes, most = 8) {
  return codes.length > most ? t('codes_more', { codes: codes.slice(0, most).join(', '), n: codes.length - most }) : codes.join(', ');
}

const ICONS = { kept: 'check', waived: 'info', blocks: 'octagon', advises: 'warn', none: 'minus' };

/** A rule in the full list: state, title, value, and the verdict when opened. */
export function ruleItem(rule, report) {
  const how = state(rule);
  return h('li', { class: 'rule-item' }, h('details', {},
    h('summary', { data: { focus: `all/${rule.ruleId}` } }, h('span', { class: `rule-icon is-${how}` }, icon(ICONS[how], 'small')),
      h('span', { class: 'rule-name' }, own(rule, 'title')), h('span', { class: `rule-standing is-${how}` }, standing(rule, report))),
    verdict(rule)));
}
