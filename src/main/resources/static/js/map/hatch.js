/** Hatches as SVG patterns: the same tiles as the map server paints, in any colour. */
import { s } from '../lib/dom.js';

/** Makes `url(#…)` paints out of hatch names; each colour gets its pattern once. */
export class Hatches {
  /** @param {object} tiles `patterns` of `/map/patterns.json` */
  constructor(tiles) {
    this.tiles = tiles;
    this.known = new Map();
    this.defs = s('defs', {});
    document.body.append(s('svg', { class: 'sprite', 'aria-hidden': 'true' }, this.defs));
  }

  /** The paint of a hatch, or null when there is no such tile. */
  paint(name, colour) {
    const tile = this.tiles?.[name];
    if (!tile || tile.repeated === false) return null;
    const key = `${name}/${colour}`;
    if (!this.known.has(key)) {
      const id = `hatch-${this.known.size}`;
      const stroked = tile.strokeWidth !== undefined;
      this.defs.append(s('pattern', { id, patternUnits: 'userSpaceOnUse', width: tile.width, height: tile.height },
        s('path', { d: tile.path, fill: stroked ? 'none' : colour, stroke: stroked ? colour : 'none', 'stroke-width': tile.strokeWidth })));
      this.known.set(key, `url(#${id})`);
    }
    return this.known.get(key);
  }
}
