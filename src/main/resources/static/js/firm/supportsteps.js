/** Where a referral stands and how it came there, for its firm and for officers. */
import { h } from '../lib/dom.js';
import { moment } from '../lib/numbers.js';
import { t } from '../lib/words.js';

const TAGS = { ASKED: 'held', REFERRED: 'you', IN_REVIEW: 'you', WAITS_FOR_FIRM: 'warn', GRANTED: 'free', RECEIVED: 'free', REFUSED: 'bad', DECLINED: 'bad', WITHDRAWN: '' };

export const referralTag = (status) => h('span', { class: `tag ${TAGS[status]}` }, t(`ref_${status}`));

/** The steps, the first one first. */
export function steps(referral) {
  return h('ol', { class: 'timeline' }, referral.steps.map((step, index) => h('li', { class: index === referral.steps.length - 1 ? 'now' : '' },
    h('span', { class: 'dot', 'aria-hidden': 'true' }), h('div', {}, h('p', {}, t(`step_${step.action}`)), h('p', { class: 'quiet small' }, `“${step.reason}”`)), h('time', { class: 'quiet small', datetime: step.at }, moment(step.at)))));
}
