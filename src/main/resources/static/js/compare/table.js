/** The table of the comparison: a column a run, the best value of a row marked, rows that are all alike left out on demand. */
import { h, icon } from '../lib/dom.js';
import { date, load, m2, money, number, rent, tonnes } from '../lib/numbers.js';
import { applied, current, go, href, needs } from '../lib/state.js';
import { own, t } from '../lib/words.js';
import { hazardText } from '../building/bay.js';
import { withoutEntry } from '../building/compared.js';
import { applyHref, bayParameter, bayRange, freeFrom, unitHref, vacant } from '../building/section.js';
import { termEnd } from '../screens/list.js';
import { asked } from './offers.js';

const more = (value) => value, less = (value) => -value;

/** What is compared: the text, and where one value is better than another the number to judge by and in which direction. */
const ROWS = [
  ['row_status', ({ bays }) => status(bays)],
  ['row_area', ({ areaM2 }) => m2(areaM2), null, null, 'areaMin'],
  ['row_total', ({ floor, areaM2 }) => money(floor.rentUsdM2Month * areaM2, floor.rentVndM2Month * areaM2), ({ floor, areaM2 }) => floor.rentUsdM2Month * areaM2, less],
  ['row_rent', ({ floor }) => rent(floor.rentUsdM2Month, floor.rentVndM2Month), ({ floor }) => floor.rentUsdM2Month, less],
  ['row_service', ({ building }) => rent(building.serviceChargeUsdM2Month), ({ building }) => building.serviceChargeUsdM2Month, less],
  ['row_load', ({ floor }) => `${load(floor.loadKnM2)} ≈ ${tonnes(floor.loadKnM2)}`, ({ floor }) => floor.loadKnM2, more, 'load'],
  ['row_point', ({ floor }) => `${number(floor.pointLoadKn, 1)} kN`, ({ floor }) => floor.pointLoadKn, more],
  ['row_height', ({ floor }) => `${number(floor.clearHeightM, 1)} m`, ({ floor }) => floor.clearHeightM, more, 'height'],
  ['row_lift', ({ building }) => lift(building), ({ floor }) => floor.liftT, more, 'lift'],
  ['row_power', ({ floor }) => `${number(floor.powerLeftKva)} kVA`, ({ floor }) => floor.powerLeftKva, more, 'power'],
  ['row_hazard', ({ floor }) => hazardText(floor.hazards), ({ floor }) => floor.hazards.length, more, 'hazard'],
  ['row_industries', ({ floor }) => floor.industries.map((one) => own({ nameVi: one.vi, nameEn: one.en }, 'name')).join(', ')],
  ['row_wastewater', ({ building }) => t('m3_day', { value: number(building.wastewaterM3Day, 1), class: building.wastewaterClass }), ({ building }) => building.wastewaterM3Day, more],
  ['row_grid', ({ building }) => `${number(building.gridXM, 1)} × ${number(building.gridYM, 1)} m`],
  ['row_docks', ({ building }) => number(building.loadingBays), ({ building }) => building.loadingBays, more],
  ['row_truck', ({ building }) => number(building.truckLevel), ({ building }) => building.truckLevel, more],
  ['row_sprinkler', ({ building }) => t(building.sprinklered ? 'has_yes' : 'has_no')],
  ['row_exhaust', ({ building }) => t(building.exhaust ? 'has_yes' : 'has_no')],
  ['row_term', ({ building }) => termEnd(building.zone) ?? '–', ({ building }) => Number(building.zone.termEnd?.slice(0, 4) ?? 0), more],
  ['row_year', ({ building }) => String(building.completed ?? '–')],
];

function status(bays) {
  if (!bays.every(vacant)) return [...new Set(bays.map((bay) => t(`status_${bay.status}`)))].join(', ');
  const from = freeFrom(bays);
  return from ? t('free_from', { date: date(from) }) : t('free_at_once');
}

function lift(building) {
  const best = [...building.goodsLifts].sort((a, b) => b.capacityT - a.capacityT)[0];
  return best ? t('lift_size', { t: number(best.capacityT, 1), w: number(best.carWidthM, 1), d: number(best.carDepthM, 1) }) : '–';
}

