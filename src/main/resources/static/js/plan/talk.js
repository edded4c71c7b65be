/** What was said about the plan: read when there is news, kept as threads, pinned to the drawing. */
import * as api from '../api/plans.js';
import { announce } from '../lib/say.js';
import { t } from '../lib/words.js';
import { current } from './address.js';
import { desk, emit, me, on } from './desk.js';
import { sheet } from './map.js';
import { insideOf, sheetReady } from './panel/marks.js';
import * as side from './side.js';

const listeners = new Set();
let problem = null;
let read = false;
let running = null;
let visible = localStorage.getItem('comment-pins') !== 'hidden';
let chosen = null;

/** Calls `listener()` when threads or the chosen one change. */
export function listen(listener) {
  listeners.add(listener);
}

const tell = () => listeners.forEach((listener) => listener());

export async function start() {
  on('comments', refresh);
  on('plan', statusChanged);
  listen(badge);
  await sheetReady;
  listen(draw);
  on('drawing', draw);
  draw();
}

let status = null;

/** A plan that was sent back brings comments with it. */
function statusChanged() {
  if (status !== null && status !== desk.plan.status) refresh();
  status = desk.plan.status;
}

/** Reads the comments anew; one request at a time. */
export function refresh() {
  running ??= (async () => {
    try {
      const { features } = await api.comments(desk.plan.id);
      news(features);
      desk.comments = features;
      problem = null;
      read = true;
    } catch (fault) {
      problem = fault;
    }
    running = null;
    tell();
  })();
  return running;
}

function news(features) {
  if (!read) return;
  const known = new Set(desk.comments.map((one) => one.id));
  const fresh = features.filter((one) => !known.has(one.id) && one.properties.author !== me.name);
  if (fresh.length > 0) announce(t('comments_new', { n: fresh.length, name: fresh[0].properties.authorName }));
}

/** Why the comments could not be read, null when they could; and whether they ever were. */
export const fault = () => problem;
export const known = () => read;

/** A, B, … Z, AA, AB, … */
function lettered(i) {
  return (i >= 26 ? lettered(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));
}

/** Threads in the order they began: `{id, letter, comment, replies, open, decision}`. */
export function threads() {
  const replies = Map.groupBy ? Map.groupBy(desk.comments, (one) => one.properties.parent ?? 0) : grouped(desk.comments);
  return (replies.get(0) ?? []).map((comment, i) => ({
    id: comment.id, letter: lettered(i), comment, replies: replies.get(comment.id) ?? [], open: !comment.properties.resolvedAt, decision: comment.properties.decision ?? null,
  }));
}

function grouped(comments) {
  const groups = new Map();
  for (const one of comments) {
    const key = one.properties.parent ?? 0;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

/** The shape a thread points at: its own place, else its subzone as it is now; null when neither is there. */
export const shapeOf = ({ comment }) => comment.geometry ?? desk.features.get(comment.properties.subzone)?.geometry ?? null;

export const chosenThread = () => chosen;

/** Chooses a thread, null for none. */
export function choose(id) {
  if (chosen === id) return;
  chosen = id;
  tell();
}

export const pinsVisible = () => visible;

export function showPins(on) {
  visible = on;
  localStorage.setItem('comment-pins', on ? 'shown' : 'hidden');
  draw();
}

function badge() {
  const open = threads().filter((thread) => thread.open).length;
  side.setBadge('comments', open > 0 ? String(open) : '', 'violet');
}

/** Open threads as pins; the chosen one with its shape, also when it is resolved. */
function draw() {
  if (!sheet.overlay) return;
  const shown = current().with ? [] : threads().filter((thread) => shapeOf(thread) && ((visible && thread.open) || thread.id === chosen));
  sheet.overlay.pins('comment-pins', shown.map((thread) => ({
    at: insideOf(shapeOf(thread)), text: thread.letter, title: thread.comment.properties.text.slice(0, 80), className: `comment-pin ${thread.id === chosen ? 'chosen' : ''} ${thread.open ? '' : 'resolved'}`,
    click: () => {
      side.open('comments');
      choose(thread.id);
      emit('thread', thread.id);
    },
  })));
  sheet.overlay.show('comment-shapes', shown.filter((thread) => thread.comment.geometry && thread.comment.geometry.type !== 'Point').map((thread) => thread.comment.geometry), { className: 'comment-shape', weight: 1.5, fill: false });
  const one = shown.find((thread) => thread.id === chosen);
  sheet.overlay.show('comment-chosen', one && shapeOf(one).type !== 'Point' ? [shapeOf(one)] : [], { className: 'comment-shape chosen', weight: 3, fill: false });
}
