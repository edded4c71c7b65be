/** How places are written: TT-B, tầng 3, khoang 2–3. */
import { bayRange } from '../../building/section.js';
import { t } from '../../lib/words.js';

export const placeWords = ({ building, level, firstBay, bayCount }) =>
  t('ar_place', { building, level, bays: bayRange(firstBay, firstBay + bayCount - 1) });

export const placesWords = (blocks) => blocks.map(placeWords).join(' + ');

/** The same from a floor's name in the exchange format, `TT-B/3`. */
export const floorWords = (floor) => {
  const slash = floor.lastIndexOf('/');
  return t('ar_floor_of', { building: floor.slice(0, slash), level: floor.slice(slash + 1) });
};

/** A placement of the exchange format, as the differences of a scenario have them. */
export const blocksOf = (placement) => placement.blocks.map((block) => {
  const slash = block.floor.lastIndexOf('/');
  return { building: block.floor.slice(0, slash), level: Number(block.floor.slice(slash + 1)), firstBay: block.startBay, bayCount: block.bayCount };
});
