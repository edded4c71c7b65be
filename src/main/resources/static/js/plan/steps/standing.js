/** What stands in a plan's way, as a list in a step's dialog; counts and titles are those of the checks' panel. */
import { h, icon } from '../../lib/dom.js';
import { own, t } from '../../lib/words.js';
import { issuesOf } from '../panel/findings.js';
import { look } from '../panel/marks.js';
import { choose } from '../panel/shown.js';
import * as side from '../side.js';

/** Issues of a report: those that block and those that advise. */
export function faults(report) {
  const all = issuesOf(report);
  return { blocking: all.filter((issue) => issue.blocks), advising: all.filter((issue) => !issue.blocks) };
}

/** Shows an issue on the map and in the list of checks. */
export function goTo(issue) {
  choose(issue.key);
  look(issue);
  side.open('checks', { focus: true });
}

/** Issues as a list with a way to each; `leave` closes what lies above the map and resolves when it has, `extra(issue)` may add a button. */
export function faultList(issues, { leave, extra } = {}) {
  return h('ul', { class: 'fault-list' }, issues.map((issue) => h('li', { class: issue.blocks ? 'blocks' : 'advises' },
    icon(issue.blocks ? 'octagon' : 'warn', 'small'),
    h('div', {}, h('span', { class: 'sr' }, t(issue.blocks ? 'fault_blocks' : 'fault_advises'), ': '), h('b', {}, issue.title),
      h('p', { class: 'quiet small' }, issue.rule ? own(issue.rule, 'text') : own(issue.finding.properties, 'message'))),
    h('span', { class: 'fault-do' }, extra?.(issue), h('button', { type: 'button', class: 'link', 'aria-label': `${t('go_there')}: ${issue.title}`, on: { click: async () => {
      await leave(); // a closing dialog gives the focus back first
      goTo(issue);
    } } }, t('go_there'))))));
}
