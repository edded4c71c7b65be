/** Splitting along a line from edge to edge: the selected subzones, or the one the line runs through. */
import { announce } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { desk, selected, tryOut } from '../desk.js';
import { sheet } from '../map.js';
import { draw, geo, hint } from './kit.js';
import { make, pending } from './make.js';

export const icon = 'split';
export const key = 'x';

export function start(hand) {
  const chosen = selected().map((feature) => feature.id);
  const subjects = (line) => (chosen.length > 0 ? chosen : [through(line)]).filter(Boolean);
  const edits = (line) => subjects(line).map((subzone) => ({ op: 'split', subzone, line: geo('LineString', line) }));
  draw(hand, 'Line', {
    parts: [chosen.length > 0 ? hint('split_selected', { codes: selected().map((feature) => feature.properties.code).join(', ') }) : hint('split_hint')],
    moved: (line) => line.length > 1 && subjects(line).length > 0 && tryOut(edits(line)),
    done(line) {
      const batch = edits(line);
      if (batch.length === 0) {
        announce(t('split_nothing'));
        hand.again();
        return;
      }
      pending(geo('LineString', line));
      make(batch, t('did_split', { codes: batch.map((one) => desk.features.get(one.subzone)?.properties.code).join(', ') }));
      hand.done();
    },
  });
}

/** The subzone the line runs through longest, by points along it. */
function through(line) {
  const counts = new Map();
  for (let i = 0; i + 1 < line.length; i++) {
    for (let step = 1; step < 20; step++) {
      const at = [0, 1].map((axis) => line[i][axis] + ((line[i + 1][axis] - line[i][axis]) * step) / 20);
      const feature = sheet.canvas.at({ lng: at[0], lat: at[1] });
      if (feature) counts.set(feature.id, (counts.get(feature.id) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
