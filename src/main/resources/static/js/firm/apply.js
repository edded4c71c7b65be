/** `/firm/apply`: three steps to an application; no account is needed before the last. */
import { byId, debounce, h, icon } from '../lib/dom.js';
import { keep, kept } from '../lib/keep.js';
import { m2, moment, number } from '../lib/numbers.js';
import { announce } from '../lib/say.js';
import { lang, own, t } from '../lib/words.js';
import * as api from '../api/firms.js';
import * as space from '../api/space.js';
import { runs } from '../building/section.js';
import { keeper, load, newKey } from './draft.js';
import { faultsOf, typedNumber } from './form.js';
import { needsOf } from './needs.js';
import { alert, fault, hasFirm, isFirm, me, offline, waiting } from './page.js';
import { bayWords, buildingWords } from './place.js';
import { done } from './done.js';
import { handIn } from './sending.js';
import { firmCard, firmFields } from './stepfirm.js';
import { needStep } from './stepneed.js';
import { sendStep } from './stepsend.js';
import { verdict } from './verdict.js';

const STEPS = 3;
const OPEN = ['DRAFT', 'INCOMPLETE'];
/** The verdict in two words, for the foot of a phone's page. */
const short = {};
let page, draft, about, keeping, shown, judged;

export async function start(container) {
  page = container;
  byId('tab-files').setAttribute('aria-current', 'page');
  const stop = waiting(page);
  try {
    await read();
  } catch (problem) {
    stop();
    page.replaceChildren(fault(problem, () => location.reload()));
    return;
  }
  stop();
  if (!draft.building) return nothingChosen();
  if (!about.place) return chooseBays();
  judged = verdict(about.place, announce, tell);
  const judge = debounce(() => judged.update(needsOf(draft, about.place.areaM2), Boolean(about.firm)), 400);
  about.changed = () => { keeping.soon(); judge(); };
  addEventListener('popstate', () => show(stepAsked()));
  addEventListener('online', () => { offline(null); judge(); });
  addEventListener('offline', () => offline(''));
  show(stepAsked());
  judged.update(needsOf(draft, about.place.areaM2), Boolean(about.firm));
}

function tell(text, fits) {
  Object.assign(short, { text, fits });
  const jump = byId('verdict-jump');
  if (jump) {
    jump.textContent = text;
    jump.classList.toggle('no', !fits);
  }
}

/** Everything the steps stand on; what was read before does without network. */
async function read() {
  draft = await load();
  about = { firm: null, industries: [], products: { products: [] } };
  if (isFirm) await readOwn();
  keeping = keeper(draft, (at) => { const line = byId('kept'); if (line) line.textContent = at ? t('kept_at', { moment: moment(at) }) : t('kept_not'); });
  const [industries, products, building] = await Promise.all([
    known('firm/industries', api.industries), known('firm/products', api.products), draft.building && known(`firm/building/${draft.building}`, () => space.building(draft.building)),
  ]);
  about.industries = industries.industries;
  about.products = products;
  if (building) {
    about.building = building;
    about.place = placeOf(building);
  }
}

/** The firm, and the application that goes on: the one of the address, or the one begun on this device. */
async function readOwn() {
  const none = (problem) => { if (problem.status === 404 || problem.status === 0) return null; throw problem; };
  about.firm = hasFirm() ? await known(`firm/own/${me.name}`, () => api.ownFirm()) : null;
  const asked = new URLSearchParams(location.search).get('application');
  const code = asked ?? draft.application;
  const application = code && (await api.application(code).catch(none));
  if (!application) return;
  if (!OPEN.includes(application.status)) {
    // handed in meanwhile, perhaps from another device: what is written now is another application
    delete draft.application;
    for (const one of draft.files) delete one.sent;
    draft.key = newKey();
    return;
  }
  if (asked && draft.application !== asked) fillFrom(application);
  about.documents = application.documents;
}

