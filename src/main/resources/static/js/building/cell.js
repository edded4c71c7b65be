/** What a block of the section says: on itself as far as there is room, and in full to those who listen. */
import { s, textWidth } from '../lib/dom.js';
import { date, m2, month, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { bayRange, fits, runOf, vacant } from './section.js';

const PATTERNED = ['HELD', 'OFFERED', 'OUT', 'SOON']; // words need a plain ground

/**
 * The words on a block.
 * @param {{x: number, y: number, w: number, h: number}} box of the block
 * @param {string} kind its status as a class
 */
export const cellWords = (block, { x, y, w, h }, kind, small) => s('g', { class: `words ${kind}`, transform: `translate(${x} ${y})` }, lines(block, w, h, small));

/** The lines of a block; two if they fit, else one, else none: the label of the cell, the table and the sheet have all of it. */
function lines(block, w, hgt, small) {
  const [whole, second] = texts(block, small);
  if (!whole) return [];
  const firstFont = small ? '600 12px Arial' : vacant(block.bays[0]) ? '700 13px Arial' : '500 12px Arial';
  const first = tenant(block.occupancy) ? shortened(whole, firstFont, w - 4) : whole;
  const one = textWidth(first, firstFont) <= w - 4;
  const two = second && textWidth(second, '400 11px Arial') <= w - 6 && (one ? hgt >= 40 : !vacant(block.bays[0]));
  if (!one && !two) return [];
  const wide = Math.min(Math.max(one ? textWidth(first, firstFont) : 0, two ? textWidth(second, '400 11px Arial') : 0) + 12, w - 2);
  const tall = one && two ? 34 : 20;
  return [
    PATTERNED.includes(block.status) && s('rect', { class: 'word-back', x: (w - wide) / 2, y: (hgt - tall) / 2, width: wide, height: tall, rx: 2 }),
    one && s('text', { class: 'first', x: w / 2, y: two ? hgt / 2 - 2 : hgt / 2 + 4, 'text-anchor': 'middle' }, first),
    two && s('text', { class: 'second', x: w / 2, y: one ? hgt / 2 + 13 : hgt / 2 + 4, 'text-anchor': 'middle' }, second),
  ];
}

function texts(block, small) {
  const { status, occupancy, bays } = block;
  if (vacant(bays[0])) {
    const area = small ? number(block.areaM2) : m2(block.areaM2);
    return status === 'SOON' && bays[0].freeFrom ? [area, t('from_month', { month: month(bays[0].freeFrom) })] : [area, t('bay_n', { n: block.first })];
  }
  if (small) return [];
  const until = occupancy?.until ?? bays[0].occupiedUntil;
  if (status === 'OUT') return [own(bays[0], 'outReason') || t('status_OUT')];
  if (tenant(occupancy)) return [tenant(occupancy), until ? t('until_month', { month: date(until) }) : ''];
  if (status === 'HELD') return [t('held_short'), until ? t('until_month', { month: date(until) }) : ''];
  if (status === 'OFFERED') return [t('offered_short')];
  return [(occupancy && own(occupancy, 'sector')) || t('status_LET'), until ? t('until_month', { month: month(until) }) : ''];
}

/** What staff see of a firm in a block: its name without its legal form; empty for everybody else. */
const tenant = (occupancy) => (occupancy?.tenant ? own(occupancy.tenant, 'name').replace(/^Công ty (TNHH|Cổ phần|CP)( MTV| một thành viên)? /i, '').replace(/,? Co\.,? Ltd\.?$/i, '') : '');

const LEAST_LETTERS = 8;

/** As much of a name as there is room for; the hint and the label of the block have all of it. */
function shortened(name, font, room) {
  let text = name;
  for (let length = name.length - 1; textWidth(text, font) > room && length >= LEAST_LETTERS; length--) text = `${name.slice(0, length).trimEnd()}…`;
  return text;
}

/** The sentence of a block for people who listen. */
export function sentence(block, { needs, showFit, placements } = {}) {
  const bay = block.bays[0];
  const until = block.occupancy?.until ?? bay.occupiedUntil;
  const day = block.status === 'SOON' ? bay.freeFrom : until;
  const dated = day && block.status !== 'FREE' && block.status !== 'OUT';
  const parts = [t('bay_sentence', {
    floor: block.floor.level, bays: bayRange(block.first, block.first + block.count - 1), area: m2(block.areaM2),
    state: dated ? t(`say_${block.status}`, { month: month(day), date: date(day) }) : t(`status_${block.status}`).toLowerCase(),
  })];
  if (block.occupancy?.tenant) parts.push(own(block.occupancy.tenant, 'name'));
  if (block.occupancy && own(block.occupancy, 'sector')) parts.push(own(block.occupancy, 'sector'));
  if (block.status === 'OUT' && own(bay, 'outReason')) parts.push(own(bay, 'outReason'));
  if (showFit && vacant(bay) && fits(runOf(block.floor, block.first), needs)) parts.push(t('say_fits'));
  const placed = (placements ?? []).find((one) => one.level === block.floor.level && one.firstBay <= block.first && block.first < one.firstBay + one.bayCount);
  if (placed) parts.push(t('say_placed', { sector: own(placed, 'sector'), month: month(placed.start) }));
  return parts.join(', ');
}
