/**
 * A solve as it goes on: the best answer and the proven bound over time, how much of the budget is used, and stop. The curve is kept
 * by the service, so a reload goes on where it was.
 */
import * as api from '../../api/rounds.js';
import { chartJs, onTheme, token } from '../../lib/chart.js';
import { h, icon } from '../../lib/dom.js';
import { number, percent } from '../../lib/numbers.js';
import { announce, toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import * as state from '../state.js';
import { gapSentence } from './numbers.js';

const LIVE = new Set(['QUEUED', 'RUNNING']);

/** @param {HTMLElement} element the card, filled and emptied by what happens */
export function mountSolve(element) {
  let source = null;
  let followed = null;
  let view = null;

  function leave() {
    source?.close();
    source = null;
    followed = null;
  }

  async function open(round) {
    if (!round?.job || round.status === 'DRAFT' || round.status === 'OPEN' || round.status === 'CLOSED') {
      leave();
      element.replaceChildren();
      view = null;
      if (state.openSolve()) state.setSolve(null);
      return;
    }
    if (followed === round.job && source) return;
    leave();
    followed = round.job;
    let progress;
    try {
      progress = await api.progress(round.id);
    } catch {
      element.replaceChildren();
      view = null;
      return; // rounds from before kept no curve
    }
    if (state.openRound()?.id !== round.id) return;
    if (progress.points.length === 0 && !LIVE.has(progress.state)) {
      element.replaceChildren();
      view = null;
      return;
    }
    // the last word is the stored answer: ties are settled after the search has ended
    if (!LIVE.has(progress.state) && round.run?.objective !== undefined) {
      const { objective, bound, gapPct, seconds, iterations } = round.run;
      progress.points = [...progress.points, { seconds: Math.max(Number(seconds), Number(progress.points.at(-1).seconds)), iterations, objective, bound, gapPct }];
    }
    view = card(round, progress);
    element.replaceChildren(view.element);
    view.draw(progress);
    state.setSolve(progress);
    if (LIVE.has(progress.state)) listen(round, progress);
  }

  function listen(round, progress) {
    source = api.follow(progress.job);
    source.addEventListener('progress', (event) => {
      const job = JSON.parse(event.data);
      const last = progress.points.at(-1);
      const { detail = {} } = job;
      progress = { ...progress, state: job.state, done: job.done, total: job.total };
      if (detail.objective !== undefined && (detail.seconds ?? 0) > Number(last?.seconds ?? -1)) {
        progress.points = [...progress.points, detail];
      }
      view.draw(progress);
      state.setSolve(progress);
      if (!LIVE.has(job.state)) ended(round, job.state);
    });
  }

  async function ended(round, how) {
    leave();
    const words = t(how === 'FAILED' ? 'al_solve_failed' : how === 'CANCELLED' ? 'al_solve_stopped' : 'al_solve_done', { code: round.code });
    toast(words);
    announce(words);
    // the answer is stored in the same step as the job ends, but a cancelled one may take a moment
    for (let i = 0; i < 20 && state.current().round === String(round.id); i++) {
      await state.reload();
      if (state.openRound()?.status !== 'SOLVING') return;
      await new Promise((resolve) => { setTimeout(resolve, 500); });
    }
  }

  state.onRound((round) => open(round));
  // a long solve goes on without a reader: the stream is opened again when somebody comes back
  addEventListener('online', () => open(state.openRound()));
}

/** The card of one solve. */
function card(round, first) {
  const sentence = h('p', { class: 'gap-sentence', id: 'gap-sentence' });
  const bar = h('progress', { class: 'work', max: 1, value: 0, 'aria-label': t('al_work') });
  const work = h('span', { class: 'quiet small' });
  const stop = h('button', { type: 'button', class: 'button', data: { stop: '' } }, icon('close', 'small'), t('al_stop'));
  const canvas = h('canvas', { role: 'img', 'aria-labelledby': 'gap-sentence' });
  const body = h('tbody');
  const head = h('div', { class: 'solve-live' }, h('span', {}, work), bar, stop);
  let chart = null;
  let drawn = null;

  stop.addEventListener('click', async () => {
    if (stop.getAttribute('aria-busy') === 'true') return;
    stop.setAttribute('aria-busy', 'true');
    try {
      await api.stop(first.job);
      work.textContent = t('al_stopping');
      announce(t('al_stopping'));
    } catch (problem) {
      if (problem.status !== 409) toast(problem.detail ?? problem.title);
    } finally {
      stop.removeAttribute('aria-busy');
    }
  });

  function words(progress) {
    const live = LIVE.has(progress.state);
    head.hidden = !live;
    const last = progress.points.at(-1);
    const known = last?.gapPct !== undefined && last?.gapPct !== null;
    sentence.textContent = !last ? t(progress.state === 'QUEUED' ? 'al_queued' : 'al_starting') : known ? gapSentence(Number(last.gapPct)) : t('al_no_bound');
    if (live && progress.total) {
      bar.max = progress.total;
      bar.value = Math.min(progress.done ?? 0, progress.total);
      if (!work.textContent.startsWith(t('al_stopping'))) work.textContent = t('al_worked', { pct: percent((100 * (progress.done ?? 0)) / progress.total, 0) });
    } else if (live) bar.removeAttribute('value');
    body.replaceChildren(...thin(progress.points, 20).map((point) => h('tr', {}, h('th', { scope: 'row' }, number(Number(point.seconds), 1)), h('td', {}, number(point.objective)),
      h('td', {}, point.bound === undefined || point.bound === null ? '–' : number(point.bound)), h('td', {}, point.gapPct === undefined || point.gapPct === null ? '–' : percent(Number(point.gapPct))))));
  }

  function draw(progress) {
    words(progress);
    drawn = progress;
    if (chart) {
      chart.data = series(progress.points);
      chart.options.scales.y = vertical(progress.points);
      chart.update('none');
    }
  }

  chartJs().then((Chart) => {
    if (!canvas.isConnected) return;
    chart = new Chart(canvas, { type: 'scatter', data: series(drawn.points), options: options(drawn.points), plugins: [ends] });
    onTheme(() => {
      chart.options = options(drawn.points);
      draw(drawn);
    });
  }, () => canvas.remove()); // the table says the same

  return {
    draw,
    element: h('section', { class: 'card solve', 'aria-labelledby': 'solve-title' },
      h('header', { class: 'card-head' }, h('h2', { id: 'solve-title' }, t('al_solve_title')), sentence), head,
      h('div', { class: `solve-chart ${LIVE.has(first.state) ? '' : 'done'}` }, canvas), round.criteria?.quotas.length > 0 && h('p', { class: 'quiet small' }, t('al_quota_bound')),
      h('details', {}, h('summary', {}, t('al_table')), h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('al_solve_title') }, h('table', { class: 'plain' }, h('caption', { class: 'sr' }, t('al_solve_title')),
        h('thead', {}, h('tr', {}, ['al_seconds', 'al_best', 'al_bound', 'al_gap_short'].map((key) => h('th', { scope: 'col' }, t(key))))), body)))),
  };
}

