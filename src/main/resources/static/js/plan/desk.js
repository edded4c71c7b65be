/**
 * The desk: one plan version and what one person does to it. Screens read from here and listen; only this module changes what is drawn.
 *
 * Events: `plan` (the plan's record), `drawing` (subzones; the detail is the set of uids that changed, null for all), `report`, `selection`,
 * `save` (the outbox), `people`, `comments`, `conflict`, `problem` (detail: what went wrong and where), `tried` (checks of a change
 * that is still being made; null when it ended).
 */
import * as api from '../api/plans.js';
import * as maps from '../api/maps.js';
import { aborted } from '../api/http.js';
import { foresee, named, touched } from './foresee.js';
import { createOutbox } from './outbox.js';
import { arrived, sameShape } from './rebase.js';

const page = JSON.parse(document.getElementById('page-data').textContent);
const events = new EventTarget();

/** Who sits here: `{name, roles}`. */
export const me = page.me;
export const hasRole = (role) => me.roles.includes(role);

let base = new Map(); // subzones as the server last said
let outbox = null;

export const desk = {
  plan: null,
  zone: null, // feature of the layer `zones`
  features: new Map(), // subzones as shown, by uid
  report: null,
  selection: [],
  people: [],
  comments: [],
  conflict: null, // { subzones, before, theirs, changes } while the planner has to choose
};

/** Calls `listener(detail)` on an event; returns how to stop. */
export function on(name, listener) {
  const handle = (event) => listener(event.detail);
  events.addEventListener(name, handle);
  return () => events.removeEventListener(name, handle);
}

