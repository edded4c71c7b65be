/** What is to be otherwise: weights, priority points, floors, quotas, applications. Only what differs is sent. */
import { h, put } from '../../lib/dom.js';
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { nameOf } from '../result/board.js';

const WEIGHTS = ['demand', 'preference', 'vacantRun', 'cluster'];
const POINTS = ['base', 'supporting', 'hightech', 'green', 'domestic', 'displaced', 'cap'];
const GROUPS = ['SME', 'SUPPORTING', 'DISPLACED'];
const USUAL = 20_000;

let serial = 0;

/**
 * @param {object} board
 * @param {object|null} round with its criteria
 * @param {{fork: (asked: object) => Promise<void>, cancel: () => void}} actions
 */
export function createForm(board, round, { fork, cancel }) {
  const points = round?.criteria?.policy?.points ?? round?.criteria?.points ?? {};
  const withoutFloors = new Set(), withoutFirms = new Set();
  const fault = h('p', { class: 'form-fault', role: 'alert', hidden: true });
  const id = (name) => `whatif-${name}`;
  const whole = (name, label, value, empty = '') => h('label', { class: 'field', for: id(name) }, label,
    h('input', { class: 'input', id: id(name), name, type: 'number', inputmode: 'numeric', min: 0, step: 1, value: value ?? empty, data: { usual: value ?? '' } }));

  const floors = board.buildings.flatMap((building) => building.floors.map((floor) => ({ value: floor.key, text: t('ar_floor_of', { building: floor.building, level: floor.level }) })));
  const firms = board.applicants.map((one) => ({ value: one.application, text: `${nameOf(one)} (${one.application})` }));

  const form = h('form', { class: 'scenario-form', novalidate: true, on: { submit: send } },
    h('label', { class: 'field wide', for: id('name') }, t('ar_scenario_name'), h('input', { class: 'input', id: id('name'), name: 'name', maxlength: 200, required: true, autocomplete: 'off' })),
    h('fieldset', {}, h('legend', {}, t('ar_weights')), WEIGHTS.map((name) => whole(`weights.${name}`, t(`ar_weight_${name}`), board.weights[name]))),
    h('fieldset', {}, h('legend', {}, t('ar_priority_points')), POINTS.map((name) => whole(`points.${name}`, t(`ar_point_${name}`), points[name]))),
    h('fieldset', {}, h('legend', {}, t('ar_quotas')), GROUPS.map((name) => whole(`quotas.${name}`, t(`ar_quota_${name}`), undefined))),
    h('fieldset', {}, h('legend', {}, t('ar_without')), several('floors', t('ar_without_floors'), floors, withoutFloors), several('firms', t('ar_without_firms'), firms, withoutFirms)),
    h('fieldset', {}, h('legend', {}, t('ar_effort')), whole('iterations', t('ar_iterations'), USUAL)),
    fault,
    h('div', { class: 'form-end' }, h('button', { type: 'submit', class: 'button primary' }, t('ar_solve_scenario')), h('button', { type: 'button', class: 'button', on: { click: cancel } }, t('ar_cancel'))));

  /** A field that finds things by name, and those that were chosen as chips. */
  function several(name, label, all, chosen) {
    const list = h('datalist', { id: id(`${name}-${++serial}`) }, all.map((one) => h('option', { value: one.text })));
    const chips = h('div', { class: 'chips' });
    const field = h('input', { class: 'input', id: id(name), list: list.id, autocomplete: 'off', placeholder: t('ar_choose'), on: { change: take, input: take } });
    function take() {
      const found = all.find((one) => one.text === field.value);
      if (!found) return;
      chosen.add(found.value);
      field.value = '';
      draw();
    }
    function draw() {
      put(chips, [...chosen].map((value) => h('button', { type: 'button', class: 'chip on', 'aria-label': t('ar_remove_name', { name: all.find((one) => one.value === value).text }), on: { click: () => { chosen.delete(value); draw(); field.focus(); } } }, all.find((one) => one.value === value).text, ' ×')));
    }
    return h('div', { class: 'field wide' }, h('label', { for: id(name) }, label), field, list, chips);
  }

  async function send(event) {
    event.preventDefault();
    fault.hidden = true;
    for (const control of form.elements) control.removeAttribute('aria-invalid');
    const asked = { name: form.elements.name.value };
    for (const control of form.querySelectorAll('input[type=number]')) {
      if (control.value === '' || control.value === control.dataset.usual) {
        if (control.name !== 'iterations') continue;
      }
      const value = Number(control.value);
      if (!Number.isInteger(value) || value < 0) return refuse(t('ar_whole_number'), control.name);
      const [group, name] = control.name.split('.');
      if (name) asked[group] = { ...asked[group], [name]: value };
      else asked[group] = value;
    }
    if (withoutFloors.size > 0) asked.withoutFloors = [...withoutFloors];
    if (withoutFirms.size > 0) asked.withoutApplications = [...withoutFirms];
    const changed = Object.keys(asked).some((key) => !['name', 'iterations'].includes(key));
    if (asked.name.trim() === '') return refuse(t('ar_name_missing'), 'name');
    if (!changed) return refuse(t('ar_nothing_changed'), 'weights.demand');
    const button = form.querySelector('button[type=submit]');
    button.setAttribute('aria-busy', 'true');
    try {
      await fork(asked);
    } catch (problem) {
      refuse([problem.detail ?? problem.message, problem.remedy].filter(Boolean).join(' '), problem.body?.field);
    } finally {
      button.removeAttribute('aria-busy');
    }
    return undefined;
  }

  function refuse(text, name) {
    fault.textContent = text;
    fault.id = 'whatif-fault';
    fault.hidden = false;
    const control = name && form.elements[name];
    if (control?.setAttribute) {
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', fault.id);
      control.focus();
    }
  }

  return form;
}

/** What a scenario changed, as short words. */
export function changes(asked) {
  const words = [];
  for (const [name, value] of Object.entries(asked.weights ?? {})) words.push(`${t(`ar_weight_${name}`)}: ${number(value)}`);
  for (const [name, value] of Object.entries(asked.points ?? {})) words.push(`${t(`ar_point_${name}`)}: ${number(value)}`);
  for (const [name, value] of Object.entries(asked.quotas ?? {})) words.push(`${t(`ar_quota_${name}`)}: ${number(value)}`);
  if (asked.withoutFloors?.length) words.push(t('ar_without_list', { list: asked.withoutFloors.join(', ') }));
  if (asked.withoutApplications?.length) words.push(t('ar_without_list', { list: asked.withoutApplications.join(', ') }));
  return words;
}