async function known(key, ask) {
  try {
    const value = await ask();
    keep(key, value).catch(() => undefined);
    return value;
  } catch (problem) {
    const old = problem.status === 0 ? await kept(key).catch(() => undefined) : undefined;
    if (old === undefined) throw problem;
    offline('');
    return old;
  }
}

/** A draft on the server, or one that was given back, goes on here. */
function fillFrom(application) {
  Object.assign(draft, {
    application: application.code, building: application.building ?? undefined, floorId: application.floor ?? undefined, firstBay: application.firstBay ?? undefined, bayCount: application.bayCount ?? undefined,
    from: application.startEarliest, months: String(application.termMonths), industry: application.industry, production: application.production, hazard: application.hazard,
    power: typedNumber(application.powerKva), wastewater: typedNumber(application.wastewaterM3Day), budget: typedNumber(application.budgetVndM2Month), acceptOther: application.acceptOther,
    load: typedNumber(application.loadKnM2), height: typedNumber(application.clearHeightM), lift: typedNumber(application.liftT), machinesFilled: true, files: [],
    machines: application.machines.map((one) => ({ name: one.name, weightT: typedNumber(one.weightT), lengthM: typedNumber(one.lengthM), widthM: typedNumber(one.widthM), heightM: typedNumber(one.heightM) })),
  });
}

/** The bays of the draft; `floor` is its level, as in every address of a page. */
function placeOf(building) {
  if (draft.floorId) {
    draft.floor = building.floors.find((one) => one.id === draft.floorId)?.level;
    delete draft.floorId;
  }
  const asked = Number(draft.floor), first = Number(draft.firstBay), count = Number(draft.bayCount ?? 1);
  const floor = building.floors.find((one) => one.level === asked);
  const bays = floor?.bays.filter((bay) => first <= bay.no && bay.no < first + count) ?? [];
  if (draft.floor === undefined || bays.length === 0 || bays.length !== count) return null;
  return { building, floor, level: floor.level, firstBay: first, bayCount: count, bays, areaM2: bays.reduce((sum, bay) => sum + bay.areaM2, 0) };
}

const stepAsked = () => Math.min(Math.max(Number(new URLSearchParams(location.search).get('step')) || 1, 1), STEPS);

function go(step) {
  const query = new URLSearchParams(location.search);
  query.set('step', step);
  history.pushState(null, '', `?${query}`);
  show(step);
  byId('step-title').focus();
}

/** Shows a step; one that stands on answers that are missing shows the step where they are. */
function show(asked) {
  const step = asked > 1 && !(draft.industry && draft.hazard && draft.production?.trim() && draft.from) ? 1 : asked > 2 && !about.firm && !(draft.taxCode && draft.nameVi && draft.vsic) ? 2 : asked;
  shown = [
    () => needStep(draft, about, about.changed),
    () => (about.firm ? { node: h('div', { class: 'step-body' }, firmCard(about.firm)), form: { valid: () => true, blame: () => false } } : firmFields(draft, about, about.changed)),
    () => sendStep(draft, about, { changed: keeping.soon, keepNow: keeping.now, go, send }),
  ][step - 1]();
  const last = step === STEPS;
  const next = last ? shown.last : { text: t('go_on'), run: () => shown.form.valid() && go(step + 1) };
  const taken = about.place.bays.filter((bay) => bay.status !== 'FREE');
  page.replaceChildren(h('div', { class: 'apply' },
    h('div', { class: 'apply-main' },
      h('h1', { class: 'apply-title' }, t('apply_title'), h('span', { class: 'quiet' }, ` ${bayWords(about.place)}, ${m2(about.place.areaM2)}`)),
      h('ol', { class: 'apply-steps', 'aria-label': t('steps') }, [1, 2, 3].map((one) => h('li', { class: one < step ? 'past' : one === step ? 'now' : '', 'aria-current': one === step ? 'step' : undefined },
        one < step ? h('button', { type: 'button', on: { click: () => go(one) } }, icon('check', 'small'), h('span', {}, t(`step_${one}`))) : h('span', {}, h('b', {}, number(one)), h('span', {}, t(`step_${one}`)))))),
      h('h2', { class: 'step-title', id: 'step-title', tabindex: '-1' }, t(`step_title_${step}`)),
      h('p', { class: 'step-why' }, t(`step_why_${step}`)),
      taken.length > 0 && h('p', { class: 'notice' }, icon('clock', 'small'), h('span', {}, t(taken.every((bay) => bay.status === 'SOON') ? 'bays_soon' : 'bays_taken'))),
      shown.node,
      h('p', { class: 'quiet small', id: 'kept', role: 'status' }, t('kept_here')),
      h('div', { class: 'apply-foot' },
        h('a', { class: 'verdict-jump link', href: '#verdict', id: 'verdict-jump' }, short.text ?? t('verdict_title')),
        step > 1 && h('button', { type: 'button', class: 'button', on: { click: () => go(step - 1) } }, t('step_back')),
        next && h('button', { type: 'button', class: 'button primary', id: 'go-on', on: { click: (event) => next.run(event.currentTarget) } }, next.text)),
      h('p', { class: 'drop' }, h('button', { type: 'button', class: 'link', on: { click: drop } }, t('drop_draft')))),
    h('div', { class: 'apply-side', id: 'verdict', tabindex: '-1' }, judged.node)));
  scrollTo(0, 0);
  document.querySelector('main').scrollTo(0, 0);
}

