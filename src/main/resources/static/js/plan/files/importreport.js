/** What a file was found to hold: format, reference system, which field is which, and what is wrong with which row. */
import { h, icon } from '../../lib/dom.js';
import { hectares, number } from '../../lib/numbers.js';
import { lang, t } from '../../lib/words.js';
import { crsName, FILE_SYSTEMS } from './crs.js';
import { showPlace } from './importpreview.js';
import { many } from './save.js';

/** Attributes of a subzone that a field of a file can be, as the server names them. */
const ATTRIBUTES = ['code', 'landUse', 'nameVi', 'nameEn', 'phase', 'maxDensityPct', 'maxFloors', 'far', 'cadastralCode', 'purposeVi', 'purposeEn', 'uid'];
const USES = ['INDUSTRY', 'HIGHRISE', 'SUPPORT', 'WAREHOUSE', 'SERVICE', 'TECH', 'GREEN', 'ROAD', 'WATER'];
const SHOWN = 100;
const SAMPLE_LENGTH = 60;

/**
 * @param {object} record of the import, read
 * @param {{again: (options: object) => Promise<void>}} actions `again` reads the file in another way
 */
export function reportView(record, { again }) {
  const { report } = record;
  const mapping = structuredClone(report.mapping);
  // what the planner left out stays out, though the server would propose it anew
  for (const [attribute, field] of Object.entries(record.options?.mapping?.columns ?? {})) if (field === null) mapping.columns[attribute] ??= null;
  const reread = (crs) => again({ ...(crs ? { crs } : {}), mapping });
  return [
    summary(record),
    systemPart(report, reread),
    fieldPart(report, mapping, reread),
    report.landUses.length > 0 && report.mapping.columns.landUse && usePart(report, mapping, reread),
    problemPart(report),
  ].filter(Boolean);
}

function summary({ fileName, report }) {
  const facts = [
    [t('imp_file'), fileName],
    [t('imp_format'), report.format],
    [t('imp_content'), t('imp_counts', { features: number(report.features), vertices: number(report.vertices) })],
    report.layers.length > 1 && [t('imp_layers'), report.layers.map(({ name, features }) => `${name || t('imp_unnamed')} (${number(features)})`).join(', ')],
    report.text !== 'UNICODE' && [t('imp_text'), t('imp_text_mended', { from: t(`text_${report.text}`) })],
    [t('imp_result'), t('imp_subzones', { n: many(report.subzones.count), area: hectares(report.subzones.areaM2 / 1e4) })],
  ].filter(Boolean);
  return h('dl', { class: 'file-facts' }, facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

// ---- reference system

function systemPart(report, reread) {
  const { readings, chosen, declared } = report.crs;
  const known = readings.some((reading) => reading.id === chosen);
  const options = readings.map((reading) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: 'import-crs', value: reading.id, checked: reading.id === chosen, on: { change: () => reread(reading.id) } }),
    h('span', {}, h('b', {}, crsName(reading.crs), reading.swapped && `, ${t('imp_swapped')}`, ' ', reading.declared && h('span', { class: 'tag' }, t('imp_declared')), reading.shift !== 'RIGHT' && h('span', { class: 'tag warn' }, t('imp_corrects', { m: number(reading.offM, 2) }))),
      h('span', { class: 'small' }, reading[lang]))));
  if (chosen && !known) options.push(h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'import-crs', checked: true }), h('span', {}, h('b', {}, crsName(chosen.split('~')[0]), chosen.includes('~swapped') && `, ${t('imp_swapped')}`), h('span', { class: 'small' }, t('imp_by_hand')))));
  const system = h('select', { class: 'input', id: 'import-system' }, h('option', { value: '' }, t('imp_choose')), FILE_SYSTEMS.map((crs) => h('option', { value: crs }, crsName(crs))));
  const swapped = h('input', { type: 'checkbox' });
  const read = h('button', { type: 'button', class: 'button', on: { click: () => (system.value ? reread(system.value + (swapped.checked ? '~swapped' : '')) : system.focus()) } }, t('imp_read_so'));
  return h('section', { class: 'part' }, h('h3', {}, t('imp_system')),
    readings.length === 0 && report.crs[lang] && h('p', { class: 'file-warning' }, icon('warn', 'small'), report.crs[lang]),
    declared && !readings.some((reading) => reading.declared) && h('p', { class: 'small quiet' }, t('imp_declares', { crs: crsName(declared) })),
    options.length > 0 && h('fieldset', { class: 'choices' }, h('legend', { class: 'sr' }, t('imp_system')), options),
    h('details', { open: options.length === 0 }, h('summary', {}, t('imp_other_system')),
      h('div', { class: 'by-hand' }, h('label', { class: 'field', for: 'import-system' }, t('imp_system_of_file'), system), h('label', { class: 'switch' }, swapped, t('imp_swap')), read)));
}

