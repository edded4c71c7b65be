/** `/incentives` for officers: new versions of a programme, its last day, how far its source was read; below, rents of leases. */
import { dialog } from '../lib/dialog.js';
import { form } from '../lib/dialogform.js';
import { byId, h, icon, put } from '../lib/dom.js';
import { date, today } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { lang, own, t } from '../lib/words.js';
import * as api from '../api/support.js';
import { rents } from './rentsteps.js';

const KINDS = ['RENT', 'TAX', 'GRANT', 'CREDIT', 'TERM', 'PREMISES', 'PRIORITY'];
const LACKS = ['PREMISES', 'CAPITAL', 'TECHNOLOGY', 'MARKET', 'STANDARDS'];
const FACTS = ['SME', 'PRIVATE_HIGHTECH', 'STARTUP', 'SUPPORTING_PRODUCT', 'SUPPORTING_CERTIFICATE', 'DISPLACED', 'LEASE', 'CONVERTING_ZONE', 'RESEARCH_PARTNER', 'INVESTMENT_PLAN'];
const SAID = 'incentives/said';
const words = (prefix, values) => values.map((one) => [one, t(`${prefix}_${one}`)]);

document.documentElement.classList.add('js');
for (const link of document.querySelectorAll('.languages a')) {
  link.addEventListener('click', () => {
    const query = new URLSearchParams(location.search);
    query.set('lang', link.getAttribute('hreflang'));
    link.href = `?${query}`;
  });
}
const said = sessionStorage.getItem(SAID);
if (said) {
  sessionStorage.removeItem(SAID);
  toast(said);
}
start();

async function start() {
  const host = byId('staff');
  try {
    const { programmes } = await api.catalogue(byId('on').value);
    for (const one of programmes) byId(one.code)?.append(tools(one));
    put(host, rents());
    document.querySelector('.support-filter').after(h('p', {}, h('button', { type: 'button', class: 'button', id: 'programme-new', on: { click: () => record(null) } }, icon('plus', 'small'), t('cat_new'))));
  } catch (problem) {
    put(host, h('p', { class: 'field-error', role: 'alert' }, [problem.detail ?? problem.message, problem.remedy].filter(Boolean).join(' ')));
  }
}

function tools(one) {
  const button = (key, open) => h('button', { type: 'button', class: 'button', 'data-act': key, on: { click: open } }, t(`cat_${key}`), h('span', { class: 'sr' }, ` ${own(one, 'name')}`));
  return h('div', { class: 'programme-tools' }, button('versions', () => history(one)), button('version', () => record(one)), button('end', () => end(one)), button('standing', () => standing(one)));
}

/** Sends, then shows the catalogue as the server has it. */
async function ask({ title, note, fields, remember, verb = t('save'), send }) {
  const f = form(fields, { remember });
  const box = dialog({ title, className: 'wide form-two', body: [note && h('p', { class: 'quiet small' }, note), f.element].filter(Boolean),
    actions: [{ text: t('close') }, { text: verb, primary: true, value: 'sent', run: () => f.guard(send) }] });
  f.element.querySelector('input, select, textarea')?.focus();
  if ((await box.closed) !== 'sent') return;
  sessionStorage.setItem(SAID, t('cat_said'));
  location.reload();
}

const standingFields = (one) => [
  { name: 'status', label: t('cat_standing'), type: 'select', value: one?.status ?? 'TO_BE_CONFIRMED', options: words('status', ['CONFIRMED', 'TO_BE_CONFIRMED']) },
  { name: 'article', label: t('cat_article'), value: one?.article ?? '', hint: t('cat_article_hint'), maxlength: 60 },
  { name: 'openVi', label: t('cat_open_vi'), type: 'textarea', rows: 2, value: one?.openVi ?? '', hint: t('cat_open_hint'), maxlength: 1000 }, { name: 'openEn', label: t('cat_open_en'), type: 'textarea', rows: 2, value: one?.openEn ?? '', maxlength: 1000 },
  { name: 'checkedOn', label: t('cat_checked'), type: 'date', value: today(), max: today(), required: true },
];
const nothing = (values, ...names) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, names.includes(name) && value === '' ? null : value]));

