/** Balances as the authority published them: those there are, and a form for a newer one. */
import * as api from '../../api/indicators.js';
import { fields, read } from '../../firm/form.js';
import { h, put } from '../../lib/dom.js';
import { date, moment, number, today } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { lang, t } from '../../lib/words.js';
import { sheet, table, unread } from './form.js';

export function openings(host) {
  const list = h('div');
  const values = {};
  const f = fields(values, () => {});
  const { element } = sheet({
    label: t('rec_opening_new'),
    fields: f,
    button: t('rec_opening_save'),
    body: [h('div', { class: 'pair' },
      f.day('validOn', { label: t('rec_opening_day'), required: true, max: today(), hint: t('rec_opening_day_hint') }),
      f.amount('projects', { label: t('ind_projects'), required: true, whole: true, least: 0, most: 1_000_000 }),
      f.amount('capitalUsd', { label: t('ind_usd'), required: true, least: 0, most: 1e15, unit: 'USD', hint: t('rec_opening_usd_hint') })),
    f.check('atLeast', { label: t('rec_opening_more') }),
    h('div', { class: 'pair' },
      f.paragraph('sourceVi', { label: t('rec_source_vi'), required: true, maxlength: 600 }),
      f.paragraph('sourceEn', { label: t('rec_source_en'), maxlength: 600 }))],
    send: async () => {
      await api.recordOpening({ validOn: values.validOn, projects: read(values.projects), capitalUsd: read(values.capitalUsd), atLeast: Boolean(values.atLeast), sourceVi: values.sourceVi, sourceEn: values.sourceEn });
      toast(t('rec_opening_done', { day: date(values.validOn) }));
      await show(list);
    },
  });
  put(host, h('p', { class: 'small' }, t('rec_opening_what')), element, list);
  show(list);
}

async function show(list) {
  try {
    const all = await api.openings();
    put(list, table(t('rec_tab_opening'), [t('rec_opening_day'), t('ind_projects'), t('ind_usd'), t('rec_source'), t('rec_known')], all.map((one) => h('tr', {},
      h('th', { scope: 'row' }, date(one.validOn)), h('td', {}, number(one.projects)), h('td', {}, one.atLeast ? t('rec_over', { n: number(one.capitalUsd, 2) }) : number(one.capitalUsd, 2)),
      h('td', { class: 'text' }, lang === 'en' ? one.sourceEn : one.sourceVi), h('td', {}, moment(one.knownAt))))));
  } catch (problem) {
    put(list, unread(problem));
  }
}
