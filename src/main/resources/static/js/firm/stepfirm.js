/** Step 2, and the profile's form: tax code, sectors, size with its reason, supporting industry. */
import { debounce, h, icon } from '../lib/dom.js';
import { number, today } from '../lib/numbers.js';
import { judge } from '../lib/taxcode.js';
import { lang, own, t } from '../lib/words.js';
import { aborted, latest } from '../api/http.js';
import * as api from '../api/firms.js';
import { fields, read } from './form.js';
import { vsicOf } from './needs.js';

const FIRST_YEAR = 2000;

/**
 * The fields of a firm's profile.
 * @param {object} draft
 * @param {{industries: object[], products: {products: object[]}, withIndustry?: boolean}} about
 * @param {() => void} changed
 */
export function firmFields(draft, { industries, products, withIndustry = false }, changed) {
  const year = Number(today().slice(0, 4));
  draft.evidenceYear ??= String(year - 1);
  draft.supports ??= draft.certificateNo ? 'certificate' : draft.supportingProduct ? 'product' : undefined;
  const tax = h('p', { class: 'tax', role: 'status' });
  const sectors = h('ul', { class: 'sectors', 'aria-live': 'polite' });
  const size = h('div', { class: 'size', role: 'status' });
  const more = h('div', { class: 'step-body' });
  const form = fields(draft, (key) => {
    if (key === 'taxCode') sayTax();
    if (key === 'vsic') saySectors();
    if (['businessLine', 'insuredEmployees', 'revenueBnVnd', 'capitalBnVnd'].includes(key)) saySize();
    if (key === 'supports') drawMore();
    changed();
  });

  function sayTax() {
    const { state, digits } = judge(draft.taxCode ?? '');
    tax.className = `tax ${state}`;
    tax.replaceChildren(...(state === 'empty' ? [] : [icon(state === 'ok' ? 'check' : state === 'wrong' || state === 'letters' ? 'blocked' : 'info', 'small'), h('span', {}, t(`tax_${state}`, { n: digits }))]));
  }

  function saySectors() {
    sectors.replaceChildren(...vsicOf(draft.vsic).map((code) => {
      const name = t(`vsic_${code.slice(0, 2)}`);
      const known = /^\d{2,5}$/.test(code) && !name.startsWith('⟦');
      return h('li', {}, h('b', {}, code), ' ', known ? name : /^\d{2,5}$/.test(code) ? t('vsic_other') : t('vsic_form'));
    }));
  }

  const askSize = latest(api.sizeClass);
  const saySize = debounce(async () => {
    const figures = { businessLine: draft.businessLine, insuredEmployees: read(draft.insuredEmployees), revenueBnVnd: read(draft.revenueBnVnd), capitalBnVnd: read(draft.capitalBnVnd) };
    if (!figures.businessLine || figures.insuredEmployees === undefined || (figures.revenueBnVnd === undefined && figures.capitalBnVnd === undefined)) {
      size.replaceChildren(h('p', { class: 'hint' }, t('size_wait')));
      return;
    }
    try {
      const answer = await askSize(figures);
      size.replaceChildren(...sizeWords(answer.sizeClass, answer.size));
    } catch (problem) {
      if (!aborted(problem)) size.replaceChildren(h('p', { class: 'hint' }, problem.status === 0 ? t('size_offline') : problem.detail));
    }
  }, 300);

  function drawMore() {
    more.replaceChildren(...[
      draft.supports && draft.supports !== 'none' && form.choice('supportingProduct', { label: t('product'), required: draft.supports === 'product',
        of: products.products.map((one) => [one.code, `${own(one, 'group')}: ${own(one, 'name')}`]), hint: own(products, 'source') }),
      draft.supports === 'certificate' && h('div', { class: 'pair' },
        form.text('certificateNo', { label: t('certificate_no'), required: true, maxlength: 50 }),
        form.day('certificateOn', { label: t('certificate_on'), required: true, max: today(), judge: (text) => (text > today() ? t('day_future') : '') })),
    ].filter(Boolean));
  }

  const node = h('div', { class: 'step-body' },
    form.text('taxCode', { label: t('tax_code'), hint: t('tax_hint'), required: true, inputmode: 'numeric', maxlength: 18, extra: tax, judge: (text) => (judge(text).state === 'ok' ? '' : t('tax_fault')) }),
    form.text('nameVi', { label: t('firm_name'), hint: t('firm_name_hint'), required: true, maxlength: 200, autocomplete: 'organization' }),
    withIndustry && form.choice('industry', { label: t('industry'), required: true, of: industries.map((one) => [one.code, own(one, 'name')]) }),
    form.text('vsic', { label: t('vsic'), hint: t('vsic_hint'), required: true, inputmode: 'text', maxlength: 120, extra: sectors, judge: (text) => (vsicOf(text).every((code) => /^\d{2,5}$/.test(code)) ? '' : t('vsic_form')) }),
    form.radios('domestic', { label: t('domestic'), of: [['yes', t('domestic_yes')], ['no', t('domestic_no')]] }),
    h('h3', { class: 'part-title' }, t('size_title')), h('p', { class: 'hint' }, t('size_hint')),
    form.radios('businessLine', { label: t('business_line'), of: [['INDUSTRY', t('line_INDUSTRY')], ['SERVICES', t('line_SERVICES')]] }),
    h('div', { class: 'pair' },
      form.amount('evidenceYear', { label: t('evidence_year'), required: true, whole: true, least: FIRST_YEAR, most: year }),
      form.amount('insuredEmployees', { label: t('employees'), required: true, whole: true, most: 1_000_000, unit: t('persons') })),
    h('div', { class: 'pair' },
      form.amount('revenueBnVnd', { label: t('revenue'), unit: t('bn_vnd'), most: 1_000_000 }),
      form.amount('capitalBnVnd', { label: t('capital'), unit: t('bn_vnd'), most: 1_000_000 })),
    size,
    form.radios('supports', { label: t('supports'), hint: t('supports_hint'), of: [['none', t('supports_none')], ['product', t('supports_product')], ['certificate', t('supports_certificate')]] }),
    more);
  sayTax();
  saySectors();
  saySize();
  drawMore();
  return {
    node,
    form: {
      ...form,
      valid() {
        if (!form.valid()) return false;
        if (read(draft.revenueBnVnd) !== undefined || read(draft.capitalBnVnd) !== undefined) return true;
        form.blame([{ field: 'revenueBnVnd', text: t('size_need_one') }]);
        return false;
      },
    },
  };
}