export function emit(name, detail = null) {
  events.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Whether subzones may be drawn by whoever sits here. */
export function mayDraw() {
  const { plan } = desk;
  return Boolean(plan) && ['DRAFT', 'RETURNED'].includes(plan.status) && hasRole('PLANNER') && (plan.shared || plan.author === me.name);
}

/** Reads a plan and everything that lies with it. */
export async function open(id) {
  const [plan, drawing] = await Promise.all([api.plan(id), api.subzones(id)]);
  const [zones, report] = await Promise.all([maps.features('zones'), api.report(id)]);
  desk.zone = zones.features.find((feature) => feature.properties.code === plan.zone);
  desk.zones = zones.features;
  desk.plan = plan;
  desk.report = report;
  base = new Map(drawing.features.map((feature) => [feature.id, feature]));
  outbox = createOutbox({ key: `outbox/${me.name}/${plan.id}`, seen: () => ({ etag: desk.plan.etag, lockVersion: desk.plan.lockVersion }), deliver, stale, refused, closed, changed: () => emit('save') });
  const waiting = mayDraw() ? await outbox.resume() : 0;
  show(null);
  emit('plan');
  emit('report');
  if (waiting > 0) outbox.pump();
  return waiting;
}

/** State of the outbox: `{state, savedAt, waiting}`. */
export const saving = () => ({ state: outbox?.state ?? 'saved', savedAt: outbox?.savedAt ?? null, waiting: outbox?.entries.length ?? 0 });
/** Batches that the server does not have yet. */
export const unsent = () => outbox?.entries ?? [];
/** Resolves when nothing is on its way any more; steps of the plan's life wait for it. */
export async function settled() {
  while (outbox && !outbox.idle() && outbox.state === 'saving') await new Promise((resolve) => setTimeout(resolve, 30));
  return !outbox || outbox.idle();
}

/** What is shown: the server's drawing with everything on it that is not there yet. */
function show(changed) {
  const shown = new Map(base);
  for (const entry of outbox?.entries ?? []) {
    for (const [uid, feature] of entry.after ?? []) {
      if (feature === null) shown.delete(uid);
      else shown.set(uid, feature);
    }
  }
  desk.features = shown;
  const kept = desk.selection.filter((uid) => shown.has(uid));
  emit('drawing', changed);
  if (kept.length !== desk.selection.length) select(kept);
}

/**
 * Changes the drawing: shown at once where the browser can foresee it, written as soon as the server is reached.
 * @param {object[]} edits as `POST /edits` takes them; shapes in longitude and latitude
 * @param {{label?: string, quiet?: boolean, key?: string}} options `label` says in words what is done; `quiet` when the caller shows a
 *   refusal itself, and then waits no longer than there is a way to the server; `key` names the batch where what it makes, `new:<key>:<number of the edit>`, is spoken of elsewhere
 * @returns {Promise<void>} when the server has it
 */
export function edit(edits, { label = '', quiet = false, key = crypto.randomUUID() } = {}) {
  const after = new Map(), before = new Map();
  let sure = true;
  const seen = new Map(desk.features);
  const subjects = new Set();
  edits.forEach((one, i) => {
    const foreseen = foresee(seen, one, `new:${key}:${i}`);
    sure &&= foreseen !== null;
    for (const uid of touched(seen, one) ?? [...seen.keys()]) subjects.add(uid);
    for (const [uid, feature] of foreseen ?? []) {
      if (!before.has(uid)) before.set(uid, desk.features.get(uid) ?? null);
      after.set(uid, feature);
      if (feature === null) seen.delete(uid);
      else seen.set(uid, feature);
    }
  });
  const entry = { key, edits, label, quiet, sure, subjects: [...subjects], before: [...before], after: [...after], at: new Date().toISOString() };
  const done = outbox.add(entry);
  show(new Set(after.keys()));
  return quiet ? Promise.race([done, heldBack(entry)]) : done;
}

/** Resolves once a batch lies on this machine without a way to the server; a later refusal of it is shown to everybody. */
function heldBack(entry) {
  return new Promise((resolve) => {
    const look = () => {
      const waits = outbox.entries.includes(entry);
      if (waits && outbox.state === 'saving') return;
      stop();
      if (!waits) return; // the server has answered
      entry.quiet = false;
      resolve();
    };
    const stop = on('save', look);
    look();
  });
}

async function deliver(entry, etag = desk.plan.etag) {
  take(await api.edit(desk.plan.id, entry.edits, { ifMatch: etag, key: entry.key }), entry);
}

/** Takes in an answer of the server; `entry` is the batch it answers. */
function take(outcome, entry = null) {
  const changed = new Set(outcome.removed);
  const next = new Map(base);
  for (const uid of outcome.removed) next.delete(uid);
  for (const feature of outcome.subzones.features) {
    next.set(feature.id, feature);
    changed.add(feature.id);
  }
  base = next;
  desk.plan = outcome.plan;
  desk.report = outcome.report;
  if (entry) {
    for (const [uid] of entry.after) changed.add(uid);
    // what a draft edit made has a name of its own now
    const made = outcome.changes.created.map((one) => one.uid);
    const temporary = entry.after.map(([uid]) => uid).filter((uid) => uid.startsWith('new:'));
    temporary.forEach((uid, i) => {
      if (!made[i]) return;
      outbox.rename(uid, made[i]);
      desk.selection = desk.selection.map((one) => (one === uid ? made[i] : one));
    });
    entry.after = [];
    entry.made = made;
  }
  show(changed);
  emit('plan');
  emit('report');
}

/**
 * A colleague was quicker, or the answer to this very batch was lost. Where the two changed different subzones both stand; else the planner
 * chooses.
 */
async function stale(problem, entry) {
  const { server, changes } = problem.body;
  const before = base;
  let theirs, created;
  if (server?.subzones && changes) {
    theirs = new Set([...changes.created, ...changes.changed, ...changes.removed].map((one) => one.uid));
    created = new Set(changes.created.map((one) => one.uid));
    take({ plan: server.plan, subzones: server.subzones, removed: changes.removed.map((one) => one.uid), changes: { created: [] }, report: desk.report });
    refreshReport();
  } else {
    await reload(); // the server cannot tell what changed since: everything that looks different
    theirs = new Set([...before.keys(), ...base.keys()].filter((uid) => !unchanged(before.get(uid), base.get(uid))));
    created = new Set([...base.keys()].filter((uid) => !before.has(uid)));
  }
  const names = arrived(entry, base, created);
  if (names) {
    for (const [from, to] of names) outbox.rename(from, to);
    for (const uid of [...entry.after.map(([one]) => one), ...names.values()]) theirs.delete(uid);
    entry.after = [];
    show(null);
  }
  const waiting = outbox.entries.filter((one) => !names || one.key !== entry.key);
  const both = [...new Set(waiting.flatMap((one) => one.subjects))].filter((uid) => theirs.has(uid));
  if (both.length > 0) {
    desk.conflict = { subzones: both, before, theirs: base, changes };
    emit('conflict');
  } else if (theirs.size > 0) emit('problem', { merged: true, count: theirs.size });
  return { done: names !== null, hold: both.length > 0 };
}

const unchanged = (a, b) => Boolean(a && b) && sameShape(a, b) && JSON.stringify(a.properties) === JSON.stringify(b.properties);

/** Ends a conflict: these batches are sent on top of the colleague's version. Each is `{edits, label, key}`. */
export function resolveConflict(batches) {
  desk.conflict = null;
  outbox.clear();
  show(null);
  emit('conflict');
  for (const batch of batches) edit(batch.edits, batch);
  outbox.rest();
}

/** Somebody moved the plan on while something drawn here was on its way; that stays on this machine. */
async function closed() {
  try {
    takePlan(await api.plan(desk.plan.id));
  } catch {
    // the bar says that the plan is closed
  }
}

function refused(problem, entry) {
  show(new Set(entry.after.map(([uid]) => uid)));
  if (!entry.quiet) emit('problem', { problem, entry });
}

/** Reads the whole drawing again, as after an import. */
export async function reload() {
  const [plan, drawing, report] = await Promise.all([api.plan(desk.plan.id), api.subzones(desk.plan.id), api.report(desk.plan.id)]);
  base = new Map(drawing.features.map((feature) => [feature.id, feature]));
  desk.plan = plan;
  desk.report = report;
  show(null);
  emit('plan');
  emit('report');
}

async function refreshReport() {
  try {
    desk.report = await api.report(desk.plan.id);
    emit('report');
  } catch {
    // the next answer brings one
  }
}

/** Takes in what a colleague changed, when nothing of one's own is on its way. */
export async function catchUp() {
  if (!outbox.idle()) return;
  const outcome = await api.changes(desk.plan.id, desk.plan.lockVersion);
  if (outbox.idle() && (outcome.plan.lockVersion > desk.plan.lockVersion || outcome.plan.status !== desk.plan.status)) take(outcome);
}

/** A request that answers like an edit and is not queued: undo, redo, show, repair. It waits for the queue, and is refused offline. */
async function direct(ask) {
  if (!(await settled())) throw Object.assign(new Error('busy'), { busy: true });
  try {
    take(await ask());
  } catch (problem) {
    if (problem.status === 412) {
      await catchUp();
      take(await ask());
    } else throw problem;
  }
}

/** One step back: takes back what is not sent yet, else undoes on the server. Without limit, also after a reload. */
export async function undo() {
  const back = outbox.state === 'offline' ? outbox.takeBack() : null;
  if (back) show(new Set(back.after.map(([uid]) => uid)));
  else await direct(() => api.undo(desk.plan.id, desk.plan.etag));
}
export const redo = () => direct(() => api.redo(desk.plan.id, desk.plan.etag));
/** Shows an older revision; what came after stays in the history. */
export const showRevision = (revision) => direct(() => api.show(desk.plan.id, revision, desk.plan.etag));
export const acceptRepair = (steps) => direct(() => api.repair(desk.plan.id, steps, desk.plan.etag));

/** A step of the plan's life. Waits until everything drawn is written. */
export async function decide(step, body) {
  if (!(await settled())) throw Object.assign(new Error('busy'), { busy: true });
  try {
    desk.plan = await api.step(desk.plan.id, step, body, desk.plan.etag);
  } catch (problem) {
    if (problem.status === 412) await catchUp(); // whoever decides looks at what changed, then decides again
    throw problem;
  }
  emit('plan');
  refreshReport();
  return desk.plan;
}

/** Takes in a plan record that some other request answered with. */
export function takePlan(plan) {
  desk.plan = plan;
  emit('plan');
  if (mayDraw()) outbox.reopen();
}

let trying = null;
let wanted = null;

/** Asks what edits would lead to while they are still being made: one request at a time, the newest wins. */
export function tryOut(edits) {
  wanted = edits;
  if (trying) return;
  trying = (async () => {
    while (wanted) {
      const now = wanted;
      wanted = null;
      const since = performance.now();
      try {
        const outcome = await api.tryOut(desk.plan.id, now);
        if (!wanted) emit('tried', { outcome, report: outcome.report, ms: performance.now() - since });
      } catch (problem) {
        if (!wanted && !aborted(problem)) emit('tried', { problem });
      }
    }
    trying = null;
  })();
}

/** The change that was tried out is made or given up. */
export function stopTrying() {
  wanted = null;
  emit('tried', null);
}

/** Selects subzones by uid. */
export function select(uids, { add = false } = {}) {
  const next = add ? desk.selection.concat(uids.filter((uid) => !desk.selection.includes(uid))) : [...uids];
  if (next.length === desk.selection.length && next.every((uid, i) => uid === desk.selection[i])) return;
  desk.selection = next;
  emit('selection');
}

export function toggleSelected(uid) {
  select(desk.selection.includes(uid) ? desk.selection.filter((one) => one !== uid) : [...desk.selection, uid]);
}

export const selected = () => desk.selection.map((uid) => desk.features.get(uid)).filter(Boolean);
export const subzone = (name) => named(desk.features, name);
