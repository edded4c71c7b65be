/** The largest machines: tonnes and metres, from which floor load, height and lift follow. */
import { h, icon } from '../lib/dom.js';
import { load, number } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { ofMachines } from './needs.js';

const SIZES = [['weightT', 't'], ['lengthM', 'm'], ['widthM', 'm'], ['heightM', 'm']];
const MOST = 20;

/**
 * @param {object} draft its `machines` are texts as they were typed
 * @param {() => void} changed
 */
export function machines(draft, changed) {
  const list = h('ol', { class: 'machines' });
  const sum = h('p', { class: 'hint', role: 'status' });
  const say = () => {
    const needs = ofMachines(draft);
    sum.textContent = needs.load === undefined ? t('machines_none') : t('machines_need', { load: load(needs.load), height: number(needs.height, 2), lift: number(needs.lift, 2) });
  };
  const row = (one, index) => h('li', { class: 'machine' },
    h('div', { class: 'machine-head' },
      h('input', { class: 'input', type: 'text', value: one.name ?? '', placeholder: t('machine_name'), 'aria-label': t('machine_name_n', { n: index + 1 }), maxlength: 100, on: { input: (event) => { one.name = event.target.value; changed(); } } }),
      h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('machine_remove', { n: index + 1 }), on: { click: () => { draft.machines.splice(index, 1); changed(); draw(); add.focus(); } } }, icon('close', 'small'))),
    h('div', { class: 'machine-sizes' }, SIZES.map(([key, unit]) => h('label', {}, h('span', {}, t(`machine_${key}`), ' ', h('span', { class: 'quiet' }, `(${unit})`)),
      h('input', { class: 'input', type: 'text', inputmode: 'decimal', value: one[key] ?? '', on: { input: (event) => { one[key] = event.target.value; say(); changed(); } } })))));
  const add = h('button', { type: 'button', class: 'button', on: { click: () => {
    if (draft.machines.length >= MOST) return;
    draft.machines.push({});
    changed();
    draw();
    list.lastElementChild.querySelector('input').focus();
  } } }, icon('plus', 'small'), t('machine_add'));
  const draw = () => {
    list.replaceChildren(...draft.machines.map(row));
    add.hidden = draft.machines.length >= MOST;
    say();
  };
  draw();
  return h('fieldset', { class: 'form-field' }, h('legend', {}, t('machines_title'), h('span', { class: 'quiet' }, ` ${t('optional')}`)), h('p', { class: 'hint' }, t('machines_hint')), list, add, sum);
}
