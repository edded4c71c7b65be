/** Tools that need a subzone first let it be clicked. */
import { select } from '../desk.js';
import { sheet } from '../map.js';
import { button, hint } from './kit.js';

export function chooseOne(hand, words) {
  hand.strip(hint(words), button('cancel', () => hand.done()));
  hand.listen({
    click({ latlng }) {
      const feature = sheet.canvas.at(latlng);
      if (!feature) return;
      select([feature.id]);
      hand.again();
    },
  });
}
