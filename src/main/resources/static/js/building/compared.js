/** The runs being compared, as the address keeps them: `TT-B.3.2-3,HP-A.1.0`. */
import { bayParameter, parseBays } from './section.js';

/** More columns than these nobody reads. */
export const MOST = 4;

/** One run as the address writes it. */
export const keyOf = ({ building, floor, firstBay, bayCount }) => `${building}.${floor}.${bayParameter(firstBay, firstBay + bayCount - 1)}`;

/** The runs of an address, each once; what cannot be read is left out. */
export function entries(text) {
  const found = new Map();
  for (const part of (text ?? '').split(',')) {
    const [building, level, bays] = part.split('.');
    const range = parseBays(bays);
    if (!/^[A-Z][A-Z0-9]{1,9}-[A-Z0-9]{1,6}$/.test(building) || !/^[1-9]\d?$/.test(level ?? '') || !range) continue;
    found.set(part, { building, floor: Number(level), firstBay: range[0], bayCount: range[1] - range[0] + 1 });
  }
  return [...found.values()].slice(0, MOST);
}

const write = (list) => list.map(keyOf).join(',') || null;

/** The address's text with one more run; null for none at all. */
export const withEntry = (text, entry) => write([...entries(text), entry]);
export const withoutEntry = (text, entry) => write(entries(text).filter((one) => keyOf(one) !== keyOf(entry)));
