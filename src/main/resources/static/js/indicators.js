/** Starts the dashboard: the report of the two dates in the address, its rows, and the ledger for officers. */
import * as api from './api/indicators.js';
import { byId, h, put } from './lib/dom.js';
import { toast } from './lib/say.js';
import { t } from './lib/words.js';
import { dates, person } from './indicators/page.js';
import { figures } from './indicators/figures.js';
import { numbers } from './indicators/numbers.js';
import { rows } from './indicators/rows.js';

const host = byId('report');

async function show() {
  const late = setTimeout(() => put(host, h('p', { class: 'state quiet' }, t('ind_loading'))), 300);
  try {
    const report = await api.report(dates);
    clearTimeout(late);
    put(host, numbers(report), figures(report));
  } catch (problem) {
    clearTimeout(late);
    put(host, h('div', { class: 'state error', role: 'alert' }, h('h2', {}, t('ind_failed')), h('p', {}, problem.detail ?? ''), problem.remedy && h('p', {}, problem.remedy),
      h('p', { class: 'quiet' }, t('ind_code', { code: problem.code ?? '' })), h('button', { class: 'button', type: 'button', on: { click: show } }, t('ind_again'))));
  }
  host.setAttribute('aria-busy', 'false');
}

const share = byId('share');
if (navigator.clipboard) {
  share.hidden = false;
  share.addEventListener('click', async () => {
    await navigator.clipboard.writeText(`${location.origin}/indicators?${dates}${location.hash}`);
    toast(t('ind_copied'));
  });
}

// on paper nothing can be opened
addEventListener('beforeprint', () => host.querySelectorAll('details').forEach((one) => { one.open = true; }));

await show();
if (person) await rows(byId('rows'));
if (byId('record')) {
  const { desk } = await import('./indicators/record/desk.js');
  desk(byId('record'));
  if (location.hash.startsWith('#record')) byId('record').scrollIntoView();
}
