/** The five numbers: what was published first, what it is now second. */
import { h } from '../lib/dom.js';
import { date, hectares, m2, number, percent } from '../lib/numbers.js';
import { lang, t } from '../lib/words.js';
import { dates, readsRows } from './page.js';

const million = (usd, over) => t(over ? 'ind_million_over' : 'ind_million', { n: number(usd / 1e6, 1) });

function against(report, now) {
  const { published, current, projectsOn } = report;
  const told = t('ind_published', { date: date(published.validOn) });
  return current?.provisional ? t('ind_now', { published: told, date: date(projectsOn), n: now }) : t('ind_same', { published: told });
}

function projects(report) {
  const { published, current } = report;
  const label = t('ind_n_projects', { year: (published?.since ?? '2021').slice(0, 4) });
  if (published) return [label, number(published.projects), against(report, number(current.projects))];
  return [label, current ? number(current.projects) : t('ind_none'), current ? t('ind_from_rows') : t('ind_unpublished')];
}

function capital(report) {
  const { published, current } = report;
  if (published) return [t('ind_n_capital'), million(published.capitalUsd, published.atLeast), against(report, million(current.capitalUsd))];
  return [t('ind_n_capital'), current ? million(current.capitalUsd) : t('ind_none'), current ? t('ind_from_rows') : t('ind_unpublished')];
}

export function numbers(report) {
  const sum = (field) => report.floors.reduce((all, zone) => all + (zone[field] ?? 0), 0);
  const rentable = sum('rentableM2');
  const rows = readsRows ? [`/indicators?${dates}&supports=ANY#rows`, t('ind_rows')] : null;
  const map = [`/?on=${report.on}`, t('ind_map')];
  const cells = [
    [...projects(report), '', rows],
    [...capital(report), '', rows],
    [t('ind_n_free'), number(sum('freeM2')), t('ind_free_of', { share: percent((100 * sum('freeM2')) / Math.max(rentable, 1), 1), area: m2(rentable) }), 'free', map],
    [t('ind_n_taken'), m2(sum('takenM2')), t('ind_net', { back: m2(sum('returnedM2')), n: number(sum('waiting')), area: m2(sum('waitingM2')) }), '', map],
    [t('ind_n_zones'), number(report.terms.length), hectares(report.terms.reduce((all, zone) => all + zone.grossHa, 0)), '', ['/indicators/conversion', t('ind_conversion')]],
  ];
  const { published } = report;
  return [
    h('dl', { class: 'ind-numbers' }, cells.map(([label, value, note, tone, link]) => h('div', {}, h('dt', {}, label), h('dd', { class: `big ${tone}` }, value), h('dd', {}, note), link && h('dd', {}, h('a', { class: 'link', href: link[0], 'aria-label': `${link[1]}: ${label}` }, link[1]))))),
    published && h('p', { class: 'ind-source' }, t('ind_source', { source: lang === 'en' ? published.sourceEn : published.sourceVi })),
    !report.staff && h('p', { class: 'ind-source' }, report.countedOn ? t('ind_known_public', { date: date(report.countedOn) }) : t('ind_known_none')),
    h('p', { class: 'ind-source' }, rates(report)),
  ];
}

/** By which rates capital counts in the other currency; that there is none is said, too. */
function rates({ rate, illustrative }) {
  const say = rate ? t('ind_rate', { rate: number(rate.vndPerUsd, 2), date: date(rate.day), source: rate.source }) : t('ind_rate_none');
  return illustrative ? `${say} ${t('ind_rate_sample')}` : say;
}
