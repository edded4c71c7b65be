/** The form of one event or correction: only the fields that its kind has. */
import * as api from '../../api/indicators.js';
import { fields, read, typedNumber } from '../../firm/form.js';
import { h, put } from '../../lib/dom.js';
import { date, today } from '../../lib/numbers.js';
import { judge } from '../../lib/taxcode.js';
import { own, t } from '../../lib/words.js';
import { sheet } from './form.js';

const NUMBERS = ['capital', 'areaM2', 'jobs', 'level', 'firstBay', 'bayCount'];
const OF_KIND = {
  REGISTERED: ['name', 'taxCode', 'capital', 'currency', 'sector', 'supports', 'supportsRef', 'zone', 'plot', 'building', 'level', 'firstBay', 'bayCount', 'origin', 'jobs', 'areaM2', 'sizeClass', 'illustrative'],
  ADJUSTED: ['capital', 'currency', 'sector', 'supports', 'supportsRef', 'origin', 'jobs', 'areaM2', 'sizeClass'],
  MOVED: ['zone', 'plot', 'building', 'level', 'firstBay', 'bayCount', 'areaM2'],
  WITHDRAWN: [],
};
const REGIONS = ['VN', 'JP', 'KR', 'TW', 'SG', 'CN', 'HK', 'US', 'DE', 'NL', 'FR', 'GB', 'TH', 'MY', 'VG'];

/**
 * @param {{code: string, project: object|null, known: object, event: object|null, kinds: string[], currency?: string, day: string,
 *   reload: () => void, cancel: () => void, done: (text: string) => Promise<void>}} asked `event` is the one to be corrected
 */
export function eventForm(asked) {
  const { event, kinds } = asked;
  if (!event && kinds.length === 0) return h('p', { class: 'notice', role: 'status' }, t('rec_ended'));
  const values = event ? { ...event, ...Object.fromEntries(NUMBERS.map((name) => [name, typedNumber(event[name])])), reason: '', name: asked.project.name, taxCode: asked.project.taxCode ?? '' } : { on: asked.day, currency: asked.currency ?? '' };
  values.kind = event?.kind ?? kinds[0];
  values.illustrative = asked.project ? asked.project.illustrative : false;
  const host = h('div', { class: 'rec-event' });
  const draw = () => put(host, h('h3', { tabindex: '-1' }, event ? t('rec_correcting', { n: event.id, kind: t(`rec_${event.kind}`), day: date(event.on) }) : t('rec_adding', { code: asked.code })), form(asked, values, draw));
  draw();
  return host;
}