// ---- fields and land uses

/** A part whose changes are sent together. */
function editable(title, hint, reread, build) {
  const apply = h('button', { type: 'button', class: 'button', hidden: true, on: { click: () => reread() } }, t('imp_apply'));
  const dirty = () => {
    apply.hidden = false;
  };
  return h('section', { class: 'part' }, h('h3', {}, title), h('p', { class: 'small quiet' }, hint), build(dirty), apply);
}

function fieldPart(report, mapping, reread) {
  if (report.fields.length === 0) return null;
  const now = () => reread(report.crs.chosen);
  return editable(t('imp_fields'), t('imp_fields_hint'), now, (dirty) => {
    const selects = new Map();
    const of = (name) => ATTRIBUTES.find((attribute) => mapping.columns[attribute] === name) ?? '';
    const change = (name, attribute) => {
      const before = of(name);
      if (before) mapping.columns[before] = null;
      // one attribute comes from one field: the field that had it is left out
      if (attribute) mapping.columns[attribute] = name;
      for (const [other, select] of selects) select.value = of(other);
      dirty();
    };
    return h('table', { class: 'mapping' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('imp_field')), h('th', { scope: 'col' }, t('imp_attribute')))),
      h('tbody', {}, report.fields.map(({ name, samples }) => {
        const select = h('select', { class: 'input', 'aria-label': t('imp_attribute_of', { field: name }), on: { change: () => change(name, select.value) } },
          h('option', { value: '' }, t('imp_left_out')), ATTRIBUTES.map((attribute) => h('option', { value: attribute }, t(`attribute_${attribute}`))));
        select.value = of(name);
        selects.set(name, select);
        return h('tr', {}, h('th', { scope: 'row' }, name, h('span', { class: 'samples' }, shortened(samples.slice(0, 3).join(' · ')))), h('td', {}, select));
      })));
  });
}

const shortened = (text) => (text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text);

function usePart(report, mapping, reread) {
  const unknown = report.landUses.filter((one) => !one.landUse).length;
  const hint = unknown > 0 ? t('imp_uses_unknown', { n: unknown }) : t('imp_uses_hint');
  return editable(t('imp_uses'), hint, () => reread(report.crs.chosen), (dirty) => h('table', { class: 'mapping' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('imp_value')), h('th', { scope: 'col' }, t('imp_use')))),
    h('tbody', {}, [...report.landUses].sort((a, b) => Boolean(a.landUse) - Boolean(b.landUse)).map(({ value, count, landUse }) => {
      const select = h('select', { class: 'input', 'aria-label': t('imp_use_of', { value: value || t('imp_no_value') }), on: { change: () => {
        if (select.value) mapping.landUses[value] = select.value;
        dirty();
      } } }, !landUse && h('option', { value: '' }, t('imp_undecided')), USES.map((use) => h('option', { value: use }, t(`use_${use}`))));
      select.value = landUse ?? '';
      return h('tr', { class: landUse ? '' : 'unknown' }, h('th', { scope: 'row' }, value || t('imp_no_value'), h('span', { class: 'samples' }, t('imp_times', { n: many(count) }))), h('td', {}, select));
    }))));
}

// ---- rows that are wrong or were mended

function problemPart(report) {
  if (report.problems.length === 0) return h('section', { class: 'part' }, h('p', { class: 'file-done' }, icon('check', 'small'), t('imp_no_problems')));
  const groups = [['ERROR', 'imp_errors'], ['NOTE', 'imp_notes']].map(([severity, title]) => [severity, title, report.problems.filter((problem) => problem.severity === severity)]).filter(([, , list]) => list.length > 0);
  return h('section', { class: 'part' }, groups.map(([severity, title, list]) => h('details', { class: `problems ${severity.toLowerCase()}`, open: severity === 'ERROR' || list.length <= 5 },
    h('summary', {}, icon(severity === 'ERROR' ? 'octagon' : 'info', 'small'), t(title, { n: many(list.length) })),
    h('ul', {}, list.slice(0, SHOWN).map(row)),
    list.length > SHOWN && h('p', { class: 'small quiet' }, t('imp_more', { n: many(list.length - SHOWN) })))));
}

function row(problem) {
  const where = [problem.feature > 0 && t('imp_feature', { n: number(problem.feature) }), problem.line > 1 && t('imp_line', { n: number(problem.line) }), problem.layer, problem.field].filter(Boolean).join(', ');
  return h('li', {}, h('div', {}, where && h('b', {}, `${where}: `), problem[lang]),
    problem.place && h('button', { type: 'button', class: 'link', on: { click: () => showPlace(problem.place, problem.feature ? String(problem.feature) : '!') } }, t('imp_show_place')));
}