/** A programme, or its next version, which ends the one before. */
async function record(one) {
  const last = one ? (await api.versions(one.code)).versions.at(-1) : null;
  const both = (name, required = true) => ['Vi', 'En'].map((language) => ({ name: `${name}${language}`, label: `${t(`cat_${name}`)} (${language.toLowerCase()})`, value: last?.[`${name}${language}`] ?? '', required, maxlength: 500 }));
  const groups = Array.from({ length: Math.min(4, Math.max(2, (last?.conditions.length ?? 0) + 1)) }, (_, index) => `condition${index}`);
  return ask({
    title: one ? `${t('cat_version')}: ${own(one, 'name')}` : t('cat_new'), note: one ? t('cat_version_note', { day: date(last.from) }) : t('cat_new_note'), remember: `programme/${one?.code ?? ''}`,
    fields: [
      !one && { name: 'code', label: t('cat_code'), required: true, hint: t('cat_code_hint'), maxlength: 40 },
      { name: 'from', label: t('cat_from'), type: 'date', value: today(), required: true }, { name: 'until', label: t('cat_until_day'), type: 'date', value: '', hint: t('cat_until_hint') },
      { name: 'kind', label: t('programme_kind'), type: 'select', value: last?.kind ?? 'GRANT', options: words('kind', KINDS) }, { name: 'sharePct', label: t('cat_share'), type: 'number', value: last?.sharePct ?? '' },
      { name: 'lacks', label: t('helps_with'), type: 'checks', value: last?.lacks ?? [], options: words('lack', LACKS), required: true },
      ...both('name'), ...both('who'), ...both('gives'), ...both('until'), ...both('body'), ...both('source'),
      ...groups.map((name, index) => ({ name, label: t('cat_condition', { n: index + 1 }), type: 'checks', value: last?.conditions[index] ?? [], options: words('fact', FACTS) })),
      ...standingFields(last),
    ].filter(Boolean),
    send: async (values) => {
      const asked = Object.fromEntries(Object.entries(values).filter(([name]) => !groups.includes(name)));
      try {
        await api.recordVersion({ code: one?.code, ...nothing(asked, 'until', 'article', 'openVi', 'openEn'), conditions: groups.map((name) => values[name]).filter((any) => any.length > 0) }, last);
      } catch (problem) {
        if (problem.body?.field === 'conditions') problem.body.field = groups[0];
        throw problem;
      }
    },
  });
}

function end(one) {
  return ask({
    title: `${t('cat_end')}: ${own(one, 'name')}`, note: t('cat_end_note'), remember: `programme-end/${one.id}`,
    fields: [{ name: 'until', label: t('cat_until_day'), type: 'date', value: one.until ?? '', min: one.from, required: true }, { name: 'reason', label: t('cat_reason'), type: 'textarea', required: true, rows: 2, maxlength: 1000 }],
    send: (values) => api.changeVersion(one, 'end', values),
  });
}

function standing(one) {
  return ask({
    title: `${t('cat_standing')}: ${own(one, 'name')}`, note: own(one, 'source'), remember: `programme-standing/${one.id}`,
    fields: [...standingFields(one), { name: 'reason', label: t('cat_read'), type: 'textarea', required: true, rows: 2, maxlength: 1000 }],
    send: (values) => api.changeVersion(one, 'standing', nothing(values, 'article', 'openVi', 'openEn')),
  });
}

async function history(one) {
  const { versions } = await api.versions(one.code);
  dialog({
    title: `${t('cat_versions')}: ${own(one, 'name')}`, className: 'wide', actions: [{ text: t('close') }],
    body: h('ul', { class: 'versions' }, versions.map((each) => h('li', {}, h('b', {}, date(each.from), ' – ', each.until ? date(each.until) : t('cat_no_end')), ' ', h('span', { class: `tag ${each.status === 'CONFIRMED' ? 'free' : 'held'}` }, t(`status_${each.status}`)),
      h('p', {}, own(each, 'gives')), h('p', { class: 'quiet small' }, own(each, 'source'), each.article && `, ${t('article', { n: each.article })}`), each.openVi && h('p', { class: 'quiet small', lang }, own(each, 'open'))))),
  });
}
