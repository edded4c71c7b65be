/** What follows after an application was handed in. */
import { h, icon } from '../lib/dom.js';
import { own, t } from '../lib/words.js';
import { reason } from './verdict.js';
import { bayWords, buildingWords } from './place.js';

/** The answer of the rules, and the next step with who takes it. */
export function done(application, { place }) {
  const no = application.status === 'INELIGIBLE';
  const nearest = application.verdict?.nearest?.[0];
  const floor = nearest?.floors?.find((one) => one.level === (place?.level ?? nearest.nearestLevel)) ?? nearest?.floors?.[0];
  const reasons = [...(nearest?.reasons ?? []), ...(floor?.reasons ?? [])].filter((one) => one.severity === 'BLOCKS');
  return h('section', { class: `state sent ${no ? 'refused' : ''}` },
    h('h1', { id: 'done-title', tabindex: '-1' }, icon(no ? 'blocked' : 'check'), ' ', t(`sent_${application.status}`, { code: application.code })),
    place && h('p', {}, bayWords(place), ', ', buildingWords(place.building)),
    h('p', {}, t(`next_${application.status}`)),
    reasons.length > 0 && h('ul', { class: 'verdict-list' }, reasons.map((one) => reason(one, 'blocked'))),
    no && h('p', { class: 'quiet small' }, nearest && t('nearest_building', { name: own(nearest, 'name') })),
    h('p', {}, t('sent_where')),
    h('div', { class: 'row' }, h('a', { class: 'button primary', href: '/firm' }, t('to_files')), h('a', { class: 'button', href: '/' }, t('find_space'))));
}
