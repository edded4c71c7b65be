/** Rates of the day: those there are with their sources, and a form for one more. */
import * as api from '../../api/indicators.js';
import { fields, read } from '../../firm/form.js';
import { h, put } from '../../lib/dom.js';
import { date, moment, number, today } from '../../lib/numbers.js';
import { toast } from '../../lib/say.js';
import { t } from '../../lib/words.js';
import { sheet, table, unread } from './form.js';

export function rates(host) {
  const list = h('div');
  const values = { day: today() };
  const f = fields(values, () => {});
  const { element } = sheet({
    label: t('rec_rate_new'),
    fields: f,
    button: t('rec_rate_save'),
    body: [h('div', { class: 'pair' },
      f.day('day', { label: t('rec_rate_day'), required: true, max: today() }),
      f.amount('vndPerUsd', { label: t('rec_rate_value'), required: true, least: 1000, most: 1_000_000, unit: 'VND', hint: t('rec_rate_hint') }),
      f.text('source', { label: t('rec_source'), required: true, maxlength: 400, hint: t('rec_rate_source_hint') })),
    f.check('illustrative', { label: t('rec_rate_sample'), hint: t('rec_rate_sample_hint') })],
    send: async () => {
      await api.recordRate({ day: values.day, vndPerUsd: read(values.vndPerUsd), source: values.source, illustrative: Boolean(values.illustrative) });
      toast(t('rec_rate_done', { day: date(values.day) }));
      await show(list);
    },
  });
  put(host, h('p', { class: 'small' }, t('rec_rate_what')), element, list);
  show(list);
}

async function show(list) {
  try {
    const all = await api.rates();
    const official = all.filter((one) => !one.illustrative);
    put(list, official.length === 0 && h('p', { class: 'notice', role: 'status' }, t('rec_rate_none')),
      all.length > 0 && table(t('rec_tab_rate'), [t('ind_day'), t('rec_rate_value'), t('rec_source'), t('ind_status'), t('rec_known')], all.map((one) => h('tr', {},
        h('th', { scope: 'row' }, date(one.day)), h('td', {}, number(one.vndPerUsd, 2)), h('td', { class: 'text' }, one.source),
        h('td', {}, one.illustrative ? h('span', { class: 'tag warn' }, t('ind_sample_tag')) : t('rec_official')), h('td', {}, moment(one.knownAt))))));
  } catch (problem) {
    put(list, unread(problem));
  }
}
