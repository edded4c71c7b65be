/** What is to be otherwise: weights, priority points, floors, quotas, applications. Only what differs is sent. */
import { h, put } from '../../lib/dom.js';
import { number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { nameOf } from '../result/board.js';
import { floorWords } from '../result/names.js';
import { choose, sectors, sizes } from '../result/filters.js';

const WEIGHTS = ['demand', 'preference', 'vacantRun', 'cluster'];
const POINTS = ['base', 'supporting', 'hightech', 'green', 'domestic', 'displaced', 'cap'];
const GROUPS = ['SME', 'SUPPORTING', 'DISPLACED'];
const USUAL = 100_000;
const MOST_CHIPS = 12;

let serial = 0;

/** What an application may ask for instead, as the exchange format calls it: what it asks now, and how its unit is counted. */
const WISHES = {
  areaMinM2: { unit: 'm²', now: (needs) => needs.areaMinM2 },
  areaMaxM2: { unit: 'm²', now: (needs) => needs.areaMaxM2 },
  loadKnM2: { unit: 'kN/m²', now: (needs) => needs.loadKnM2 },
  clearHeightDm: { unit: 'm', now: (needs) => needs.clearHeightM, times: 10 },
  powerKva: { unit: 'kVA', now: (needs) => needs.powerKva },
  wastewaterM3: { unit: 'm³', now: (needs) => needs.wastewaterM3 },
  liftTon: { unit: 't', now: (needs) => needs.liftT },
};

/**
 * @param {object} board
 * @param {object|null} round with its criteria
 * @param {{fork: (asked: object) => Promise<void>, cancel: () => void}} actions
 */
export function createForm(board, round, { fork, cancel }) {
  const points = round?.criteria?.policy?.points ?? round?.criteria?.points ?? {};
  const withoutFloors = new Set(), withoutFirms = new Set(), asks = new Map();
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
    h('fieldset', {}, h('legend', {}, t('ar_quotas')), GROUPS.map((name) => whole(`quotas.${name}`, t(`ar_quota_${name}`), round?.quotas?.find((one) => one.group === name)?.atLeastM2))),
    h('fieldset', {}, h('legend', {}, t('ar_without')), several('floors', t('ar_without_floors'), floors, withoutFloors), several('firms', t('ar_without_firms'), firms, withoutFirms, kinds())),
    h('fieldset', {}, h('legend', {}, t('ar_asks_else')), wishes()),
    h('fieldset', {}, h('legend', {}, t('ar_effort')), whole('iterations', t('ar_iterations'), USUAL)),
    fault,
    h('div', { class: 'form-end' }, h('button', { type: 'submit', class: 'button primary' }, t('ar_solve_scenario')), h('button', { type: 'button', class: 'button', on: { click: cancel } }, t('ar_cancel'))));

  /** Every firm of a size or line of business at once. */
  function kinds() {
    const picked = {};
    const found = () => board.applicants.filter((one) => (picked.size || picked.sector) && (!picked.size || one.sizeClass === picked.size) && (!picked.sector || one.sector === picked.sector));
    const button = h('button', { type: 'button', class: 'button', hidden: true });
    const count = () => {
      const n = found().length;
      button.textContent = t('ar_leave_out_kind', { count: number(n) });
      button.hidden = n === 0;
    };
    count();
    return {
      element: h('div', { class: 'filters wide', role: 'group', 'aria-label': t('ar_kinds') }, choose('without-size', t('ar_size'), sizes(), '', (size) => { picked.size = size; count(); }),
        choose('without-sector', t('ar_sector'), sectors(board), '', (sector) => { picked.sector = sector; count(); }), button),
      button, found: () => found().map((one) => one.application),
    };
  }

  /** One application asks for something else than it did. */
  function wishes() {
    const list = h('datalist', { id: id(`asks-${++serial}`) }, firms.map((one) => h('option', { value: one.text })));
    const firm = h('input', { class: 'input', id: id('asks-firm'), list: list.id, autocomplete: 'off', placeholder: t('ar_choose'), on: { input: usual } });
    const wish = h('select', { class: 'input', id: id('asks-wish'), on: { change: usual } }, Object.keys(WISHES).map((name) => h('option', { value: name }, `${t(`ar_ask_${name}`)}, ${WISHES[name].unit}`)));
    const value = h('input', { class: 'input', id: id('asks-value'), type: 'number', min: 0, step: 'any' });
    const chips = h('div', { class: 'chips wide' });
    const chosen = () => board.byCode.get(firms.find((one) => one.text === firm.value)?.value);
    function usual() {
      const one = chosen();
      value.value = one ? WISHES[wish.value].now(one.needs) : '';
    }
    function add() {
      const one = chosen();
      const { times = 1, now } = WISHES[wish.value];
      const to = Math.round(Number(value.value) * times);
      if (!one || value.value === '' || !(to >= 0) || to === Math.round(now(one.needs) * times)) return refuse(t('ar_ask_missing'), one ? 'asks-value' : 'asks-firm');
      fault.hidden = true;
      asks.set(one.application, { ...asks.get(one.application), [wish.value]: to });
      draw();
      return firm.focus();
    }
    function draw() {
      put(chips, [...asks].flatMap(([code, all]) => Object.entries(all).map(([name, to]) => h('button', { type: 'button', class: 'chip on', 'aria-label': t('ar_remove_name', { name: askWords(code, name, to, board) }), on: { click: () => {
        const { [name]: gone, ...rest } = all;
        if (gone !== undefined && Object.keys(rest).length === 0) asks.delete(code);
        else asks.set(code, rest);
        draw();
        firm.focus();
      } } }, askWords(code, name, to, board), ' ×'))));
    }
    return [h('div', { class: 'field' }, h('label', { for: firm.id }, t('ar_col_firm')), firm, list), h('div', { class: 'field' }, h('label', { for: wish.id }, t('ar_ask_what')), wish), h('div', { class: 'field' }, h('label', { for: value.id }, t('ar_ask_to')), value),
      h('button', { type: 'button', class: 'button', on: { click: add } }, t('ar_ask_add')), chips];
  }

  /** A field that finds things by name, and those that were chosen as chips. */
  function several(name, label, all, chosen, many) {
    const list = h('datalist', { id: id(`${name}-${++serial}`) }, all.map((one) => h('option', { value: one.text })));
    const chips = h('div', { class: 'chips wide' });
    const field = h('input', { class: 'input', id: id(name), list: list.id, autocomplete: 'off', placeholder: t('ar_choose'), on: { change: take, input: take } });
    function take() {
      const found = all.find((one) => one.text === field.value);
      if (!found) return;
      chosen.add(found.value);
      field.value = '';
      draw();
    }
    function draw() {
      put(chips, chosen.size > MOST_CHIPS && h('button', { type: 'button', class: 'chip on', on: { click: () => { chosen.clear(); draw(); field.focus(); } } }, t('ar_all_back', { count: number(chosen.size) }), ' ×'),
        [...chosen].slice(0, MOST_CHIPS).map((value) => h('button', { type: 'button', class: 'chip on', 'aria-label': t('ar_remove_name', { name: all.find((one) => one.value === value).text }), on: { click: () => { chosen.delete(value); draw(); field.focus(); } } }, all.find((one) => one.value === value).text, ' ×')));
    }
    many?.button.addEventListener('click', () => {
      for (const value of many.found()) chosen.add(value);
      draw();
    });
    return [h('div', { class: 'field wide' }, h('label', { for: id(name) }, label), field, list), many?.element, chips];
  }

  async function send(event) {
    event.preventDefault();
    fault.hidden = true;
    for (const control of form.elements) control.removeAttribute('aria-invalid');
    const asked = { name: form.elements.name.value };
    for (const control of form.querySelectorAll('input[type=number][name]')) {
      if (control.value === '' || control.value === control.dataset.usual) {
        if (control.name !== 'iterations') continue;
      }
      const value = Number(control.value);
      if (!Number.isInteger(value) || value < 0) return refuse(t('ar_whole_number'), control.name);
      const [group, name] = control.name.split('.');
      if (group === 'quotas') continue;
      if (name) asked[group] = { ...asked[group], [name]: value };
      else asked[group] = value;
    }
    // one quota that differs names them all: those that are asked take the place of the round's
    const quotas = GROUPS.map((name) => form.elements[`quotas.${name}`]);
    if (quotas.some((control) => control.value !== control.dataset.usual)) asked.quotas = Object.fromEntries(quotas.filter((control) => control.value !== '').map((control) => [control.name.split('.')[1], Number(control.value)]));
    if (withoutFloors.size > 0) asked.withoutFloors = [...withoutFloors];
    if (withoutFirms.size > 0) asked.withoutApplications = [...withoutFirms];
    if (asks.size > 0) asked.applications = Object.fromEntries(asks);
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
    const control = name && (form.elements[name] ?? form.querySelector(`#${CSS.escape(id(name))}`));
    if (control?.setAttribute) {
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', fault.id);
      control.focus();
    }
  }

  return form;
}

