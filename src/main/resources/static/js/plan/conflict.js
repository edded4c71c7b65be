/**
 * Two people changed the same subzones: both shapes on the map, what each changed, and a choice for each subzone. Nothing is sent and
 * nothing is lost before the planner has chosen; closing the card only puts it off.
 */
import * as api from '../api/plans.js';
import { byId, h, icon } from '../lib/dom.js';
import { m2, number } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { t } from '../lib/words.js';
import { desk, me, on, resolveConflict, unsent } from './desk.js';
import { dialog } from '../lib/dialog.js';
import { sheet, zoomTo } from './map.js';
import { sheetReady } from './panel/marks.js';
import { batches, crossing, merged } from './rebase.js';

let box = null;
let choices = new Map(); // uid → mine, theirs, merge
let redo = new Map(); // key of a batch → again, drop
let who = null; // name of the colleague, once it is known

export function start() {
  on('conflict', () => {
    if (!desk.conflict) {
      leave();
      return;
    }
    choices = new Map();
    redo = new Map();
    byId('alert').textContent = t('conflict_said', { n: desk.conflict.subzones.length });
    colleague();
    show();
  });
  on('showconflict', show);
}

/** Who changed the plan last, from its history. */
async function colleague() {
  who = null;
  try {
    const { revisions } = await api.revisions(desk.plan.id);
    const newest = revisions.reduce((a, b) => (b.revision > a.revision ? b : a));
    who = newest.author === me.name ? t('conflict_self') : desk.people.find((person) => person.name === newest.author)?.displayName ?? newest.author;
    if (box) draw();
  } catch {
    // the card says “somebody else”
  }
}

const other = () => who ?? t('somebody_else');
const facts = () => crossing({ entries: unsent(), uids: desk.conflict.subzones, before: desk.conflict.before, theirs: desk.conflict.theirs });

async function show() {
  if (!desk.conflict || box) return;
  await sheetReady;
  if (!desk.conflict || box) return;
  const typing = document.activeElement?.closest?.('input, textarea, select') ? document.activeElement : null;
  const body = h('div', { class: 'conflict' });
  box = dialog({
    title: t('conflict_title'), modal: false, className: 'conflict-dialog', body,
    actions: [{ text: t('conflict_later') }, { text: t('conflict_do'), primary: true, run: resolve }],
  });
  box.body = body;
  box.closed.then(() => {
    box = null;
    for (const name of ['before', 'mine', 'theirs', 'chosen']) sheet.overlay.clear(`conflict-${name}`);
  });
  draw();
  typing?.focus(); // whoever writes is told, not interrupted
  zoomTo(...facts().subzones.flatMap((one) => [one.mine, one.theirs]).filter(Boolean).map((one) => one.geometry));
}

function leave() {
  box?.close();
}

function draw() {
  const { subzones, redo: again, alone } = facts();
  for (const one of subzones) if (!choices.has(one.uid) && one.choice) choices.set(one.uid, one.choice);
  box.body.replaceChildren(
    h('p', {}, t('conflict_text', { name: other(), n: subzones.length + again.length })),
    h('ul', { class: 'conflict-key' }, ['mine', 'theirs', 'before'].map((side) => h('li', {}, h('i', { class: `key-line ${side}`, 'aria-hidden': 'true' }), t(`conflict_${side}`, { name: other() })))),
    ...subzones.map(subzoneChoice),
    ...again.map(batchChoice),
    alone > 0 ? h('p', { class: 'note ok' }, icon('check', 'small'), t('conflict_alone', { n: alone })) : '',
    h('p', { class: 'conflict-missing field-fault', role: 'alert', hidden: true }));
  overlays(subzones);
}

function overlays(subzones) {
  const shapes = (side) => subzones.map((one) => one[side]).filter(Boolean);
  sheet.overlay.show('conflict-before', shapes('before'), { className: 'conflict-before', weight: 2, fill: false });
  sheet.overlay.show('conflict-mine', shapes('mine'), { className: 'conflict-mine', weight: 3, fill: false });
  // dashes on a line: where both run alike both are seen
  sheet.overlay.show('conflict-theirs', shapes('theirs'), { className: 'conflict-theirs', weight: 3, fill: false });
  const outcome = subzones.map((one) => ({ mine: one.mine, theirs: one.theirs, merge: one.mergeable && merged(one) })[choices.get(one.uid)]).filter(Boolean);
  sheet.overlay.show('conflict-chosen', outcome, { className: 'conflict-chosen', weight: 0 });
}

