/** What became of the offers of a round, and which placements could not be offered. */
import * as api from '../../api/rounds.js';
import { h, icon } from '../../lib/dom.js';
import { date, moment, number } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import * as state from '../state.js';

const TONE = { OPEN: 'warn', ACCEPTED: 'free', DECLINED: 'bad', LAPSED: 'bad', WITHDRAWN: '' };

export async function showOffers(element, round) {
  const { outcomes, letters } = await api.offers(round.id);
  if (outcomes.length === 0) {
    element.replaceChildren(h('section', { class: 'card' }, h('h2', {}, t('al_offers')), h('p', { class: 'quiet' }, t(round.status === 'APPROVED' ? 'al_offers_now' : 'al_offers_later'))));
    return;
  }
  const counts = Object.keys(TONE).map((status) => [status, letters.filter((one) => one.status === status).length]).filter(([, n]) => n > 0);
  const last = new Map(outcomes.map((one) => [one.application, one]));
  const refused = [...last.values()].filter((one) => one.refused);
  element.replaceChildren(h('section', { class: 'card', 'aria-labelledby': 'offers-title' },
    h('header', { class: 'card-head' }, h('h2', { id: 'offers-title' }, t('al_offers')), h('span', { class: 'counts' }, counts.map(([status, n]) => h('span', { class: `tag ${TONE[status]}` }, `${t(`al_offer_${status}`)} ${number(n)}`))),
      h('button', { type: 'button', class: 'button', on: { click: () => showOffers(element, round) } }, t('al_read_again'))),
    h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('al_offers') }, h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, ['al_firm', 'al_place', 'al_state', 'al_deadline'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, letters.map((one) => h('tr', {},
        h('th', { scope: 'row' }, h('a', { href: state.href({ firm: one.application }), data: { go: '' } }, one.firm), h('small', { class: 'quiet' }, one.application)),
        h('td', {}, t('al_place_of', { building: one.building, floor: one.level, bays: one.bayCount === 1 ? one.firstBay : `${one.firstBay}–${one.firstBay + one.bayCount - 1}` }), h('small', { class: 'quiet' }, t('al_from_day', { date: date(one.from) }), one.together && ` ${t('al_together', { n: one.together })}`)),
        h('td', {}, h('span', { class: `tag ${TONE[one.status]}` }, t(`al_offer_${one.status}`)), one.endReason && one.status !== 'ACCEPTED' && one.endReason !== 'deadline' && h('small', { class: 'quiet' }, one.endReason)),
        h('td', {}, moment(one.endedAt ?? one.deadline))))))),
    refused.length > 0 && [h('h3', {}, t('al_not_offered')), h('ul', { class: 'refused' }, refused.map((one) => h('li', {}, icon('warn', 'small'), h('span', {}, h('b', {}, one.application), ` ${own({ textVi: one.vi, textEn: one.en }, 'text')}`))))],
    round.open?.includes('RERUN') && h('p', { class: 'quiet small' }, t('al_rerun_hint'))));
}