async function drop() {
  await keeping.drop();
  location.href = `/?b=${encodeURIComponent(draft.building)}`;
}

async function send(button, say) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    const application = await handIn(draft, about, say, keeping.now);
    await keeping.drop();
    page.replaceChildren(done(application, about));
    history.replaceState(null, '', `/firm/apply?sent=${application.code}`);
    byId('done-title').focus();
  } catch (problem) {
    button.removeAttribute('aria-busy');
    refused(problem, say);
  }
}

/** A refusal is shown at its field, in the step where that is. */
function refused(problem, say) {
  const faults = faultsOf(problem);
  if (problem.step && faults.length > 0 && problem.step !== stepAsked()) {
    go(problem.step);
    if (shown.form.blame(faults)) return;
  }
  const missing = problem.body?.missing?.map((one) => (lang === 'en' ? one.en : one.vi)) ?? [];
  const text = [problem.status === 0 ? t('send_offline') : problem.detail, ...missing, problem.remedy].filter(Boolean).join(' ');
  say(text);
  alert(text);
}

function nothingChosen() {
  page.replaceChildren(h('section', { class: 'state empty' }, h('h1', {}, t('apply_title')), h('p', {}, t('apply_nothing')), h('a', { class: 'button primary', href: '/' }, t('find_space'))));
}

/** A building without bays: its free stretches, largest first. */
function chooseBays() {
  const found = about.building.floors.flatMap((floor) => runs(floor)).sort((a, b) => b.areaM2 - a.areaM2);
  const address = (run) => `/firm/apply?building=${encodeURIComponent(draft.building)}&floor=${run.floor.level}&firstBay=${run.first}&bayCount=${run.bays.length}`;
  page.replaceChildren(h('section', { class: 'state empty' }, h('h1', {}, t('apply_title'), h('span', { class: 'quiet' }, ` ${buildingWords(about.building)}`)), h('p', {}, t(found.length > 0 ? 'apply_choose' : 'apply_full')),
    h('ul', { class: 'choices' }, found.map((run) => h('li', {}, h('a', { class: 'choice', href: address(run) }, h('span', {}, bayWords({ level: run.floor.level, firstBay: run.first, bayCount: run.bays.length })), h('b', {}, m2(run.areaM2)))))),
    h('a', { class: 'button', href: `/?b=${encodeURIComponent(draft.building)}` }, t('see_building', { name: own(about.building, 'name') }))));
}
