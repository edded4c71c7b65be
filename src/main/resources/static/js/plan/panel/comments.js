/** Comments on the plan: open threads first, with those of a return on top; resolved ones folded away. */
import * as api from '../../api/plans.js';
import { h, icon } from '../../lib/dom.js';
import { moment } from '../../lib/numbers.js';
import { announce } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { desk, hasRole, on } from '../desk.js';
import { zoomTo } from '../map.js';
import { placeField, placeText } from '../pin.js';
import * as talk from '../talk.js';

const maySay = () => (hasRole('PLANNER') || hasRole('APPROVER')) && desk.plan.status !== 'SUPERSEDED';
const draftKey = (thread) => `form/comment/${desk.plan.id}/${thread ?? ''}`;

let host = null;
let list = null;
let answering = null; // thread whose answer is being written
let foldOpen = false;
let ground = null; // the newest return: {id, reason, madeBy, madeAt}
let slow = null;

export function start(element) {
  host = element;
  list = h('div', { class: 'threads' });
  const pins = h('input', { type: 'checkbox', checked: talk.pinsVisible(), on: { change: () => talk.showPins(pins.checked) } });
  host.append(h('div', { class: 'section-head' }, h('h2', {}, t('comments_title')), h('label', { class: 'switch small' }, pins, t('comments_pins'))), maySay() ? composer() : h('p', { class: 'quiet small pad' }, t('comments_read_only')), list);
  talk.listen(draw);
  on('plan', readReturn);
  on('drawing', () => document.activeElement?.dataset.field || draw()); // not under the hands of whoever writes
  on('thread', (id) => focusThread(id));
  slow = setTimeout(draw, 300);
  talk.refresh();
  readReturn();
}

/** The reason of the newest return stands above its comments. */
async function readReturn() {
  try {
    const { decisions } = await api.decisions(desk.plan.id);
    ground = decisions.filter((one) => one.action === 'RETURN').pop() ?? null;
    draw();
  } catch {
    // the stepper shows the decisions and says why it cannot
  }
}

function composer() {
  const place = placeField();
  const input = textField(null, t('comment_text'));
  const fault = h('p', { class: 'inline-fault', role: 'alert', hidden: true });
  const send = h('button', { type: 'button', class: 'button strong', on: { click: () => say(send, fault, input, place.value(), () => {
    place.clear();
    element.classList.remove('open');
  }) } }, t('comment_send'));
  const element = h('section', { class: `composer ${input.value === '' ? '' : 'open'}`, 'aria-label': t('comment_new') }, h('label', { class: 'field' }, t('comment_new'), input), place.element, fault, h('div', { class: 'composer-do' }, send));
  input.addEventListener('focus', () => element.classList.add('open')); // where it points is asked once somebody writes
  return element;
}

function textField(thread, label) {
  const input = h('textarea', { class: 'input', rows: 2, maxlength: 2000, placeholder: label, 'aria-label': label, data: { field: thread ?? 'new' } });
  input.value = sessionStorage.getItem(draftKey(thread)) ?? '';
  input.addEventListener('input', () => sessionStorage.setItem(draftKey(thread), input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    input.closest('.composer, .answer').querySelector('.strong').click();
  });
  return input;
}

