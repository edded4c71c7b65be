/**
 * The reason of one firm: what ruled out how many floors as one bar, the nearest floors with numbers and rule, who holds what it lacks
 * and by what margin, and the smallest change that was solved again and found to work.
 */
import { aborted, latest } from '../../api/http.js';
import * as api from '../../api/rounds.js';
import { h, icon, put } from '../../lib/dom.js';
import { m2, month, number } from '../../lib/numbers.js';
import { lang, own, t } from '../../lib/words.js';
import { areaOf, nameOf, standing, zoneName } from '../result/board.js';
import { floorWords, placesWords } from '../result/names.js';
import { carry } from '../result/result.js';
import { closer } from './reasons.js';

const NEAREST = 2;
const HOLDERS = 3;

export function createReasonCard(host, state) {
  const ask = latest(api.reason);
  let key = '';
  let told = null;

  async function show(board) {
    const applicant = board.byCode.get(state.current().firm);
    if (!applicant) {
      key = '';
      told = null;
      host.replaceChildren();
      return;
    }
    const next = `${board.round} ${board.run} ${applicant.application}`;
    if (key === next) {
      if (told) draw(applicant, board);
      return;
    }
    key = next;
    told = null;
    draw(applicant, board);
    if (!board.run) return;
    try {
      const answer = await ask(board.round, applicant.application);
      if (key !== next) return;
      told = answer;
      draw(applicant, board);
    } catch (problem) {
      if (aborted(problem) || key !== next) return;
      key = '';
      host.querySelector('.reason-body')?.replaceChildren(h('p', { class: 'quiet' }, problem.detail ?? problem.message));
    }
  }

  function draw(applicant, board) {
    const { needs } = applicant;
    const focused = host.contains(document.activeElement) ? document.activeElement.className : null;
    put(host, h('article', { class: 'reason-card', data: { application: applicant.application }, 'aria-labelledby': 'reason-title' },
      h('header', {}, h('h2', { id: 'reason-title' }, nameOf(applicant)), h('span', { class: 'tag' }, t('ar_points', { n: number(applicant.points) })), closer(() => state.go({ firm: null }))),
      h('p', { class: 'quiet small' }, [own(applicant, 'sector'), t(`ar_size_${applicant.sizeClass}`), applicant.domestic ? null : t('ar_foreign'), applicant.displaced ? t('ar_displaced') : null, applicant.supporting ? t('ar_supporting') : null, applicant.application].filter(Boolean).join(' · ')),
      h('p', { class: 'small' }, t('ar_needs', { min: number(needs.areaMinM2), max: m2(needs.areaMaxM2), load: number(needs.loadKnM2, 1), height: number(needs.clearHeightM, 1), power: number(needs.powerKva), hazard: needs.hazard, lift: number(needs.liftT) })),
      h('p', { class: 'small quiet' }, t('ar_wishes', { zones: applicant.zones.map(zoneName).join(', ') || '–' }), ' ', applicant.acceptOther && t('ar_accepts_other')),
      state.provisional() && h('p', {}, h('span', { class: 'tag warn' }, t('ar_provisional'))),
      h('div', { class: 'reason-body' }, told ? body(applicant, board) : h('p', { class: 'quiet' }, t(board.run ? 'ar_reading' : 'ar_no_reasons'))),
      board.run && standing(applicant) !== 'aside' && h('div', { class: 'reason-acts' }, h('button', { type: 'button', class: 'button carry', on: { click: () => carry(applicant) } }, icon('run', 'small'), t(applicant.blocks.length > 0 ? 'ar_carry' : 'ar_carry_in')))));
    if (focused?.includes('carry')) host.querySelector('.carry')?.focus({ preventScroll: true });
  }

  function body(applicant, board) {
    return applicant.blocks.length > 0 ? placed(applicant, board) : [counts(), nearest(board), change(), whole()];
  }

  function placed(applicant, board) {
    return [
      h('p', { class: 'reason-place' }, icon('check', 'small'), h('b', {}, placesWords(applicant.blocks))),
      h('p', { class: 'small' }, t('ar_placed_facts', { area: m2(areaOf(applicant)), from: applicant.start ? month(applicant.start) : '–' }), ' ', applicant.rank > 0 ? t('ar_wish_n_of', { n: applicant.rank, all: applicant.zones.length }) : t('ar_wish_none'), '.'),
      told.reason && h('p', { class: 'small' }, lang === 'en' ? told.reason.en : told.reason.vi),
      told.floors.length > 0 && [h('h3', {}, t('ar_why_not_better')), counts(), nearest(board)],
    ];
  }

  /** The floors by what says no, as one bar and its list. */
  function counts() {
    const byCause = new Map();
    for (const floor of told.floors) {
      const cause = floor.left ? `${floor.rule}_LEFT` : floor.rule;
      byCause.set(cause, (byCause.get(cause) ?? 0) + 1);
    }
    const all = told.floors.length;
    if (all === 0) return null;
    const sorted = [...byCause].sort((a, b) => Number(isLack(a[0])) - Number(isLack(b[0])) || b[1] - a[1]);
    return [
      h('ul', { class: 'cause-list' }, sorted.map(([cause, n], index) => h('li', {}, h('i', { class: `cause-swatch ${kind(cause, index)}`, 'aria-hidden': 'true' }), h('span', {}, t(`ar_rule_${cause}`)), h('b', {}, index === 0 ? t('ar_floors_of', { n: number(n), all: number(all) }) : t('ar_floors_n', { n: number(n) }))))),
      h('div', { class: 'cause-bar', 'aria-hidden': 'true' }, sorted.map(([cause, n], index) => share(kind(cause, index), n / all))),
    ];
  }

  const isLack = (cause) => cause.endsWith('_LEFT');
  const kind = (cause, index) => (isLack(cause) ? 'cause-left' : `cause-${index % 3}`);

  function share(name, part) {
    const element = h('i', { class: name });
    element.style.flexGrow = String(part);
    return element;
  }

  function nearest(board) {
    const detail = told.reason?.detail;
    const order = (detail?.nearest ?? []).map((one) => one.floor);
    const known = new Map(told.floors.map((floor) => [floor.floor, floor]));
    const wanted = [...new Set([...order, ...told.floors.filter((floor) => floor.left).map((floor) => floor.floor), ...known.keys()])].filter((floor) => known.has(floor)).slice(0, NEAREST);
    if (wanted.length === 0) return null;
    return h('div', { class: 'nearest' }, h('h3', {}, t('ar_nearest')), h('ul', {}, wanted.map((name) => {
      const floor = known.get(name);
      const gaps = detail?.nearest?.find((one) => one.floor === name)?.shortfalls?.length ?? 1;
      return h('li', {}, h('p', {}, h('button', { type: 'button', class: 'link', on: { click: () => look(name) } }, floorWords(name)), ' ', lang === 'en' ? floor.en : floor.vi, floor.code && ` (${floor.code})`, gaps > 1 && ` ${t('ar_more_gaps', { n: number(gaps - 1) })}`),
        floor.holders.length > 0 && h('ul', { class: 'holders' }, floor.holders.slice(0, HOLDERS).map((one) => holder(one, board)), floor.holders.length > HOLDERS && h('li', { class: 'quiet' }, t('ar_more_holders', { n: number(floor.holders.length - HOLDERS) }))));
    })));
  }

  /** Who holds what lacks; only officers see this page, so it says who. */
  function holder(one, board) {
    const other = board.byCode.get(one.application);
    return h('li', {}, h('button', { type: 'button', class: 'link', on: { click: () => state.go({ firm: one.application }) } }, other ? nameOf(other) : one.application), ' ',
      t(one.margin >= 0 ? 'ar_margin' : 'ar_margin_less', { points: number(one.points), margin: number(Math.abs(one.margin)) }));
  }

  function look(floor) {
    const slash = floor.lastIndexOf('/');
    state.go({ tab: 'result', view: null, pane: null, building: floor.slice(0, slash), floor: floor.slice(slash + 1), bay: null });
  }

  function change() {
    if (!told.change) return null;
    const { verified } = told.change;
    return h('div', { class: `change ${verified ? '' : 'none'}` }, icon(verified ? 'run' : 'info', 'small'), h('div', {},
      h('h3', {}, t(verified ? 'ar_change_title' : 'ar_change_none')), h('p', {}, lang === 'en' ? told.change.en : told.change.vi), verified && h('p', { class: 'quiet small' }, icon('check', 'small'), t('ar_verified'))));
  }

  const whole = () => told.reason && h('details', { class: 'reason-whole' }, h('summary', {}, t('ar_sent_words')), h('p', { class: 'small' }, lang === 'en' ? told.reason.en : told.reason.vi));

  return { show };
}
