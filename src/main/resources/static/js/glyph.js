/** The section glyph: a bar per floor, lowest at the bottom, the free share in green from the right. */
import { s } from './lib/dom.js';

const MOST = 9;

/**
 * @param {{level: number, totalM2: number, freeM2: number}[]} floors any order
 * @param {{width?: number, label?: string, planned?: boolean, small?: boolean}} options `label` makes it an image with a name, else it is decoration
 */
export function glyph(floors, { width = 44, label, planned = false, small = false } = {}) {
  const bar = small ? 3 : 4, gap = small ? 1 : 1.5;
  const known = [...(floors ?? [])].filter((floor) => floor.totalM2 > 0).sort((a, b) => b.level - a.level).slice(-MOST);
  const count = Math.max(known.length, 4);
  const height = count * (bar + gap) - gap;
  const image = s('svg', {
    class: 'glyph', width, height, viewBox: `0 0 ${width} ${height}`,
    ...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' }),
  });
  if (planned || known.length === 0) {
    image.append(s('rect', { class: 'ghost', x: 0.6, y: 0.6, width: width - 1.2, height: height - 1.2, rx: 3 }));
    return image;
  }
  const top = height - (known.length * (bar + gap) - gap);
  known.forEach((floor, index) => {
    const y = top + index * (bar + gap);
    const open = Math.min(1, floor.freeM2 / floor.totalM2) * width;
    image.append(s('rect', { class: 'floor', x: 0, y, width, height: bar }));
    if (open > 0) image.append(s('rect', { class: 'open', x: width - Math.max(open, 1.5), y, width: Math.max(open, 1.5), height: bar }));
  });
  return image;
}
