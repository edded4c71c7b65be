/** The head of the building screen: where one is, five facts, what can be done, the day shown. */
import { h, icon, narrow } from '../lib/dom.js';
import { date, m2, number, rent, today } from '../lib/numbers.js';
import { HOME, ZONE_ONLY, current, go, href } from '../lib/state.js';
import { own, t } from '../lib/words.js';
import { termEnd } from '../screens/list.js';
import { starButton } from './keep.js';
import { runs } from './section.js';

/**
 * Draws the head into `host`.
 * @param {object} building
 * @param {{share: () => void}} actions
 */
export function drawHead(host, building, { share }) {
  const { zone } = building;
  const name = own(building, 'name'), zoneName = zone.shortName ?? own(zone, 'name');
  const toMap = href({ ...ZONE_ONLY, zone: zone.code });
  const lifts = building.goodsLifts ?? [];
  const sizes = [...new Set(lifts.map((lift) => lift.capacityT))];
  const facts = [
    [t('free_now'), m2(building.freeM2), 'free'],
    [t(narrow() ? 'longest_short' : 'longest_free'), m2(longest(building)), ''],
    narrow() ? [t('rent_short'), building.rentFromUsd ? rent(building.rentFromUsd).split(' ')[0] : '–', ''] : [t('rent'), building.rentFromUsd ? rent(building.rentFromUsd) : '–', ''],
    [t('goods_lifts'), lifts.length > 0 ? `${lifts.length} × ${sizes.map((size) => number(size, 1)).join('/')} t` : '–', 'wide-only'],
    [t('let_until'), termEnd(zone) ?? '–', 'wide-only'],
  ];
  const table = current().view === 'table';
  const star = () => starButton({ building: building.code, nameVi: building.nameVi, nameEn: building.nameEn, zoneName, freeM2: building.freeM2 }, `${name}, ${zoneName}`);
  host.replaceChildren(
    h('div', { class: 'phone-bar' }, h('a', { class: 'button icon-only plain-button', href: toMap, 'data-go': true, 'aria-label': t('back_to_map') }, icon('back')),
      h('div', {}, h('p', { class: 'phone-title' }, name), h('p', { class: 'quiet small' }, zoneName)),
      h('div', { class: 'phone-actions' }, star(), h('button', { class: 'button icon-only plain-button', type: 'button', 'aria-label': t('share'), on: { click: share } }, icon('share')))),
    h('div', { class: 'head-row' },
      h('nav', { class: 'crumbs', 'aria-label': t('crumbs') },
        h('a', { href: href({ ...HOME }), 'data-go': true }, t('find_space')), h('span', { 'aria-hidden': 'true' }, ' / '),
        h('a', { href: toMap, 'data-go': true }, zoneName), h('span', { 'aria-hidden': 'true' }, ' / '), h('b', { 'aria-current': 'page' }, name)),
      h('div', { class: 'actions', role: 'group', 'aria-label': t('more_actions') },
        h('a', { class: 'button', href: toMap, 'data-go': true }, icon('map', 'small'), t('to_map')),
        h('button', { class: 'button', type: 'button', 'aria-pressed': String(table), on: { click: () => go({ view: table ? null : 'table' }, { replace: true }) } }, icon('list', 'small'), t('to_table')),
        h('button', { class: 'button', type: 'button', on: { click: share } }, icon('share', 'small'), t('share')),
        h('button', { class: 'button', type: 'button', on: { click: () => print() } }, icon('print', 'small'), t('print')))),
    h('div', { class: 'title-row' }, h('h1', {}, `${name}, ${zoneName}`), star()),
    h('div', { class: 'facts-row' },
      h('dl', { class: 'facts' }, facts.map(([label, value, kind]) => h('div', { class: kind === 'wide-only' ? kind : '' }, h('dt', {}, label), h('dd', { class: kind === 'free' ? 'free-text' : '' }, value)))),
      !narrow() && h('div', { class: 'day-chip' }, h('span', { class: 'quiet' }, t('free_on')), dayChip(building))));
}

/** The day shown, as a chip; behind it the browser's own date field, which shows itself to those who type. */
export function dayChip(building) {
  const { on } = current();
  const field = h('input', { class: 'day', type: 'date', value: on ?? today(), min: today(), max: building.zone.termEnd?.slice(0, 10), 'aria-label': t('free_on') });
  field.addEventListener('change', () => field.value && field.validity.valid && go({ on: field.value === today() ? null : field.value }));
  field.addEventListener('click', () => field.showPicker?.());
  return h('span', { class: `chip day-field${on ? ' on' : ''}` }, icon('clock', 'small'), h('span', {}, on ? date(on) : narrow() ? t('today') : date(today())), field);
}

function longest(building) {
  return Math.max(0, ...building.floors.flatMap((floor) => runs(floor)).filter((run) => run.status === 'FREE').map((run) => run.areaM2));
}
