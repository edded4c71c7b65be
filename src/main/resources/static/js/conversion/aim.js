/** What a zone is to become: facts, sectors, shares of land, eco-park tests, milestones; each with its source. */
import { h, icon, put } from '../lib/dom.js';
import { date, number, percent } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { source, standing, table, term } from './page.js';

/**
 * @param {HTMLElement} more where tests and milestones stand
 * @param {object|null} forms of `edit/aims.js`, null for whoever only reads
 */
export function aim(host, more, { zone, aim: target, aggregates }, forms) {
  const lead = target.responsibles.map((one) => [t(`cv_role_${one.role}`), h('span', {}, own(one, 'name'), ' ', standing(one), act(forms, `responsible-${one.role}`, t('cv_edit'), own(one, 'name'), () => forms.responsible(one)))]);
  put(host, h('h2', { id: 'cv-zone', tabindex: '-1' }, own(zone, 'name')),
    h('dl', { class: 'cv-list' }, [
      [t('cv_term'), term(zone)],
      [t('cv_operator'), own(zone, 'operator') || t('cv_unknown')],
      ...lead,
      [t('cv_counts'), counts(aggregates)],
    ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    part('h3', t('cv_sectors'), act(forms, 'sector-add', t('cv_sector_add'), '', () => forms.sector(null))), sectors(target, forms),
    part('h3', t('cv_shares'), act(forms, 'balance', t('cv_balance_add'), '', () => forms.balance())), h('ul', { class: 'cv-shares' }, target.shares.map((one) => share(one, forms))));
  put(more, h('h2', {}, t('cv_eco')), eco(target.ecoTests, forms),
    part('h2', t('cv_milestones'), act(forms, 'milestone-add', t('cv_milestone_add'), '', () => forms.milestone(null))), h('ol', { class: 'cv-steps' }, target.milestones.map((one) => milestone(one, forms))));
}

const part = (level, title, button) => h('div', { class: 'cv-card-head' }, h(level, {}, title), button);

/** A button for officers; `about` says to what it belongs to those who do not see where it stands. */
const act = (forms, name, text, about, open) => forms && h('button', { type: 'button', class: 'button cv-act', 'data-act': name, on: { click: open } }, text, about && h('span', { class: 'sr' }, ` ${about}`));

function counts(aggregates) {
  if (aggregates.tenants === null) return t('cv_counts_hidden');
  if (aggregates.tenants === 0) return t('cv_counts_none');
  const told = ['keep', 'upgrade', 'move', 'endAtTerm', 'undecided'].map((name) => t(`cv_count_${name}`, { n: aggregates[name] === null ? t('cv_few') : number(aggregates[name]) }));
  return `${t('cv_counts_all', { n: aggregates.tenants })}: ${told.join(', ')}`;
}

function sectors({ sectors: all, upcoming }, forms) {
  const tag = (one, ...more) => h('li', { class: 'tag' }, h('b', {}, one.vsic), ' ', own(one, 'name'), more, act(forms, `sector-${one.vsic}`, t('cv_edit'), own(one, 'name'), () => forms.sector(one)));
  const group = (what) => h('div', {}, h('h4', {}, t(`cv_aim_${what}`)), h('ul', { class: 'cv-tags' }, all.filter((one) => one.aim === what).map((one) => tag(one))));
  const later = upcoming.length > 0 && h('div', { class: 'cv-upcoming' }, h('h4', {}, t('cv_upcoming')), h('ul', { class: 'cv-tags' }, upcoming.map((one) =>
    h('li', { class: 'tag' }, h('span', {}, h('b', {}, one.vsic), ' ', own(one, 'name'), ': ', t(`cv_aim_${one.aim}`), ', ', t('cv_from_day', { day: date(one.validFrom) }))))));
  if (all.length === 0) return h('div', {}, h('p', { class: 'quiet' }, t('cv_sectors_none')), later);
  const sources = new Map(all.map((one) => [`${own(one, 'source')}/${one.sourceStatus}`, one]));
  return h('div', {}, h('div', { class: 'cv-sectors' }, group('WANTED'), group('PHASE_OUT')), later, [...sources.values()].map((one) => [h('p', { class: 'small' }, standing(one)), source(one)]));
}

/** A bar from nothing to twice the target, with a tick at the target. */
function share(one, forms) {
  const fill = h('i', { class: `cv-share-fill ${one.status === 'MET' ? 'met' : 'short'}` });
  fill.style.width = `${one.nowPct === null ? 0 : Math.min(100, (50 * one.nowPct) / one.targetPct)}%`;
  const says = one.nowPct === null ? t('cv_share_unknown', { target: percent(one.targetPct, 0) })
    : t(one.status === 'MET' ? 'cv_share_met' : 'cv_share_short', { now: percent(one.nowPct), target: percent(one.targetPct, 0), lack: percent(one.targetPct - one.nowPct) });
  return h('li', {}, h('span', { class: 'cv-share-name' }, own(one, 'name')), h('span', { class: `cv-share-bar ${one.nowPct === null ? 'unknown' : ''}`, 'aria-hidden': 'true' }, fill, h('i', { class: 'cv-share-tick' })),
    h('span', { class: 'cv-share-says' }, says),
    h('span', { class: 'quiet small' }, one.basis === 'NONE' ? t('cv_no_basis') : own(one, 'basis'), ' · ', one.own && t('cv_target_own', { day: date(one.validFrom) }), one.own && ' · ', own(one, 'source')),
    act(forms, `target-${one.code}`, t('cv_target_set'), own(one, 'name'), () => forms.target(one)));
}

const MARK = { MET: ['check', 'free'], NOT_MET: ['warn', 'warn'], UNKNOWN: ['info', ''] };

function eco(tests, forms) {
  return table(t('cv_eco'), [t('cv_test'), t('cv_status'), t('cv_evidence'), ...(forms ? [t('cv_finding_add')] : [])], tests.map((one) => {
    const [shape, tone] = MARK[one.status];
    const threshold = one.threshold === null ? '' : ` ≥ ${number(one.threshold, 0)}${one.unit === '%' ? '%' : ''}`;
    const value = one.value === null ? '' : ` (${number(one.value, 1)}${one.unit === '%' ? '%' : ''})`;
    return h('tr', {}, h('th', { scope: 'row' }, own(one, 'name'), threshold, h('span', { class: 'quiet small' }, own(one, 'source')), one.sourceStatus === 'TO_BE_CONFIRMED' && h('span', { class: 'quiet small' }, t('cv_unchecked'))),
      h('td', {}, h('span', { class: `tag ${tone}` }, icon(shape, 'small'), t(`cv_status_${one.status}`), value)),
      h('td', {}, one.evidence ? `${one.evidence} (${date(one.asOf)})` : t('cv_no_evidence')),
      forms && h('td', {}, act(forms, `finding-${one.code}`, t('cv_edit'), own(one, 'name'), () => forms.finding(one))));
  }));
}

function milestone(one, forms) {
  const when = one.day === null ? t('cv_when_unknown') : one.dayPrecision === 'YEAR' ? one.day.slice(0, 4) : one.dayPrecision === 'MONTH' ? `${one.day.slice(5, 7)}/${one.day.slice(0, 4)}` : date(one.day);
  return h('li', { class: `cv-step ${one.state.toLowerCase()}` }, h('span', { class: 'cv-step-when' }, when),
    h('span', {}, h('b', {}, own(one, 'title')), h('span', { class: 'tag' }, t(`cv_state_${one.state}`)), standing(one), source(one),
      forms && h('span', { class: 'cv-actions' }, act(forms, `milestone-${one.id}`, t('cv_edit'), own(one, 'title'), () => forms.milestone(one)), act(forms, `withdraw-${one.id}`, t('cv_milestone_withdraw'), own(one, 'title'), () => forms.withdraw(one)))));
}
