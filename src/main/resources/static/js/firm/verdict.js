/** The verdict on a place while a firm still writes: need against offer, what fails first, with its source; then the money. */
import { h, icon, put } from '../lib/dom.js';
import { load, m2, money, number } from '../lib/numbers.js';
import { lang, own, t } from '../lib/words.js';
import { checks } from '../building/section.js';
import { aborted, latest } from '../api/http.js';
import { eligibility } from '../api/firms.js';
import { cutWords, fact, rentFacts } from './place.js';

const KEY_OF = { LOAD: 'load', CLEAR_HEIGHT: 'height', LIFT: 'lift', FLOOR_POWER: 'power', HAZARD: 'hazard', AREA: 'area' };
const ask = latest(eligibility);

/**
 * @param {object} place building, floor and area
 * @param {(text: string) => void} said called with a sentence for people who listen
 * @param {(text: string, fits: boolean) => void} told called with the short verdict
 */
export function verdict(place, said, told) {
  const box = h('section', { class: 'verdict', 'aria-labelledby': 'verdict-title' });
  let cuts = [];
  let last = '';

  function show(answer, needs) {
    const floor = answer.floors.find((one) => one.level === place.level);
    const reasons = [...answer.reasons, ...(floor?.reasons ?? [])];
    const blocks = reasons.filter((one) => one.severity === 'BLOCKS');
    const advises = reasons.filter((one) => one.severity !== 'BLOCKS' && one.rule !== 'AREA');
    cuts = answer.incentives;
    const failed = new Set(blocks.map((one) => KEY_OF[one.rule]));
    const passed = checks(place.floor, place.areaM2, { areaMin: needs.area, load: needs.load, height: needs.height, lift: needs.lift, power: needs.power, hazard: needs.hazard }).filter((one) => !failed.has(one.key));
    const asksIndustry = Boolean(needs.industry) && !blocks.some((one) => one.rule === 'INDUSTRY');
    const all = blocks.length + passed.length + (asksIndustry ? 1 : 0);
    const sentence = blocks.length === 0 ? t('verdict_fits', { ok: all, all }) : t('verdict_not', { n: blocks.length });
    if (sentence !== last) said(`${t('verdict_title')}: ${sentence}`);
    told(sentence, blocks.length === 0);
    last = sentence;
    put(box, 
      h('div', { class: 'verdict-head' }, h('h2', { id: 'verdict-title' }, t('verdict_title')),
        h('span', { class: `tag ${blocks.length === 0 ? 'free' : 'bad'}` }, icon(blocks.length === 0 ? 'check' : 'blocked', 'small'), sentence)),
      h('ul', { class: 'verdict-list' },
        blocks.map((one) => reason(one, 'blocked')),
        passed.map((one) => h('li', { class: 'ok' }, icon('check', 'small'), h('div', {}, h('p', {}, h('span', { class: 'sr' }, t('passes')), ' ', t(`fit_${one.key}`)), h('p', { class: 'quiet small' }, t('need_offer', { need: amount(one.key, one.need), offer: amount(one.key, one.offer) }))))),
        asksIndustry && h('li', { class: 'ok' }, icon('check', 'small'), h('div', {}, h('p', {}, h('span', { class: 'sr' }, t('passes')), ' ', t('industry_admitted')))),
        advises.map((one) => reason(one, 'info'))),
      blocks.length > 0 && elsewhere(answer),
      h('dl', { class: 'facts-list' }, fact(t('area'), m2(place.areaM2)), rentFacts({ usd: place.floor.rentUsdM2Month, vnd: place.floor.rentVndM2Month }, place.areaM2, cuts),
        place.building.serviceChargeUsdM2Month > 0 && fact(t('service_charge'), money(place.building.serviceChargeUsdM2Month * place.areaM2))),
      cutWords(cuts),
      answer.preferences.filter((one) => one.isForFirm && one.binds !== false).map((one) => h('p', { class: 'quiet small' }, lang === 'en' ? one.en : one.vi, '. ', own(one, 'source'), '.')));
  }

  /** Where the same firm would fit, so that a no is not the end. */
  function elsewhere(answer) {
    const floors = answer.floors.filter((one) => one.fits);
    const href = `/?b=${encodeURIComponent(place.building.code)}`;
    return h('p', { class: 'verdict-else' }, floors.length > 0
      ? [t('fits_floors', { floors: floors.map((one) => one.level).join(', ') }), ' ', h('a', { class: 'link', href: `${href}&floor=${floors[0].level}` }, t('see_floor', { n: floors[0].level }))]
      : [t('fits_no_floor'), ' ', h('a', { class: 'link', href: '/' }, t('find_space'))]);
  }

  /** Before the line of business is known no rule can be asked; the price is known. */
  function wait() {
    put(box, h('div', { class: 'verdict-head' }, h('h2', { id: 'verdict-title' }, t('verdict_title'))), h('p', { class: 'quiet' }, t('verdict_wait')),
      h('dl', { class: 'facts-list' }, fact(t('area'), m2(place.areaM2)), rentFacts({ usd: place.floor.rentUsdM2Month, vnd: place.floor.rentVndM2Month }, place.areaM2)));
  }

  return {
    node: box,
    /** Asks anew; an older question is dropped. */
    async update(needs, ofFirm) {
      if (!needs.industry) return wait();
      try {
        show(await ask({ building: place.building.code, ...needs }, ofFirm), needs);
      } catch (problem) {
        if (aborted(problem)) return undefined;
        put(box, h('div', { class: 'verdict-head' }, h('h2', { id: 'verdict-title' }, t('verdict_title'))),
          h('p', {}, problem.status === 0 ? t('verdict_offline') : problem.detail),
          h('button', { type: 'button', class: 'button', on: { click: () => this.update(needs, ofFirm) } }, t('try_again')));
      }
      return undefined;
    },
    cuts: () => cuts,
  };
}

/** A reason of the rules: what is wrong, what would have to change, and where the limit comes from. */
export function reason(one, mark) {
  return h('li', { class: mark === 'blocked' ? 'no' : 'advice' }, icon(mark, 'small'), h('div', {},
    h('p', {}, h('span', { class: 'sr' }, t(mark === 'blocked' ? 'fails' : 'advice')), ' ', lang === 'en' ? one.en : one.vi),
    h('p', { class: 'small' }, own(one, 'change')),
    h('p', { class: 'quiet small' }, own(one, 'source'), one.code && ` (${one.code})`)));
}

function amount(key, value) {
  if (value === null || value === undefined) return '–';
  return {
    area: () => m2(value),
    load: () => load(value),
    height: () => `${number(value, 2)} m`,
    lift: () => `${number(value, 2)} t`,
    power: () => `${number(value, 1)} kVA`,
    hazard: () => (Array.isArray(value) ? value.join(', ') : value),
  }[key]();
}
