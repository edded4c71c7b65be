/** The latest allocation round: its card on the map panel, and what the building screen draws over the section. */
import { aborted } from '../api/http.js';
import * as api from '../api/rounds.js';
import { byId, h, icon } from '../lib/dom.js';
import { number, percent } from '../lib/numbers.js';
import { current } from '../lib/state.js';
import { announce } from '../lib/say.js';
import { own, t } from '../lib/words.js';

const RUNNING = ['QUEUED', 'RUNNING'];
let latest = null;
let asking = null;
let timer;

/** The newest round with the result of its run, or null when there is none yet; asked once, and again while it runs. */
export async function newest() {
  if (latest && !RUNNING.includes(latest.run?.state)) return latest;
  asking ??= api.rounds().finally(() => {
    asking = null;
  });
  const { rounds } = await asking;
  latest = [...rounds].sort((a, b) => b.id - a.id)[0] ?? null;
  return latest;
}

export const placements = (id, code) => api.placements(id, code).then((answer) => answer.placements ?? answer);

/** The sentence of the proven gap. */
export const gapSentence = (run) => (run.gapPct <= 0 ? t('gap_zero') : t('gap', { gap: percent(run.gapPct) }));

/** Draws the card into `host`, and again every few seconds while the round is being solved. */
export async function drawCard(host) {
  clearTimeout(timer);
  let round;
  try {
    round = await newest();
  } catch (problem) {
    if (!aborted(problem)) host?.replaceChildren(); // the map does not need the round
    return;
  }
  if (!round || !host?.isConnected) return;
  host.replaceChildren(card(round));
  if (RUNNING.includes(round.run?.state)) {
    timer = setTimeout(() => drawCard(host).then(() => !RUNNING.includes(latest?.run?.state) && announce(t('round_done'))), 4000);
  }
}

function card(round) {
  const { run } = round;
  return h('section', { class: 'round-card', 'aria-label': t('round') },
    h('div', { class: 'round-head' }, icon('run', 'small'), h('b', {}, own(round, 'title')), state(run)),
    run?.state === 'DONE' && h('p', {}, gapSentence(run)),
    run?.state === 'DONE' && h('p', { class: 'quiet small' }, [
      run.firms > 0 && t('placed', { placed: number(run.placed), firms: number(run.firms) }), t('round_hint'),
    ].filter(Boolean).join('. ')));
}

/** Queued, running, done or failed, as a tag; done needs no word. */
export function state(run) {
  if (!run) return h('span', { class: 'tag' }, t('run_none'));
  if (run.state === 'DONE') return null;
  return h('span', { class: `tag ${run.state === 'FAILED' ? 'bad' : 'you'}` }, t(`run_${run.state}`));
}

export const running = (run) => RUNNING.includes(run?.state);
export const wanted = () => current().round === '1';
