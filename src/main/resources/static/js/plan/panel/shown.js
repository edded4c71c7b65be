/**
 * The report that is shown: that of a change which is being tried out, else the desk's. With it the issue that is chosen, which stays
 * chosen from report to report as long as it is there.
 */
import { announce } from '../../lib/say.js';
import { desk, on } from '../desk.js';
import * as side from '../side.js';
import { issuesOf, summary, summaryText } from './findings.js';

const listeners = new Set();
let tried = null; // {report, ms, keepsList}
let list = [];
let chosenKey = null;
let said = null;

/** Calls `listener('report'|'chosen')` when another report or another issue is shown. */
export function listen(listener) {
  listeners.add(listener);
}

const tell = (what) => listeners.forEach((listener) => listener(what));

/** Follows the desk; called once. */
export function follow() {
  on('report', () => take(null));
  on('tried', (detail) => {
    if (detail?.problem) return;
    take(detail ? { report: detail.report, ms: detail.ms } : null);
  });
  take(null);
}

/**
 * Shows the report of a change that is not made; null shows the desk's again.
 * @param {{report: object, ms: number, keepsList?: boolean}|null} trial `keepsList` leaves the issues of the drawing in the list
 */
export function take(trial) {
  tried = trial;
  list = issuesOf(tried?.keepsList ? desk.report : report());
  if (chosenKey !== null && !chosen() && !tried) chosenKey = null;
  const counts = summary(report());
  side.setBadge('checks', counts.blocking > 0 ? String(counts.blocking) : '', 'bad');
  if (!tried) say(summaryText(report()));
  tell('report');
}

function say(sentence) {
  if (said !== null && sentence !== said) announce(sentence);
  said = sentence;
}

export const report = () => tried?.report ?? desk.report;
/** The trial that is shown: `{report, ms}`, or null. */
export const trial = () => tried;
export const issues = () => list;
export const chosen = () => list.find((issue) => issue.key === chosenKey) ?? null;

/** Chooses an issue by key; null chooses none. */
export function choose(key) {
  if (key === chosenKey) return;
  chosenKey = key;
  tell('chosen');
}

/** The issue after or before the chosen one, around the end; undefined when there is none. */
export function neighbour(step) {
  const at = list.findIndex((issue) => issue.key === chosenKey);
  return list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length];
}