/** Sends a comment; what was typed stays until the server has it. */
async function say(button, fault, input, { place, subzone } = {}, sent, parent = null) {
  const text = input.value.trim();
  fault.hidden = true;
  if (text === '') {
    input.focus();
    return;
  }
  if (button.getAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  try {
    const made = await api.comment(desk.plan.id, { text, ...(place ? { place } : {}), ...(subzone ? { subzone } : {}), ...(parent ? { parent } : {}) });
    sessionStorage.removeItem(draftKey(parent));
    input.value = '';
    sent();
    await talk.refresh();
    talk.choose(parent ?? made.id);
    announce(t('comment_sent'));
  } catch (problem) {
    refuse(fault, problem);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

function refuse(fault, problem) {
  fault.hidden = false;
  fault.replaceChildren(icon('blocked', 'small'), h('span', {}, [problem.detail ?? problem.title, problem.remedy].filter(Boolean).join(' ')));
}

function draw() {
  if (!list) return;
  clearTimeout(slow);
  const focus = list.contains(document.activeElement) ? { key: document.activeElement.dataset.key, field: document.activeElement.dataset.field, at: document.activeElement.selectionStart } : null;
  const all = talk.threads();
  const open = all.filter((thread) => thread.open), closed = all.filter((thread) => !thread.open);
  const fromReturn = (thread) => ground !== null && thread.decision === ground.id;
  const returned = open.filter(fromReturn), others = open.filter((thread) => !fromReturn(thread));
  list.replaceChildren(...[
    talk.fault() && h('div', { class: 'state error' }, h('h3', {}, icon('blocked'), talk.fault().detail ?? talk.fault().title), talk.fault().remedy && h('p', {}, talk.fault().remedy), talk.known() && h('p', {}, t('comments_old')),
      h('button', { type: 'button', class: 'button', on: { click: () => talk.refresh() } }, t('try_again'))),
    !talk.known() && !talk.fault() && h('p', { class: 'quiet pad' }, t('reading')),
    ground && (desk.plan.status === 'RETURNED' || returned.length > 0) && h('section', { class: 'return-note' }, h('h3', {}, icon('warn', 'small'), t('return_by', { name: ground.madeBy, time: moment(ground.madeAt) })), h('blockquote', {}, ground.reason),
      returned.length > 0 && h('ol', { class: 'thread-list' }, returned.map(item))),
    talk.known() && all.length === 0 && h('div', { class: 'state' }, h('h3', {}, t('comments_none')), h('p', { class: 'quiet' }, t(maySay() ? 'comments_none_do' : 'comments_none_read'))),
    others.length > 0 && h('section', {}, h('h3', { class: 'group-head' }, t('comments_open', { n: others.length })), h('ol', { class: 'thread-list' }, others.map(item))),
    closed.length > 0 && h('details', { class: 'resolved-threads', open: foldOpen || closed.some((thread) => thread.id === talk.chosenThread()), on: { toggle: (event) => (foldOpen = event.currentTarget.open) } },
      h('summary', { class: 'group-head' }, t('comments_resolved', { n: closed.length })), h('ol', { class: 'thread-list' }, closed.map(item))),
  ].filter(Boolean));
  if (focus?.field) {
    const field = list.querySelector(`[data-field="${focus.field}"]`);
    field?.focus();
    field?.setSelectionRange(focus.at, focus.at);
  } else if (focus?.key) list.querySelector(`[data-key="${focus.key}"]`)?.focus();
}

function item(thread) {
  const { properties } = thread.comment;
  const shape = talk.shapeOf(thread);
  const subzone = properties.subzone && placeText({ subzone: properties.subzone });
  const where = subzone ?? (thread.comment.geometry ? placeText({ place: thread.comment.geometry }) : '');
  const head = h('div', { class: 'thread-head' }, h('span', { class: `pin-letter ${thread.open ? '' : 'resolved'}` }, thread.letter), h('b', {}, properties.authorName), h('span', { class: 'quiet small' }, moment(properties.madeAt)));
  const fault = h('p', { class: 'inline-fault', role: 'alert', hidden: true });
  const chosen = talk.chosenThread() === thread.id;
  return h('li', { class: `thread ${chosen ? 'chosen' : ''} ${thread.open ? '' : 'resolved'}`, data: { thread: thread.id } },
    head, thread.decision && h('span', { class: 'tag warn' }, t('comment_of_return')),
    h('p', { class: 'said' }, properties.text),
    where && (shape
      ? h('button', { type: 'button', class: 'link', data: { key: `go-${thread.id}` }, 'aria-label': `${t('go_there')}: ${where}`, on: { click: () => {
        talk.choose(thread.id);
        zoomTo(shape);
      } } }, where)
      : h('p', { class: 'quiet small' }, where)),
    thread.replies.length > 0 && h('ol', { class: 'replies' }, thread.replies.map((reply) => h('li', {}, h('div', { class: 'thread-head' }, h('b', {}, reply.properties.authorName), h('span', { class: 'quiet small' }, moment(reply.properties.madeAt))), h('p', { class: 'said' }, reply.properties.text)))),
    !thread.open && h('p', { class: 'quiet small' }, t('resolved_by', { name: properties.resolvedBy, time: moment(properties.resolvedAt) })),
    h('div', { class: 'thread-do' },
      maySay() && thread.open && answering !== thread.id && h('button', { type: 'button', class: 'link', data: { key: `answer-${thread.id}` }, on: { click: () => {
        answering = thread.id;
        draw();
        list.querySelector(`[data-field="${thread.id}"]`)?.focus();
      } } }, t('comment_answer')),
      properties.mayResolve && h('button', { type: 'button', class: 'link', data: { key: `turn-${thread.id}` }, on: { click: (event) => turn(thread, event.currentTarget, fault) } }, t(thread.open ? 'comment_resolve' : 'comment_reopen'))),
    fault,
    answering === thread.id && thread.open && answer(thread));
}

function answer(thread) {
  const input = textField(thread.id, t('comment_answer_text'));
  const fault = h('p', { class: 'inline-fault', role: 'alert', hidden: true });
  const send = h('button', { type: 'button', class: 'button strong', on: { click: () => say(send, fault, input, {}, () => (answering = null), thread.id) } }, t('comment_send'));
  const leave = h('button', { type: 'button', class: 'button', on: { click: () => {
    answering = null;
    draw();
    list.querySelector(`[data-key="answer-${thread.id}"]`)?.focus();
  } } }, t('close'));
  return h('div', { class: 'answer' }, input, fault, h('div', { class: 'composer-do' }, leave, send));
}

async function turn(thread, button, fault) {
  if (button.getAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  try {
    await api.resolve(desk.plan.id, thread.id, !thread.open);
    await talk.refresh();
    announce(t(thread.open ? 'comment_resolved_said' : 'comment_reopened_said'));
  } catch (problem) {
    button.removeAttribute('aria-busy');
    refuse(fault, problem);
  }
}

/** Brings a thread that was chosen on the map into view. */
function focusThread(id) {
  const entry = list?.querySelector(`[data-thread="${id}"]`);
  entry?.scrollIntoView({ block: 'nearest' });
  entry?.querySelector('button')?.focus({ preventScroll: true });
}
