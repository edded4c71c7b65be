/** The firm itself: what the authority knows of it, its class with the reason, its machines; and the form that changes it. */
import { h, icon, put } from '../lib/dom.js';
import { date, number } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import * as api from '../api/firms.js';
import { faultsOf, typedNumber } from './form.js';
import { machines } from './machines.js';
import { profileOf } from './needs.js';
import { firmMade } from './page.js';
import { fact } from './place.js';
import { draftOf, firmFields, sizeWords } from './stepfirm.js';

/** Shows the profile, or the form for a firm that has none yet. */
export function profile(data, again) {
  const box = h('section', { class: 'card-plain', id: 'profile', 'aria-labelledby': 'profile-title' });
  if (data.firm) read(box, data, again);
  else box.append(h('details', { class: 'register' }, h('summary', { id: 'profile-title' }, t('register_firm')), h('div', { class: 'register-form' })));
  if (!data.firm) box.querySelector('details').addEventListener('toggle', (event) => { if (event.target.open) edit(box.querySelector('.register-form'), data, again); }, { once: true });
  return box;
}

function read(box, data, again) {
  const { firm } = data;
  put(box,
    h('div', { class: 'card-head' }, h('h2', { id: 'profile-title', tabindex: '-1' }, t('firm')), h('button', { type: 'button', class: 'button', disabled: data.old, on: { click: () => edit(box, data, again) } }, icon('pencil', 'small'), t('edit'))),
    h('p', {}, h('b', {}, own(firm, 'name'))),
    h('dl', { class: 'facts-list' }, fact(t('firm_code'), firm.code), fact(t('tax_code'), firm.taxCode), fact(t('industry'), own(firm, 'industry')), fact(t('vsic'), firm.vsic.join(', ') || '–'), fact(t('domestic'), t(firm.domestic ? 'domestic_yes' : 'domestic_no')),
      fact(t('supports_short'), firm.supporting.counts ? (firm.supporting.certificateNo ? t('certificate_line', { no: firm.supporting.certificateNo, date: date(firm.supporting.certificateOn) }) : t('supporting_yes')) : t('supports_none'))),
    h('h3', { class: 'part-title' }, t('size_title')), firm.size ? sizeWords(firm.sizeClass, firm.size) : h('p', {}, h('span', { class: 'tag' }, t(`size_${firm.sizeClass}`)), ' ', t('size_unknown')),
    h('h3', { class: 'part-title' }, t('machines_title')),
    firm.machines.length === 0 ? h('p', { class: 'quiet' }, t('machines_none')) : h('ul', { class: 'machine-list' }, firm.machines.map((one) => h('li', {}, h('span', {}, one.name), h('span', { class: 'quiet' }, t('machine_line', { t: number(one.weightT, 2), l: number(one.lengthM, 2), w: number(one.widthM, 2), h: number(one.heightM, 2) }))))));
}

async function edit(box, data, again) {
  const draft = data.firm ? draftOf(data.firm, typedNumber) : { machines: [], vsic: '' };
  const fault = h('p', { class: 'form-error', role: 'alert', hidden: true });
  const say = (problem) => { fault.hidden = false; fault.replaceChildren(icon('blocked', 'small'), h('span', {}, [problem.detail, problem.remedy].filter(Boolean).join(' '))); };
  let products, industries;
  try {
    products = await api.products();
    industries = data.industries ?? (await api.industries()).industries;
  } catch (problem) {
    box.append(fault);
    say(problem);
    return;
  }
  const { node, form } = firmFields(draft, { industries, products, withIndustry: true }, () => undefined);
  const save = async (event) => {
    event.preventDefault();
    fault.hidden = true;
    if (!form.valid()) return;
    const button = event.target.querySelector('button.primary');
    button.setAttribute('aria-busy', 'true');
    try {
      await (data.firm ? api.changeFirm(data.firm, profileOf(draft)) : api.registerFirm(profileOf(draft)));
      firmMade();
      await again(t('profile_saved'));
    } catch (problem) {
      button.removeAttribute('aria-busy');
      if (!form.blame(faultsOf(problem))) say(problem);
    }
  };
  box.replaceChildren(data.firm ? h('h2', { id: 'profile-title', tabindex: '-1' }, t('edit_profile')) : '', h('form', { novalidate: true, on: { submit: save } }, node, machines(draft, () => undefined), fault,
    h('div', { class: 'row' }, h('button', { type: 'submit', class: 'button primary' }, t('save')), data.firm && h('button', { type: 'button', class: 'button', on: { click: () => read(box, data, again) } }, t('cancel')))));
  box.querySelector('h2, input')?.focus();
}
