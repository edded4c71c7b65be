/** What if: a copy of the round with something changed. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/words.js';

/**
 * @param {HTMLElement} element to fill; hidden by the frame while another tab is open
 * @param {typeof import('../state.js')} state
 */
export function mountWhatif(element, state) {
  state.onRound(() => element.replaceChildren(h('p', { class: 'state quiet' }, t('ar_no_scenarios'))));
}
