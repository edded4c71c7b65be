/** From which day the space is needed, and for how long. */
import { h } from '../lib/dom.js';
import { date, number, today } from '../lib/numbers.js';
import { conditions } from '../lib/state.js';
import { t } from '../lib/words.js';
import { CONDITIONS } from '../search/conditions.js';
import { choiceField, numberField } from './fields.js';

/** @param {(patch: object) => void} change of the address */
export function timeFields(change) {
  const { from } = conditions();
  const day = h('input', { class: 'input', type: 'date', id: 'field-from', min: today(), value: from ?? '' });
  day.addEventListener('change', () => day.validity.valid && change({ from: day.value && day.value !== today() ? day.value : null }));
  const host = h('div', {});
  let choices = null;
  const months = numberField({
    name: 'months', label: t('for_months'), stops: CONDITIONS.time.stops, digits: 0, value: () => conditions().months,
    hint: (value) => (value >= 12 ? t('n_years', { n: number(value / 12, 1) }) : ''), set: (value) => change({ months: value && Math.round(value) }),
  });
  return [
    {
      node: host,
      changed: () => choices?.changed(),
      /** The days that the server counts for: now and some months ahead. */
      found({ facets: { availability } }) {
        choices ??= choiceField({
          label: t('need_time_long'),
          choices: availability.map((one, index) => ({
            key: one.from, text: index === 0 ? t('today') : date(one.from), on: () => (conditions().from ?? availability[0].from) === one.from,
            choose: () => change({ from: index === 0 ? null : one.from }),
          })),
        });
        if (!choices.node.isConnected) host.replaceChildren(choices.node);
        choices.counts((key) => availability.find((one) => one.from === key)?.count);
      },
    },
    { node: h('div', { class: 'field' }, h('label', { for: 'field-from' }, t('from_day')), day), changed: () => { day.value = conditions().from ?? ''; } },
    months,
  ];
}
