/** Merging the selected neighbours into one that keeps its code and attributes. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/words.js';
import { desk, on, select, selected, toggleSelected } from '../desk.js';
import { sheet } from '../map.js';
import { button, hint } from './kit.js';
import { make } from './make.js';

export const icon = 'merge';
export const key = 'm';

export function start(hand) {
  const keep = h('select', { class: 'input', name: 'keep' });
  const drawStrip = () => {
    const chosen = [...selected()].sort((a, b) => (b.properties.areaM2 ?? 0) - (a.properties.areaM2 ?? 0));
    const before = keep.value;
    keep.replaceChildren(...chosen.map((feature) => h('option', { value: feature.id, selected: feature.id === before }, feature.properties.code)));
    hand.strip(hint(chosen.length < 2 ? 'merge_hint' : 'merge_ready', { n: chosen.length }), chosen.length > 1 && h('label', { class: 'field' }, t('merge_into'), keep),
      chosen.length > 1 && button('merge_do', merge, 'primary'), button('cancel', () => hand.done()));
  };
  const merge = () => {
    const codes = selected().map((feature) => feature.properties.code).join(', ');
    const kept = keep.value;
    make([{ op: 'merge', subzones: [...desk.selection], keep: kept }], t('did_merge', { codes })).then(() => desk.features.has(kept) && select([kept]));
    hand.done();
  };
  hand.after(on('selection', drawStrip));
  hand.listen({
    click({ latlng }) {
      const feature = sheet.canvas.at(latlng);
      if (feature) toggleSelected(feature.id);
    },
  });
  drawStrip();
}
