/** The projects behind a number: all for the authority's staff, a firm's own for the firm. */
import * as api from '../api/indicators.js';
import { h, put } from '../lib/dom.js';
import { date, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { dates, records, readsRows } from './page.js';

const FILTERS = ['zone', 'sector', 'year', 'origin', 'supports'];

export async function rows(host) {
  const asked = new URLSearchParams(location.search);
  const filter = Object.fromEntries(FILTERS.filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]));
  // what the report counts; without a filter also projects outside supporting industry
  if (Object.keys(filter).length > 0 && readsRows) Object.assign(filter, { supports: filter.supports ?? 'ANY', since: '2021-01-01' });
  const body = h('tbody');
  const count = h('span', { class: 'quiet small' });
  const more = h('button', { class: 'button', type: 'button', hidden: true }, t('ind_more'));
  const title = t(readsRows ? 'ind_rows_title' : 'ind_rows_own');
  let after;
  let sectors = [];
  const load = async () => {
    try {
      if (sectors.length === 0) sectors = await api.sectors();
      const page = await api.projects(dates, { ...filter, limit: 50, after });
      count.textContent = page.total === 0 ? t('ind_rows_none') : t('ind_rows_count', { n: page.total });
      body.append(...page.projects.map((one) => row(one, sectors)));
      after = page.next;
      more.hidden = !page.next;
    } catch (problem) {
      count.textContent = `${t('ind_failed')} ${t('ind_code', { code: problem.code ?? '' })}`;
    }
  };
  more.addEventListener('click', load);
  put(host, h('section', { class: 'ind-card full', 'aria-labelledby': 'rows-title' },
    h('div', { class: 'ind-top' }, h('h2', { id: 'rows-title' }, title), count, Object.keys(filter).length > 0 && h('a', { class: 'link', href: `/indicators?${dates}#rows` }, t('ind_rows_all'))),
    h('div', { class: 'ind-table', role: 'region', tabindex: '0', 'aria-label': title }, h('table', {}, h('caption', { class: 'sr' }, title),
      h('thead', {}, h('tr', {}, ['ind_name', 'ind_registered', 'ind_usd', 'ind_vnd', 'ind_sector', 'ind_place', 'ind_support'].map((key) => h('th', { scope: 'col' }, t(key))))), body)),
    more));
  await load();
  if (location.hash === '#rows') host.scrollIntoView();
}

function row(one, sectors) {
  const sector = sectors.find((each) => each.code === one.division);
  const place = [one.zoneCode, one.plot ?? one.building, one.level && `T${one.level}`].filter(Boolean).join(' ');
  const address = one.building ? `/?b=${encodeURIComponent(one.building)}` : `/?zone=${encodeURIComponent(one.zoneCode)}`;
  return h('tr', {},
    h('th', { scope: 'row' }, records ? h('a', { href: `/indicators?${dates}&project=${encodeURIComponent(one.code)}#record-event`, 'aria-label': t('ind_history', { code: one.code }) }, one.code) : one.code, ` · ${one.name} `, one.illustrative && h('span', { class: 'tag warn' }, t('ind_sample_tag'))),
    h('td', {}, date(one.registeredOn)), h('td', {}, number(one.capitalUsd, 2)), h('td', {}, number(one.capitalVnd)), h('td', { class: 'text' }, [one.sector, sector && own(sector, 'name')].filter(Boolean).join(' · ')),
    h('td', {}, h('a', { href: address }, place)), h('td', {}, t(`ind_${one.supports}`)));
}