/** The class of size and why: every class tried, smallest first. */
export function sizeWords(sizeClass, size) {
  return [
    h('p', { class: 'size-class' }, h('span', { class: 'tag free' }, icon('check', 'small'), t(`size_${sizeClass}`)), ' ', h('span', {}, lang === 'en' ? size.en : size.vi)),
    h('details', {}, h('summary', {}, t('size_why')), h('ul', { class: 'size-tests' }, size.tests.map((test) => h('li', {},
      icon(test.holds ? 'check' : 'minus', 'small'), h('span', {}, h('b', {}, t(`size_${test.sizeClass}`)), ': ', t('size_limit', { employees: number(test.employees), revenue: number(test.revenueBnVnd), capital: number(test.capitalBnVnd) }), ' ', h('span', { class: 'quiet' }, own(test, 'source'))))))),
  ];
}

/** A registered firm in a few lines: nothing is asked twice. */
export function firmCard(firm) {
  return h('section', { class: 'known-firm' },
    h('p', {}, h('b', {}, own(firm, 'name'))),
    h('p', { class: 'quiet small' }, t('known_firm', { tax: firm.taxCode, industry: own(firm, 'industry'), size: t(`size_${firm.sizeClass}`) }), firm.supporting.counts ? ` ${t('supporting_yes')}` : ''),
    h('p', { class: 'hint' }, t('known_hint')),
    h('a', { class: 'link', href: '/firm#profile' }, t('edit_profile')));
}

/** A firm's profile as a draft of its form. */
export function draftOf(firm, typed) {
  return {
    taxCode: firm.taxCode, nameVi: firm.nameVi, nameEn: firm.nameEn === firm.nameVi ? '' : firm.nameEn, industry: firm.industry, vsic: firm.vsic.join(', '),
    domestic: firm.domestic ? 'yes' : 'no', businessLine: firm.businessLine, evidenceYear: firm.size?.year ? String(firm.size.year) : undefined,
    insuredEmployees: typed(firm.size?.insuredEmployees), revenueBnVnd: typed(firm.size?.revenueBnVnd), capitalBnVnd: typed(firm.size?.capitalBnVnd),
    supportingProduct: firm.supporting.product ?? undefined, certificateNo: firm.supporting.certificateNo ?? undefined, certificateOn: firm.supporting.certificateOn ?? undefined,
    supports: firm.supporting.certificateNo ? 'certificate' : firm.supporting.product ? 'product' : 'none',
    machines: firm.machines.map((one) => ({ name: one.name, weightT: typed(one.weightT), lengthM: typed(one.lengthM), widthM: typed(one.widthM), heightM: typed(one.heightM) })),
  };
}
