/** An offer to answer: where, what it costs before and after the cut, until when; accept, read, decline. */
import { h, icon } from '../lib/dom.js';
import { date, m2, moment, rent } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { dialog } from '../lib/dialog.js';
import { bayWords, bayWordsWithin, buildingWords, cutWords, depositFact, fact, monthly, rentFacts, strip } from './place.js';

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** Còn 9 ngày 4 giờ */
export function left(deadline, now = Date.now()) {
  const rest = new Date(deadline) - now;
  if (rest <= 0) return t('time_over');
  const days = Math.floor(rest / DAY), hours = Math.floor((rest % DAY) / HOUR), minutes = Math.floor((rest % HOUR) / MINUTE);
  return days > 0 ? t('left_days', { days, hours }) : hours > 0 ? t('left_hours', { hours, minutes }) : t('left_minutes', { minutes: Math.max(minutes, 1) });
}

/** A band with the deadline as a date and as the time that is left; it keeps itself up to date. */
export function deadline(iso) {
  const rest = h('b', {}, left(iso));
  const timer = setInterval(() => { if (!rest.isConnected) clearInterval(timer); else rest.textContent = left(iso); }, MINUTE / 2);
  return h('p', { class: 'deadline' }, icon('clock'), h('span', {}, rest, ', ', t('deadline_at', { moment: moment(iso) })));
}

/** The facts of an offer: the card and the letter show the same. */
function facts(offer, building, cuts) {
  const rate = { usd: offer.rentUsdM2Month, vnd: offer.rentVndM2Month };
  return h('dl', { class: 'facts-list' }, fact(t('area'), m2(offer.areaM2)), rentFacts(rate, offer.areaM2, cuts.filter((one) => one.isForFirm)),
    offer.serviceChargeUsdM2Month > 0 && fact(t('service_charge'), monthly(offer.serviceChargeUsdM2Month * offer.areaM2, (offer.serviceChargeUsdM2Month * offer.areaM2 * offer.rentVndM2Month) / offer.rentUsdM2Month)),
    depositFact(offer), fact(t('term'), `${date(offer.from)} – ${date(offer.until)}`));
}

/**
 * @param {object} offer
 * @param {{building: object|null, cuts: object[], application?: object, offline: boolean, again: (said: string) => Promise<void>}} about
 */
export function offerCard(offer, { building, cuts, offline, again }) {
  const over = new Date(offer.deadline) <= Date.now();
  const name = bayWords(offer);
  return h('article', { class: 'card-action', 'aria-labelledby': `offer-${offer.id}` },
    h('div', { class: 'card-head' }, h('span', { class: 'tag offer' }, t('offer')), h('span', { class: 'quiet small' }, t('offer_no', { n: offer.id }))),
    h('h2', { id: `offer-${offer.id}` }, name, h('br'), building ? buildingWords(building) : offer.building),
    building && strip(building, offer, 'offered'),
    offer.togetherWith && h('p', { class: 'notice' }, icon('info', 'small'), h('span', {}, t('offer_together', { n: offer.togetherWith }))),
    facts(offer, building, cuts), cutWords(cuts.filter((one) => one.isForFirm)),
    deadline(offer.deadline),
    over ? h('p', { class: 'notice' }, icon('info', 'small'), h('span', {}, t('offer_over'))) : h('div', { class: 'answers' },
      h('button', { type: 'button', class: 'button primary', disabled: offline, on: { click: () => askAccept(offer, building, cuts, again) } }, t('accept')),
      h('button', { type: 'button', class: 'button', on: { click: () => letter(offer, building, cuts) } }, t('offer_read')),
      h('button', { type: 'button', class: 'button', disabled: offline, on: { click: () => askDecline(offer, again) } }, t('decline'))),
    offline && !over && h('p', { class: 'hint' }, t('offer_offline')));
}

function askAccept(offer, building, cuts, again) {
  const { element } = dialog({
    title: t('accept_title', { place: bayWordsWithin(offer) }),
    body: [facts(offer, building, cuts), h('h3', {}, t('what_next')), h('ol', { class: 'next-list' }, ['accept_next_1', 'accept_next_2', 'accept_next_3'].map((key) => h('li', {}, t(key, { date: date(offer.from) })))), offer.togetherWith && h('p', { class: 'notice' }, t('offer_together', { n: offer.togetherWith })), h('p', { class: 'quiet small' }, t('accept_binding'))],
    actions: [{ text: t('later') }, { text: t('accept'), primary: true, run: async () => {
      const accepted = await api.accept(offer);
      await again(t('accepted', { lease: accepted.lease?.split('/').pop() ?? '' }));
    } }],
  });
  element.querySelector('.dialog-foot .button').focus();
}

function askDecline(offer, again) {
  const why = h('textarea', { class: 'input area', id: 'decline-why', rows: 3, maxlength: 1000, 'aria-describedby': 'decline-hint decline-fault' });
  const fault = h('p', { class: 'field-error', id: 'decline-fault', hidden: true }, t('reason_missing'));
  const { element } = dialog({
    title: t('decline_title', { place: bayWordsWithin(offer) }),
    body: [h('p', {}, t('decline_means')), offer.togetherWith && h('p', { class: 'notice' }, t('offer_together', { n: offer.togetherWith })), h('div', { class: 'form-field' }, h('label', { for: 'decline-why' }, t('decline_why')), why, h('p', { class: 'hint', id: 'decline-hint' }, t('decline_hint')), fault)],
    actions: [{ text: t('later') }, { text: t('decline'), danger: true, run: async () => {
      fault.hidden = why.value.trim() !== '';
      if (!fault.hidden) { why.focus(); return false; }
      await api.decline(offer, why.value.trim());
      await again(t('declined'));
      return true;
    } }],
  });
  element.querySelector('.dialog-foot .button').focus();
}

/** The letter in full, to be read or printed. */
function letter(offer, building, cuts) {
  dialog({
    title: t('letter_title', { n: offer.id }),
    body: [
      h('p', {}, t('letter_intro', { place: bayWordsWithin(offer), building: building ? buildingWords(building) : offer.building, firm: offer.firm, moment: moment(offer.madeAt) })),
      facts(offer, building, cuts),
      h('p', {}, t('letter_rates', { rent: rent(offer.rentUsdM2Month, offer.rentVndM2Month), service: rent(offer.serviceChargeUsdM2Month) })),
      cuts.filter((one) => one.isForFirm).map((one) => h('p', { class: 'small' }, own(one, 'condition'), '. ', own(one, 'source'), '.')),
      h('p', {}, t('letter_deadline', { moment: moment(offer.deadline) })),
      offer.depositMonths === undefined && h('p', { class: 'quiet small' }, t('deposit_unknown')),
    ],
    actions: [building && { text: t('print'), run: () => { print(); return false; } }, { text: t('close') }].filter(Boolean),
  });
}

/** Why this firm was asked: the steps that led here, in the order they count. */
export function why(offer, application) {
  const reasons = [
    application?.submittedAt && t('why_complete', { moment: moment(application.submittedAt) }),
    application && t('why_eligible'),
    offer.passedOnFrom ? t('why_passed_on') : offer.hold ? t('why_held') : t('why_chosen'),
    application?.building === offer.building && application?.firstBay === offer.firstBay && t('why_first_choice'),
  ].filter(Boolean);
  return h('ul', { class: 'why-list' }, reasons.map((text) => h('li', {}, icon('check', 'small'), h('span', {}, text))));
}

