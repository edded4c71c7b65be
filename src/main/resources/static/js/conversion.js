/** Starts `/indicators/conversion`. One address is one state: `zone` the zone that is open, `with` the what-ifs that are compared. */
import * as api from './api/conversions.js';
import { aim } from './conversion/aim.js';
import { comparison } from './conversion/compare.js';
import { floors } from './conversion/floors.js';
import { sheet } from './conversion/map.js';
import { mine } from './conversion/mine.js';
import { head, rules } from './conversion/page.js';
import { scenarios } from './conversion/scenarios.js';
import { tenants } from './conversion/tenants.js';
import { timeline } from './conversion/timeline.js';
import { byId, h, icon, put } from './lib/dom.js';
import { me, t } from './lib/words.js';

document.documentElement.classList.add('js');
const has = (...roles) => Boolean(me?.roles.some((role) => roles.includes(role)));
const staff = has('OFFICER', 'APPROVER', 'ADMIN');
const officer = has('OFFICER');

const address = new URLSearchParams(location.search);
for (const link of document.querySelectorAll('a[data-lang]')) {
  link.addEventListener('click', () => {
    const query = new URLSearchParams(location.search);
    query.set('lang', link.dataset.lang);
    link.href = `?${query}`;
  });
}

const state = { zone: address.get('zone'), chosen: address.getAll('with').map(Number).filter(Number.isInteger) };
const host = byId('page');
put(host, h('p', { class: 'state quiet', role: 'status' }, t('cv_loading')));

function keep() {
  const query = new URLSearchParams();
  if (state.zone) query.set('zone', state.zone);
  for (const id of state.chosen) query.append('with', id);
  history.replaceState(null, '', `?${query}`);
}

/** The part of the page that failed says so; the others stand. */
function failed(problem) {
  return h('div', { class: 'state error' }, h('h3', {}, icon('blocked', 'small'), problem.detail ?? problem.message), problem.remedy && h('p', {}, problem.remedy), h('p', { class: 'quiet small' }, problem.code));
}

async function part(element, read) {
  try {
    await read();
  } catch (problem) {
    put(element, failed(problem));
  }
}

async function start() {
  const [all, weights] = await Promise.all([api.zones(), api.weights()]);
  if (!all.zones.some(({ zone }) => zone.code === state.zone)) state.zone = all.zones[0]?.zone.code ?? null;
  if (!state.zone) {
    put(host, h('p', { class: 'state' }, t('cv_none')));
    return;
  }
  const places = Object.fromEntries(['mine', 'timeline', 'map', 'aim', 'tests', 'tenants', 'floors', 'compare', 'rules'].map((name) => [name, h('section', { class: `cv-card cv-${name}`, id: `cv-${name}` })]));
  const chosen = () => all.zones.find(({ zone }) => zone.code === state.zone);
  let columns = [];

  put(host, head(all), has('FIRM') && places.mine,
    h('div', { class: 'cv-top' }, places.timeline, places.map),
    h('div', { class: 'cv-two' }, places.aim, h('div', { class: 'cv-stack' }, staff && places.tenants, places.tests, places.floors)),
    staff && places.compare, places.rules);

  const map = sheet(places.map, all, (code) => open(code));
  rules(places.rules, weights);

  function show() {
    timeline(places.timeline, all, columns, state.zone, open);
    map.mark(state.zone, columns);
    aim(places.aim, places.tests, chosen());
  }

  async function open(code) {
    if (code === state.zone) return;
    state.zone = code;
    keep();
    show();
    await details();
    byId('live').textContent = t('cv_opened', { zone: chosen().zone.shortName });
  }

  const details = () => Promise.all([
    staff && part(places.tenants, () => tenants(places.tenants, chosen().zone, officer, details)),
    part(places.floors, () => floors(places.floors, chosen().zone)),
  ]);

  async function compare() {
    const kept = await api.scenarios();
    state.chosen = state.chosen.filter((id) => kept.scenarios.some((one) => one.id === id)).slice(0, 4);
    keep();
    columns = (await api.compare(state.chosen)).columns;
    put(places.compare,
      scenarios({ kept: kept.scenarios, chosen: state.chosen, zones: all.zones.map(({ zone }) => zone), officer, choose: (ids) => { state.chosen = ids; return part(places.compare, compare); } }),
      comparison(columns, state.chosen));
    show();
  }

  show();
  await Promise.all([details(), has('FIRM') && part(places.mine, () => mine(places.mine)), staff && part(places.compare, compare)]);
}

start().catch((problem) => put(host, failed(problem)));
