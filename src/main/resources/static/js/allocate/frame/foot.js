/** The foot of the right column: what the answer rests on, and the way to the dossier. */
import { h, icon } from '../../lib/dom.js';
import { t } from '../../lib/words.js';
import * as state from '../state.js';

export function mountFoot(element) {
  state.onRound((round) => {
    const run = round?.run;
    element.hidden = !round;
    if (!round) return;
    element.replaceChildren(h('span', { class: 'small quiet' }, run?.inputSha256 ? t('al_foot', { seed: run.seed, hash: `${run.inputSha256.slice(0, 4)}…${run.inputSha256.slice(-2)}` }) : t('al_foot_none')),
      h('a', { class: 'button', href: state.href({ tab: 'record', pane: 'round' }), data: { go: '' } }, icon('download', 'small'), t('al_record')));
  });
}
