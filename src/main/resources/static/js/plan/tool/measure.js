/** Measuring lengths, azimuths and areas; nothing is drawn into the plan. */
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { sheet } from '../map.js';
import { areaOf, lengthOf, toPlane } from '../shapes.js';
import { h } from '../../lib/dom.js';
import { button, course, geo, hint } from './kit.js';
import { points } from './make.js';

export const icon = 'ruler';
export const key = 'd';
export const look = true;

export function start(hand) {
  const line = [];
  const result = h('output', { class: 'num', 'aria-live': 'polite' });
  hand.strip(hint('measure_hint'), result, button('measure_anew', () => hand.again()), button('close', () => hand.done()));
  hand.after(() => sheet.overlay.clear('sketch'));

  function show(cursor) {
    const all = cursor ? [...line, cursor] : line;
    const plane = all.map(toPlane);
    const shapes = all.length > 2 ? [geo('Polygon', [[...all, all[0]]])] : [];
    if (all.length > 1) shapes.push(geo('LineString', all));
    sheet.overlay.show('sketch', shapes, { className: 'sketch measure', weight: 2 });
    result.textContent = all.length < 2 ? '' : all.length === 2 ? `${number(lengthOf(plane), 3)} m` : t('length_and_area', { length: number(lengthOf(plane), 3), area: number(areaOf([[...plane, plane[0]]]), 1) });
  }

  points(hand, {
    click(lonlat) {
      line.push(lonlat);
      show();
    },
    move(lonlat) {
      if (line.length === 0) return '';
      show(lonlat);
      return course(line.at(-1), lonlat);
    },
  });
}
