/** A place in a building as a firm sees it: its words, the strip of floors around it, what it costs. */
import { h, s } from '../lib/dom.js';
import { money, number, usd, vnd } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { bayRange, blocks } from '../building/section.js';

/** Tầng 3, khoang 2–3 */
export const bayWords = ({ level, firstBay, bayCount }) => t(bayCount > 1 ? 'sheet_title_many' : 'sheet_title', { floor: level, bays: bayRange(firstBay, firstBay + bayCount - 1) });
/** The same within a sentence. */
export const bayWordsWithin = (place) => bayWords(place).replace(/^./, (letter) => letter.toLowerCase());
/** Nhà xưởng B, KCX Tân Thuận */
export const buildingWords = (building) => `${own(building, 'name')}, ${building.zone.shortName}`;
/** The address of the bays on the public page. */
export const placeAddress = (building, { level, firstBay, bayCount }) =>
  `/?b=${encodeURIComponent(building.code)}&floor=${level}&bays=${bayCount > 1 ? `${firstBay}-${firstBay + bayCount - 1}` : firstBay}`;

const LEFT = 62, WIDTH = 340, ROW = 22, GAP = 6;

/**
 * The floor of the place between the one above and the one below.
 * @param {object} building
 * @param {{level: number, firstBay: number, bayCount: number}} place
 * @param {string} [kind] `offered`, `held`, `let` or `free`: how the place itself is drawn
 */
export function strip(building, place, kind = 'free') {
  const near = building.floors.filter((floor) => Math.abs(floor.level - place.level) <= 1).sort((a, b) => b.level - a.level);
  const widest = Math.max(...near.map((floor) => floor.bays.reduce((sum, bay) => sum + bay.areaM2, 0)));
  const rows = near.map((floor, index) => {
    const y = 4 + index * (ROW + GAP);
    const here = floor.level === place.level;
    let x = LEFT;
    const edge = new Map();
    for (const bay of [...floor.bays].sort((a, b) => a.no - b.no)) {
      const wide = ((WIDTH - LEFT - 4) * bay.areaM2) / widest;
      edge.set(bay.no, [x, wide]);
      x += wide;
    }
    const rect = (first, count, name) => {
      const from = edge.get(first)[0], to = edge.get(first + count - 1).reduce((a, b) => a + b);
      return [s('rect', { class: `strip-block ${name}`, x: from + 1, y, width: Math.max(to - from - 2, 1), height: ROW, rx: 2 }), from, to];
    };
    const parts = blocks(floor).map((block) => rect(block.first, block.count, block.status.toLowerCase())[0]);
    if (here && edge.has(place.firstBay) && edge.has(place.firstBay + place.bayCount - 1)) {
      const [block, from, to] = rect(place.firstBay, place.bayCount, kind);
      parts.push(block, kind === 'offered' && s('rect', { x: from + 1, y, width: to - from - 2, height: ROW, fill: 'url(#strip-dots)' }),
        s('rect', { class: 'strip-ring', x: from, y: y - 1, width: to - from, height: ROW + 2, rx: 3 }));
    }
    return s('g', {}, s('text', { class: here ? 'strip-name here' : 'strip-name', x: 0, y: y + ROW - 6 }, t('floor_n', { n: floor.level })), parts);
  });
  return s('svg', { class: 'strip-plan', viewBox: `0 0 ${WIDTH} ${near.length * (ROW + GAP) + 4}`, role: 'img', 'aria-label': `${bayWords(place)}. ${buildingWords(building)}` },
    s('defs', {}, s('pattern', { id: 'strip-dots', width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, s('circle', { class: 'strip-dot', cx: 4, cy: 4, r: 1.3 }))), rows);
}

/** A line of a list of facts. */
export const fact = (label, value, className = '') => h('div', { class: className }, h('dt', {}, label), h('dd', {}, value));

/** The deposit of an offer or a lease in money and in months; nothing where it is not settled. */
export const depositFact = ({ depositMonths, rentUsdM2Month, serviceChargeUsdM2Month, areaM2 }) => depositMonths !== undefined
  && fact(t('deposit'), [money(depositMonths * (rentUsdM2Month + serviceChargeUsdM2Month) * areaM2), h('small', {}, t('deposit_months', { n: number(depositMonths, 1) }))]);

/** A sum a month: dong first, the contract's dollars beside it. */
export const monthly = (usdSum, vndSum) => (vndSum ? [vnd(vndSum), h('small', {}, usd(usdSum))] : usd(usdSum));

/**
 * The rent of an area with the cut of law as what it is: a condition.
 * @param {{usd: number, vnd: number}} rate rent per m² and month
 * @param {{minCutPct: number, months: number, isForFirm: boolean|null}[]} cuts
 */
export function rentFacts(rate, areaM2, cuts = []) {
  const cut = cuts.find((one) => one.isForFirm !== false);
  const left = cut ? 1 - cut.minCutPct / 100 : 1;
  return [
    fact(t('rent_month'), monthly(rate.usd * areaM2, rate.vnd * areaM2)),
    cut && fact(t('rent_cut', { cut: number(cut.minCutPct, 1), years: number(cut.months / 12, 1) }), monthly(rate.usd * areaM2 * left, rate.vnd * areaM2 * left), 'cut'),
  ];
}

/** What the cut is for and by which article; a sentence under the facts. */
export function cutWords(cuts = []) {
  const cut = cuts.find((one) => one.isForFirm !== false);
  if (!cut) return null;
  return h('p', { class: 'quiet small' }, t(cut.isForFirm ? 'cut_yours' : 'cut_if', { for: own(cut, 'for').replace(/^./, (letter) => letter.toLowerCase()), source: own(cut, 'source') }));
}
