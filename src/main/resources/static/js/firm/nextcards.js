/** What a firm can do next with its applications, as cards: hold, add papers, finish a draft, or simply wait. */
import { h, icon } from '../lib/dom.js';
import { date, m2, moment, number } from '../lib/numbers.js';
import { lang, t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { dialog } from '../lib/dialog.js';
import { newKey } from './draft.js';
import { deadline } from './offercard.js';
import { bayWords, bayWordsWithin, buildingWords, strip } from './place.js';
import { reason } from './verdict.js';

const WEEK = 7 * 86_400_000;

/** A card of an application; null where there is nothing to say. */
export function nextCard(application, data, again) {
  const building = data.buildings[application.building];
  const floor = building?.floors.find((one) => one.id === application.floor);
  const place = floor && { level: floor.level, firstBay: application.firstBay, bayCount: application.bayCount };
  const title = place ? [bayWords(place), h('br'), buildingWords(building)] : building ? buildingWords(building) : t('any_place', { area: `${m2(application.areaMinM2)} – ${m2(application.areaMaxM2)}` });
  const card = (...parts) => h('article', { class: 'card-action quiet-card', 'aria-labelledby': `next-${application.code}` },
    h('div', { class: 'card-head' }, h('span', { class: `tag ${TAGS[application.status] ?? ''}` }, t(`app_${application.status}`)), h('span', { class: 'quiet small' }, application.code)),
    h('h2', { id: `next-${application.code}` }, title), parts);
  switch (application.status) {
    case 'DRAFT': return card(missing(application), goOn(application, 'finish_draft'));
    case 'INCOMPLETE': return card(application.reason && h('p', { class: 'notice' }, icon('info', 'small'), h('span', {}, t('officer_says', { reason: application.reason }))), missing(application), goOn(application, 'add_papers'));
    case 'SUBMITTED': return card(h('p', {}, t('next_SUBMITTED')));
    case 'INELIGIBLE': return card(no(application));
    case 'ELIGIBLE': return card(waits(application, data), place && canHold(application, data, floor) && h('div', { class: 'answers' }, h('button', { type: 'button', class: 'button primary', disabled: data.old, on: { click: () => askHold(application, floor, place, again) } }, t('hold_now'))));
    case 'HELD': return held(application, data, building, place, card);
    default: return null;
  }
}

export const TAGS = { DRAFT: '', INCOMPLETE: 'warn', SUBMITTED: 'you', ELIGIBLE: 'free', INELIGIBLE: 'bad', HELD: 'held', OFFERED: 'offer', LEASED: 'free', DECLINED: '', LAPSED: 'warn', WITHDRAWN: '' };

const goOn = (application, key) => h('div', { class: 'answers' }, h('a', { class: 'button primary', href: `/firm/apply?application=${application.code}&step=3` }, t(key)));

function missing(application) {
  return application.missing.length > 0 && h('ul', { class: 'missing' }, application.missing.map((one) => h('li', {}, icon('warn', 'small'), h('span', {}, lang === 'en' ? one.en : one.vi, (lang === 'en' ? one.sourceEn : one.sourceVi) && h('small', { class: 'quiet' }, ` ${lang === 'en' ? one.sourceEn : one.sourceVi}`)))));
}

/** An ineligible application: the rules' reasons, or the officer's. */
function no(application) {
  const near = application.verdict?.nearest?.[0];
  const floor = near?.floors?.find((one) => one.floor === application.floor) ?? near?.floors?.find((one) => one.level === near.nearestLevel) ?? near?.floors?.[0];
  const reasons = [...(near?.reasons ?? []), ...(floor?.reasons ?? [])].filter((one) => one.severity === 'BLOCKS');
  return [
    h('p', {}, t('next_INELIGIBLE')),
    application.reason ? h('p', { class: 'notice' }, icon('info', 'small'), h('span', {}, t('officer_says', { reason: application.reason }))) : h('ul', { class: 'verdict-list' }, reasons.map((one) => reason(one, 'blocked'))),
    h('div', { class: 'answers' }, h('a', { class: 'button primary', href: '/' }, t('find_other'))),
  ];
}

/** The rank on the waiting list, with last week's and all there were. */
export function waits(application, data) {
  const places = data.places[application.code] ?? [];
  const now = new Map();
  for (const one of places) if (!now.has(one.building)) now.set(one.building, one);
  const rows = [...now.values()].filter((one) => one.place !== null).sort((a, b) => a.place - b.place);
  if (rows.length === 0) return h('p', {}, t('waiting_none'));
  const named = application.building ? rows.filter((one) => one.building === application.building) : rows.slice(0, 3);
  return named.map((one) => {
    const before = places.find((past) => past.building === one.building && Date.now() - new Date(past.since) >= WEEK);
    const list = data.lists[one.building];
    const history = places.filter((past) => past.building === one.building);
    return h('div', { class: 'rank' },
      h('p', { class: 'rank-now' }, h('b', {}, t('waiting_rank', { n: one.place })), ' ', h('span', { class: 'quiet' }, list ? t('waiting_of', { n: list.waiting.length, building: one.building }) : one.building)),
      h('p', { class: 'quiet small' }, before?.place ? t('waiting_before', { n: before.place }) : t('waiting_new', { date: date(history[history.length - 1].since) })),
      list && h('p', { class: 'quiet small' }, list.mode.mode === 'ROUND' ? t('mode_round', { date: date(list.mode.nextRound) }) : t('mode_first'), ' ', lang === 'en' ? list.mode.sourceEn : list.mode.sourceVi, '.'),
      h('details', {}, h('summary', {}, t('waiting_history')), h('ul', { class: 'rank-past' }, history.map((past) => h('li', {}, h('span', {}, past.place === null ? t('waiting_left') : t('waiting_rank', { n: past.place })), h('time', { class: 'quiet' }, moment(past.since)))))));
  });
}

/** Firms choose themselves where no round decides, as long as the bays are free. */
function canHold(application, data, floor) {
  const bays = floor.bays.filter((bay) => application.firstBay <= bay.no && bay.no < application.firstBay + application.bayCount);
  return data.lists[application.building]?.mode.mode === 'FIRST_COME' && bays.every((bay) => bay.status === 'FREE' || bay.status === 'SOON');
}

function askHold(application, floor, place, again) {
  const key = newKey();
  const { element } = dialog({
    title: t('hold_title', { place: bayWordsWithin(place) }),
    body: [h('p', {}, t('hold_means', { date: date(application.startEarliest), months: number(application.termMonths) }))],
    actions: [{ text: t('later') }, { text: t('hold_now'), primary: true, run: async () => {
      await api.hold({ floor: floor.id, firstBay: place.firstBay, bayCount: place.bayCount, from: application.startEarliest, months: application.termMonths, application: application.code,
        hazard: application.hazard, traits: application.traits, loadKnM2: application.loadKnM2, powerKva: application.powerKva, wastewaterM3Day: application.wastewaterM3Day }, key);
      await again(t('held_done'));
    } }],
  });
  element.querySelector('.dialog-foot .button').focus();
}

function held(application, data, building, place, card) {
  const hold = data.holds.find((one) => one.building === application.building) ?? data.holds[0];
  const there = hold ? { level: hold.level, firstBay: hold.firstBay, bayCount: hold.bayCount } : place;
  return card(building && there && strip(building, there, 'held'), h('p', {}, t('next_HELD')), hold?.expiresAt && deadline(hold.expiresAt));
}
