/** What every part of the page shares: its head, the rules of the score, tags of state and source. */
import { h, icon, put } from '../lib/dom.js';
import { date, m2, number, percent, today } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';

export const VERDICTS = ['KEEP', 'UPGRADE', 'MOVE', 'END_AT_TERM'];

/** A verdict in words; null is not said yet. */
export const verdictWord = (verdict) => t(`cv_verdict_${verdict ?? 'NONE'}`);

const TONE = { KEEP: 'free', UPGRADE: 'you', MOVE: 'bad', END_AT_TERM: 'warn' };
export const verdictTag = (verdict) => h('span', { class: `tag ${TONE[verdict] ?? ''}` }, verdictWord(verdict));

/** Whether a source was checked, and whether the figure is real. */
export function standing({ sourceStatus, dataStatus }) {
  return [
    sourceStatus === 'TO_BE_CONFIRMED' && h('span', { class: 'tag warn' }, t('cv_unchecked')),
    dataStatus === 'ILLUSTRATIVE' && h('span', { class: 'tag warn' }, t('cv_illustrative')),
  ];
}

export const source = (record) => h('p', { class: 'quiet small' }, t('cv_source', { source: own(record, 'source') }));

/** A term as it is known: a year, or a day. */
export const term = (zone) => (zone.termEnd ? (zone.termEndPrecision === 'DAY' ? date(zone.termEnd) : zone.termEnd.slice(0, 4)) : t('cv_unknown'));

/** A table with its head, that scrolls by itself where it is too wide. */
export function table(title, head, rows) {
  return h('div', { class: 'cv-scroll', role: 'region', tabindex: '0', 'aria-label': title }, h('table', { class: 'cv-table' }, h('caption', { class: 'sr' }, title),
    h('thead', {}, h('tr', {}, head.map((one) => h('th', { scope: 'col', class: one.right ? 'right' : '' }, one.text ?? one)))),
    h('tbody', {}, rows)));
}

export const right = (...children) => h('td', { class: 'right' }, ...children);

/** @param {(day: string) => void} ask shows the page as on another day; an empty one is today */
export function head(all, ask) {
  const counted = all.zones.map(({ aggregates }) => aggregates);
  const sum = (name) => counted.reduce((total, one) => total + (one[name] ?? 0), 0);
  const hidden = counted.some((one) => one.tenants === null);
  const hectares = all.zones.reduce((total, { zone }) => total + zone.grossAreaHa, 0);
  const facts = [
    [t('cv_fact_zones'), number(all.zones.length), t('cv_fact_ha', { ha: number(hectares, 2) })],
    [t('cv_fact_tenants'), number(sum('tenants')), hidden ? t('cv_fact_hidden', { n: all.suppressedBelow }) : t('cv_fact_tenants_note')],
    [t('cv_fact_let'), m2(sum('letM2')), t('cv_fact_let_note')],
    [t('cv_fact_first_end'), term(all.zones[0].zone), all.zones[0].zone.shortName],
  ];
  return h('header', { class: 'cv-head' },
    h('div', { class: 'cv-title' }, h('h1', {}, t('cv_title')), h('label', { class: 'cv-on' }, t('cv_as_of_label'), h('input', { class: 'input', type: 'date', id: 'cv-on', value: all.asOf, on: { change: (event) => ask(event.target.value) } })),
      all.asOf !== today() && h('button', { type: 'button', class: 'button', on: { click: () => ask('') } }, t('cv_back_today')),
      all.zones.some(({ illustrative }) => illustrative) && h('span', { class: 'tag warn' }, icon('warn', 'small'), t('cv_illustrative_long'))),
    h('dl', { class: 'cv-facts' }, facts.map(([name, value, note]) => h('div', {}, h('dt', {}, name), h('dd', {}, h('b', {}, value), h('small', {}, note))))));
}

/**
 * The published rules of the score, for everybody.
 * @param {object[]} versions all that were ever published
 * @param {(() => void)|null} publish opens the form of a new one, null for whoever only reads
 */
export function rules(host, weights, versions, publish) {
  put(host, h('details', { open: Boolean(host.querySelector('details')?.open) }, h('summary', {}, h('h2', {}, t('cv_rules'))),
    h('p', {}, own(weights, 'text')),
    h('p', {}, t('cv_rules_bounds', { keep: number(weights.keepFrom, 2), upgrade: number(weights.upgradeFrom, 2), months: number(weights.termMonths), known: percent(weights.leastKnownPct, 2) })),
    table(t('cv_rules'), [t('cv_criterion'), { text: t('cv_weight'), right: true }, { text: t('cv_good'), right: true }, { text: t('cv_bad'), right: true }],
      weights.weights.map((one) => h('tr', {}, h('th', { scope: 'row' }, t(`cv_criterion_${one.criterion}`)), right(number(one.weight, 2)), right(number(one.good, 2)), right(number(one.bad, 2))))),
    h('p', { class: 'quiet small' }, t('cv_rules_from', { day: date(weights.validFrom) }), ' ', ...standing(weights)), source(weights),
    versions.length > 1 && h('p', { class: 'small' }, t('cv_rules_versions', { list: versions.map((one) => t('cv_rules_version', { set: one.id, day: date(one.validFrom) })).join('; ') })),
    publish && h('button', { type: 'button', class: 'button', 'data-act': 'weights', on: { click: publish } }, t('cv_weights_new'))));
}
