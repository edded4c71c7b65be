/** What a zone is to become: facts, sectors, shares of land, eco-park tests, milestones; each with its source. */
import { h, icon, put } from '../lib/dom.js';
import { date, number, percent } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { source, standing, table, term } from './page.js';

/** @param {HTMLElement} more where tests and milestones stand */
export function aim(host, more, { zone, aim: target, aggregates }) {
  const lead = target.responsibles.map((one) => [t(`cv_role_${one.role}`), h('span', {}, own(one, 'name'), ' ', standing(one))]);
  put(host, h('h2', { id: 'cv-zone' }, own(zone, 'name')),
    h('dl', { class: 'cv-list' }, [
      [t('cv_term'), term(zone)],
      [t('cv_operator'), own(zone, 'operator') || t('cv_unknown')],
      ...lead,
      [t('cv_counts'), counts(aggregates)],
    ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    h('h3', {}, t('cv_sectors')), sectors(target.sectors),
    h('h3', {}, t('cv_shares')), h('ul', { class: 'cv-shares' }, target.shares.map(share)));
  put(more, h('h2', {}, t('cv_eco')), eco(target.ecoTests),
    h('h2', {}, t('cv_milestones')), h('ol', { class: 'cv-steps' }, target.milestones.map(milestone)));
}

function counts(aggregates) {
  if (aggregates.tenants === null) return t('cv_counts_hidden');
  if (aggregates.tenants === 0) return t('cv_counts_none');
  const told = ['keep', 'upgrade', 'move', 'endAtTerm', 'undecided'].map((name) => t(`cv_count_${name}`, { n: aggregates[name] === null ? t('cv_few') : number(aggregates[name]) }));
  return `${t('cv_counts_all', { n: aggregates.tenants })}: ${told.join(', ')}`;
}

function sectors(all) {
  if (all.length === 0) return h('p', { class: 'quiet' }, t('cv_sectors_none'));
  const group = (what) => h('div', {}, h('h4', {}, t(`cv_aim_${what}`)), h('ul', { class: 'cv-tags' }, all.filter((one) => one.aim === what).map((one) =>
    h('li', { class: 'tag' }, h('b', {}, one.vsic), ' ', own(one, 'name')))));
  return h('div', {}, h('div', { class: 'cv-sectors' }, group('WANTED'), group('PHASE_OUT')), h('p', { class: 'small' }, standing(all[0])), source(all[0]));
}

/** A bar from nothing to twice the target, with a tick at the target. */
function share(one) {
  const fill = h('i', { class: `cv-share-fill ${one.status === 'MET' ? 'met' : 'short'}` });
  fill.style.width = `${one.nowPct === null ? 0 : Math.min(100, (50 * one.nowPct) / one.targetPct)}%`;
  const says = one.nowPct === null ? t('cv_share_unknown', { target: percent(one.targetPct, 0) })
    : t(one.status === 'MET' ? 'cv_share_met' : 'cv_share_short', { now: percent(one.nowPct), target: percent(one.targetPct, 0), lack: percent(one.targetPct - one.nowPct) });
  return h('li', {}, h('span', { class: 'cv-share-name' }, own(one, 'name')), h('span', { class: `cv-share-bar ${one.nowPct === null ? 'unknown' : ''}`, 'aria-hidden': 'true' }, fill, h('i', { class: 'cv-share-tick' })),
    h('span', { class: 'cv-share-says' }, says),
    h('span', { class: 'quiet small' }, one.basis === 'NONE' ? t('cv_no_basis') : own(one, 'basis'), ' · ', own(one, 'source')));
}

const MARK = { MET: ['check', 'free'], NOT_MET: ['warn', 'warn'], UNKNOWN: ['info', ''] };

function eco(tests) {
  return table(t('cv_eco'), [t('cv_test'), t('cv_status'), t('cv_evidence')], tests.map((one) => {
    const [shape, tone] = MARK[one.status];
    const threshold = one.threshold === null ? '' : ` ≥ ${number(one.threshold, 0)}${one.unit === '%' ? '%' : ''}`;
    const value = one.value === null ? '' : ` (${number(one.value, 1)}${one.unit === '%' ? '%' : ''})`;
    return h('tr', {}, h('th', { scope: 'row' }, own(one, 'name'), threshold, h('span', { class: 'quiet small' }, own(one, 'source')), one.sourceStatus === 'TO_BE_CONFIRMED' && h('span', { class: 'quiet small' }, t('cv_unchecked'))),
      h('td', {}, h('span', { class: `tag ${tone}` }, icon(shape, 'small'), t(`cv_status_${one.status}`), value)),
      h('td', {}, one.evidence ? `${one.evidence} (${date(one.asOf)})` : t('cv_no_evidence')));
  }));
}

function milestone(one) {
  const when = one.day === null ? t('cv_when_unknown') : one.dayPrecision === 'YEAR' ? one.day.slice(0, 4) : one.dayPrecision === 'MONTH' ? `${one.day.slice(5, 7)}/${one.day.slice(0, 4)}` : date(one.day);
  return h('li', { class: `cv-step ${one.state.toLowerCase()}` }, h('span', { class: 'cv-step-when' }, when),
    h('span', {}, h('b', {}, own(one, 'title')), h('span', { class: 'tag' }, t(`cv_state_${one.state}`)), standing(one), source(one)));
}
