/** Starts the officer's console of allocation rounds. */
import { byId, h, icon } from './lib/dom.js';
import { t } from './lib/words.js';
import * as api from './api/rounds.js';
import { mountReasons } from './allocate/reason/reasons.js';
import { mountResult } from './allocate/result/result.js';
import * as state from './allocate/state.js';
import { mountWhatif } from './allocate/whatif/whatif.js';

document.documentElement.classList.add('js');

function panes() {
  const { pane = 'round' } = state.current();
  document.body.dataset.pane = pane;
  for (const link of document.querySelectorAll('[data-pane-link]')) {
    link.href = state.href({ pane: link.dataset.paneLink });
    link.toggleAttribute('aria-current', link.dataset.paneLink === pane);
  }
}

function parts() {
  const { tab = 'result' } = state.current();
  byId('result').hidden = tab !== 'result';
  byId('whatif').hidden = tab !== 'whatif';
}

function failed(problem) {
  byId('round-body').replaceChildren(h('div', { class: 'state error' }, h('h3', {}, icon('blocked'), problem.detail ?? t('problem_title')),
    problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'quiet small' }, t('quote_code', { code: problem.code ?? '' }))));
}

byId('panes').addEventListener('click', (event) => {
  const link = event.target.closest('[data-pane-link]');
  if (!link) return;
  event.preventDefault();
  state.go({ pane: link.dataset.paneLink });
});

mountResult(byId('result'), state);
mountReasons(byId('reason-list'), state);
mountWhatif(byId('whatif'), state);
state.onChange((now, before) => {
  panes();
  parts();
  if (now.round !== before.round) state.reload().catch(failed);
});
panes();
parts();
try {
  const { rounds } = await api.rounds();
  byId('rounds').replaceChildren(h('ul', {}, rounds.map((one) => h('li', {}, h('a', { href: state.href({ round: one.id }) }, one.code)))));
  if (!state.current().round && rounds.length > 0) state.note({ round: String(rounds[0].id) });
  else await state.reload();
} catch (problem) {
  failed(problem);
}
document.body.dataset.ready = 'yes';
