/** `/firm` for officers: what waits to be read and decided, offers that end soon, and the firms. */
import { debounce, h, icon } from '../lib/dom.js';
import { date, m2, moment, number } from '../lib/numbers.js';
import { toast } from '../lib/say.js';
import { lang, own, t } from '../lib/words.js';
import { aborted, latest } from '../api/http.js';
import * as api from '../api/firms.js';
import { dialog } from '../lib/dialog.js';
import { account } from './account.js';
import { TAGS } from './nextcards.js';
import { left } from './offercard.js';
import { alert, fault, waiting } from './page.js';
import { paperRow } from './papers.js';
import { fact } from './place.js';
import { requestList } from './staffrequests.js';
import { sizeWords } from './stepfirm.js';
import { timeline } from './timeline.js';
import { reason } from './verdict.js';

const LISTS = ['SUBMITTED', 'ELIGIBLE', 'INCOMPLETE', 'INELIGIBLE'];
const DECISIONS = ['ELIGIBLE', 'INCOMPLETE', 'INELIGIBLE'];

let page, industries;

export async function start(container) {
  page = container;
  const stop = waiting(page);
  try {
    await draw();
  } catch (problem) {
    page.replaceChildren(fault(problem, () => start(container)));
  } finally {
    stop();
  }
}

async function draw() {
  const [lines, offers, asked, ...lists] = await Promise.all([api.industries(), api.openOffers(), api.leaseRequests('OPEN'), ...LISTS.map((status) => api.submitted(status))]);
  industries = new Map(lines.industries.map((one) => [one.code, own(one, 'name')]));
  const ending = [...offers.offers].sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
  page.replaceChildren(h('div', { class: 'home' },
    h('div', { class: 'next' }, h('h1', { class: 'home-title', id: 'next-title', tabindex: '-1' }, t('staff_title')), LISTS.map((status, index) => list(status, lists[index].applications, Boolean(lists[index].next)))),
    h('div', { class: 'rest' }, h('a', { class: 'button', href: '/indicators/support' }, t('staff_support')), requestList(asked.requests, draw), ending.length > 0 ? offerList(ending) : null, firmSearch(), account())));
}

function list(status, applications, more) {
  return h('details', { class: 'card-plain staff-list', open: status === 'SUBMITTED' }, h('summary', {}, h('h2', {}, t(`staff_${status}`)), h('span', { class: `tag ${TAGS[status]}` }, `${number(applications.length)}${more ? '+' : ''}`)),
    applications.length === 0 ? h('p', { class: 'quiet' }, t('staff_none')) : h('ul', { class: 'choices' }, applications.map((one) => h('li', {}, h('button', { type: 'button', class: 'choice staff-row', on: { click: () => open(one.code) } },
      h('span', {}, h('b', {}, one.code), ' ', h('span', { class: 'quiet small' }, `${one.firm}, ${industries.get(one.industry) ?? one.industry}`)),
      h('span', { class: 'quiet small' }, `${m2(one.areaMinM2)}, ${one.building ?? one.zones.join(', ')}, ${moment(one.submittedAt)}`))))));
}

function offerList(offers) {
  return h('section', { class: 'card-plain' }, h('h2', {}, t('staff_offers')), h('ul', { class: 'facts-list' }, offers.map((one) => h('li', { class: 'staff-offer' },
    h('span', {}, h('b', {}, one.firm), ' ', h('span', { class: 'quiet small' }, `${one.building}, ${t('sheet_title', { floor: one.level, bays: one.bayCount > 1 ? `${one.firstBay}–${one.firstBay + one.bayCount - 1}` : one.firstBay })}`)),
    h('span', {}, left(one.deadline), h('small', { class: 'quiet' }, ` ${t('until_day', { date: date(one.deadline) })}`))))));
}

