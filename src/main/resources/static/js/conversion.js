/** Starts `/indicators/conversion`. One address is one state: `zone` the zone that is open, `on` the day that is asked about, `with` the what-ifs that are compared. */
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
import { today } from './lib/numbers.js';
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

const state = { zone: address.get('zone'), on: address.get('on') || null, chosen: address.getAll('with').map(Number).filter(Number.isInteger) };
const host = byId('page');
put(host, h('p', { class: 'state quiet', role: 'status' }, t('cv_loading')));

function keep() {
  const query = new URLSearchParams();
  if (state.zone) query.set('zone', state.zone);
  if (state.on) query.set('on', state.on);
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
  let [all, weights, published] = await read();
  const strange = state.zone && !all.zones.some(({ zone }) => zone.code === state.zone) ? state.zone : null;
  if (strange || !state.zone) state.zone = all.zones[0]?.zone.code ?? null;
  if (!state.zone) {
    put(host, h('p', { class: 'state' }, t('cv_none')));
    return;
  }
  const places = Object.fromEntries(['mine', 'timeline', 'map', 'aim', 'tests', 'tenants', 'floors', 'compare', 'rules'].map((name) => [name, h('section', { class: `cv-card cv-${name}`, id: `cv-${name}` })]));
  const chosen = () => all.zones.find(({ zone }) => zone.code === state.zone);
  const writes = officer && !state.on; // what was, or will be, is only read
  let columns = [];

  put(host, head(all, askFor), strange && h('p', { class: 'cv-notice', role: 'status' }, t('cv_not_converting', { zone: strange })), officer && state.on && h('p', { class: 'quiet small' }, t('cv_only_read')), has('FIRM') && places.mine,
    h('div', { class: 'cv-top' }, places.timeline, places.map),
    h('div', { class: 'cv-two' }, places.aim, h('div', { class: 'cv-stack' }, staff && places.tenants, places.tests, places.floors)),
    staff && places.compare, places.rules);

  const map = sheet(places.map, all, (code) => open(code));
  const edit = writes ? await Promise.all([import('./conversion/edit/aims.js'), import('./conversion/edit/weights.js')]) : null;

  function show() {
    timeline(places.timeline, all, columns, state.zone, open);
    map.mark(state.zone, columns);
    aim(places.aim, places.tests, chosen(), edit && edit[0].aimForms(chosen(), anew));
    rules(places.rules, weights, published.versions, edit && (() => edit[1].weightForm(anew)));
  }

  /** Everything is read again: what an officer wrote counts in many places. */
  async function anew() {
    [all, weights, published] = await read();
    show();
    await Promise.all([details(), part(places.compare, compare)]);
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
    staff && part(places.tenants, () => tenants(places.tenants, chosen().zone, state.on, writes, anew)),
    part(places.floors, () => floors(places.floors, chosen().zone, state.on)),
  ]);

  async function compare() {
    const kept = await api.scenarios();
    state.chosen = state.chosen.filter((id) => kept.scenarios.some((one) => one.id === id)).slice(0, 4);
    keep();
    columns = (await api.compare(state.chosen, state.on)).columns;
    put(places.compare,
      scenarios({ kept: kept.scenarios, chosen: state.chosen, zones: all.zones.map(({ zone }) => zone), officer: writes, choose: (ids) => { state.chosen = ids; return part(places.compare, compare); } }),
      comparison(columns, state.chosen, state.on));
    show();
  }

  show();
  await Promise.all([details(), has('FIRM') && part(places.mine, () => mine(places.mine)), staff && part(places.compare, compare)]);
}

const read = () => Promise.all([api.zones(state.on), api.weights(state.on), api.weightVersions()]);

/** The page as on another day; today where there is none. */
function askFor(day) {
  state.on = day && day !== today() ? day : null;
  keep();
  location.reload();
}

start().catch((problem) => put(host, failed(problem)));
