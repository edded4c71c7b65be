/** The building as a file, for staff: taken away as CSV or GeoJSON, sent back to be compared row by row, and only then taken over. */
import { exportHref, importBuilding } from '../api/space.js';
import { h, icon } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { lang, t } from '../lib/words.js';

const WHATS = ['NEW', 'CHANGED', 'REMOVED', 'UNCHANGED'];

/** So many rows are shown at once; the others are counted. */
const SHOWN = 100;

/**
 * @param {HTMLElement} host
 * @param {object} building
 * @param {() => void} changed called when the file was taken over
 */
export function drawFile(host, building, changed) {
  const answer = h('div', { class: 'file-answer', tabindex: '-1', 'aria-live': 'polite' });
  const input = h('input', { class: 'input', type: 'file', id: 'building-file', required: true, accept: '.csv,.geojson,.json,text/csv,application/geo+json' });
  const submit = h('button', { class: 'button', type: 'submit' }, t('file_compare'));
  const form = h('form', { class: 'file-form' }, h('label', { class: 'field', for: input.id }, t('file_choose'), input), submit);
  input.addEventListener('change', () => answer.replaceChildren()); // a report is about the file it was made of
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [file] = input.files;
    submit.setAttribute('aria-busy', 'true');
    try {
      const report = await importBuilding(file);
      answer.replaceChildren(...compared(report, () => takeOver(file, report, answer, changed)));
    } catch (problem) {
      answer.replaceChildren(refused(problem));
    } finally {
      submit.removeAttribute('aria-busy');
      answer.focus();
    }
  });
  host.replaceChildren(
    h('div', { class: 'part-head' }, h('h2', { id: 'file-title' }, t('file_title'))),
    h('p', { class: 'small' }, t('file_hint')),
    h('p', { class: 'file-take' }, ['csv', 'geojson'].map((format) => h('a', { class: 'button', href: exportHref(building.code, format), download: true }, icon('data', 'small'), t('file_take', { format: format === 'csv' ? 'CSV' : 'GeoJSON' })))),
    form, answer);
}

/** What the file would change, or why it cannot be taken. */
function compared(report, apply) {
  const told = WHATS.filter((what) => report.counts[what] > 0).map((what) => t(`file_${what}`, { n: report.counts[what], count: number(report.counts[what]) }));
  const name = report.building && h('b', {}, report.building);
  if (report.refusals.length > 0) return [h('p', { class: 'form-fault' }, icon('blocked', 'small'), ' ', t('file_refused', { n: report.refusals.length, count: number(report.refusals.length) })), refusals(report.refusals)];
  if (report.changes.length === 0) return [h('p', {}, name, ' ', t('file_same'))];
  const button = h('button', { class: 'button primary', type: 'button', on: { click: async () => {
    button.disabled = true;
    await apply();
  } } }, t('file_apply', { building: report.building }));
  return [h('p', {}, name, ': ', told.join(', '), '.'), changes(report.changes), h('p', { class: 'quiet small' }, t('file_whole')), button];
}

async function takeOver(file, { base }, answer, changed) {
  try {
    const { building } = await importBuilding(file, { apply: true, base });
    answer.replaceChildren(h('p', {}, icon('check', 'small'), ' ', t('file_done', { building })));
    toast(t('file_done', { building }));
    changed();
  } catch (problem) {
    answer.replaceChildren(refused(problem));
  }
  answer.focus();
}

function refused(problem) {
  const list = problem.body?.refusals ?? [];
  return h('div', { class: 'form-fault' }, h('p', {}, h('b', {}, problem.title)), problem.detail && h('p', {}, problem.detail), problem.remedy && h('p', {}, problem.remedy), list.length > 0 && refusals(list));
}

function refusals(list) {
  return table([t('file_line'), t('file_row'), t('file_why'), t('file_remedy')], list, (one) => [
    one.line > 0 ? number(one.line) : '–', [one.key, one.field && h('span', { class: 'quiet' }, ` ${one.field}`)], one[lang] ?? one.vi, lang === 'en' ? one.remedyEn : one.remedyVi,
  ]);
}

function changes(list) {
  return table([t('file_line'), t('file_row'), t('file_what'), t('file_fields')], list, (one) => [
    one.line > 0 ? number(one.line) : '–', one.key, t(`file_what_${one.what}`),
    one.what === 'CHANGED' ? one.fields.map(({ field, before, after }) => h('div', {}, `${field}: `, before === null && after === null ? t('file_shape') : [h('s', {}, before ?? '–'), ' → ', h('b', {}, after ?? '–')])) : '',
  ]);
}

function table(head, list, cells) {
  const rest = list.length - SHOWN;
  return h('div', { class: 'table-wrap file-table', tabindex: '0', role: 'group', 'aria-label': head[1] },
    h('table', { class: 'table' }, h('thead', {}, h('tr', {}, head.map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, list.slice(0, SHOWN).map((one) => h('tr', {}, cells(one).map((cell) => h('td', {}, cell)))))),
    rest > 0 && h('p', { class: 'quiet small' }, t('file_more', { n: number(rest) })));
}