/** One application to be read: the firm, what it wants, its papers, what the rules say; and the decision. */
async function open(code) {
  let application, firm;
  try {
    application = await api.application(code);
    firm = await api.firm(application.firm);
  } catch (problem) {
    alert(problem.detail);
    toast(problem.detail);
    return;
  }
  const near = application.verdict?.nearest?.[0];
  const floor = near?.floors?.find((one) => one.floor === application.floor) ?? near?.floors?.[0];
  const blocks = [...(near?.reasons ?? []), ...(floor?.reasons ?? [])].filter((one) => one.severity === 'BLOCKS');
  const why = h('textarea', { class: 'input area', id: 'staff-why', rows: 3, maxlength: 1000 });
  const missing = h('p', { class: 'field-error', hidden: true, role: 'alert' }, t('reason_missing'));
  const decisions = DECISIONS.filter((one) => one !== application.status);
  const kinds = [...new Set(application.documents.map((one) => one.kind))];
  dialog({
    title: `${application.code}, ${own(firm, 'name')}`,
    className: 'wide',
    body: [
      h('p', {}, h('span', { class: `tag ${TAGS[application.status]}` }, t(`app_${application.status}`))),
      h('dl', { class: 'facts-list' }, fact(t('firm'), `${own(firm, 'name')} (${firm.code})`), fact(t('tax_code'), firm.taxCode), fact(t('industry'), industries.get(application.industry)), fact(t('hazard'), application.hazard),
        fact(t('area'), `${m2(application.areaMinM2)} – ${m2(application.areaMaxM2)}`), fact(t('term'), t('term_line', { months: application.termMonths, date: date(application.startEarliest) })), fact(t('wastewater'), `${number(application.wastewaterM3Day, 1)} ${t('m3_day')}`)),
      h('p', {}, application.production),
      firm.size && sizeWords(firm.sizeClass, firm.size),
      h('h3', {}, t('papers_title')), kinds.length === 0 ? h('p', { class: 'quiet' }, t('staff_no_papers')) : h('ul', { class: 'papers' }, kinds.map((kind) => paperRow({ kind }, application.documents.filter((one) => one.kind === kind).map((one) => ({ name: one.name, size: one.size, at: one.uploadedAt, href: api.paperAddress(application.code, one.no) })), undefined, 'staff-'))),
      h('h3', {}, t('staff_rules')), blocks.length === 0 ? h('p', {}, t('staff_rules_ok')) : h('ul', { class: 'verdict-list' }, blocks.map((one) => reason(one, 'blocked'))),
      timeline(application),
      decisions.length > 0 && h('div', { class: 'form-field' }, h('label', { for: 'staff-why' }, t('staff_why')), why, missing),
    ].flat().filter(Boolean),
    actions: [{ text: t('close') }, ...decisions.map((decision) => ({ text: t(`decide_${decision}`), primary: decision === 'ELIGIBLE', danger: decision === 'INELIGIBLE', run: async () => {
      missing.hidden = why.value.trim() !== '';
      if (!missing.hidden) { why.focus(); return false; }
      await api.decide(application, decision, why.value.trim());
      toast(t('decided', { code: application.code, status: t(`app_${decision}`) }));
      await draw();
      return true;
    } }))],
  });
}

/** Firms by name, code or tax code; an account can be let act for one. */
function firmSearch() {
  const found = h('ul', { class: 'choices', 'aria-live': 'polite' });
  const ask = latest(api.searchFirms);
  const search = debounce(async (text) => {
    try {
      const { firms } = await ask(text);
      found.replaceChildren(...(firms.length === 0 ? [h('li', { class: 'quiet' }, t('staff_no_firm'))] : firms.map((one) => h('li', {}, h('button', { type: 'button', class: 'choice staff-row', on: { click: () => openFirm(one) } },
        h('span', {}, h('b', {}, lang === 'en' ? one.nameEn : one.nameVi), ' ', h('span', { class: 'quiet small' }, one.code)), h('span', { class: 'quiet small' }, `${one.taxCode}, ${t(`size_${one.sizeClass}`)}, ${t('staff_open', { n: one.open })}`))))));
    } catch (problem) {
      if (!aborted(problem)) found.replaceChildren(h('li', { class: 'field-error' }, problem.detail));
    }
  }, 250);
  search('');
  return h('section', { class: 'card-plain' }, h('h2', {}, t('staff_firms')), h('div', { class: 'form-field' }, h('label', { for: 'firm-search' }, t('staff_search')), h('input', { class: 'input', id: 'firm-search', type: 'search', maxlength: 100, autocomplete: 'off', on: { input: (event) => search(event.target.value) } })), found);
}

function openFirm(entry) {
  const name = h('input', { class: 'input', id: 'person-name', type: 'text', autocapitalize: 'none', spellcheck: 'false', maxlength: 64 });
  const { fail } = dialog({
    title: lang === 'en' ? entry.nameEn : entry.nameVi,
    body: [h('dl', { class: 'facts-list' }, fact(t('tax_code'), entry.taxCode), fact(t('size_title'), t(`size_${entry.sizeClass}`)), fact(t('staff_people'), number(entry.people))),
      h('div', { class: 'form-field' }, h('label', { for: 'person-name' }, t('staff_add_person')), name, h('p', { class: 'hint' }, t('staff_add_hint')))],
    actions: [{ text: t('close') }, { text: t('staff_add_button'), primary: true, run: async () => {
      if (!name.value.trim()) { fail({ detail: t('field_missing') }); name.focus(); return false; }
      await api.addPerson(entry.code, name.value.trim());
      toast(t('staff_added', { name: name.value.trim() }));
      return true;
    } }],
  });
}