function subzoneChoice(one) {
  const ways = ['mine', 'theirs', ...(one.mergeable ? ['merge'] : [])];
  const name = `conflict-${one.uid}`;
  const shapes = [one.mine, one.theirs, one.before].filter(Boolean).map((feature) => feature.geometry);
  return h('fieldset', { class: 'crossing', data: { uid: one.uid } },
    h('legend', {}, h('b', {}, one.code), h('button', { type: 'button', class: 'link', 'aria-label': `${t('go_there')}: ${one.code}`, on: { click: () => zoomTo(...shapes) } }, t('go_there'))),
    table(one),
    one.mergeable ? '' : h('p', { class: 'quiet small' }, t(one.mine && one.theirs ? 'conflict_same_fields' : one.mine ? 'conflict_they_removed' : 'conflict_you_removed', { name: other() })),
    h('div', { class: 'ways' }, ways.map((way) => h('label', { class: 'way' }, h('input', { type: 'radio', name, value: way, checked: choices.get(one.uid) === way, on: { change: () => {
      choices.set(one.uid, way);
      overlays(facts().subzones);
      missing([]);
    } } }), h('span', {}, t(`conflict_way_${way}`), h('span', { class: 'quiet small' }, t(`conflict_way_${way}_${wayState(one, way)}`)))))));
}

/** What a choice means for a subzone that one of the two removed. */
function wayState(one, way) {
  if (way === 'mine') return one.mine ? 'stays' : 'goes';
  if (way === 'theirs') return one.theirs ? 'stays' : 'goes';
  return 'stays';
}

/** Fields that either changed: before, mine, theirs. */
function table(one) {
  const names = [...new Set([...(one.mineChanged ?? []), ...(one.theirsChanged ?? [])])].filter((name) => name !== 'shape');
  const shape = !one.mineChanged || !one.theirsChanged || one.mineChanged.includes('shape') || one.theirsChanged.includes('shape');
  const cell = (side, name) => {
    const feature = one[side];
    const text = !feature ? t(side === 'before' ? 'conflict_was_not' : 'conflict_removed') : name === 'area' ? m2(feature.properties.areaM2 ?? 0) : value(name, feature.properties[name]);
    const differs = side !== 'before' && (one[`${side}Changed`] === null || one[`${side}Changed`].includes(name === 'area' ? 'shape' : name));
    return h('td', { class: differs ? 'differs' : '' }, h('span', { class: name === 'area' ? 'nowrap' : '' }, text), differs && (name === 'area' && feature ? h('div', {}, t('conflict_outline')) : h('span', { class: 'sr' }, `, ${t('conflict_differs')}`)));
  };
  return h('table', { class: 'crossing-table' }, h('caption', { class: 'sr' }, t('conflict_table', { code: one.code })),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('conflict_field')), ['before', 'mine', 'theirs'].map((side) => h('th', { scope: 'col' }, t(`conflict_${side}_short`))))),
    h('tbody', {}, [...names, ...(shape ? ['area'] : [])].map((name) => h('tr', {}, h('th', { scope: 'row' }, t(name === 'area' ? 'conflict_area' : `attribute_${name}`)), ['before', 'mine', 'theirs'].map((side) => cell(side, name))))));
}

function value(name, given) {
  if (given === null || given === undefined || given === '') return '–';
  if (name === 'landUse') return t(`use_${given}`);
  return typeof given === 'number' ? number(given, 2) : given;
}

/** A batch that only the server can work out: done again on the new drawing, or given up. */
function batchChoice(entry) {
  const codes = entry.subjects.filter((uid) => desk.conflict.subzones.includes(uid)).map((uid) => (desk.conflict.theirs.get(uid) ?? desk.conflict.before.get(uid))?.properties.code).filter(Boolean);
  return h('fieldset', { class: 'crossing', data: { batch: entry.key } },
    h('legend', {}, h('b', {}, entry.label || t('conflict_batch'))),
    h('p', { class: 'quiet small' }, t('conflict_batch_text', { codes: codes.join(', '), name: other() })),
    h('div', { class: 'ways' }, ['again', 'drop'].map((way) => h('label', { class: 'way' }, h('input', { type: 'radio', name: `batch-${entry.key}`, value: way, checked: redo.get(entry.key) === way, on: { change: () => {
      redo.set(entry.key, way);
      missing([]);
    } } }), h('span', {}, t(`conflict_${way}`))))));
}

/** Says what is not chosen yet. */
function missing(names) {
  const line = box.body.querySelector('.conflict-missing');
  line.hidden = names.length === 0;
  line.textContent = names.length === 0 ? '' : t('conflict_missing', { what: names.join(', ') });
}

function resolve() {
  const { subzones, redo: again } = facts();
  const open = [...subzones.filter((one) => !choices.has(one.uid)).map((one) => [one.code, `[data-uid="${one.uid}"]`]), ...again.filter((entry) => !redo.has(entry.key)).map((entry) => [entry.label || t('conflict_batch'), `[data-batch="${entry.key}"]`])];
  if (open.length > 0) {
    missing(open.map(([name]) => name));
    box.body.querySelector(`${open[0][1]} input`).focus();
    return false;
  }
  const next = batches({ entries: unsent(), uids: desk.conflict.subzones, theirs: desk.conflict.theirs }, choices, redo, { label: t('conflict_label'), key: () => crypto.randomUUID() });
  resolveConflict(next);
  toast(t(next.length > 0 ? 'conflict_done' : 'conflict_done_theirs'));
  return true;
}
