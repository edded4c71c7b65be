/** Hatches of the panel's own marks: what is lacking, what blocks, what is new. Their colours are tokens, set by class. */
import { s } from '../../lib/dom.js';

const LACK = { size: 5, path: 'M-1 6 6-1M-1 1 1-1M4 6 6 4' };
const TILES = {
  'lack-blocks': LACK,
  'lack-advises': LACK,
  'lack-waived': LACK,
  blocks: { size: 7, path: 'M-1 8 8-1M-1 1 1-1M6 8 8 6' },
  advises: { size: 7, path: 'M3.5 3h.01' },
  created: { size: 8, path: 'M-1-1 9 9M-1 7 1 9M7-1 9 1' },
};

let defs;

/** The paint of a hatch; overlays get the same one from the style sheet. */
export function hatch(name) {
  defs ??= draw();
  return `url(#mark-${name})`;
}

function draw() {
  const made = s('defs', {}, Object.entries(TILES).map(([name, { size, path }]) =>
    s('pattern', { id: `mark-${name}`, patternUnits: 'userSpaceOnUse', width: size, height: size }, s('path', { class: `mark-${name}`, d: path }))));
  document.body.append(s('svg', { class: 'sprite', 'aria-hidden': 'true' }, made));
  return made;
}
