/** The editor of one condition: opened by its chip, it changes the address at once and shows how many bays that leaves. */
import { h, icon } from '../lib/dom.js';
import { number, tonnes } from '../lib/numbers.js';
import { conditions, go } from '../lib/state.js';
import { toast } from '../lib/say.js';
import { t } from '../lib/words.js';
import { CONDITIONS, MORE, industryName, valueText, without } from '../search/conditions.js';
import { choiceField, flagField, numberField } from './fields.js';
import { machineForm } from './machineform.js';
import { timeFields } from './timefields.js';
import { box, centre } from '../search/view.js';

const HAZARDS = ['A', 'B', 'C1', 'C2', 'C3', 'C4', 'D', 'E'];

/**
 * @param {string} key a condition, or `more` for the list of all that can be added
 * @param {{close: () => void, edit: (key: string) => void}} actions
 * @returns {{nodes: Node[], changed: () => void, found: (answer: object) => void}} `changed` after the address did, `found` with counts
 */
export function createEditor(key, { close, edit }) {
  let pushed = false; // the first change is a step back of its own, what follows in the same editor is not
  const change = (patch) => {
    go(patch, { replace: pushed });
    pushed = true;
  };
  const count = h('b', { class: 'editor-count' });
  const parts = key === 'more' ? [menu(edit, close, change)] : BUILDERS[CONDITIONS[key].kind](key, change);
  return {
    nodes: [
      h('div', { class: 'editor-head' }, h('h2', { tabindex: '-1' }, t(key === 'more' ? 'add_condition' : `need_${key}_long`)),
        h('button', { class: 'button icon-only plain-button', type: 'button', 'aria-label': t('close'), on: { click: close } }, icon('close', 'small'))),
      key !== 'more' && h('p', { class: 'quiet small' }, t(`need_${key}_help`)),
      ...parts.map(({ node }) => node),
      h('div', { class: 'editor-foot' }, count, h('button', { class: 'button primary', type: 'button', on: { click: close } }, t('show_results'))),
    ].filter(Boolean),
    changed() {
      for (const part of parts) part.changed?.();
    },
    found(answer) {
      const { bays } = answer.total;
      count.textContent = bays > 0 ? t('fit_count', { n: bays, count: number(bays) }) : t('none_fits');
      for (const part of parts) part.found?.(answer);
    },
  };
}

/** All conditions that are not in view by themselves. */
function menu(edit, close, change) {
  const buttons = MORE.map((key) => {
    const { kind } = CONDITIONS[key];
    const at = h('span', { class: 'quiet small' });
    const act = () => {
      const isSet = valueText(key) !== null;
      if (kind === 'flag') change({ [key]: isSet ? null : 'true' });
      else if (kind === 'box') change({ bbox: isSet ? null : box() });
      else {
        edit(key);
        return;
      }
      close();
    };
    return { key, at, button: h('button', { class: 'menu-item', type: 'button', on: { click: act } }, h('span', {}, t(`need_${key}_long`)), at) };
  });
  const changed = () => {
    for (const { key, at } of buttons) at.textContent = valueText(key) ?? '';
  };
  changed();
  return { node: h('ul', { class: 'menu' }, buttons.map(({ button }) => h('li', {}, button))), changed };
}

/** Buttons for the usual numbers. */
function steps(key, text, same, patch, change) {
  return choiceField({
    label: t(`need_${key}_long`),
    choices: [
      { key: '', text: t('any'), on: () => valueText(key) === null, choose: () => change(without(key)) },
      ...CONDITIONS[key].steps.map((step) => ({ key: String(step), text: text(step), on: () => same(step), choose: () => change(patch(step)) })),
    ],
  });
}

function field(name, key, label, change, more = {}) {
  const { unit, stops } = CONDITIONS[key];
  return numberField({ name, label, unit, stops, value: () => conditions()[name], set: (value) => change({ [name]: value }), ...more });
}

function bound(key, change) {
  const { kind, names: [name] } = CONDITIONS[key];
  const most = kind === 'most';
  const choices = steps(key, (step) => `${most ? '≤' : '≥'} ${number(step, 1)}`, (step) => conditions()[name] === step, (step) => ({ [name]: step }), change);
  const hint = key === 'load' ? (value) => `≈ ${tonnes(value)}` : undefined;
  let ratio = 0;
  const typed = field(name, key, t(most ? 'at_most' : 'at_least'), change, { most, hint: key === 'rent' ? (value) => (ratio ? t('about_vnd', { vnd: number(Math.round((value * ratio) / 1000) * 1000) }) : '') : hint });
  return [{
    ...choices,
    found({ facets, hits }) {
      if (key === 'load') choices.counts((step) => (step === '' ? undefined : facets.load.filter(({ from }) => from >= Number(step)).reduce((sum, { count }) => sum + count, 0)));
      if (key === 'rent' && hits.length > 0) {
        ratio = hits[0].rentVndM2Month / hits[0].rentUsdM2Month;
        typed.changed();
      }
    },
  }, typed];
}

