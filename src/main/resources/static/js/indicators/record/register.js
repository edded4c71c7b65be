/** A project register into the ledger: read, looked at line by line, confirmed or discarded. What is undecided is found again later. */
import * as api from '../../api/indicators.js';
import { h, put } from '../../lib/dom.js';
import { date, moment, number } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { lang, t } from '../../lib/words.js';
import { table, unread } from './form.js';

const PAGE = 100;
const say = (one) => (lang === 'en' ? one.en : one.vi);
const remedy = (one) => (lang === 'en' ? one.remedyEn : one.remedyVi);
const named = (field) => { const text = t(`rec_f_${field}`); return text.startsWith('⟦') ? field : text; };

export function register(host) {
  const file = h('input', { class: 'input', type: 'file', id: 'register-file', accept: '.xlsx,.csv' });
  const numbers = h('select', { class: 'input', id: 'register-numbers' }, ['auto', 'vi', 'en'].map((one) => h('option', { value: one }, t(`reg_${one}`))));
  const result = h('div', { id: 'register-result' });
  const waiting = h('div', { id: 'register-open' });
  const again = () => list(waiting, result, again);
  const button = h('button', { class: 'button', type: 'submit' }, t('reg_read'));
  const form = h('form', { class: 'ind-form', on: { submit: (event) => {
    event.preventDefault();
    if (!file.files[0]) {
      put(result, h('p', { class: 'notice', role: 'alert' }, t('reg_first_file')));
      file.focus();
      return;
    }
    busy(button, result, t('reg_reading', { file: file.files[0].name }), async () => {
      show(await api.readRegister(file.files[0], numbers.value), result, again);
    }).then(again);
  } } },
    h('label', { class: 'field', for: 'register-file' }, t('reg_file'), file),
    h('label', { class: 'field', for: 'register-numbers' }, t('reg_numbers'), numbers),
    button,
    h('a', { class: 'link', href: '/api/v1/indicators/registers/template.csv', download: true }, t('reg_template')));
  put(host, h('p', { class: 'small' }, t('reg_hint')), h('div', { id: 'register' }, form, result, waiting));
  again();
}

/** Something that takes its time: what it is, and that it runs; no percentage is made up. */
async function busy(button, result, text, action) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  put(result, h('div', { class: 'rec-busy', role: 'status' }, h('p', {}, text), h('div', { class: 'rec-moving', 'aria-hidden': 'true' })));
  try {
    await action();
  } catch (problem) {
    put(result, unread(problem));
  } finally {
    button.removeAttribute('aria-busy');
  }
}

async function list(host, result, again) {
  let open;
  try {
    open = await api.openRegisters();
  } catch (problem) {
    put(host, unread(problem));
    return;
  }
  put(host, open.length > 0 && [h('h3', {}, t('reg_open')), table(t('reg_open'), [t('reg_file'), t('rec_known'), t('reg_rows'), t('reg_refused'), t('rec_do')], open.map((one) => h('tr', {},
    h('th', { scope: 'row' }, one.fileName || one.id), h('td', {}, moment(one.madeAt)), h('td', {}, number(one.rows)), h('td', {}, number(one.refused)),
    h('td', {}, h('button', { type: 'button', class: 'button', 'aria-label': `${t('reg_look')}: ${one.fileName}`, on: { click: (event) => busy(event.currentTarget, result, t('ind_loading'), async () => show(await api.getRegister(one.id), result, again)) } }, t('reg_look'))))))]);
}

function show({ id, reading, report, fileName }, result, again) {
  const leave = h('input', { type: 'checkbox', id: 'register-leave' });
  const confirm = h('button', { class: 'button primary', type: 'button' }, t('reg_confirm', { n: report.good }));
  const why = h('p', { class: 'small', id: 'register-why' });
  const judge = () => {
    const refused = report.refused > 0 && !leave.checked;
    confirm.disabled = report.good === 0 || refused;
    why.textContent = report.good === 0 ? t('reg_why_none') : refused ? t('reg_why_refused', { n: report.refused }) : '';
  };
  leave.addEventListener('change', judge);
  confirm.addEventListener('click', () => busy(confirm, result, t('reg_recording', { n: number(report.good) }), async () => {
    const { recorded } = await api.confirmRegister(id, reading, leave.checked);
    put(result, h('p', { class: 'notice good', role: 'status' }, t('reg_done', { n: recorded }), ' ', h('a', { class: 'link', href: location.pathname + location.search }, t('reg_see'))));
    toast(t('reg_done', { n: recorded }));
  }).then(again));
  const discard = h('button', { class: 'button', type: 'button', id: 'register-discard', on: { click: () => busy(discard, result, t('ind_loading'), async () => {
    await api.discardRegister(id);
    put(result, h('p', { role: 'status' }, t('reg_discarded')));
  }).then(again) } }, t('reg_discard'));
  judge();
  put(result,
    h('h3', {}, fileName),
    h('p', { role: 'status', id: 'register-sum' }, t('reg_result', { rows: number(report.rows), good: number(report.good), refused: number(report.refused) })),
    report.numbers !== 'UNKNOWN' && h('p', { class: 'small quiet' }, t(`reg_style_${report.numbers}`)),
    report.notes.map((note) => h('p', { class: 'small quiet' }, say(note))),
    report.unknownColumns.length > 0 && h('p', { class: 'small quiet' }, t('reg_unknown', { columns: report.unknownColumns.join(', ') })),
    lines(report),
    h('div', { class: 'rec-foot' }, report.refused > 0 && report.good > 0 && h('label', { class: 'rec-check' }, leave, ' ', t('reg_leave')), confirm, discard, why));
}

/** Lines that were refused come first; long registers are shown a page at a time. */
function lines(report) {
  const order = [...report.lines.filter((line) => line.faults.length > 0), ...report.lines.filter((line) => line.faults.length === 0)];
  const body = h('tbody');
  const more = h('button', { class: 'button', type: 'button', on: { click: () => add() } });
  let shown = 0;
  const add = () => {
    body.append(...order.slice(shown, shown + PAGE).map(row));
    shown = Math.min(shown + PAGE, order.length);
    more.hidden = shown >= order.length;
    more.textContent = t('reg_more', { left: number(order.length - shown) });
  };
  add();
  return [h('div', { class: 'ind-table ind-lines', role: 'region', tabindex: '0', 'aria-label': t('reg_lines') }, h('table', {}, h('caption', { class: 'sr' }, t('reg_lines')),
    h('thead', {}, h('tr', {}, ['reg_line', 'rec_project', 'reg_event', 'reg_say'].map((key) => h('th', { scope: 'col' }, t(key))))), body)), more];
}

const row = (line) => h('tr', {}, h('th', { scope: 'row' }, String(line.line)), h('td', { class: 'text' }, line.project), h('td', { class: 'text' }, [kind(line.kind), line.on && /^\d{4}-/.test(line.on) ? date(line.on) : line.on].filter(Boolean).join(' · ')),
  h('td', { class: 'text' }, line.faults.length === 0 ? h('span', { class: 'good' }, t('reg_good')) : line.faults.map((fault) => h('p', {}, h('b', { class: 'bad' }, `${named(fault.field)}: ${say(fault)} `), remedy(fault))),
    line.notes.map((note) => h('p', { class: 'quiet' }, say(note)))));

const kind = (text) => (['REGISTERED', 'ADJUSTED', 'MOVED', 'WITHDRAWN'].includes(text) ? t(`rec_${text}`) : text);
