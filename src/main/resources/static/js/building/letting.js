/** How the building is let today: first come, first served, or by rounds; and how many wait. */
import * as space from '../api/space.js';
import { h } from '../lib/dom.js';
import { date, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';

const known = new Map(); // promises by building

/** The part of the sheet; it goes away where the answer cannot be had. */
export function letting(building) {
  if (!known.has(building.code)) known.set(building.code, space.waitingList(building.code));
  const text = h('p', { class: 'quiet small' });
  const part = h('section', { class: 'bay-part' }, h('h3', {}, t('letting_title')), text);
  known.get(building.code).then(({ mode, waiting }) => {
    text.textContent = [
      mode.mode === 'ROUND' ? t('letting_round', { date: date(mode.nextRound) }) : t('letting_first'),
      waiting.length > 0 ? t('letting_waiting', { n: waiting.length, count: number(waiting.length) }) : t('letting_nobody'),
      t('letting_source', { source: own(mode, 'source') }),
    ].join(' ');
  }, () => {
    known.delete(building.code);
    part.remove();
  });
  return part;
}
