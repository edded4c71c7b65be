/** A firm's applications, each with its way, its papers and what can still be done with it. */
import { h, icon } from '../lib/dom.js';
import { date, m2 } from '../lib/numbers.js';
import { lang, own, t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { dialog } from '../lib/dialog.js';
import { TAGS } from './nextcards.js';
import { paperRow } from './papers.js';
import { bayWords, buildingWords } from './place.js';
import { timeline } from './timeline.js';

const OPEN = ['DRAFT', 'INCOMPLETE'];
const MAY_WITHDRAW = ['DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ELIGIBLE', 'INELIGIBLE'];

export function applicationList(data, again) {
  return h('section', { class: 'card-plain', id: 'applications', 'aria-labelledby': 'applications-title' }, h('h2', { id: 'applications-title' }, t('applications')),
    data.applications.length === 0 ? h('p', { class: 'quiet' }, t('applications_none')) : data.applications.map((one) => entry(one, data, again)),
    data.more > 0 && h('p', { class: 'quiet small' }, t('applications_more', { n: data.more })));
}

function entry(application, data, again) {
  const building = data.buildings[application.building];
  const floor = building?.floors.find((one) => one.id === application.floor);
  const offer = data.offers.find((one) => one.application === application.code && one.status === 'OPEN');
  const hold = application.status === 'HELD' ? data.holds.find((one) => one.building === application.building) : undefined;
  const line = data.industries.find((one) => one.code === application.industry);
  return h('details', { class: 'application', data: { code: application.code } },
    h('summary', {}, h('span', { class: 'application-name' }, h('b', {}, floor ? bayWords({ level: floor.level, firstBay: application.firstBay, bayCount: application.bayCount }) : building ? buildingWords(building) : application.code),
      h('span', { class: 'quiet small' }, [floor && buildingWords(building), application.code, date(application.submittedAt ?? application.createdAt)].filter(Boolean).join(', '))),
    h('span', { class: `tag ${TAGS[application.status]}` }, t(`app_${application.status}`))),
    h('p', { class: 'quiet small' }, [own(line ?? {}, 'name'), `${m2(application.areaMinM2)} – ${m2(application.areaMaxM2)}`, t('term_line', { months: application.termMonths, date: date(application.startEarliest) })].filter(Boolean).join(', ')),
    ended(application, data),
    timeline(application, { offer, hold }), papers(application, data, again),
    MAY_WITHDRAW.includes(application.status) && h('div', { class: 'row' }, h('button', { type: 'button', class: 'button', disabled: data.old, on: { click: () => askWithdraw(application, again) } }, t('withdraw'))));
}

/** What came of an application that is over, and what the firm can do now. */
function ended(application, data) {
  if (!['LAPSED', 'DECLINED', 'LEASED'].includes(application.status)) return null;
  const offer = data.offers.find((one) => one.application === application.code);
  if (application.status === 'LEASED') return h('p', { class: 'notice good' }, icon('check', 'small'), h('span', {}, t('ended_LEASED')));
  return h('p', { class: 'notice' }, icon('info', 'small'), h('span', {}, t(`ended_${application.status}`, { date: offer ? date(offer.endedAt ?? offer.deadline) : '' }), ' ', h('a', { class: 'link', href: `/firm/apply?building=${application.building ?? ''}` }, t('apply_again'))));
}

function papers(application, data, again) {
  const open = OPEN.includes(application.status) && !data.old;
  const missing = application.missing.filter((one) => one.type === 'DOCUMENT');
  const kinds = [...new Set([...missing.map((one) => one.code), ...application.documents.map((one) => one.kind), ...(open ? ['SIZE_EVIDENCE', 'OTHER'] : [])])];
  if (kinds.length === 0) return null;
  return h('section', { class: 'papers-part' }, h('h3', {}, t('papers_title')), h('ul', { class: 'papers' }, kinds.map((kind) => {
    const lack = missing.find((one) => one.code === kind);
    const files = application.documents.filter((one) => one.kind === kind);
    return paperRow({ kind, needed: Boolean(lack), sourceVi: lack?.sourceVi, sourceEn: lack?.sourceEn },
      files.map((one) => ({ name: one.name, size: one.size, at: one.uploadedAt, href: api.paperAddress(application.code, one.no), remove: open ? async () => { await api.removePaper(application.code, one.no); await again(t('file_removed', { name: one.name })); } : undefined })),
      open ? async (file) => {
        const made = await api.upload(application.code, kind, file, file.name);
        for (const old of kind === 'OTHER' ? [] : files) await api.removePaper(application.code, old.no);
        await again(t('file_added', { name: made.documents[made.documents.length - 1].name }));
      } : undefined, application.code);
  })), open && missing.length === 0 && h('div', { class: 'row' }, h('button', { type: 'button', class: 'button primary', on: { click: async (event) => {
    const button = event.currentTarget;
    button.setAttribute('aria-busy', 'true');
    try {
      const sent = await api.submit(application.code);
      await again(t(`sent_${sent.status}`, { code: sent.code }));
    } catch (problem) {
      button.removeAttribute('aria-busy');
      button.after(h('p', { class: 'field-error', role: 'alert' }, problem.detail, ' ', (problem.body?.missing ?? []).map((one) => (lang === 'en' ? one.en : one.vi)).join(' ')));
    }
  } } }, t('send'))));
}

function askWithdraw(application, again) {
  const why = h('textarea', { class: 'input area', id: 'withdraw-why', rows: 3, maxlength: 1000 });
  const fault = h('p', { class: 'field-error', hidden: true, role: 'alert' }, t('reason_missing'));
  const { element } = dialog({
    title: t('withdraw_title', { code: application.code }),
    body: [h('p', {}, t('withdraw_means')), h('div', { class: 'form-field' }, h('label', { for: 'withdraw-why' }, t('decline_why')), why, fault)],
    actions: [{ text: t('later') }, { text: t('withdraw'), danger: true, run: async () => {
      fault.hidden = why.value.trim() !== '';
      if (!fault.hidden) { why.focus(); return false; }
      await api.withdraw(application, why.value.trim());
      await again(t('withdrawn', { code: application.code }));
      return true;
    } }],
  });
  element.querySelector('.dialog-foot .button').focus();
}
