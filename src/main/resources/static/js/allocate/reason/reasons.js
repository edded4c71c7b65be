/** Why firms were placed where they are, or not at all: the right column. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/words.js';

/**
 * @param {HTMLElement} element to fill
 * @param {typeof import('../state.js')} state
 */
export function mountReasons(element, state) {
  state.onRound((round) => element.replaceChildren(h('p', { class: 'state quiet' }, t(round?.reasons?.length ? 'ar_reasons' : 'ar_no_reasons', { n: round?.reasons?.length ?? 0 }))));
}
