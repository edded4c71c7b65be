/** `/indicators/support`: unmet demand for everybody; for officers the work list of needs and referrals. */
import { byId, h, put } from '../lib/dom.js';
import { date, number } from '../lib/numbers.js';
import { announce } from '../lib/say.js';
import { own, t } from '../lib/words.js';
import { aborted, latest } from '../api/http.js';
import { industries } from '../api/firms.js';
import { supply } from '../api/space.js';
import * as api from '../api/support.js';
import { fault, me, waiting } from '../firm/page.js';
import { heatMap } from './heatmap.js';

document.documentElement.classList.add('js');

const page = byId('page');
const isOfficer = me.roles.includes('OFFICER');
const asked = Object.fromEntries([...new URLSearchParams(location.search)].filter(([name]) => ['zone', 'industry'].includes(name)));
const ask = latest(api.unmet);
const shown = h('div', { class: 'unmet' });

for (const link of document.querySelectorAll('.languages a')) {
  link.addEventListener('click', () => {
    const query = new URLSearchParams(location.search);
    query.set('lang', link.getAttribute('hreflang'));
    link.href = `?${query}`;
  });
}

await start();

async function start() {
  const stop = waiting(page);
  try {
    const first = await ask(asked);
    const filter = first.full ? await filters() : null;
    const work = isOfficer ? (await import('./supportwork.js')).workList() : null;
    stop();
    put(page,
      h('h1', { class: 'home-title', tabindex: '-1' }, t('unmet_title')), h('p', { class: 'lead' }, t('unmet_lead')),
      filter, shown, work);
    show(first);
  } catch (problem) {
    stop();
    page.replaceChildren(fault(problem, start));
  }
}

/** Staff choose a zone and a line of business; the choice is in the address. */
async function filters() {
  const [lines, zones] = await Promise.all([industries(), supply()]);
  const choice = (name, label, all, options) => h('div', { class: 'form-field' }, h('label', { for: name }, label),
    h('select', { class: 'input', id: name, on: { change: (event) => change(name, event.target.value) } }, h('option', { value: '' }, all), options.map(([value, text]) => h('option', { value, selected: asked[name] === value }, text))));
  return h('div', { class: 'support-filter' },
    choice('zone', t('unmet_zone'), t('unmet_all_zones'), zones.zones.map((zone) => [zone.code, zone.shortName])),
    choice('industry', t('unmet_industry'), t('unmet_all_industries'), lines.industries.map((line) => [line.code, own(line, 'name')])));
}

async function change(name, value) {
  if (value) asked[name] = value;
  else delete asked[name];
  const query = new URLSearchParams(location.search);
  if (value) query.set(name, value);
  else query.delete(name);
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
  try {
    show(await ask(asked));
  } catch (problem) {
    if (!aborted(problem)) shown.replaceChildren(fault(problem, () => change(name, value)));
  }
}

function show(found) {
  const map = heatMap(found, api.unmetFile(asked, 'matrix'));
  put(shown, h('p', { class: 'quiet small' }, t('unmet_on', { date: date(found.on) }), '. ', t(found.full ? 'unmet_full' : 'unmet_public', { n: found.leastFirms })), map.element, lacking(found));
  announce(map.sentence);
}

function lacking(found) {
  return h('section', { class: 'card-plain', 'aria-labelledby': 'lacking-title' }, h('h2', { id: 'lacking-title' }, t('unmet_lacking')),
    found.lacking.length === 0 ? h('p', { class: 'quiet' }, t('unmet_lacking_none')) : h('div', { class: 'table-wrap', role: 'region', tabindex: '0', 'aria-labelledby': 'lacking-title' }, h('table', { class: 'table' },
      h('thead', {}, h('tr', {}, [t('unmet_col_lack'), t('unmet_col_industry'), t('unmet_col_zone')].map((one) => h('th', { scope: 'col' }, one)), h('th', { scope: 'col', class: 'right' }, t('unmet_col_firms')))),
      h('tbody', {}, found.lacking.map((one) => h('tr', {}, h('th', { scope: 'row' }, t(`lack_${one.lack}`)), h('td', {}, own(one, 'industry')), h('td', {}, one.zone ?? t('unmet_anywhere')),
        h('td', { class: 'right' }, number(one.firms), one.illustrative > 0 && h('small', { class: 'quiet' }, ` ${t('unmet_illustrative', { n: number(one.illustrative) })}`))))))),
    h('p', {}, h('a', { class: 'link', href: api.unmetFile(asked, 'lacking'), download: true }, t('chart_csv'))));
}
