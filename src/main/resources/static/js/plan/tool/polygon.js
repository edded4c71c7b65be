/** A new subzone, vertex by vertex. */
import { t } from '../../lib/words.js';
import { check, draw, geo, useChoice } from './kit.js';
import { place } from './make.js';

export const icon = 'polygon';
export const key = 'p';

export function start(hand) {
  const use = useChoice('polygon', 'INDUSTRY');
  const cut = check('cut_from_others', false);
  draw(hand, 'Polygon', {
    parts: [use.field, cut.field],
    done: (ring) => place(hand, geo('Polygon', [ring]), use.value(), cut.value(), t('did_draw')),
  });
}
