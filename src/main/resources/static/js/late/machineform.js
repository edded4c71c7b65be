/** Up to three machines: what each weighs and measures, and in one line what that asks of a place. */
import { debounce, h, icon } from '../lib/dom.js';
import { number, parseNumber } from '../lib/numbers.js';
import { MOST_MACHINES, needsOf, needsOfAll, readMachines, writeMachines } from '../lib/machine.js';
import { conditions } from '../lib/state.js';
import { t } from '../lib/words.js';
import { needText } from '../search/conditions.js';

/** Name, unit, and what a mass or side can be at most. */
const FIGURES = [['weight', 't', 1000], ['length', 'm', 100], ['width', 'm', 100], ['height', 'm', 100]];
/** A mass above this was meant in kilograms. */
const HEAVY_T = 100;

/** @param {(patch: object) => void} change of the address */
export function machineForm(change) {
  const host = h('div', { class: 'machines' });
  let machines = readMachines(conditions().machines);
  if (machines.length === 0) machines = [{}];
  const apply = debounce(() => {
    const text = writeMachines(machines);
    if (text !== (conditions().machines ?? null)) change({ machines: text });
  }, 250);
  const all = h('p', { class: 'machine-sum', id: 'machine-sum' });

  function draw(focus) {
    host.replaceChildren(...machines.map((machine, index) => row(machine, index)));
    if (machines.length < MOST_MACHINES) host.append(h('button', { class: 'button', type: 'button', on: { click: add } }, icon('plus', 'small'), t('add_machine')));
    host.append(all);
    say();
    if (focus !== undefined) host.querySelectorAll('fieldset')[focus]?.querySelector('input')?.focus();
  }

  function row(machine, index) {
    const line = h('p', { class: 'quiet small machine-line', id: `machine-line-${index}` });
    const explain = () => {
      line.textContent = sentence(machine);
      line.classList.toggle('warn-text', machine.weight >= HEAVY_T);
    };
    explain();
    return h('fieldset', { class: 'machine' },
      h('legend', {}, t('machine_n', { n: index + 1 })),
      h('div', { class: 'machine-figures' }, FIGURES.map(([name, unit, most]) => {
        const input = h('input', { class: 'input', inputmode: 'decimal', autocomplete: 'off', value: machine[name] ? number(machine[name], 3) : '', 'aria-describedby': `machine-line-${index}` });
        input.addEventListener('input', () => {
          const value = input.value.trim() === '' ? undefined : parseNumber(input.value);
          const fine = value === undefined || (value > 0 && value <= most);
          input.setAttribute('aria-invalid', String(!fine));
          if (!fine) {
            line.textContent = value > most && name === 'weight' ? t('in_tonnes', { kg: number(value), t: number(value / 1000, 2) }) : t('not_a_number');
            return;
          }
          machine[name] = value && Number(value.toFixed(3));
          explain();
          say();
          apply();
        });
        return h('label', { class: 'field' }, t(`machine_${name}`, { unit }), input);
      })),
      (machines.length > 1 || writeMachines(machines)) && h('button', { class: 'button icon-only plain-button machine-remove', type: 'button', 'aria-label': t('remove_machine', { n: index + 1 }), on: { click: () => remove(index) } }, icon('close', 'small')),
      line);
  }

  function add() {
    machines.push({});
    draw(machines.length - 1);
  }

  function remove(index) {
    machines.splice(index, 1);
    if (machines.length === 0) machines = [{}];
    draw(Math.max(0, index - 1));
    apply();
  }

  /** With several machines: what is enough for all. */
  function say() {
    const known = machines.filter((machine) => Object.keys(needsOf(machine)).length > 0);
    all.hidden = known.length < 2;
    all.textContent = known.length < 2 ? '' : t('machines_need', { needs: needText(needsOfAll(known)) });
  }

  draw();
  return {
    node: host,
    changed() {
      if (host.contains(document.activeElement) || writeMachines(machines) === (conditions().machines ?? null)) return;
      machines = readMachines(conditions().machines);
      if (machines.length === 0) machines = [{}];
      draw();
    },
  };
}

/** What is worked out of a machine, with its numbers. */
function sentence(machine) {
  const { weight, length, width, height } = machine;
  if (weight >= HEAVY_T) return t('in_tonnes', { kg: number(weight), t: number(weight / 1000, 2) });
  const needs = needsOf(machine);
  const parts = [
    needs.load && t('explain_load', { t: number(weight, 2), l: number(length, 2), w: number(width, 2), kn: number(needs.load, 2) }),
    needs.height && t('explain_height', { h: number(height, 2), m: number(needs.height, 2) }),
    needs.lift && t('explain_lift', { t: number(needs.lift, 2) }),
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join('; ').replace(/^./, (letter) => letter.toUpperCase())}.` : t('explain_nothing');
}
