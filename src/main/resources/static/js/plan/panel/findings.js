/**
 * What the checks say as one list of issues: findings of the drawing and rules that are not kept, those that block first. Counts, numbers
 * and titles are made here only, so that list, pins, tab and stepper agree.
 */
import { hectares, m2, number, percent } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { desk } from '../desk.js';

/** Every kind of finding there is; those without one are checks that passed. */
export const DATA_CHECKS = ['INVALID_SHAPE', 'OVERLAP', 'GAP', 'OUTSIDE_ZONE', 'SLIVER', 'TOO_NARROW', 'UNMATCHED_EDGE', 'DUPLICATE_VERTEX', 'CLOSE_VERTICES'];

const failed = (report) => report.rules.filter((rule) => rule.status === 'fail');

/** How many issues block and how many advise: `{blocking, advice}`. A finding and a rule that is not kept count one each. */
export function summary(report) {
  const effects = [...report.features.map((finding) => finding.properties.severity), ...failed(report).map((rule) => rule.effect)];
  const blocking = effects.filter((effect) => effect === 'BLOCKS').length;
  return { blocking, advice: effects.length - blocking };
}

/** The sentence of the counts: “2 lỗi chặn, 3 khuyến nghị”. */
export function summaryText(report) {
  const { blocking, advice } = summary(report);
  if (blocking + advice === 0) return t('no_issues');
  return [blocking > 0 && t('n_blocking', { n: blocking }), advice > 0 && t('n_advice', { n: advice })].filter(Boolean).join(', ');
}

/** What makes two findings of two reports the same one, but for its figures. */
export const findingKey = ({ properties }) => `${properties.code}/${properties.subjects.join('+')}`;

/**
 * Issues in the order of list, numbers and pins: those that block first, then the larger ground.
 * @returns {{key: string, number: number, blocks: boolean, areaM2: number, widthM: number, title: string, place: object|null,
 *   subjects: string[], finding?: object, rule?: object}[]} `subjects` are uids of subzones that are there
 */
export function issuesOf(report) {
  const seen = new Map();
  const issues = [...report.features.map(ofFinding), ...failed(report).map((rule) => ofRule(rule, report))];
  issues.sort((a, b) => b.blocks - a.blocks || b.areaM2 - a.areaM2 || b.widthM - a.widthM);
  issues.forEach((issue, i) => {
    const before = seen.get(issue.key) ?? 0;
    seen.set(issue.key, before + 1);
    if (before > 0) issue.key += `/${before}`;
    issue.number = i + 1;
  });
  return issues;
}

function ofFinding(finding) {
  const { properties } = finding;
  return {
    key: findingKey(finding), finding, blocks: properties.severity === 'BLOCKS', areaM2: properties.areaM2, widthM: properties.widthM,
    title: findingTitle(properties), place: finding.geometry, subjects: properties.subjects.filter((uid) => uid !== 'zone'),
  };
}

/** A rule has no place of its own; its subzones stand for it where they are few enough to tell. */
function ofRule(rule, report) {
  const codes = new Set(rule.subjects);
  return {
    key: `rule/${rule.ruleId}`, rule, blocks: rule.effect === 'BLOCKS', areaM2: shortfallM2(rule, report) ?? 0, widthM: 0,
    title: own(rule, 'title'), place: null, subjects: [...desk.features.values()].filter((feature) => codes.has(feature.properties.code)).map((feature) => feature.id),
  };
}

function findingTitle({ code, subjectLabels, subjects, areaM2 }) {
  const labels = subjectLabels.filter((_, i) => subjects[i] !== 'zone');
  return t(`finding_${code}`, { a: labels[0] ?? '', b: labels[1] ?? '', area: size(areaM2) });
}

/** An area as a planner says it: hectares from a tenth of one, else m². */
export const size = (areaM2) => (areaM2 >= 1000 ? hectares(areaM2 / 1e4) : areaM2 >= 10 ? m2(areaM2) : `${number(areaM2, 2)} m²`);

/** Whether a rule asks for at least or at most: `least`, `most`, or `none` where its limit is met to the point and nothing tells. */
export function direction({ measured, limit, margin }) {
  if (measured === null || limit === null || margin === null || (margin === 0 && measured === limit)) return 'none';
  return Math.abs(measured - limit - margin) <= Math.abs(limit - measured - margin) ? 'least' : 'most';
}

/** Land uses whose share of the zone a rule measures; null where it measures something else. */
export function zoneShare(rule, report) {
  if (rule.unit !== '%' || rule.measured === null || rule.subjects.length === 0) return null;
  const codes = new Set(rule.subjects);
  const uses = new Set([...desk.features.values()].filter((feature) => codes.has(feature.properties.code)).map((feature) => feature.properties.landUse));
  const { rows, zoneM2 } = report.balance;
  const areaM2 = rows.filter((row) => uses.has(row.landUse)).reduce((sum, row) => sum + row.areaM2, 0);
  return Math.abs((rule.measured / 100) * zoneM2 - areaM2) < zoneM2 / 1000 ? uses : null;
}

/** Ground a rule lacks or has too much of, m²; null where it does not measure ground. */
export function shortfallM2(rule, report) {
  if (rule.margin === null) return null;
  if (rule.unit === 'ha') return Math.abs(rule.margin) * 1e4;
  return zoneShare(rule, report) ? (Math.abs(rule.margin) / 100) * report.balance.zoneM2 : null;
}

/** A measured value in its unit. */
export function valueText(value, unit) {
  if (unit === '%') return percent(value);
  if (unit === 'ha') return hectares(value);
  return unit === 'years' ? t('n_years', { n: number(value, 2) }) : number(value, 2);
}

/** What a rule's state is in words: “đạt”, “thiếu 11,89 ha”, “được miễn”. */
export function standing(rule, report) {
  if (rule.status === 'waived-by-decision') return t('rule_waived_short');
  if (rule.status === 'pass') return t('rule_pass_short');
  if (rule.status === 'not-applicable') return t('rule_none_short');
  if (rule.margin === null) return t('rule_fail_short');
  const ground = shortfallM2(rule, report);
  const missing = ground === null ? (rule.unit === '%' ? t('n_points', { n: number(Math.abs(rule.margin), 2) }) : valueText(Math.abs(rule.margin), rule.unit)) : hectares(ground / 1e4);
  return t(direction(rule) === 'most' ? 'too_much' : 'too_little', { n: missing });
}

/** “8,22% ≥ 10%”. */
export function comparison(rule) {
  const sign = { least: '≥', most: '≤', none: '=' }[direction(rule)];
  return [valueText(rule.measured, rule.unit), `${sign} ${valueText(rule.limit, rule.unit)}`];
}

const RANK = { fail: 0, 'waived-by-decision': 1, pass: 2 };

/** Rules with a limit that drawing can move, the failing first, then those with the least room. */
export function rulesThatMatter(report, most = 5) {
  const room = (rule) => (direction(rule) === 'none' ? Infinity : Math.abs(rule.margin / (rule.limit || 1)));
  return report.rules
    .filter((rule) => rule.measured !== null && rule.limit !== null && rule.status in RANK)
    .sort((a, b) => RANK[a.status] - RANK[b.status] || (b.effect === 'BLOCKS') * (b.status === 'fail') - (a.effect === 'BLOCKS') * (a.status === 'fail') || room(a) - room(b))
    .slice(0, most);
}
