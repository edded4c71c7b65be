/** What each running lease costs month by month, before and after the rent cut: three sums, a chart and its table. */
import { h, icon, put } from '../lib/dom.js';
import { number } from '../lib/numbers.js';
import { lang, t } from '../lib/words.js';
import * as api from '../api/support.js';
import { fact } from './place.js';

const MILLION = 1_000_000;

/** One part for each lease that runs; months are read when it is opened. Null where no lease runs. */
export function leaseMoney(leases) {
  const running = leases.filter((lease) => lease.status === 'RUNNING');
  if (running.length === 0) return null;
  return h('div', { class: 'lease-money' }, h('h3', {}, t('money_title')), running.map((lease, index) => {
    const inside = h('div', { class: 'money-inside' });
    const element = h('details', { class: 'application money', data: { lease: lease.id }, open: index === 0 }, h('summary', {}, h('span', {}, t('money_lease', { no: lease.contractNo }))), inside);
    const read = () => { if (element.open && inside.childElementCount === 0) draw(lease, inside); };
    element.addEventListener('toggle', read);
    read();
    return element;
  }));
}

async function draw(lease, inside) {
  put(inside, h('p', { class: 'quiet' }, t('firm_reading')));
  try {
    const [money, { figure }] = await Promise.all([api.leaseMonths(lease.id), import('../staff/figure.js')]);
    put(inside, parts(money, figure));
  } catch (problem) {
    put(inside, h('p', { class: 'field-error' }, problem.detail ?? problem.message));
  }
}

const dong = (value) => t('money_vnd', { n: number(value) });
const short = (month) => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

function parts(money, figure) {
  return [
    h('p', { class: `notice ${money.cutVnd > 0 && !money.conditional ? 'good' : ''}` }, icon('info', 'small'), h('span', {}, lang === 'en' ? money.en : money.vi)),
    h('dl', { class: 'facts-list' }, fact(t('money_bill'), dong(money.billVnd)), fact(`${t('money_cut')}${money.conditional ? ` (${t('money_if')})` : ''}`, dong(money.cutVnd)), fact(t('money_after'), dong(money.afterVnd))),
    h('p', { class: money.reconciled ? 'quiet small reconciled' : 'field-error' }, t(money.reconciled ? 'money_reconciled' : 'money_not_reconciled', { n: number(money.scheduleVnd) })),
    figure({
      title: t('money_chart'),
      sentence: t('money_key'),
      note: [t('money_note'), money.dataStatus === 'ILLUSTRATIVE' && t('money_illustrative')].filter(Boolean).join(' '),
      csv: api.leaseMonthsFile(money.lease),
      head: [t('money_month'), t('money_days'), t('money_bill'), t('money_cut'), t('money_after')],
      rows: money.months.map((one) => [short(one.month), `${one.days}/${one.daysInMonth}`, number(one.billVnd), number(one.cutVnd), number(one.afterVnd)]),
      chart: {
        type: 'line', unit: t('sup_million'), digits: 2, labels: money.months.map((one) => short(one.month)), values: money.months.map((one) => one.billVnd / MILLION), colour: '--ink',
        beside: { values: money.months.map((one) => one.afterVnd / MILLION), colour: '--free' },
      },
    }),
  ];
}
