/** The answer of a round. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/words.js';

/**
 * @param {HTMLElement} element to fill; hidden by the frame while another tab is open
 * @param {typeof import('../state.js')} state
 */
export function mountResult(element, state) {
  state.onRound((round) => element.replaceChildren(h('p', { class: 'state quiet' }, t(round?.placements.length ? 'ar_placed' : 'ar_none', { n: round?.placements.length ?? 0 }))));
}
