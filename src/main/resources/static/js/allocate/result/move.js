/**
 * Gives a firm other bays: picked up with mouse or finger, with Enter or with a button; carried over the strip, where every place is judged
 * at once; dropped, and then moved with a reason or let go. Nothing is stored before that.
 */
import { aborted, latest } from '../../api/http.js';
import { bayRange } from '../../building/section.js';
import * as api from '../../api/rounds.js';
import { byId, debounce, h, icon, put } from '../../lib/dom.js';
import { m2, number } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { lang, t } from '../../lib/words.js';
import { areaOf, current as board, nameOf } from './board.js';
import { createDrag } from './drag.js';
import { placeWords, placesWords } from './names.js';

/**
 * @param {HTMLElement} bar where the verdict stands
 * @param {HTMLElement} host of the strip
 * @param {{state: object, strip: () => object, ghost: (ghost: object|null) => void, show: () => void}} desk `show` brings the strip into view
 */
export function createMove(bar, host, { state, strip, ghost, show }) {
  const check = latest(api.checkMove);
  const known = new Map();
  let carried = null; // { applicant, bays, at: {building, level, bay, big}|null, dropped, back }
  let judged = null;

  /** The bays it would get from a place on: as few as give what it asks at least, not past the end of the floor. */
  function wanted(applicant, { building, level, bay }, more) {
    const floor = board().floorOf.get(`${building}/${level}`);
    let count = 0, area = 0;
    for (let no = bay; no < floor.bays.length && area < applicant.needs.areaMinM2; no++) {
      area += floor.bays[no];
      count++;
    }
    const bayCount = Math.max(1, Math.min(count + more, floor.bays.length - bay));
    return { building, level, firstBay: bay, bayCount };
  }

  const block = () => carried.at && wanted(carried.applicant, carried.at, carried.more);

  /** Picks a firm up. With a pointer event it waits for the pointer to move. */
  function pick(applicant, element, event) {
    if (event) {
      if (!carried || carried.applicant === applicant) drag.press(applicant, event, carried !== null || state.current().firm === applicant.application);
      return false;
    }
    take(applicant, element);
    const from = applicant.blocks[0];
    if (from) at({ building: from.building, level: from.level, bay: from.firstBay, big: state.current().building === from.building });
    return true;
  }

  function take(applicant, back) {
    if (carried?.applicant === applicant) {
      carried.dropped = false; // taken up again where it was put down
      draw();
      return;
    }
    known.clear();
    carried = { applicant, at: null, more: 0, dropped: false, back };
    judged = null;
    document.body.classList.add('carrying');
    draw();
    byId('alert').textContent = t('ar_picked_up', { name: nameOf(applicant) });
  }

  function at(place) {
    if (!carried || carried.dropped) return;
    const { at: before } = carried;
    if (before && before.building === place.building && before.level === place.level && before.bay === place.bay) return;
    carried.at = place;
    ask();
  }

  function ask() {
    const to = block();
    const key = JSON.stringify(to);
    judged = known.get(key) ?? null;
    ghost({ ...to, verdict: judged ? (judged.allowed ? 'yes' : 'no') : '' });
    draw();
    if (!judged) look(key, to);
  }

  const look = debounce(async (key, to) => {
    const mine = carried;
    if (!mine || JSON.stringify(block()) !== key) return;
    try {
      const answer = await check(state.current().round, { application: mine.applicant.application, blocks: [to] });
      known.set(key, answer);
      if (carried !== mine || JSON.stringify(block()) !== key) return;
      judged = answer;
      ghost({ ...to, verdict: answer.allowed ? 'yes' : 'no' });
      draw();
      byId('live').textContent = verdictWords(answer, to);
    } catch (problem) {
      if (aborted(problem) || carried !== mine) return;
      draw(problem);
    }
  }, 120);

  function verdictWords(answer, to) {
    return answer.allowed ? t('ar_allowed_at', { place: placeWords(to), points: signed(answer.points) }) : `${t('ar_refused_at', { place: placeWords(to) })} ${brokenWords(answer.broken).join('. ')}`;
  }

  const said = (one) => (lang === 'en' ? one.en : one.vi);

  /** One sentence for each rule and floor: bays that break the same one stand together. */
  function brokenWords(broken) {
    const byRule = new Map();
    for (const one of broken) {
      const key = `${one.code} ${one.place} ${one.needed >= 0 ? said(one) : ''}`;
      byRule.set(key, [...(byRule.get(key) ?? []), one]);
    }
    return [...byRule.values()].map((same) => {
      const bays = same.map((one) => one.has).sort((a, b) => a - b);
      const words = said(same[0]);
      return same.length > 1 ? words.replace(/(khoang|bay) \d+/, `$1 ${bays[bays.length - 1] - bays[0] === bays.length - 1 ? bayRange(bays[0], bays[bays.length - 1]) : bays.join(', ')}`) : words;
    });
  }

  /** Puts it down. A finger gets no keyboard over the answer: the field is a tap away. */
  function drop(finger = false) {
    if (!carried?.at) return;
    carried.dropped = true;
    draw();
    if (!finger) bar.querySelector('textarea, .move-end .button')?.focus();
  }

  const drag = createDrag(host, bar, {
    begin: take,
    over(x, y) {
      const place = strip().placeUnder(x, y);
      if (place) at(place);
    },
    drop(x, y, finger) {
      if (strip().placeUnder(x, y)) drop(finger);
      else letGo();
    },
    letGo,
  });

  function letGo() {
    const { back, at: place } = carried ?? {};
    carried = null;
    judged = null;
    ghost(null);
    document.body.classList.remove('carrying');
    bar.hidden = true;
    bar.replaceChildren();
    if (back?.isConnected) back.focus?.({ preventScroll: true });
    else if (place) strip().focusOn(place);
  }

  /** Keys while a firm is carried: true for those that are used up. */
  function keys(event, place) {
    if (!carried) return false;
    const here = carried.at ?? place;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Escape') letGo();
    else if (carried.dropped) return false;
    else if (event.key === 'Enter' || event.key === ' ') drop();
    else if (event.key === '+' || event.key === '-') {
      carried.more = event.key === '+' ? carried.more + 1 : Math.max(carried.more - 1, -20);
      ask();
    } else if (step) {
      const floor = board().floorOf.get(`${here.building}/${here.level}`);
      const bay = here.bay + step;
      if (bay >= 0 && bay < floor.bays.length) at({ ...here, bay });
      else hop(event.key, { ...here, bay: here.bay });
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') hop(event.key, here);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  function hop(key, here) {
    const next = strip().neighbour(key, here);
    if (!next) return;
    const svg = next.element.closest('svg');
    const floor = next.block.floor;
    const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
    at({ building: svg.dataset.building, level: floor.level, bay: sideways ? next.block.first : Math.min(here.bay, floor.bays.length - 1), big: svg.classList.contains('big') });
  }

  // Escape works wherever the focus is while a firm is carried
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && carried && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      letGo();
    }
  });

  function draw(problem) {
    if (!carried) return;
    const { applicant, dropped } = carried;
    const to = block();
    const may = state.openRound()?.open?.includes('MOVE');
    bar.hidden = false;
    const before = bar.querySelector('textarea')?.value ?? '';
    put(bar,
      h('div', { class: 'move-head' }, h('b', {}, nameOf(applicant)), h('span', { class: 'quiet small' }, applicant.blocks.length > 0 ? t('ar_from_place', { place: placesWords(applicant.blocks), area: m2(areaOf(applicant)) }) : t('ar_from_none'))),
      to ? h('p', { class: 'move-to' }, icon('run', 'small'), h('b', {}, placeWords(to)), h('span', { class: 'quiet' }, m2(areaAt(to))),
        h('span', { class: 'move-size' }, sizeButton('-', 'minus'), sizeButton('+', 'plus'))) : h('p', { class: 'quiet' }, t('ar_carry_hint')),
      problem && h('p', { class: 'move-no' }, icon('blocked', 'small'), problem.detail ?? problem.message),
      to && !problem && (judged ? verdict(judged) : h('p', { class: 'quiet small' }, t('ar_judging'))),
      h('div', { class: 'move-end' }, dropped && judged?.allowed && (may ? reasonForm(to, before) : h('p', { class: 'quiet small' }, t('ar_move_closed'))),
        !dropped && to && h('button', { type: 'button', class: 'button', on: { click: () => drop() } }, t('ar_drop')),
        dropped && h('button', { type: 'button', class: 'button', on: { click: () => { carried.dropped = false; draw(); strip().focusOn(carried.at); } } }, t('ar_carry_on')),
        h('button', { type: 'button', class: 'button', on: { click: letGo } }, t('ar_let_go'))));
  }

  const areaAt = ({ building, level, firstBay, bayCount }) => board().floorOf.get(`${building}/${level}`).bays.slice(firstBay, firstBay + bayCount).reduce((sum, area) => sum + area, 0);

  const sizeButton = (sign, name) => h('button', {
    type: 'button', class: 'button icon-only', 'aria-label': t(sign === '+' ? 'ar_bay_more' : 'ar_bay_less'),
    on: { click: () => { carried.more += sign === '+' ? 1 : -1; carried.dropped = false; ask(); } },
  }, icon(name, 'small'));

  function verdict(answer) {
    if (!answer.allowed) {
      return h('div', { class: 'move-no' }, h('p', {}, icon('blocked', 'small'), h('b', {}, t('ar_refused'))), h('ul', {}, brokenWords(answer.broken).map((one) => h('li', {}, one))));
    }
    const weights = board().weights;
    const parts = [
      ['demand', answer.parts.demand * weights.demand], ['preference', answer.parts.preference * weights.preference],
      ['vacant', -answer.parts.vacantRuns * weights.vacantRun], ['cluster', answer.parts.clusterLinks * weights.cluster],
    ];
    return h('div', { class: 'move-yes' },
      h('p', {}, icon('check', 'small'), h('b', {}, t('ar_allowed')), h('span', { class: answer.points < 0 ? 'loss' : 'gain' }, t('ar_costs', { points: signed(answer.points) }))),
      h('dl', { class: 'move-parts' }, parts.map(([name, points]) => h('div', {}, h('dt', {}, t(`ar_part_${name}`)), h('dd', {}, signed(points))))),
      answer.quotas.filter((one) => !one.met).map((one) => h('p', { class: 'small' }, icon('warn', 'small'), t('ar_quota_missed', { group: t(`ar_group_${one.group}`) }))));
  }

  function reasonForm(to, before) {
    const why = h('textarea', { class: 'input area', id: 'move-why', rows: 2, maxlength: 1000 }, before);
    const fault = h('p', { class: 'form-fault', role: 'alert', hidden: true });
    return h('form', { class: 'move-form', on: { submit: (event) => store(event, to, why, fault) } },
      h('label', { class: 'field', for: 'move-why' }, t('ar_move_why')), why, fault,
      h('button', { type: 'submit', class: 'button primary' }, t('ar_move_now')));
  }

  async function store(event, to, why, fault) {
    event.preventDefault();
    if (why.value.trim() === '') {
      fault.textContent = t('ar_move_why_missing');
      fault.hidden = false;
      why.focus();
      return;
    }
    const { applicant } = carried;
    const button = event.target.querySelector('button');
    button.setAttribute('aria-busy', 'true');
    try {
      await api.move(state.current().round, { application: applicant.application, blocks: [to], reason: why.value.trim() });
      letGo();
      toast(t('ar_moved', { name: nameOf(applicant), place: placeWords(to) }));
      state.go({ firm: applicant.application, building: to.building, floor: String(to.level), bay: String(to.firstBay) });
      await state.reload();
    } catch (problem) {
      button.removeAttribute('aria-busy');
      fault.textContent = [problem.detail ?? problem.message, problem.remedy].filter(Boolean).join(' ');
      fault.hidden = false;
    }
  }

  return {
    pick,
    keys,
    carrying: () => carried !== null,
    /** A tap or click on a place while a firm is carried drops it there. */
    tapped(place) {
      if (!carried) return false;
      carried.dropped = false;
      at(place);
      drop();
      return true;
    },
    /** Picks a firm up from elsewhere on the page, such as its reason. */
    carry(applicant) {
      show();
      const from = applicant.blocks[0];
      const target = from ?? firstFree(applicant);
      take(applicant, document.activeElement);
      if (target) {
        at({ building: target.building, level: target.level, bay: target.firstBay, big: state.current().building === target.building });
        strip().focusOn(carried.at);
      }
    },
    letGo: () => carried && letGo(),
  };
}

/** Where somebody without a place begins: the first free bay of the zones it wished for. */
function firstFree(applicant) {
  const { buildings } = board();
  const order = (building) => { const rank = applicant.zones.indexOf(building.zone); return rank < 0 ? 99 : rank; };
  for (const building of [...buildings].sort((a, b) => order(a) - order(b))) {
    for (const floor of building.floors) {
      const free = floor.blocks.find((one) => one.kind === 'free');
      if (free) return { building: building.code, level: floor.level, firstBay: free.first };
    }
  }
  return null;
}

/** Points with their sign. */
export const signed = (points) => (points > 0 ? `+${number(points)}` : points < 0 ? `−${number(-points)}` : '0');
