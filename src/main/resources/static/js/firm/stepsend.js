/** Step 3: papers, a last look, an account where there is none, and off it goes. */
import { h, icon } from '../lib/dom.js';
import { date, m2, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { accountDoor } from './account.js';
import { read } from './form.js';
import { lastDay, needsOf } from './needs.js';
import { isFirm, me } from './page.js';
import { kinds, paperRow } from './papers.js';
import { bayWords, buildingWords, fact } from './place.js';

/**
 * @param {object} draft
 * @param {{place: object, industries: object[], firm: object|null, documents?: object[]}} about `documents` are on the server already
 * @param {{changed: () => void, keepNow: () => Promise<void>, go: (step: number) => void, send: (button: HTMLElement, say: (text: string) => void) => void}} actions
 */
export function sendStep(draft, { place, industries, firm, documents = [] }, { changed, keepNow, go, send }) {
  const papers = h('ul', { class: 'papers' }, h('li', { class: 'quiet' }, t('firm_reading')));
  const status = h('p', { class: 'hint', role: 'status' });
  let needed = [];

  async function drawPapers() {
    const certificate = firm ? Boolean(firm.supporting.certificateNo) : draft.supports === 'certificate';
    try {
      needed = (await api.papers({ industry: draft.industry, hazard: draft.hazard, wastewater: read(draft.wastewater), certificate })).papers;
    } catch (problem) {
      if (problem.status !== 0) throw problem;
      status.textContent = t('papers_offline');
    }
    show();
  }

  /** Papers on the server that no newly chosen one takes the place of. */
  const kept = (kind) => documents.filter((one) => one.kind === kind && (kind === 'OTHER' || !draft.files.some((file) => file.kind === kind)))
    .map((one) => ({ name: one.name, size: one.size, at: one.uploadedAt, href: api.paperAddress(draft.application, one.no) }));

  function show() {
    papers.replaceChildren(...kinds(needed).map((paper) => paperRow(paper,
      [...kept(paper.kind), ...draft.files.filter((one) => one.kind === paper.kind).map((one) => ({ name: one.name, size: one.file.size, remove: () => { draft.files = draft.files.filter((other) => other !== one); changed(); show(); } }))],
      (file) => {
        draft.files = [...draft.files.filter((one) => one.kind !== paper.kind || paper.kind === 'OTHER'), { kind: paper.kind, name: file.name, file }];
        changed();
        show();
        papers.querySelector(`#paper-${paper.kind}`)?.focus();
      })));
  }
  drawPapers();

  const line = industries.find((one) => one.code === draft.industry);
  const needs = needsOf(draft, place.areaM2);
  const review = h('section', { class: 'review' }, h('h2', {}, t('review_title')),
    h('dl', { class: 'facts-list' },
      fact(t('place'), [bayWords(place), h('small', {}, buildingWords(place.building))]), fact(t('area'), m2(place.areaM2)),
      fact(t('term'), `${date(draft.from)} – ${date(lastDay(draft.from, read(draft.months)))}`),
      fact(t('industry'), own(line ?? {}, 'name')), fact(t('hazard'), draft.hazard),
      needs.load !== undefined && fact(t('fit_load'), `${number(needs.load, 1)} kN/m²`),
      fact(t('firm'), firm ? own(firm, 'name') : draft.nameVi), fact(t('tax_code'), firm ? firm.taxCode : draft.taxCode)),
    h('p', { class: 'review-links' }, h('button', { type: 'button', class: 'link', on: { click: () => go(1) } }, t('edit_need')), !firm && h('button', { type: 'button', class: 'link', on: { click: () => go(2) } }, t('edit_firm'))));

  const here = `${location.pathname}${location.search}`;
  const node = h('div', { class: 'step-body' },
    h('section', {}, h('h2', {}, t('papers_title')), h('p', { class: 'hint' }, t('papers_hint')), papers), review,
    !me.name && accountDoor({ next: here, leaving: keepNow }),
    me.name && !isFirm && h('p', { class: 'form-error' }, icon('blocked', 'small'), h('span', {}, t('not_a_firm_account'))),
    isFirm && h('p', { class: 'quiet small' }, t('send_as', { name: me.name })), status);

  return {
    node,
    form: { valid: () => true, blame: () => false },
    last: isFirm ? { text: t('send'), run: (button) => {
      const lacking = needed.filter((one) => ![...draft.files, ...documents].some((file) => file.kind === one.kind));
      if (lacking.length > 0) {
        status.textContent = t('papers_lacking', { papers: lacking.map((one) => own(one, 'name')).join('; ') });
        status.className = 'field-error';
        papers.querySelector('.missing input')?.focus();
        return;
      }
      status.className = 'hint';
      send(button, (text) => { status.textContent = text; });
    } } : null,
  };
}
