/**
 * The import wizard beside the map: a file is sent, read, looked at and then drawn or left. What was sent stays with the server, so the
 * wizard can be closed, and the page left, at any stage but the first.
 */
import * as api from '../../api/imports.js';
import { h, icon } from '../../lib/dom.js';
import { forget, keep, kept } from '../../lib/keep.js';
import { number } from '../../lib/numbers.js';
import { Problem } from '../../lib/problem.js';
import { announce, toast } from '../../lib/say.js';
import { lang, own, t } from '../../lib/words.js';
import { desk, mayDraw, me, reload, saving, settled, takePlan, undo } from '../desk.js';
import { dialog } from '../../lib/dialog.js';
import { addLayer } from '../referencelayers.js';
import { hidePreview, showPreview } from './importpreview.js';
import { reportView } from './importreport.js';
import { createProgress, many } from './save.js';

export const MOST_BYTES = 50_000_000;
const ENDINGS = '.geojson,.json,.gpkg,.zip,.shp,.fgb,.kml,.kmz,.dxf,.csv,.txt';

/** The import that waits for a decision: `{import, job, preview}`; null when there is none. */
let pending = null;
let following = null;
let box = null; // the open dialog
let listener = () => {};

const key = () => `import/${me.name}/${desk.plan.id}`;

/** Takes up an import of an earlier visit; `changed` hears whenever there is one more or less, or its state is another. */
export async function start(changed) {
  listener = changed;
  try {
    const id = await kept(key());
    if (!id) return;
    take(await api.get(id));
  } catch (problem) {
    if (problem.status === 404) forget(key()).catch(() => {});
  }
}

/** What a bar may say of it: `{fileName, state, done, total}` or null. */
export const waiting = () => pending && { fileName: pending.import.fileName, state: pending.import.state, done: pending.job?.done ?? 0, total: pending.job?.total ?? null };

/** Takes in the server's record of an import; one that is decided is forgotten. */
function take(record) {
  if (!['READING', 'READ', 'REFUSED'].includes(record.state)) return drop();
  pending = { ...pending, import: record };
  keep(key(), record.id).catch(() => {}); // private windows may refuse to keep
  if (record.state === 'READING' && record.job) follow(record);
  listener();
  return undefined;
}

function drop() {
  following?.stop();
  following = null;
  pending = null;
  forget(key()).catch(() => {});
  hidePreview();
  listener();
}

function follow(record) {
  following?.stop();
  pending.job = null;
  const mine = api.follow(record.job, (job) => {
    if (!pending) return;
    pending.job = job;
    listener();
    if (box) progress();
  });
  following = mine;
  mine.done.then(async () => {
    if (following !== mine) return;
    following = null;
    try {
      take(await api.get(record.id));
    } catch (problem) {
      if (problem.status === 404) drop();
      else box?.fail(problem);
    }
    if (!pending) return;
    const sentence = t(pending.import.state === 'READ' ? 'imp_read_done' : 'imp_refused_done', { name: record.fileName });
    announce(sentence);
    if (box) render();
    else toast(sentence);
  });
}

/** Opens the wizard; `file` is one that was dropped on the map. */
export function open(file = null) {
  if (!mayDraw()) {
    toast(t('imp_may_not'));
    return;
  }
  box = dialog({ title: t('imp_title'), body: [], className: 'import-dialog', modal: false });
  const mine = box;
  mine.body = mine.element.querySelector('.dialog-body');
  mine.fault = mine.element.querySelector('.dialog-fault');
  mine.foot = h('footer', { class: 'dialog-foot' });
  mine.element.append(mine.foot);
  mine.closed.then(() => {
    if (box === mine) box = null;
    hidePreview();
  });
  render();
  if (file && !pending) send(file);
  else if (file) mine.fail({ detail: t('imp_one_at_a_time', { name: pending.import.fileName }), remedy: t('imp_one_at_a_time_remedy') });
}

/** A button of the wizard; what it throws is shown in place. */
function button(text, run, kind = '') {
  return h('button', {
    type: 'button', class: `button ${kind}`,
    on: {
      click: async (event) => {
        const mine = event.currentTarget;
        if (mine.getAttribute('aria-busy') === 'true') return;
        mine.setAttribute('aria-busy', 'true');
        await attempt(run);
        mine.removeAttribute('aria-busy');
      },
    },
  }, text);
}

