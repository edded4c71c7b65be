/**
 * Which applications the views show: by name, zone, building, size and line of business. All of it stands in the address, so that strip,
 * map, table, reasons and what-ifs speak of the same firms.
 */
import { debounce, h } from '../../lib/dom.js';
import { own, t } from '../../lib/words.js';
import { nameOf, zoneName } from './board.js';

const SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];

/** What filters applications beside their place. */
export const OF_FIRMS = ['size', 'sector', 'q'];

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** Whether an application passes what is asked for beside its place: size, line of business, and a part of its name or number. */
export const asked = (applicant, { size, sector, q }) => (!size || applicant.sizeClass === size) && (!sector || applicant.sector === sector)
  && (!q || folded(`${nameOf(applicant)} ${applicant.application}`).includes(folded(q.trim())));

/** The placed applications that pass all filters. */
export function placed(board, address) {
  return board.applicants.filter((one) => one.blocks.length > 0 && asked(one, address)
    && (!address.zone || board.buildingOf.get(one.blocks[0].building)?.zone === address.zone)
    && (address.show !== 'here' || one.blocks.some((block) => block.building === address.building)));
}

/** Sizes as choices. */
export const sizes = () => SIZES.map((size) => [size, t(`ar_size_${size}`)]);
/** Lines of business of those who applied, as choices. */
export const sectors = (board) => [...new Map(board.applicants.map((one) => [one.sector, own(one, 'sector')]))].sort((a, b) => a[1].localeCompare(b[1], 'vi'));

/** A list of choices of which one, or none, is taken. */
export const choose = (name, label, values, chosen, change) => h('label', { class: 'field filter' }, h('span', {}, label),
  h('select', { class: 'input', data: { filter: name }, on: { change: (event) => change(event.target.value || null) } },
    h('option', { value: '' }, t('ar_all')), values.map(([value, text]) => h('option', { value, selected: chosen === value }, text))));

/** A field that finds firms by a part of their name, with or without accents, or their number. */
export const search = (state, name = 'q') => h('label', { class: 'field filter' }, h('span', {}, t('ar_search')),
  h('input', { class: 'input', type: 'search', value: state.current().q ?? '', maxlength: 80, autocomplete: 'off', spellcheck: 'false', data: { filter: name },
    on: { input: debounce((event) => state.note({ q: event.target.value || null }), 200) } }));

/** Draws something anew that has fields of the filters in it, and leaves the focus and the caret where they were. */
export function keepingFocus(host, draw) {
  const before = host.contains(document.activeElement) ? document.activeElement : null;
  const { filter } = before?.dataset ?? {};
  const caret = before?.selectionStart ?? null;
  draw();
  const now = filter && host.querySelector(`[data-filter="${CSS.escape(filter)}"]`);
  if (!now) return;
  if (now.type === 'search') now.value = before.value;
  now.focus({ preventScroll: true });
  if (caret !== null && now.setSelectionRange) now.setSelectionRange(caret, caret);
}

/** A row of the filters as they stand; with `ofPlaces` those that concern a place too. */
export function filterRow(board, state, ofPlaces = true) {
  const address = state.current();
  const names = ofPlaces ? ['zone', ...OF_FIRMS] : OF_FIRMS;
  const set = names.filter((name) => address[name]);
  return h('div', { class: 'filters', role: 'group', 'aria-label': t('ar_filters') }, search(state),
    ofPlaces && choose('zone', t('ar_zone'), board.zones.map((one) => [one.code, zoneName(one.code)]), address.zone, (zone) => state.note({ zone })),
    choose('size', t('ar_size'), sizes(), address.size, (size) => state.note({ size })),
    choose('sector', t('ar_sector'), sectors(board), address.sector, (sector) => state.note({ sector })),
    ofPlaces && address.building && h('button', { type: 'button', class: 'chip', 'aria-pressed': String(address.show === 'here'), on: { click: () => state.note({ show: address.show === 'here' ? null : 'here' }) } }, t('ar_only_building', { code: address.building })),
    set.length > 0 && h('button', { type: 'button', class: 'link', on: { click: () => state.note(Object.fromEntries(names.map((name) => [name, null]))) } }, t('ar_clear')));
}
