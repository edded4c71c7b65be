/** What stands in a plan's way: findings and missed rules that block, those that advise, and where each of them lies. */
import { h, icon } from '../../lib/dom.js';
import { own, t } from '../../lib/words.js';
import { desk, select, subzone } from '../desk.js';
import { zoomTo } from '../map.js';
import * as side from '../side.js';

const open = (rule) => rule.status === 'fail';

/** Findings and failed rules of a report as one list, those that block first: `{blocks, text, geometry, uids, rule}`. */
export function faults(report) {
  if (!report) return [];
  const findings = report.features.map(({ geometry, properties }) => ({
    blocks: properties.severity === 'BLOCKS', text: own(properties, 'message'), geometry, uids: properties.subjects, rule: null,
  }));
  const rules = report.rules.filter(open).map((rule) => ({
    blocks: rule.effect === 'BLOCKS', text: own(rule, 'title'), more: own(rule, 'text'), geometry: null, uids: rule.subjects.map((code) => subzone(code)?.id).filter(Boolean), rule,
  }));
  return [...findings, ...rules].sort((a, b) => Number(b.blocks) - Number(a.blocks));
}

/** How many block and how many advise. */
export function count(report) {
  const all = faults(report);
  const blocks = all.filter((one) => one.blocks).length;
  return { blocks, advises: all.length - blocks };
}

/** Shows a fault on the map and in the list of checks. */
export function goTo(fault) {
  const uids = fault.uids.filter((uid) => desk.features.has(uid));
  if (uids.length > 0) select(uids);
  if (fault.geometry) zoomTo(fault.geometry);
  else if (uids.length > 0) zoomTo(...uids.map((uid) => desk.features.get(uid).geometry));
  side.open('checks', { focus: true });
}

/** Faults as a list with a way to each; `extra(fault)` may add a button. */
export function faultList(list, { go, extra } = {}) {
  return h('ul', { class: 'fault-list' }, list.map((fault) => h('li', { class: fault.blocks ? 'blocks' : 'advises' },
    icon(fault.blocks ? 'octagon' : 'warn', 'small'),
    h('div', {}, h('span', { class: 'sr' }, t(fault.blocks ? 'fault_blocks' : 'fault_advises'), ': '), fault.text, fault.more && h('p', { class: 'quiet small' }, fault.more)),
    h('span', { class: 'fault-do' }, extra?.(fault), (fault.geometry || fault.uids.length > 0) && h('button', { type: 'button', class: 'link', 'aria-label': `${t('go_there')}: ${fault.text}`, on: { click: () => go(fault) } }, t('go_there'))))));
}
