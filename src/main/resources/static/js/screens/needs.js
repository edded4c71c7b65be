/** What the firm's machines need, edited in place; every change goes into the address at once. */
import { byId, debounce, h, icon } from '../lib/dom.js';
import { number, parseNumber, tonnes } from '../lib/numbers.js';
import { NEEDS, current, go, hasNeeds, needs, onChange } from '../lib/state.js';
import { t } from '../lib/words.js';

/** Steps a person is offered; any other number can be typed. */
const FIELDS = {
  area: { unit: 'm²', steps: [[150, 300], [300, 600], [600, 1000], [1000, null]] },
  load: { unit: 'kN/m²', steps: [5, 7.5, 10, 15, 20] },
  power: { unit: 'kVA', steps: [30, 60, 100, 160] },
  hazard: { steps: ['A', 'B', 'C1', 'C2', 'C3', 'C4', 'D', 'E'] },
  height: { unit: 'm', steps: [4, 4.5, 5, 6] },
  lift: { unit: 't', steps: [1.5, 2.5, 3, 5] },
};
const FIRST = ['area', 'load', 'power', 'hazard'];
const MORE = ['height', 'lift'];

let open = null;

/** The value of a need as a chip says it, or null. */
export function needText(field, set = needs()) {
  if (field === 'area') {
    const { areaMin, areaMax } = set;
    if (areaMin && areaMax) return `${number(areaMin)}–${number(areaMax)} m²`;
    if (areaMin) return `≥ ${number(areaMin)} m²`;
    return areaMax ? `≤ ${number(areaMax)} m²` : null;
  }
  if (set[field] === undefined) return null;
  return field === 'hazard' ? set.hazard : `≥ ${number(set[field], 1)} ${FIELDS[field].unit}`;
}

/** The state change that removes a need. */
export const without = (field) => (field === 'area' ? { areaMin: null, areaMax: null } : { [field]: null });

/** Needs that are set, by field. */
export const setFields = () => Object.keys(FIELDS).filter((field) => needText(field) !== null);

export function start() {
  byId('needs-clear').addEventListener('click', () => {
    close();
    go(Object.fromEntries(NEEDS.map((name) => [name, null])));
  });
  onChange((now, before) => {
    if (NEEDS.some((name) => now[name] !== before[name])) draw();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) closeAndReturn();
  });
  draw();
}

function draw() {
  const shown = [...FIRST, ...MORE.filter((field) => needText(field) !== null || open === field)];
  const row = byId('need-row');
  const focused = row.contains(document.activeElement) ? document.activeElement.dataset.need : null;
  row.replaceChildren(
    ...shown.map((field) => cell(field)),
    ...(shown.length < FIRST.length + MORE.length ? [more(MORE.filter((field) => !shown.includes(field)))] : []),
  );
  if (focused) row.querySelector(`[data-need="${focused}"]`)?.focus();
  byId('needs-clear').hidden = !hasNeeds();
}

function cell(field) {
  const value = needText(field);
  const extra = MORE.includes(field);
  return h('button', {
    class: `need${value ? ' set' : ''}${extra ? ' extra' : ''}`, type: 'button', data: { need: field },
    'aria-expanded': String(open === field), 'aria-controls': 'need-editor', on: { click: () => toggle(field) },
  }, h('span', { class: 'need-label' }, t(`need_${field}`)), ' ', h('span', { class: 'need-value' }, value ?? t('any')));
}

function more(fields) {
  return h('button', { class: 'need add extra', type: 'button', data: { need: 'more' }, on: { click: () => toggle(fields[0]) } },
    h('span', { class: 'need-label' }, `+ ${t('add_condition')}`));
}

function toggle(field) {
  if (open === field) {
    close();
    return;
  }
  open = field;
  draw();
  edit(field);
}

function close() {
  open = null;
  byId('need-editor').hidden = true;
  byId('need-editor').replaceChildren();
  draw();
}

function closeAndReturn() {
  const field = open;
  close();
  byId('need-row').querySelector(`[data-need="${field}"]`)?.focus();
}

function edit(field) {
  const editor = byId('need-editor');
  const draws = field === 'area' ? areaFields() : field === 'hazard' ? [] : [numberField(field)];
  editor.replaceChildren(
    h('div', { class: 'editor-head' }, h('h3', {}, t(`need_${field}_long`)),
      h('button', { class: 'button icon-only', type: 'button', 'aria-label': t('close'), on: { click: closeAndReturn } }, icon('close', 'small'))),
    h('p', { class: 'quiet small' }, t(`need_${field}_help`)),
    h('div', { class: 'editor-steps', role: 'group', 'aria-label': t(`need_${field}_long`) }, steps(field)),
    draws.length > 0 && h('div', { class: 'editor-fields' }, draws),
  );
  editor.hidden = false;
  editor.querySelector('.chip')?.focus();
}

function steps(field) {
  const set = needs();
  const any = chip(t('any'), needText(field) === null, () => change(field, without(field)));
  return [any, ...FIELDS[field].steps.map((step) => {
    if (field === 'area') {
      const [min, max] = step;
      return chip(max ? `${number(min)}–${number(max)}` : `≥ ${number(min)}`, set.areaMin === min && (set.areaMax ?? null) === max,
        () => change(field, { areaMin: min, areaMax: max }));
    }
    const text = field === 'hazard' ? step : `≥ ${number(step, 1)}`;
    return chip(text, set[field] === step, () => change(field, { [field]: step }));
  })];
}

function chip(text, on, action) {
  return h('button', { class: 'chip', type: 'button', 'aria-pressed': String(on), on: { click: action } }, text);
}

/** The editor stays open and keeps its focus while the numbers beside it change. */
function change(field, patch) {
  const index = [...byId('need-editor').querySelectorAll('.chip')].indexOf(document.activeElement);
  go(patch, { replace: true });
  edit(field);
  if (index >= 0) byId('need-editor').querySelectorAll('.chip')[index]?.focus();
}

function areaFields() {
  return [typed('areaMin', t('from'), 'm²'), typed('areaMax', t('to'), 'm²')];
}

function numberField(field) {
  return typed(field, t('at_least'), FIELDS[field].unit);
}

function typed(name, label, unit) {
  const hint = h('span', { class: 'quiet small', id: `hint-${name}` });
  const describe = (value) => {
    hint.textContent = name === 'load' && value > 0 ? `≈ ${tonnes(value)}` : '';
  };
  const input = h('input', {
    class: 'input', inputmode: 'decimal', autocomplete: 'off', value: needs()[name] ? number(needs()[name], 1) : '', 'aria-describedby': `hint-${name}`,
  });
  const apply = debounce(() => {
    const value = parseNumber(input.value);
    const empty = input.value.trim() === '';
    const fine = empty || (value > 0 && value < 100000);
    input.setAttribute('aria-invalid', String(!fine));
    if (!fine) {
      hint.textContent = t('not_a_number');
      return;
    }
    describe(value);
    if (current()[name] !== (empty ? undefined : String(value))) go({ [name]: empty ? null : value }, { replace: true });
  }, 250);
  input.addEventListener('input', apply);
  describe(needs()[name]);
  return h('label', { class: 'field' }, `${label} (${unit})`, input, hint);
}