async function attempt(run) {
  if (box) box.fault.hidden = true;
  try {
    await run();
  } catch (problem) {
    if (problem.status === 404 && pending) drop();
    if (!box) toast(problem.detail ?? t('problem_title'));
    else {
      if (!pending) render();
      box.fail(problem);
    }
  }
}

const STAGES = ['choose', 'read', 'decide'];

function stages(now) {
  return h('ol', { class: 'stages' }, STAGES.map((stage, i) => h('li', { class: i < now ? 'done' : i === now ? 'now' : '', 'aria-current': i === now ? 'step' : undefined }, h('span', { class: 'stage-number' }, i < now ? icon('check', 'small') : i + 1), t(`imp_stage_${stage}`))));
}

function render() {
  if (!box) return;
  box.fault.hidden = true;
  const state = pending?.import.state;
  const view = !pending ? chooseView() : state === 'READING' ? readingView() : state === 'REFUSED' ? refusedView() : readView();
  box.body.replaceChildren(...view.body);
  box.foot.replaceChildren(...view.foot);
  box.body.scrollTop = 0;
  if (!box.element.contains(document.activeElement)) box.element.querySelector('.dialog-head .button').focus();
}

// ---- choosing and sending

function chooseView() {
  const input = h('input', { type: 'file', class: 'sr', id: 'import-file', accept: ENDINGS, on: { change: () => input.files[0] && send(input.files[0]) } });
  const zone = h('label', { class: 'drop', for: 'import-file' }, icon('upload'), h('b', {}, t('imp_drop')), h('span', { class: 'small quiet' }, t('imp_formats')), h('span', { class: 'small quiet' }, t('imp_limit', { n: MOST_BYTES / 1e6 })));
  const over = (on) => (event) => {
    event.preventDefault();
    zone.classList.toggle('over', on);
  };
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', (event) => {
    over(false)(event);
    event.stopPropagation();
    if (event.dataTransfer.files[0]) send(event.dataTransfer.files[0]);
  });
  return { body: [stages(0), input, zone, h('p', { class: 'small quiet' }, t('imp_nothing_drawn'))], foot: [button(t('close'), () => box.close())] };
}

function send(file) {
  return attempt(async () => {
    if (file.size > MOST_BYTES) throw { detail: t('imp_too_large', { name: file.name, n: number(file.size / 1e6, 1), most: MOST_BYTES / 1e6 }), remedy: t('imp_too_large_remedy') };
    if (file.size === 0) throw { detail: t('imp_empty', { name: file.name }), remedy: t('imp_empty_remedy') };
    const stop = new AbortController();
    const sending = createProgress({ cancel: () => stop.abort() });
    sending.show(t('imp_sending', { name: file.name, n: number(file.size / 1e6, 2) }));
    box.body.replaceChildren(stages(0), sending.element);
    box.foot.replaceChildren();
    try {
      take(await api.start(desk.plan.id, file, { signal: stop.signal }));
    } catch (fault) {
      render();
      if (fault.name !== 'AbortError') throw fault;
      return;
    }
    render();
  });
}

// ---- reading

let readingProgress = null;

function readingView() {
  readingProgress = createProgress({});
  progress();
  return {
    body: [stages(1), h('p', {}, h('b', {}, pending.import.fileName)), readingProgress.element, h('p', { class: 'small quiet' }, t('imp_may_leave'))],
    foot: [button(t('imp_stop'), discard)],
  };
}

function progress() {
  if (!readingProgress || pending?.import.state !== 'READING') return;
  const { job } = pending;
  const words = !job || job.state === 'QUEUED' ? t('imp_queued') : own(job, 'message') || t('imp_reading');
  const counted = !job || job.done === 0 ? words : job.total ? t('imp_n_of_m', { words, done: number(job.done), n: number(job.total) }) : t('imp_n', { words, done: number(job.done) });
  readingProgress.show(counted, job?.done ?? 0, job?.total || null);
}

async function discard() {
  const { import: record } = pending;
  await api.discard(record.id);
  drop();
  toast(t('imp_discarded', { name: record.fileName }));
  render();
}

// ---- what came of it

