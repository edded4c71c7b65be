/** The needs above the list: each a button with its value, × clears it, a tap edits it in place; every change goes into the address at once. */
import { vacancies } from '../api/space.js';
import { byId, h, icon } from '../lib/dom.js';
import { needsOfAll, readMachines } from '../lib/machine.js';
import { NEEDS, current, go, hasNeeds, onChange } from '../lib/state.js';
import { toast } from '../lib/say.js';
import { t } from '../lib/words.js';
import { CONDITIONS, FIRST, MORE, knowsIndustry, learn, needText, setKeys, valueText, without } from './conditions.js';

let open = null; // the condition in the editor, or `more` for the list of those that can be added
let editor = null;
let found = null;

export function start() {
  for (const type of ['pointerover', 'focusin']) byId('need-row').addEventListener(type, () => editors().catch(() => {}), { once: true });
  byId('needs-clear').addEventListener('click', () => {
    close();
    go(Object.fromEntries(NEEDS.map((name) => [name, null])));
  });
  onChange((now, before) => {
    if (!NEEDS.some((name) => now[name] !== before[name])) return;
    draw();
    editor?.changed();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open && !event.defaultPrevented) {
      event.preventDefault();
      closeAndReturn();
    }
  });
  draw();
}

/** The counts of a new answer. */
export function show(answer) {
  found = answer;
  learn(answer.facets);
  draw(); // an answer may bring the name of the industry
  editor?.found(answer);
  learnIndustry();
}

/** Where nothing fits, no answer names the industry that is asked for; one without conditions does. */
async function learnIndustry() {
  const { industry } = current();
  if (!industry || knowsIndustry(industry)) return;
  try {
    learn((await vacancies({ limit: 1 })).facets);
    draw();
  } catch {
    // the chip shows the code instead
  }
}

function draw() {
  const set = setKeys();
  const row = byId('need-row');
  const focused = row.contains(document.activeElement) ? document.activeElement : null;
  const mark = focused && [focused.dataset.need, focused.dataset.clear];
  row.replaceChildren(
    ...FIRST.map((key) => cell(key)),
    h('div', { class: 'need-extras' }, MORE.filter((key) => set.includes(key) || open === key).map((key) => cell(key)), more()));
  const machines = readMachines(current().machines);
  byId('need-sum').textContent = machines.length > 0 ? t(machines.length > 1 ? 'machines_need' : 'machine_needs', { needs: needText(needsOfAll(machines)) }) : '';
  if (mark) (row.querySelector(`[data-clear="${mark[1]}"]`) ?? row.querySelector(`[data-need="${mark[0] ?? mark[1]}"]`) ?? row.querySelector('[data-need="more"]'))?.focus({ preventScroll: true });
  byId('needs-clear').hidden = !hasNeeds();
}

function cell(key) {
  const value = valueText(key);
  const label = t(`need_${key}`);
  const flag = ['flag', 'box'].includes(CONDITIONS[key].kind);
  const openButton = h('button', {
    class: 'need-open', type: 'button', data: { need: key }, 'aria-expanded': String(open === key), 'aria-controls': 'need-editor', on: { click: () => toggle(key) },
  }, h('span', { class: 'need-label' }, label), ' ', !flag && h('span', { class: 'need-value' }, value ?? t('any')));
  return h('div', { class: `need${value ? ' set' : ''}${flag ? ' flag' : ''}${FIRST.includes(key) ? '' : ' extra'}` }, openButton,
    value && h('button', { class: 'need-clear', type: 'button', data: { clear: key }, 'aria-label': t('clear_need', { need: label, value }), on: { click: () => clear(key) } }, icon('close', 'small')));
}

function more() {
  return h('div', { class: 'need add extra' }, h('button', {
    class: 'need-open', type: 'button', data: { need: 'more' }, 'aria-expanded': String(open === 'more'), 'aria-controls': 'need-editor', on: { click: () => toggle('more') },
  }, h('span', { class: 'need-label' }, `+ ${t('add_condition')}`)));
}

function clear(key) {
  if (open === key) close();
  go(without(key));
}

function toggle(key) {
  if (open === key) closeAndReturn();
  else edit(key);
}

/** The editors come when the first is opened, or about to be. */
const editors = () => import('../late/editor.js');

/** Opens the editor of a condition, or the list of all others. */
export async function edit(key) {
  open = key;
  draw();
  let createEditor;
  try {
    ({ createEditor } = await editors());
  } catch {
    toast(t('offline_title')); // the next tap tries again
    if (open === key) close();
    return;
  }
  if (open !== key) return;
  editor = createEditor(key, { close: closeAndReturn, edit });
  byId('need-editor').replaceChildren(...editor.nodes);
  byId('need-editor').hidden = false;
  document.body.dataset.editing = key;
  if (found) editor.found(found);
  byId('need-editor').querySelector('h2')?.focus({ preventScroll: true });
  byId('need-row').querySelector(`[data-need="${key}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function close() {
  open = null;
  editor = null;
  delete document.body.dataset.editing;
  byId('need-editor').hidden = true;
  byId('need-editor').replaceChildren();
  draw();
}

function closeAndReturn() {
  const key = open;
  close();
  (byId('need-row').querySelector(`[data-need="${key}"]`) ?? byId('need-row').querySelector('[data-need="more"]'))?.focus({ preventScroll: true });
}

