/** A hole in the selected subzone: left open, or a new subzone in it. */
import { announce } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { edit, select, selected } from '../desk.js';
import { sheet } from '../map.js';
import { check, draw, geo, useChoice } from './kit.js';
import { make, pending } from './make.js';
import { chooseOne } from './choose.js';

export const icon = 'hole';
export const key = 'h';

export function start(hand) {
  const [subzone] = selected();
  if (selected().length !== 1) {
    chooseOne(hand, 'hole_choose');
    return;
  }
  const use = useChoice('hole', 'WATER');
  const fill = check('hole_fill', true);
  draw(hand, 'Polygon', {
    parts: [use.field, fill.field],
    done(ring) {
      const shape = geo('Polygon', [ring]);
      if (fill.value()) {
        pending(shape);
        make([{ op: 'cutCorridor', area: shape, through: [subzone.id], attributes: { landUse: use.value() } }], t('did_hole', { code: subzone.properties.code }));
      } else {
        edit([{ op: 'reshape', subzone: subzone.id, shape: geo('Polygon', [...subzone.geometry.coordinates, ring]) }], { label: t('did_hole', { code: subzone.properties.code }) }).catch(() => {});
        select([subzone.id]);
      }
      announce(t('did_hole', { code: subzone.properties.code }));
      hand.done();
    },
  });
  sheet.overlay.clear('pending');
}
