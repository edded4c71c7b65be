/** Projects by zone, sector, year, country or kind of support; every line opens its rows, a zone also the map. */
import { h } from '../lib/dom.js';
import { number, percent } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { figure, options, wrapped } from './figure.js';
import { dates, readsRows } from './page.js';

export function breakdown(report, { by, lines, total }) {
  const items = lines.filter((line) => line.key !== 'OPENING');
  const rest = lines.find((line) => line.key === 'OPENING');
  const shown = items.filter((line) => line.projects !== 0);
  return figure({
    title: t(`ind_by_${by}`),
    sentence: sentence(report, by, items, rest),
    table: by,
    total: true,
    head: [t('ind_name'), t('ind_projects'), t('ind_usd'), t('ind_vnd')],
    rows: [...lines, total].map((line) => [label(by, line, report), ...cells(line)]),
    tall: shown.length > 6,
    chart: shown.length > 0 && ((colour) => ({
      type: 'bar',
      data: {
        labels: shown.map((line) => own(line, 'name')),
        datasets: [{
          data: shown.map((line) => line.capitalUsd / 1e6), texts: shown.map((line) => `${number(line.capitalUsd / 1e6, 1)} · ${number(line.projects)} DA`),
          backgroundColor: colour('--let-ink'), maxBarThickness: 20,
        }],
      },
      options: options(colour, { across: true, room: 104, ticks: (value) => number(value), tip: (item) => number(item.parsed.x, 1), values: wrapped(shown.map((line) => own(line, 'name'))) }),
    })),
  });
}

function sentence(report, by, items, rest) {
  const parts = [];
  const told = items.reduce((sum, line) => sum + line.projects, 0);
  if (told === 0) parts.push(t('ind_by_none'));
  else if (rest) parts.push(t('ind_by_say', { n: number(told), rest: number(rest.projects) }));
  const { share } = report;
  if (by === 'supports' && share && share.all > 0) {
    parts.push(t('ind_share', { share: percent((100 * share.supporting) / share.all, 1), n: number(share.supporting), all: number(share.all) }));
  }
  return parts.join(' ');
}

const cells = (line) => [number(line.projects), number(line.capitalUsd, 2), line.capitalVnd === null ? t('ind_usd_only') : number(line.capitalVnd)];

function label(by, line, report) {
  const text = own(line, 'name');
  if (line.key === 'OPENING' || line.key === 'TOTAL') return text;
  const links = [];
  if (readsRows && line.projects > 0) links.push(h('a', { href: `/indicators?${dates}&${by}=${encodeURIComponent(line.key)}#rows`, 'aria-label': `${t('ind_rows')}: ${text}` }, t('ind_rows')));
  if (by === 'zone') links.push(h('a', { href: `/?zone=${line.key}&on=${report.on}`, 'aria-label': `${t('ind_map')}: ${text}` }, t('ind_map')));
  return [text, links.map((link) => [' · ', link])];
}