/** Every so many points, and the last. */
const thin = (points, most) => {
  const every = Math.max(1, Math.ceil(points.length / most));
  return points.filter((point, i) => i % every === 0 || i === points.length - 1);
};

const has = (point) => point.bound !== undefined && point.bound !== null;

function series(points) {
  // a quota or a re-run is solved in stages that begin anew: the best so far stays the best until the stored answer
  let most = -Infinity;
  const best = points.map((one, i) => {
    most = Math.max(most, one.objective);
    return { x: Number(one.seconds), y: one.stage === undefined && i === points.length - 1 ? one.objective : most };
  });
  const bound = points.filter(has).map((one) => ({ x: Number(one.seconds), y: one.bound }));
  return {
    datasets: [
      { label: t('al_best'), data: best, showLine: true, stepped: 'before', borderColor: token('--you'), borderWidth: 2, pointRadius: (at) => (at.dataIndex === best.length - 1 ? 4 : 0), pointBackgroundColor: token('--you') },
      { label: t('al_bound'), data: bound, showLine: true, stepped: 'before', borderColor: token('--ink'), borderWidth: 1.5, borderDash: [5, 4], pointRadius: 0, fill: '-1', backgroundColor: `${token('--you')}22` },
    ],
  };
}

/** Gaps below and above the last answer that the scale has room for. */
const BELOW = 3, ABOVE = 2;

/** The part of the scale in which something happens: a first answer of nothing would press everything else flat. */
function vertical(points) {
  const last = points.at(-1);
  if (!last) return { display: false }; // nothing to be seen yet
  const bounded = points.filter(has);
  const best = last.objective, bound = bounded.at(-1)?.bound ?? best;
  const gap = Math.max(bound - best, Math.abs(bound) * 0.002, 1);
  const low = Math.max(Math.min(points[0].objective, best), best - BELOW * gap);
  const high = Math.min(Math.max(bound, ...bounded.map((one) => one.bound)), bound + ABOVE * gap);
  const room = Math.max((high - low) * 0.1, 1);
  const ink = token('--ink-2');
  return {
    min: low - room, max: high + room,
    ticks: { color: ink, maxTicksLimit: 5, includeBounds: false, callback: (value) => number(value / 1000) }, grid: { color: token('--line-2') }, border: { display: false },
    title: { display: true, text: t('al_thousand_points'), color: ink },
  };
}

function options(points) {
  const ink = token('--ink-2');
  return {
    responsive: true, maintainAspectRatio: false, animation: false, layout: { padding: { right: 90, top: 8 } },
    font: { family: token('--sans') },
    plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${number(item.parsed.y)}` } } },
    scales: {
      x: { type: 'linear', min: 0, ticks: { color: ink, callback: (value) => `${number(value, 1)} s` }, grid: { display: false }, border: { color: ink } },
      y: vertical(points),
    },
  };
}

/** Names at the ends of the two lines. */
const ends = {
  id: 'ends',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.save();
    ctx.font = `600 12px ${token('--sans')}`;
    ctx.textBaseline = 'middle';
    let before = null;
    chart.data.datasets.forEach((set, i) => {
      const point = chart.getDatasetMeta(i).data.at(-1);
      if (!point) return;
      let y = Math.min(point.y, chart.chartArea.bottom - 16);
      if (before !== null && Math.abs(before - y) < 31) y = before - 31;
      before = y;
      ctx.fillStyle = set.borderColor;
      const last = set.data.at(-1).y;
      ctx.fillText(set.label, point.x + 8, Math.max(8, y - 7));
      ctx.fillText(number(last), point.x + 8, Math.max(22, y + 7));
    });
    ctx.restore();
  },
};
