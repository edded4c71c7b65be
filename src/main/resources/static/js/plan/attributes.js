/** Attributes of one or several subzones: only what is changed is written; where several differ, the field says so and stays as it is. */
import { h } from '../lib/dom.js';
import { parseNumber } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { edit, selected } from './desk.js';
import { dialog } from '../lib/dialog.js';
import { USES } from './tool/kit.js';

/** Fields in the order of the form: name of the attribute, how it is typed. */
const FIELDS = [
  ['code', 'text', { single: true }], ['landUse', 'use'], ['nameVi', 'text'], ['nameEn', 'text'], ['phase', 'whole'], ['maxDensityPct', 'decimal'], ['maxFloors', 'whole'], ['far', 'decimal'],
  ['cadastralCode', 'text'], ['purposeVi', 'text', { long: true }], ['purposeEn', 'text', { long: true }],
];

export function openAttributes(chosen = selected()) {
  const fields = FIELDS.filter(([, , { single } = {}]) => !single || chosen.length === 1).map(([name, kind, more]) => field(name, kind, chosen, more ?? {}));
  const box = dialog({
    title: chosen.length === 1 ? t('attributes_of', { code: chosen[0].properties.code }) : t('attributes_of_many', { n: chosen.length }), modal: false, className: 'attributes-dialog',
    body: h('form', { class: 'attributes', on: { submit: (event) => event.preventDefault() } }, fields.map((one) => one.element)),
    actions: [{ text: t('cancel') }, { text: t('write_attributes'), primary: true, run: save }],
  });

  async function save() {
    const patch = {};
    for (const one of fields) {
      if (!one.changed()) continue;
      const value = one.value();
      if (value === undefined) {
        one.input.focus();
        one.input.setAttribute('aria-invalid', 'true');
        return false;
      }
      patch[one.name] = value;
    }
    if (Object.keys(patch).length === 0) return true;
    const codes = chosen.map(({ properties }) => properties.code).join(', ');
    await edit(chosen.map((feature) => ({ op: 'setAttributes', subzone: feature.id, attributes: patch })), { label: t('did_attributes', { codes }), quiet: true });
    return true;
  }
  return box;
}

function field(name, kind, chosen, { long }) {
  const values = [...new Set(chosen.map(({ properties }) => properties[name] ?? null))];
  const mixed = values.length > 1;
  const first = mixed || values[0] === null ? '' : String(values[0]).replace('.', kind === 'decimal' ? ',' : '.');
  const id = `attribute-${name}`;
  const input = kind === 'use'
    ? h('select', { class: 'input', id, name }, mixed && h('option', { value: '', selected: true }, t('several_values')), USES.map((use) => h('option', { value: use, selected: use === first }, t(`use_${use}`))))
    : h(long ? 'textarea' : 'input', { class: 'input', id, name, rows: long ? 2 : null, autocomplete: 'off', inputmode: kind === 'text' ? null : 'decimal', placeholder: mixed ? t('several_values') : null, ...(long ? {} : { value: first }) });
  if (long) input.value = first;
  const start = input.value;
  return {
    name, input,
    element: h('label', { class: 'field', for: id }, t(`attribute_${name}`), input),
    changed: () => input.value !== start,
    /** The value as the server takes it; null clears, undefined is no number. */
    value() {
      const text = input.value.trim();
      if (text === '') return null;
      if (kind === 'text' || kind === 'use') return text;
      const number = parseNumber(text);
      return Number.isNaN(number) || (kind === 'whole' && !Number.isInteger(number)) ? undefined : number;
    },
  };
}
