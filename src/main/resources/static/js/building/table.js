/** The same as the section, as a table: floor by floor, block by block. */
import { h } from '../lib/dom.js';
import { load, month, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { bayRange, blocks, vacant } from './section.js';
import { sentence } from './cell.js';

/**
 * @param {object} building
 * @param {{needs: object, chosen: object|null, placements: object[]|null, select: (floor: object, first: number, last: number) => void}} shown
 */
export function tableTwin(building, { needs, chosen, placements, select }) {
  const rows = [...building.floors].sort((a, b) => b.level - a.level).flatMap((floor) => blocks(floor).map((block, index, all) => {
    const bay = block.bays[0];
    const last = block.first + block.count - 1;
    const until = vacant(bay) ? bay.freeFrom : (block.occupancy?.until ?? bay.occupiedUntil);
    const placement = placements?.find((one) => one.level === floor.level && one.firstBay <= block.first && block.first < one.firstBay + one.bayCount);
    const on = chosen && chosen.level === floor.level && block.first >= chosen.first && last <= chosen.last;
    const tenant = block.occupancy?.tenant;
    return h('tr', { class: on ? 'on' : '' },
      index === 0 && h('th', { scope: 'rowgroup', rowspan: all.length }, t('floor_n', { n: floor.level }), h('span', { class: 'quiet small' }, t('floor_facts', { load: load(floor.loadKnM2), height: number(floor.clearHeightM, 1) })), h('span', { class: 'quiet small' }, `${t('power_left')} ${number(floor.powerLeftKva ?? 0)} kVA`)),
      h('td', {}, h('button', { class: 'link', type: 'button', 'aria-label': sentence(block, { needs }), on: { click: () => select(floor, block.first, last) } }, bayRange(block.first, last))),
      h('td', { class: 'right' }, number(block.areaM2)),
      h('td', {}, h('span', { class: `tag ${vacant(bay) ? 'free' : ''}` }, t(`status_${bay.status}`)), placement && h('span', { class: 'tag you' }, t('status_PLACED'))),
      h('td', {}, until ? month(until) : '–'),
      h('td', {}, tenant && h('b', {}, own(tenant, 'name'), ' '), (block.occupancy && own(block.occupancy, 'sector')) || own(bay, 'outReason') || (placement ? own(placement, 'sector') : '–')),
      h('td', { class: 'right' }, vacant(bay) && floor.rentUsdM2Month ? number(floor.rentUsdM2Month, 2) : '–'));
  }));
  return h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('section_by_floor') }, h('table', { class: 'table' }, h('caption', { class: 'sr' }, t('section_by_floor')),
    h('thead', {}, h('tr', {}, [t('floor'), t('bays'), 'm²', t('status'), t('until'), t('sector'), t('rent_short')].map((title) => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, rows)));
}