/** Draws the comparison of the runs into `host`. */
export async function drawTable(host, list) {
  const offers = await asked(list);
  const title = h('h1', { id: 'compare-title', tabindex: '-1' }, t('compare_title'));
  const known = offers.filter(({ bays }) => bays.length > 0);
  const diff = current().diff === '1';
  const rows = ROWS.map(([key, text, value, better, need]) => row(known, key, text, value, better, need));
  const shown = diff && known.length > 1 ? rows.filter(({ differs }) => differs) : rows;
  const held = host.contains(document.activeElement) ? document.activeElement.id : null;
  host.replaceChildren(...[
    h('header', { class: 'compare-head' },
      h('a', { class: 'button', href: href({ view: null }), 'data-go': true }, icon('back', 'small'), t(current().b ? 'compare_back' : 'back_to_map')), title,
      list.length > 1 && h('button', { class: 'chip', id: 'compare-diff', type: 'button', 'aria-pressed': String(diff), on: { click: () => go({ diff: diff ? null : '1' }, { replace: true }) } }, diff && icon('check', 'small'), t('compare_diff')),
      list.length > 0 && h('button', { class: 'button', type: 'button', on: { click: () => go({ compare: null, view: null }) } }, t('compare_clear'))),
    list.length < 2 && h('p', { class: 'state quiet' }, t(list.length === 0 ? 'compare_empty' : 'compare_more')),
    list.length > 0 && h('div', { class: 'compare-wrap', role: 'region', tabindex: '0', 'aria-label': t('compare_title') },
      h('table', { class: 'table compare-table' },
        h('thead', {}, h('tr', {}, h('td', {}), offers.map((offer) => h('th', { scope: 'col' }, columnHead(offer))))),
        h('tbody', {}, shown.map((one) => h('tr', {}, h('th', { scope: 'row' }, t(one.key), one.need && h('span', { class: 'quiet small' }, t('compare_need', { value: one.need }))),
          offers.map((offer) => cell(one, known.indexOf(offer)))))))),
    diff && known.length > 1 && shown.length === 0 && h('p', { class: 'state quiet' }, t('compare_same')),
  ].filter(Boolean));
  host.querySelector('table')?.style.setProperty('--columns', String(list.length));
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
}

function row(known, key, text, value, better, need) {
  const texts = known.map(text);
  const marks = value ? known.map((offer) => better(value(offer) ?? 0)) : [];
  const most = Math.max(...marks);
  const differs = new Set(texts).size > 1;
  const wish = need && needs()[need];
  return { key, texts, differs, best: marks.map((mark) => new Set(marks).size > 1 && mark === most), need: wish && (typeof wish === 'number' ? number(wish, 1) : wish) };
}

function cell({ texts, best, differs }, index) {
  if (index < 0) return h('td', { class: 'quiet' }, '–');
  return h('td', { class: best[index] ? 'best' : differs ? '' : 'same' }, texts[index], best[index] && h('span', { class: 'best-mark' }, icon('check', 'small'), t('compare_best')));
}

function columnHead({ entry, building, floor, bays }) {
  const last = entry.firstBay + entry.bayCount - 1;
  const place = t(entry.bayCount > 1 ? 'sheet_title_many' : 'sheet_title', { floor: entry.floor, bays: bayRange(entry.firstBay, last) });
  const name = building ? `${own(building, 'name')}, ${building.zone.shortName}` : entry.building;
  return h('div', { class: 'compare-column' },
    h('div', {}, h('b', {}, place), h('button', { class: 'button icon-only plain-button', type: 'button', 'aria-label': `${t('compare_remove')}: ${name}, ${place}`, on: { click: () => remove(entry) } }, icon('close', 'small'))),
    h('span', { class: 'quiet small' }, name),
    bays.length === 0 ? h('span', { class: 'tag warn' }, t('compare_gone')) : [
      h('a', { class: 'link', href: unitHref(entry.building, entry.floor, entry.firstBay, last) }, t('row_sheet')),
      h('a', { class: 'link', href: href({ view: null, b: entry.building, floor: entry.floor, bays: bayParameter(entry.firstBay, last), zone: null, subzone: null }), 'data-go': true }, t('row_screen')),
      floor && bays.every(vacant) && h('a', { class: 'button', href: applyHref(entry, freeFrom(bays), applied()) }, t('apply')),
    ]);
}

function remove(entry) {
  const compare = withoutEntry(current().compare, entry);
  go({ compare, view: compare ? 'compare' : null }, { replace: true });
  document.getElementById('compare-title')?.focus({ preventScroll: true });
}