function refusedView() {
  const { import: record } = pending;
  const refusal = record.report?.refusal ?? {};
  return {
    body: [stages(1), h('p', {}, h('b', {}, record.fileName)),
      h('div', { class: 'file-refused', role: 'alert' }, icon('blocked'), h('div', {}, h('b', {}, refusal[lang] ?? t('imp_unreadable')), refusal[`remedy${lang === 'en' ? 'En' : 'Vi'}`] && h('p', {}, refusal[`remedy${lang === 'en' ? 'En' : 'Vi'}`])))],
    foot: [button(t('imp_other_file'), discard, 'primary')],
  };
}

function readView() {
  const { import: record } = pending;
  const { report } = record;
  const decision = { mode: desk.features.size === 0 ? 'add' : null, leaveOut: false };
  const again = (options) => attempt(async () => {
    await api.readAgain(record.id, options);
    take(await api.get(record.id));
    hidePreview();
    render();
  });
  const preview = h('div', { class: 'preview-line', role: 'status' }, t('imp_preview_loading'));
  if (report.subzones.count > 0) load(record, preview);
  else preview.replaceChildren(icon('warn', 'small'), t('imp_nothing'));
  const mode = (value, words) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'import-mode', value, checked: decision.mode === value, on: { change: () => (decision.mode = value) } }), h('span', {}, words));
  const leave = h('input', { type: 'checkbox', on: { change: () => (decision.leaveOut = leave.checked) } });
  return {
    body: [
      stages(2), ...reportView(record, { again }),
      h('section', { class: 'part' }, h('h3', {}, t('imp_draw')), preview,
        report.subzones.count > 0 && [
          desk.features.size > 0 && h('fieldset', { class: 'choices' }, h('legend', { class: 'sr' }, t('imp_draw')), mode('add', t('imp_mode_add', { n: many(desk.features.size) })), mode('replace', t('imp_mode_replace', { n: many(desk.features.size) }))),
          report.errors > 0 && h('label', { class: 'switch' }, leave, t('imp_leave_out', { n: many(report.errors) })),
        ]),
    ],
    foot: [button(t('imp_discard'), discard),
      ...(report.subzones.count > 0 ? [button(t('imp_as_reference'), asReference), button(t('imp_confirm', { n: many(report.subzones.count) }), () => confirm(decision), 'primary')] : [])],
  };
}

async function load(record, line) {
  try {
    const features = await previewOf(record);
    if (!box || pending?.import.id !== record.id) return;
    line.replaceChildren(...showPreview(features));
  } catch (problem) {
    line.replaceChildren(icon('warn', 'small'), problem.detail ?? t('imp_preview_failed'));
  }
}

async function previewOf(record) {
  if (pending.preview?.of !== record.report) pending.preview = { of: record.report, features: (await api.preview(record.id)).features };
  return pending.preview.features;
}

async function asReference() {
  const { import: record } = pending;
  const features = await previewOf(record);
  await addLayer({ name: record.fileName, features });
  await api.discard(record.id);
  drop();
  box.close();
  toast(t('imp_is_reference', { name: record.fileName }));
}

async function confirm({ mode, leaveOut }) {
  const { import: record } = pending;
  if (!mode) throw { detail: t('imp_no_mode'), remedy: t('imp_no_mode_remedy') };
  if (record.report.errors > 0 && !leaveOut) throw { detail: t('imp_faulty', { n: many(record.report.errors) }), remedy: t('imp_faulty_remedy') };
  if (!(await settled())) throw { detail: t('file_unsent', { n: saving().waiting }), remedy: t('imp_unsent_remedy') };
  try {
    takePlan(await api.confirm(record.id, { crs: record.report.crs.chosen, mode, leaveOutFaulty: leaveOut }, desk.plan.etag));
  } catch (problem) {
    if (problem.status !== 412) throw problem;
    await reload();
    throw new Problem({ detail: t('imp_stale'), remedy: t('imp_stale_remedy'), code: problem.code, status: 412 });
  }
  drop();
  box.close();
  await reload();
  drawn(record.report.subzones.count);
}

/** What was drawn, with the way back. */
function drawn(n) {
  toast(t('imp_drawn', { n: many(n) }));
  document.querySelector('.toast')?.append(h('button', {
    type: 'button', class: 'toast-button', on: {
      click: (event) => {
        event.currentTarget.closest('.toast').remove();
        undo().catch((problem) => toast(problem.detail ?? t('problem_title')));
      },
    },
  }, t('file_undo')));
}