const BUILDERS = {
  least: bound,
  most: bound,
  area(key, change) {
    const text = ([least, most]) => (most ? `${number(least)}–${number(most)}` : `≥ ${number(least)}`);
    const same = ([least, most]) => conditions().areaMin === least && (conditions().areaMax ?? null) === most;
    const choices = steps(key, text, same, ([areaMin, areaMax]) => ({ areaMin, areaMax }), change);
    // an end dragged beyond the other takes it along
    const end = (name, other, beyond) => field(name, key, t(name === 'areaMin' ? 'from' : 'to'), change, {
      digits: 0, most: name === 'areaMax',
      set: (value) => change({ [name]: value, ...(value && conditions()[other] && beyond(value, conditions()[other]) ? { [other]: value } : {}) }),
    });
    const ends = [end('areaMin', 'areaMax', (value, other) => value > other), end('areaMax', 'areaMin', (value, other) => value < other)];
    return [choices, row(ends), flagField({ label: t('split_label'), value: () => conditions().split, set: (split) => change({ split }) })];
  },
  pair: (key, change) => [row([field('liftDoorWidth', key, t('door_width'), change), field('liftDoorHeight', key, t('door_height'), change)])],
  floors(key, change) {
    const end = (name, other, beyond) => field(name, key, t(name === 'floorMin' ? 'from_floor' : 'to_floor'), change, {
      digits: 0, most: name === 'floorMax',
      set: (value) => change({ [name]: value && Math.round(value), ...(value && conditions()[other] && beyond(value, conditions()[other]) ? { [other]: value } : {}) }),
    });
    return [row([end('floorMin', 'floorMax', (value, other) => value > other), end('floorMax', 'floorMin', (value, other) => value < other)])];
  },
  industry,
  machines: (key, change) => [machineForm(change)],
  time: (key, change) => timeFields(change),
  near,
  flag: (key, change) => [flagField({ label: t(`need_${key}_long`), value: () => conditions()[key], set: (value) => change({ [key]: value }) })],
  box: (key, change) => [{ node: h('button', { class: 'button', type: 'button', on: { click: () => change({ bbox: box() }) } }, icon('map', 'small'), t('box_again')) }],
};

const row = (fields) => ({ node: h('div', { class: 'editor-fields' }, fields.map(({ node }) => node)), changed: () => fields.forEach((one) => one.changed()) });

/** The line of business with counts, and the class of fire hazard in plain words. */
function industry(key, change) {
  const select = h('select', { class: 'input', id: 'field-industry', on: { change: () => change({ industry: select.value || null }) } });
  const changed = () => {
    const { industry: chosen } = conditions();
    if (chosen && ![...select.options].some(({ value }) => value === chosen)) select.append(h('option', { value: chosen }, industryName(chosen)));
    select.value = chosen ?? '';
  };
  const hazards = choiceField({
    label: t('hazard_title'), stacked: true,
    choices: [
      { key: '', text: t('hazard_unknown'), on: () => conditions().hazard === undefined, choose: () => change({ hazard: null }) },
      ...HAZARDS.map((hazard) => ({ key: hazard, text: t(`hazard_${hazard}`), on: () => conditions().hazard === hazard, choose: () => change({ hazard }) })),
    ],
  });
  return [
    {
      node: h('div', { class: 'field' }, h('label', { for: 'field-industry' }, t('industry_title')), select), changed,
      found({ facets }) {
        select.replaceChildren(h('option', { value: '' }, t('any')), ...facets.industry.map(({ value, count }) => h('option', { value }, `${industryName(value)} (${number(count)})`)));
        changed();
      },
    },
    { node: h('h3', {}, t('hazard_title')) },
    { ...hazards, found: ({ facets }) => hazards.counts((hazard) => (hazard === '' ? undefined : facets.hazard.find(({ value }) => value === hazard)?.count ?? 0)) },
  ];
}

/** Near the person, or near where the map looks. */
function near(key, change) {
  const here = () => {
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => change({ near: `${coords.longitude.toFixed(5)},${coords.latitude.toFixed(5)}`, withinKm: conditions().withinKm ?? 10 }),
      () => toast(t('no_position')), { timeout: 10000, maximumAge: 600000 });
  };
  const middle = () => change({ near: centre(), withinKm: conditions().withinKm ?? 10 });
  const typed = field('withinKm', key, t('within'), change, {
    most: true, digits: 1, set: (withinKm) => change({ withinKm, near: conditions().near ?? centre() }),
  });
  return [
    { node: h('div', { class: 'editor-steps' }, 'geolocation' in navigator && h('button', { class: 'chip', type: 'button', on: { click: here } }, icon('home', 'small'), t('near_me')), h('button', { class: 'chip', type: 'button', on: { click: middle } }, icon('map', 'small'), t('near_middle'))) },
    typed,
  ];
}