function form(asked, values, draw) {
  const { event, known, kinds, project } = asked;
  const f = fields(values, (key) => {
    if (key === 'kind') draw();
    if (key === 'zone') offer();
  });
  const has = new Set(OF_KIND[values.kind].filter((name) => !(project && ['name', 'taxCode', 'illustrative'].includes(name))));
  const must = values.kind === 'REGISTERED';
  const buildings = h('datalist', { id: 'rec-buildings' });
  const offer = () => put(buildings, known.buildings.filter((one) => !values.zone || one.zone === values.zone).map((one) => h('option', { value: one.code }, own(one, 'name'))));
  offer();
  const countries = new Intl.DisplayNames([document.documentElement.lang], { type: 'region' });
  // an empty answer is offered by the field itself, as long as nothing is chosen
  const any = (name, list) => (must || !values[name] ? list : [['', t('rec_same')], ...list]);
  const make = {
    name: () => f.text('name', { label: t('rec_f_name'), required: true, maxlength: 300 }),
    taxCode: () => f.text('taxCode', { label: t('rec_f_taxCode'), maxlength: 16, inputmode: 'numeric', hint: t('rec_tax_hint'), judge: (text) => (judge(text).state === 'ok' ? '' : t('rec_tax_fault')) }),
    capital: () => f.amount('capital', { label: t('rec_f_capital'), required: must, least: 0.01, most: 1e15, hint: t('rec_capital_hint') }),
    currency: () => f.choice('currency', { label: t('rec_f_currency'), required: must, of: any('currency', [['USD', 'USD'], ['VND', 'VND']]), hint: asked.currency && t('rec_currency_hint', { currency: asked.currency }) }),
    sector: () => f.text('sector', { label: t('rec_f_sector'), required: must, maxlength: 5, inputmode: 'numeric', hint: t('rec_sector_hint'), judge: (text) => (known.sectors.some((one) => text.startsWith(one.code)) && /^\d{2,5}$/.test(text) ? '' : t('rec_sector_fault')) }),
    supports: () => f.choice('supports', { label: t('rec_f_supports'), required: must, of: any('supports', ['PRODUCT', 'CERTIFICATE', 'NONE'].map((one) => [one, t(`rec_s_${one}`)])) }),
    supportsRef: () => f.text('supportsRef', { label: t('rec_f_supportsRef'), maxlength: 200 }),
    zone: () => f.choice('zone', { label: t('rec_f_zone'), required: true, of: known.zones.map((one) => [one.code, `${own(one, 'name')} (${one.code})`]) }),
    plot: () => f.text('plot', { label: t('rec_f_plot'), maxlength: 40 }),
    building: () => f.text('building', { label: t('rec_f_building'), maxlength: 20, autocapitalize: 'characters' }),
    level: () => f.amount('level', { label: t('rec_f_level'), whole: true, least: 1, most: 60 }),
    firstBay: () => f.amount('firstBay', { label: t('rec_f_firstBay'), whole: true, least: 0, most: 999, hint: t('rec_bay_hint') }),
    bayCount: () => f.amount('bayCount', { label: t('rec_f_bayCount'), whole: true, least: 1, most: 999 }),
    origin: () => f.choice('origin', { label: t('rec_f_origin'), required: must, of: any('origin', [...new Set([...REGIONS, values.origin].filter(Boolean))].map((one) => [one, countries.of(one)])) }),
    jobs: () => f.amount('jobs', { label: t('rec_f_jobs'), whole: true, least: 0, most: 1_000_000 }),
    areaM2: () => f.amount('areaM2', { label: t('rec_f_areaM2'), least: 0.01, most: 1e8, unit: 'm²' }),
    sizeClass: () => f.choice('sizeClass', { label: t('rec_f_sizeClass'), of: [...(values.sizeClass ? [['', t('rec_unknown')]] : []), ...['MICRO', 'SMALL', 'MEDIUM', 'LARGE'].map((one) => [one, t(`ind_${one}`)])] }),
  };
  const group = (key, names) => {
    const shown = names.filter((name) => has.has(name));
    return shown.length > 0 && h('fieldset', { class: 'rec-group' }, h('legend', {}, t(key)), h('div', { class: 'pair' }, shown.map((name) => make[name]())));
  };
  const body = [
    h('div', { class: 'pair' },
      event ? null : f.choice('kind', { label: t('reg_event'), required: true, of: kinds.map((one) => [one, t(`rec_${one}`)]) }),
      f.day('on', { label: t('rec_f_on'), required: true, min: '1991-01-01', max: today(), hint: t('rec_on_hint') })),
    group('rec_g_project', ['name', 'taxCode', 'origin']),
    group('rec_g_capital', ['capital', 'currency']),
    group('rec_g_sector', ['sector', 'supports', 'supportsRef']),
    group('rec_g_place', ['zone', 'plot', 'building', 'level', 'firstBay', 'bayCount']),
    group('rec_g_size', ['jobs', 'areaM2', 'sizeClass']),
    (event || values.kind === 'WITHDRAWN') && f.paragraph('reason', { label: t('rec_f_reason'), required: Boolean(event), maxlength: 500 }),
    has.has('illustrative') && f.check('illustrative', { label: t('rec_f_illustrative'), hint: t('rec_sample_hint') }),
    buildings,
  ];
  const message = () => {
    const sent = { project: asked.code, kind: values.kind, on: values.on, illustrative: values.illustrative };
    for (const name of has) if (name !== 'illustrative') sent[name] = NUMBERS.includes(name) ? read(values[name]) : values[name] || undefined;
    if (sent.capital === undefined && !must) delete sent.currency;
    if (must && project) sent.name = project.name;
    if (values.reason) sent.reason = values.reason;
    if (event) sent.corrects = event.id;
    return sent;
  };
  const strike = h('button', { type: 'button', class: 'button' }, t('rec_strike'));
  const { element, run } = sheet({
    label: event ? t('rec_correct_n', { n: event.id }) : t('rec_adding', { code: asked.code }),
    fields: f,
    button: t(event ? 'rec_save_correction' : 'rec_save'),
    body,
    more: event ? [strike, h('button', { type: 'button', class: 'button', on: { click: asked.cancel } }, t('rec_leave'))] : [],
    stale: asked.reload,
    send: async () => {
      await api.recordEvent(message(), project?.etag);
      await asked.done(t(event ? 'rec_corrected' : 'rec_saved'));
    },
  });
  strike.addEventListener('click', () => {
    if (!values.reason?.trim()) {
      f.blame([{ field: 'reason', text: t('field_missing') }]);
      return;
    }
    run(async () => {
      await api.recordEvent({ project: asked.code, corrects: event.id, void: true, reason: values.reason }, project.etag);
      await asked.done(t('rec_struck'));
    }, strike);
  });
  element.querySelector('#f-building')?.setAttribute('list', 'rec-buildings');
  const sectors = h('datalist', { id: 'rec-sectors' }, known.sectors.map((one) => h('option', { value: one.code }, own(one, 'name'))));
  element.append(sectors);
  element.querySelector('#f-sector')?.setAttribute('list', 'rec-sectors');
  return element;
}
