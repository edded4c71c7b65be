/** What if: a copy of the round with something changed, solved beside it; never a word of it reaches the round. */
import { aborted } from '../../api/http.js';
import * as api from '../../api/rounds.js';
import { h, icon, put } from '../../lib/dom.js';
import { dialog } from '../../lib/dialog.js';
import { moment, number } from '../../lib/numbers.js';
import { announce, toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import * as boards from '../result/board.js';
import { CHOOSE, createDifference } from './difference.js';
import { createForm } from './form.js';

const RUNNING = ['QUEUED', 'RUNNING'];
const AGAIN_MS = 1500;

/**
 * @param {HTMLElement} element to fill; hidden by the frame while another tab is open
 * @param {typeof import('../state.js')} state
 */
export function mountWhatif(element, state) {
  const head = h('div', { class: 'part-head' });
  const listHost = h('div', { class: 'scenarios' });
  const openHost = h('div', { class: 'scenario-open' });
  const formHost = h('div', { class: 'scenario-new' });
  const card = h('section', { class: 'sheet-card whatif-card', 'aria-label': t('ar_whatif') }, head, formHost, listHost, openHost);
  const difference = createDifference(openHost, state);
  let kept = [];
  let round = null;
  let timer;
  let making = false;

  const visible = () => state.current().tab === 'whatif';

  async function read() {
    clearTimeout(timer);
    const board = boards.current();
    if (!board || !visible()) return;
    round = board.round;
    try {
      const { scenarios } = await api.scenarios(round);
      if (round !== boards.current()?.round) return;
      kept = scenarios;
      draw();
      await open();
    } catch (problem) {
      if (!aborted(problem)) put(listHost, h('p', { class: 'state quiet' }, problem.detail ?? problem.message));
    }
    if (kept.some((one) => RUNNING.includes(one.state))) timer = setTimeout(read, AGAIN_MS);
  }

  async function open() {
    const { scenario } = state.current();
    const known = kept.find((one) => String(one.id) === scenario);
    if (!known) {
      openHost.replaceChildren();
      difference.clear();
      return;
    }
    if (RUNNING.includes(known.state)) {
      difference.clear();
      put(openHost, h('p', { class: 'state quiet', role: 'status' }, t('ar_scenario_running')), h('div', { class: 'moving-hatch', 'aria-hidden': 'true' }));
      return;
    }
    if (difference.shows(known.id)) return;
    const whole = await api.scenario(round, known.id);
    if (state.current().scenario === scenario) {
      difference.show(whole, boards.current());
      announce(t('ar_scenario_done', { name: whole.name }));
    }
  }

  function draw() {
    const board = boards.current();
    if (!board) {
      put(element, h('p', { class: 'state quiet' }, t('ar_not_closed')));
      return;
    }
    if (!card.isConnected) put(element, card);
    put(head, h('h2', {}, t('ar_whatif')), h('span', { class: 'quiet small' }, t('ar_whatif_about')),
      h('button', { type: 'button', class: 'button', 'aria-expanded': String(making), on: { click: () => { making = !making; draw(); if (making) formHost.querySelector('input')?.focus(); } } }, icon('plus', 'small'), t('ar_scenario_new')));
    if (!making) formHost.replaceChildren();
    else if (!formHost.firstChild) put(formHost, createForm(board, state.openRound(), { fork, cancel: () => { making = false; draw(); } }));
    put(listHost, kept.length === 0 ? h('p', { class: 'state quiet' }, t('ar_no_scenarios')) : h('ul', {}, kept.map(row)));
  }

  function row(one) {
    const on = String(one.id) === state.current().scenario;
    return h('li', { class: on ? 'on' : '' },
      h('button', { type: 'button', class: 'scenario-name', 'aria-pressed': String(on), on: { click: () => state.go({ scenario: on ? null : String(one.id) }) } }, h('b', {}, one.name), h('span', { class: 'quiet small' }, `${one.madeBy}, ${moment(one.madeAt)}`)),
      h('span', { class: `tag ${one.state === 'FAILED' ? 'bad' : RUNNING.includes(one.state) ? 'you' : ''}` }, t(`ar_scenario_${one.state}`)),
      one.figures && h('span', { class: 'small num' }, t('ar_scenario_gain', { placed: signedCount(one.figures.with.placed - one.figures.without.placed) })),
      h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('ar_discard_name', { name: one.name }), on: { click: () => discard(one) } }, icon('close', 'small')));
  }

  const signedCount = (n) => (n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : '0');

  async function fork(asked) {
    const made = await api.fork(round ?? boards.current().round, asked);
    making = false;
    kept = [made, ...kept];
    state.scenariosChanged();
    state.go({ scenario: String(made.id) });
    draw();
    await read();
  }

  function discard(one) {
    dialog({
      title: t('ar_discard_title', { name: one.name }), body: h('p', {}, t('ar_discard_means')),
      actions: [{ text: t('ar_keep') }, { text: t('ar_discard'), danger: true, run: async () => {
        await api.discard(round, one.id);
        toast(t('ar_discarded', { name: one.name }));
        state.scenariosChanged();
        if (state.current().scenario === String(one.id)) state.note({ scenario: null });
        await read();
      } }],
    }).element.querySelector('.dialog-foot .button').focus();
  }

  boards.onBoard((board) => {
    if (board?.round !== round) {
      kept = [];
      difference.clear();
      openHost.replaceChildren();
      formHost.replaceChildren();
      making = false;
    }
    draw();
    read();
  });
  state.onRound(() => { if (!boards.current()) draw(); });
  state.onChange((now, before) => {
    if (now.tab !== before.tab || now.scenario !== before.scenario) {
      draw();
      read();
    } else if (visible() && CHOOSE.some((name) => now[name] !== before[name])) difference.filtered();
  });
}
