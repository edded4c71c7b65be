/** Which applications the views show: by zone, building, size and line of business. All of it stands in the address. */
import { h } from '../../lib/dom.js';
import { own, t } from '../../lib/words.js';
import { zoneName } from './board.js';

const SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'];

/** Whether an application passes what is asked for beside its place: size and line of business. */
export const asked = (applicant, { size, sector }) => (!size || applicant.sizeClass === size) && (!sector || applicant.sector === sector);

/** The placed applications that pass all filters. */
export function placed(board, address) {
  return board.applicants.filter((one) => one.blocks.length > 0 && asked(one, address)
    && (!address.zone || board.buildingOf.get(one.blocks[0].building)?.zone === address.zone)
    && (address.show !== 'here' || one.blocks.some((block) => block.building === address.building)));
}

/** A row of the filters as they stand. */
export function filterRow(board, state) {
  const address = state.current();
  const sectors = new Map(board.applicants.map((one) => [one.sector, own(one, 'sector')]));
  const choose = (name, label, values) => h('label', { class: 'field filter' }, h('span', {}, label),
    h('select', { class: 'input', data: { filter: name }, on: { change: (event) => state.note({ [name]: event.target.value || null }) } },
      h('option', { value: '' }, t('ar_all')), values.map(([value, text]) => h('option', { value, selected: address[name] === value }, text))));
  const set = ['zone', 'size', 'sector'].filter((name) => address[name]);
  return h('div', { class: 'filters', role: 'group', 'aria-label': t('ar_filters') },
    choose('zone', t('ar_zone'), board.zones.map((one) => [one.code, zoneName(one.code)])),
    choose('size', t('ar_size'), SIZES.map((size) => [size, t(`ar_size_${size}`)])),
    choose('sector', t('ar_sector'), [...sectors].sort((a, b) => a[1].localeCompare(b[1], 'vi'))),
    address.building && h('button', { type: 'button', class: 'chip', 'aria-pressed': String(address.show === 'here'), on: { click: () => state.note({ show: address.show === 'here' ? null : 'here' }) } }, t('ar_only_building', { code: address.building })),
    set.length > 0 && h('button', { type: 'button', class: 'link', on: { click: () => state.note({ zone: null, size: null, sector: null }) } }, t('ar_clear')));
}
