/** Why firms were placed where they are, or not at all: the right column. One reason is open, the others wait in a list. */
import { h, icon, put } from '../../lib/dom.js';
import { m2, number } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import * as boards from '../result/board.js';
import { asked, keepingFocus, search } from '../result/filters.js';
import { createBayCard } from './bay.js';
import { createReasonCard } from './card.js';

const CAUSES = ['blocked', 'outscored', 'aside'];
const STEP = 60;
const FEW = 20; // that one sees without searching

/**
 * @param {HTMLElement} element to fill
 * @param {typeof import('../state.js')} state
 */
export function mountReasons(element, state) {
  const cardHost = h('div', { class: 'reason-open' });
  const bayHost = h('div', { class: 'bay-open' });
  const listHost = h('div', { class: 'reason-waiting' });
  const card = createReasonCard(cardHost, state);
  const bay = createBayCard(bayHost, state);
  let most = STEP;

  function draw() {
    const board = boards.current();
    if (!board) {
      put(element, h('p', { class: 'state quiet' }, t(boards.fault() ? 'ar_reasons_failed' : 'ar_no_reasons')));
      return;
    }
    if (!listHost.isConnected) put(element, cardHost, bayHost, listHost);
    card.show(board);
    bay.show(board);
    list(board);
  }

  function list(board) {
    const address = state.current();
    const waiting = board.applicants.filter((one) => one.blocks.length === 0 && asked(one, address));
    if (!board.run) {
      put(listHost, h('div', { class: 'reasons-head' }, h('h2', {}, t('ar_applicants', { count: number(waiting.length) }))), h('p', { class: 'state quiet small' }, t('ar_no_reasons')));
      return;
    }
    const many = board.applicants.filter((one) => one.blocks.length === 0).length > FEW;
    const count = (cause) => waiting.filter((one) => boards.standing(one) === cause).length;
    const chosen = waiting.filter((one) => !address.cause || boards.standing(one) === address.cause)
      .sort((a, b) => b.points - a.points || a.place - b.place);
    const few = chosen.slice(0, most);
    const focused = listHost.contains(document.activeElement) ? document.activeElement.dataset.application ?? document.activeElement.dataset.cause : null;
    keepingFocus(listHost, () => put(listHost,
      h('div', { class: 'reasons-head' }, h('h2', {}, t('ar_unplaced', { count: number(waiting.length) }), state.provisional() && h('span', { class: 'tag warn' }, t('ar_provisional'))),
        h('div', { class: 'chips', role: 'group', 'aria-label': t('ar_causes') }, CAUSES.filter((cause) => count(cause) > 0).map((cause) => h('button', {
          type: 'button', class: 'chip', 'aria-pressed': String(address.cause === cause), data: { cause }, on: { click: () => state.note({ cause: address.cause === cause ? null : cause }) },
        }, t(`ar_cause_${cause}`, { count: number(count(cause)) })))),
        (many || address.q) && search(state, 'reason-q')),
      waiting.length === 0 ? h('p', { class: 'state quiet' }, t(many ? 'ar_none_found' : 'ar_all_placed')) : h('ul', { class: 'waiting-list' }, few.map((one) => h('li', {}, item(one)))),
      few.length < chosen.length && h('p', { class: 'more' }, h('button', { type: 'button', class: 'button', on: { click: () => { most += STEP; list(board); } } }, t('ar_more_rows', { count: number(chosen.length - few.length) })))));
    if (focused) listHost.querySelector(`[data-application="${CSS.escape(focused)}"], [data-cause="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  function item(one) {
    const open = state.current().firm === one.application;
    return h('button', { type: 'button', class: `waiting ${open ? 'on' : ''}`, 'aria-pressed': String(open), data: { application: one.application }, on: { click: () => state.go({ firm: open ? null : one.application, floor: null, bay: null }) } },
      h('span', { class: 'waiting-name' }, h('b', {}, boards.nameOf(one)), h('span', { class: 'tag' }, t('ar_points', { n: number(one.points) }))),
      h('span', { class: 'small' }, brief(one)),
      h('span', { class: 'quiet small' }, own(one, 'change') || t('ar_needs_short', { min: number(one.needs.areaMinM2), max: m2(one.needs.areaMaxM2), load: number(one.needs.loadKnM2), power: number(one.needs.powerKva), hazard: one.needs.hazard })));
  }

  boards.onBoard(draw);
  state.onRound(draw);
  state.onChange((now, before) => {
    if (['firm', 'building', 'floor', 'bay', 'cause', 'size', 'sector', 'q'].some((name) => now[name] !== before[name])) draw();
    if (now.firm && now.firm !== before.firm) cardHost.scrollIntoView({ block: 'nearest' });
  });
  draw();
}

/** What alone rules out every floor, with what the firm needs and the best there is. */
const ALONE = {
  LOAD: (needs, floors) => ({ need: number(needs.loadKnM2), best: number(Math.max(...floors.map((floor) => floor.loadKnM2))) }),
  CLEAR_HEIGHT: (needs, floors) => ({ need: number(needs.clearHeightM, 1), best: number(Math.max(...floors.map((floor) => floor.clearHeightM)), 1) }),
  BUDGET: (needs, floors) => ({ need: number(needs.budgetKvnd), best: number(Math.min(...floors.map((floor) => floor.rentKvnd))) }),
};

/** Why a firm waits, in a line: with numbers where one rule says it all. */
function brief(one) {
  const numbers = ALONE[one.code]?.(one.needs, boards.current().floors);
  return numbers ? t(`ar_brief_${one.code}`, numbers) : own(one, 'cause');
}

/** A button without words is never the only way to close a card. */
export const closer = (close) => h('button', { type: 'button', class: 'button icon-only plain-button', 'aria-label': t('close'), on: { click: close } }, icon('close', 'small'));
