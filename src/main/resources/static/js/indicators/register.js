/** A project register into the ledger: read, looked at line by line, confirmed or discarded. */
import * as api from '../api/indicators.js';
import { h, put } from '../lib/dom.js';
import { toast } from '../lib/say.js';
import { lang, t } from '../lib/words.js';

const say = (one) => (lang === 'en' ? one.en : one.vi);
const remedy = (one) => (lang === 'en' ? one.remedyEn : one.remedyVi);

export function register(host) {
  const file = h('input', { class: 'input', type: 'file', id: 'register-file', accept: '.xlsx,.csv' });
  const numbers = h('select', { class: 'input', id: 'register-numbers' }, ['auto', 'vi', 'en'].map((one) => h('option', { value: one }, t(`reg_${one}`))));
  const result = h('div', { id: 'register-result' });
  const form = h('form', { class: 'ind-form', on: { submit: (event) => {
    event.preventDefault();
    read(file.files[0], numbers.value, result);
  } } },
    h('label', { class: 'field', for: 'register-file' }, t('reg_file'), file),
    h('label', { class: 'field', for: 'register-numbers' }, t('reg_numbers'), numbers),
    h('button', { class: 'button', type: 'submit' }, t('reg_read')),
    h('a', { class: 'link', href: '/api/v1/indicators/registers/template.csv', download: true }, t('reg_template')));
  put(host, h('h2', { id: 'register-title' }, t('reg_title')), h('p', { class: 'small' }, t('reg_hint')), form, result);
}

async function read(file, numbers, result) {
  if (!file) {
    put(result, h('p', { class: 'notice', role: 'alert' }, t('reg_first_file')));
    return;
  }
  try {
    show(await api.readRegister(file, numbers), result);
  } catch (problem) {
    refused(problem, result);
  }
}

function refused(problem, result) {
  put(result, h('div', { class: 'state error', role: 'alert' }, h('h3', {}, problem.title), h('p', {}, problem.detail ?? ''), problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'quiet' }, t('ind_code', { code: problem.code }))));
}

function show({ id, reading, report }, result) {
  const leave = h('input', { type: 'checkbox', id: 'register-leave' });
  const confirm = h('button', { class: 'button primary', type: 'button', disabled: report.good === 0 || report.refused > 0 }, t('reg_confirm', { n: report.good }));
  leave.addEventListener('change', () => {
    confirm.disabled = report.good === 0 || !leave.checked;
  });
  const act = (action) => async () => {
    try {
      await action();
    } catch (problem) {
      refused(problem, result);
    }
  };
  confirm.addEventListener('click', act(async () => {
    const { recorded } = await api.confirmRegister(id, reading, leave.checked);
    put(result, h('p', { class: 'notice good', role: 'status' }, t('reg_done', { n: recorded })));
    toast(t('reg_done', { n: recorded }));
  }));
  const discard = h('button', { class: 'button', type: 'button', on: { click: act(async () => {
    await api.discardRegister(id);
    put(result, h('p', { role: 'status' }, t('reg_discarded')));
  }) } }, t('reg_discard'));
  put(result,
    h('p', { role: 'status', id: 'register-sum' }, t('reg_result', { rows: report.rows, good: report.good, refused: report.refused })),
    report.notes.map((note) => h('p', { class: 'small quiet' }, say(note))),
    report.unknownColumns.length > 0 && h('p', { class: 'small quiet' }, t('reg_unknown', { columns: report.unknownColumns.join(', ') })),
    h('div', { class: 'ind-table ind-lines', role: 'region', tabindex: '0', 'aria-label': t('reg_title') }, h('table', {},
      h('thead', {}, h('tr', {}, ['reg_line', 'ind_name', 'reg_event', 'reg_say'].map((key) => h('th', { scope: 'col' }, t(key))))),
      h('tbody', {}, report.lines.map((line) => h('tr', {}, h('th', { scope: 'row' }, String(line.line)), h('td', { class: 'text' }, line.project), h('td', { class: 'text' }, [line.kind, line.on].filter(Boolean).join(' · ')),
        h('td', { class: 'text' }, line.faults.length === 0 ? h('span', { class: 'good' }, t('reg_good')) : line.faults.map((fault) => h('p', {}, h('b', { class: 'bad' }, `${fault.field}: ${say(fault)} `), remedy(fault))),
          line.notes.map((note) => h('p', { class: 'quiet' }, say(note))))))))),
    h('div', { class: 'ind-foot' }, report.refused > 0 && report.good > 0 && h('label', {}, leave, ' ', t('reg_leave')), confirm, discard));
}
