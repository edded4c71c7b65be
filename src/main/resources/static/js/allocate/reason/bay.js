/** Who wanted a bay: everybody who listed its zone or could use it, with points, and why each did not get it. */
import { aborted, latest } from '../../api/http.js';
import * as api from '../../api/rounds.js';
import { h, put } from '../../lib/dom.js';
import { m2, number } from '../../lib/numbers.js';
import { lang, t } from '../../lib/words.js';
import { nameOf } from '../result/board.js';
import { closer } from './reasons.js';

const STEP = 12;

const capital = (text) => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);

export function createBayCard(host, state) {
  const ask = latest(api.bay);
  let key = '';
  let told = null;
  let most = STEP;

  async function show(board) {
    const { building, floor, bay } = state.current();
    if (!building || floor === undefined || bay === undefined) {
      key = '';
      told = null;
      host.replaceChildren();
      return;
    }
    const next = `${board.round} ${board.run} ${building}/${floor}/${bay}`;
    if (key === next) return;
    key = next;
    told = null;
    most = STEP;
    draw(board, { building, level: floor, bay });
    if (!board.run) return;
    try {
      const answer = await ask(board.round, { building, level: floor, bay });
      if (key !== next) return;
      told = answer;
      draw(board, answer);
    } catch (problem) {
      if (aborted(problem) || key !== next) return;
      key = '';
      host.querySelector('.wanting-body')?.replaceChildren(h('p', { class: 'quiet' }, problem.detail ?? problem.message));
    }
  }

  function draw(board, place) {
    put(host, h('article', { class: 'bay-card', 'aria-labelledby': 'bay-title' },
      h('header', {}, h('h2', { id: 'bay-title' }, t('ar_place', { building: place.building, level: place.level, bays: place.bay })), closer(() => state.go({ floor: null, bay: null }))),
      h('div', { class: 'wanting-body' }, told ? body(board) : h('p', { class: 'quiet' }, t(board.run ? 'ar_reading' : 'ar_no_reasons')))));
  }

  function body(board) {
    const { wanting, others, state: held, areaM2 } = told;
    const could = wanting.filter((one) => one.why !== 'RULED_OUT').length;
    return [
      h('p', { class: 'small' }, `${m2(areaM2)}, ${t(`ar_bay_${held}`)}. `, t('ar_wanted_by', { count: number(wanting.length), could: number(could) }), ' ', h('span', { class: 'quiet' }, t('ar_wanted_others', { count: number(others) }))),
      wanting.length > 0 && h('ul', { class: 'wanting' }, wanting.slice(0, most).map((one) => row(one, board))),
      wanting.length > most && h('p', {}, h('button', { type: 'button', class: 'button', on: { click: () => { most += 50; draw(board, told); } } }, t('ar_more_rows', { count: number(wanting.length - most) }))),
    ];
  }

  function row(one, board) {
    const applicant = board.byCode.get(one.application);
    return h('li', { class: one.why.toLowerCase() },
      h('span', { class: 'waiting-name' }, h('button', { type: 'button', class: 'link', on: { click: () => state.go({ firm: one.application }) } }, applicant ? nameOf(applicant) : one.application), h('span', { class: 'tag' }, t('ar_points', { n: number(one.points) }))),
      h('span', { class: 'small' }, capital(lang === 'en' ? one.en : one.vi), one.rule && ` (${one.rule})`),
      h('span', { class: 'quiet small' }, one.rank > 0 ? t('ar_zone_wish', { n: one.rank }) : t('ar_zone_not_listed'), one.why === 'OUTSCORED' && one.margin !== undefined && `, ${t(one.margin >= 0 ? 'ar_behind' : 'ar_ahead', { margin: number(Math.abs(one.margin)) })}`));
  }

  return { show };
}