function askWords(code, name, to, board) {
  const { unit, now, times = 1 } = WISHES[name];
  const one = board.byCode.get(code);
  return `${one ? nameOf(one) : code}: ${t(`ar_ask_${name}`)} ${one ? `${number(now(one.needs), 1)} → ` : ''}${number(to / times, 1)} ${unit}`;
}

/** Names of the first few, and how many more. */
function names(codes, name) {
  const few = codes.slice(0, 4).map(name).join(', ');
  return codes.length > 4 ? t('ar_and_more', { list: few, count: number(codes.length - 4) }) : few;
}

/** What a scenario changed, as short words. */
export function changes(asked, board) {
  const words = [];
  for (const [name, value] of Object.entries(asked.weights ?? {})) words.push(`${t(`ar_weight_${name}`)}: ${number(value)}`);
  for (const [name, value] of Object.entries(asked.points ?? {})) words.push(`${t(`ar_point_${name}`)}: ${number(value)}`);
  for (const [name, value] of Object.entries(asked.quotas ?? {})) words.push(`${t(`ar_quota_${name}`)}: ${number(value)}`);
  if (asked.withoutFloors?.length) words.push(t('ar_without_list', { list: names(asked.withoutFloors, floorWords) }));
  if (asked.withoutApplications?.length) words.push(t('ar_without_list', { list: names(asked.withoutApplications, (code) => (board.byCode.has(code) ? nameOf(board.byCode.get(code)) : code)) }));
  for (const [code, all] of Object.entries(asked.applications ?? {})) for (const [name, to] of Object.entries(all)) if (WISHES[name]) words.push(askWords(code, name, to, board));
  return words;
}
