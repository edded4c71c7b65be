/** The dossier of a round: what every answer rests on, whether the chain holds, the draw of lots, files. */
import * as api from '../../api/rounds.js';
import { dialog } from '../../lib/dialog.js';
import { h, icon, put } from '../../lib/dom.js';
import { moment, number, percent } from '../../lib/numbers.js';
import { announce, toast } from '../../lib/say.js';
import { lang, t } from '../../lib/words.js';

const shorter = (hash) => (hash && hash.length > 12 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash ?? '');

/** A hash of which the page shows both ends, and a button that copies the whole. */
const hash = (value) => h('span', { class: 'hash' }, h('code', { title: value }, shorter(value)), h('button', {
  type: 'button', class: 'link', 'aria-label': t('al_copy_hash', { hash: shorter(value) }),
  on: { click: async () => {
    await navigator.clipboard?.writeText(value).catch(() => undefined);
    toast(t('al_copied'));
  } },
}, t('al_copy')));

export async function showRecord(element, round) {
  const lot = round.criteria?.tieBreak === 'LOT' && round.openedAt ? api.lot(round.id).catch(() => null) : null;
  const [chain, runs, drawn] = await Promise.all([api.chain(round.id), api.runs(round.id), lot]);
  put(element, files(round), verdict(chain, () => showRecord(element, round)), answers(round, runs.runs), drawn && draw(round, drawn));
}

function files(round) {
  const link = (href, text) => h('a', { class: 'button', href, download: true }, icon('download', 'small'), text);
  return h('section', { class: 'card', 'aria-labelledby': 'files-title' }, h('h2', { id: 'files-title' }, t('al_files')),
    h('p', { class: 'row' }, round.run?.objective !== undefined ? [link(api.annex(round.id, 'pdf', lang), t('al_annex_pdf')), link(api.annex(round.id, 'xlsx', lang), 'XLSX'), link(api.annex(round.id, 'csv', lang), 'CSV')] : h('span', { class: 'quiet' }, t('al_files_later')),
      round.closedAt && link(api.input(round.id), t('al_input_json'))),
    h('dl', { class: 'facts' }, fact(t('al_rules_hash'), round.rulesSha256 && hash(round.rulesSha256)), fact(t('al_input_hash'), round.run?.inputSha256 && hash(round.run.inputSha256))));
}

const fact = (label, value) => value && h('div', {}, h('dt', {}, label), h('dd', {}, value));

function verdict({ holds, head, faults, steps }, again) {
  return h('section', { class: 'card', 'aria-labelledby': 'chain-title' },
    h('header', { class: 'card-head' }, h('h2', { id: 'chain-title' }, t('al_chain')),
      h('span', { class: `tag ${holds ? 'free' : 'bad'}` }, icon(holds ? 'check' : 'blocked', 'small'), t(holds ? 'al_chain_holds' : 'al_chain_broken')),
      h('button', { type: 'button', class: 'button', data: { verify: '' }, on: { click: async () => { await again(); announce(t(document.querySelector('.chain-broken') ? 'al_chain_broken' : 'al_chain_holds')); document.querySelector('[data-verify]')?.focus(); } } }, t('al_chain_again'))),
    faults.length > 0 && [h('p', { class: 'chain-broken' }, t('al_chain_means', { n: faults.length })), h('ul', { class: 'refused' }, faults.map((one) => h('li', {}, icon('blocked', 'small'), h('span', {}, lang === 'en' ? one.en : one.vi))))],
    h('p', { class: 'small' }, t('al_chain_head'), ' ', head && hash(head)),
    h('details', {}, h('summary', {}, t('al_chain_steps', { n: steps.length })), h('ol', { class: 'chain' }, steps.map((one) => h('li', {}, h('b', {}, t(`al_act_${one.action}`)), h('span', {}, moment(one.at)), h('code', {}, shorter(one.hash)))))));
}

function answers(round, runs) {
  if (runs.length === 0) return null;
  return h('section', { class: 'card', 'aria-labelledby': 'runs-title' }, h('h2', { id: 'runs-title' }, t('al_runs')),
    h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-label': t('al_runs') }, h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, ['al_run', 'al_by', 'al_placed', 'al_gap_short', 'al_seed', 'al_engine', 'al_result_hash', 'al_repeat'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, [...runs].reverse().map((one) => h('tr', {},
        h('th', { scope: 'row' }, t(`al_kind_${one.kind}`), h('small', { class: 'quiet' }, moment(one.run.finishedAt), one.cancelled && `, ${t('al_was_stopped')}`), one.kind === 'RERUN' && h('small', {}, t('al_moves', { n: one.run.moved, points: number(one.penalty) }))),
        h('td', {}, one.madeBy === 'system' ? t('al_system') : one.madeBy, one.reason && h('small', { class: 'quiet' }, one.reason)), h('td', {}, `${number(one.run.placed)} / ${number(one.run.firms)}`), h('td', {}, percent(one.run.gapPct)),
        h('td', {}, String(one.run.seed)), h('td', {}, one.run.engine), h('td', {}, hash(one.resultSha256)),
        h('td', {}, one.reproducible ? h('button', { type: 'button', class: 'button', on: { click: () => repeat(round, one) } }, t('al_replay')) : h('span', { class: 'quiet small' }, t('al_not_repeatable')))))))));
}

/** Solves a run again and compares it byte for byte. */
async function repeat(round, run) {
  const status = h('p', { role: 'status' }, t('al_replaying'));
  const { element, closed, fail } = dialog({ title: t('al_replay'), body: [h('p', {}, t('al_replay_means')), status], actions: [{ text: t('close') }] });
  let going = true;
  closed.then(() => { going = false; });
  try {
    const { job } = await api.replay(round.id, run.id);
    while (going) {
      const now = await api.job(job);
      if (now.state !== 'QUEUED' && now.state !== 'RUNNING') {
        const same = now.detail?.same === true;
        status.textContent = now.state !== 'DONE' ? t('al_replay_failed') : t(same ? 'al_replay_same' : 'al_replay_other');
        element.classList.toggle('passed', same);
        announce(status.textContent);
        return;
      }
      await new Promise((resolve) => { setTimeout(resolve, 500); });
    }
  } catch (problem) {
    if (going) fail(problem);
  }
}

/** What anybody needs to draw the lots again. */
function draw(round, { commitment, seed, applications }) {
  const script = `curl -s ${location.origin}/api/v1/rounds/${round.id}/lot | python3 lot-order.py`;
  return h('section', { class: 'card', 'aria-labelledby': 'lot-title' }, h('h2', { id: 'lot-title' }, t('al_lot')),
    h('p', {}, t(seed ? 'al_lot_revealed' : 'al_lot_sealed')),
    h('dl', { class: 'facts' }, fact(t('al_lot_commitment'), hash(commitment)), fact(t('al_lot_seed'), seed && hash(seed)), fact(t('al_applications'), number(applications.length))),
    seed && [h('p', { class: 'small' }, t('al_lot_script')), h('pre', { tabindex: '0' }, script)]);
}
