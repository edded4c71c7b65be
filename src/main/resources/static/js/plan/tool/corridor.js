/** A right of way: a centreline with a width is cut out of what it crosses and becomes a subzone of its own. */
import { t } from '../../lib/words.js';
import { selected, tryOut } from '../desk.js';
import { sheet } from '../map.js';
import { offset, toLonLat, toPlane } from '../shapes.js';
import { draw, geo, hint, numberField, useChoice } from './kit.js';
import { make, pending } from './make.js';

export const icon = 'corridor';
export const key = 'c';

export function start(hand) {
  const use = useChoice('corridor', 'ROAD');
  const width = numberField('width', 'width', { first: '20' });
  const chosen = selected();
  const edits = (line) => [{ op: 'cutCorridor', line: geo('LineString', line), widthM: width.value(), through: chosen.map((feature) => feature.id), attributes: { landUse: use.value() } }];
  hand.after(() => sheet.overlay.clear('sketch'));
  draw(hand, 'Line', {
    parts: [chosen.length > 0 && hint('corridor_selected', { codes: chosen.map((feature) => feature.properties.code).join(', ') }), use.field, width.field],
    moved(line) {
      const shape = band(line, width.value());
      sheet.overlay.show('sketch', shape ? [shape] : [], { className: 'sketch', weight: 1.5 });
      if (shape && line.length > 1) tryOut(edits(line));
    },
    done(line) {
      if (!(width.value() > 0)) {
        width.input.focus();
        hand.again();
        return;
      }
      pending(band(line, width.value()));
      make(edits(line), t('did_corridor'));
      hand.done();
    },
  });
}

/** The ground of a corridor for the eye; the server cuts exactly. */
function band(line, metres) {
  const plane = line.map(toPlane).filter((point, i, all) => i === 0 || point[0] !== all[i - 1][0] || point[1] !== all[i - 1][1]);
  if (plane.length < 2 || !(metres > 0)) return null;
  const right = offset(plane, metres / 2), left = offset(plane, -metres / 2).reverse();
  const ring = [...right, ...left].map(toLonLat);
  return geo('Polygon', [[...ring, ring[0]]]);
}
