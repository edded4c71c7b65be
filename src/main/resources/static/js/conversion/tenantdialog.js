/** Everything that is held of a tenant, the same for staff and the firm; officers decide and answer here, the firm contests. */
import { dialog } from '../lib/dialog.js';
import { h } from '../lib/dom.js';
import { date, m2, moment, number, percent } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { toast } from '../lib/say.js';
import * as api from '../api/conversions.js';
import { right, standing, table, VERDICTS, verdictTag, verdictWord } from './page.js';

/** What is held, without anything to do. */
export function held(tenant) {
  const figures = tenant.figures;
  const known = (value, unit) => (value === null || value === undefined ? t('cv_unknown') : `${number(value, 1)} ${unit}`);
  return [
    h('p', {}, verdictTag(tenant.verdict), ' ', h('b', {}, t(tenant.decided ? 'cv_decided' : 'cv_proposed')), tenant.displaced && h('span', { class: 'tag you' }, t('cv_displaced'))),
    h('p', {}, own(tenant.proposal, 'reason')),
    h('dl', { class: 'cv-list' }, [
      [t('cv_area'), m2(tenant.areaM2)],
      [t('cv_lease_end'), date(tenant.leaseEnd)],
      [t('cv_people'), known(tenant.insuredEmployees, t('cv_unit_people'))],
      [t('cv_revenue'), known(tenant.revenueBnVnd, t('cv_unit_bn'))],
      [t('cv_jobs'), known(figures?.jobs, t('cv_unit_jobs'))],
      [t('cv_energy'), known(figures?.energyKwhYear, t('cv_unit_energy'))],
      [t('cv_water'), known(figures?.waterM3Year, t('cv_unit_water'))],
      [t('cv_group'), figures?.emissionGroup ?? t('cv_unknown')],
    ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    figures && h('p', { class: 'quiet small' }, t('cv_figures_of', { day: date(figures.asOf), source: figures.source }), ' ', standing(figures)),
    h('h3', {}, t('cv_score')),
    table(t('cv_score'), [t('cv_criterion'), { text: t('cv_weight'), right: true }, { text: t('cv_points'), right: true }, t('cv_why')],
      tenant.proposal.contributions.map((one) => h('tr', {}, h('th', { scope: 'row' }, own(one, 'name')), right(number(one.weight, 2)), right(one.points === null ? '–' : number(one.points, 1)), h('td', {}, own(one, 'reason'))))),
    h('p', { class: 'small' }, t('cv_known', { pct: percent(tenant.proposal.knownPct, 0), points: tenant.proposal.points === null ? '–' : number(tenant.proposal.points, 1), set: tenant.proposal.weightSet })),
    tenant.decisions.length > 0 && h('div', {}, h('h3', {}, t('cv_decisions')), h('ul', { class: 'cv-said' }, tenant.decisions.map((one) =>
      h('li', {}, h('b', {}, verdictWord(one.verdict)), one.leaveBy && `, ${t('cv_until', { day: date(one.leaveBy) })}`, h('p', {}, one.reason), h('span', { class: 'quiet small' }, t('cv_signed', { name: one.signedBy, at: moment(one.decidedAt), proposed: verdictWord(one.proposed) })))))),
  ];
}

function said(contest, more) {
  return h('li', {}, h('b', {}, t(`cv_criterion_${contest.subject}`)), h('p', {}, contest.statement), h('span', { class: 'quiet small' }, moment(contest.madeAt)),
    contest.answer ? h('p', { class: 'cv-answer' }, h('b', {}, t(`cv_outcome_${contest.outcome}`)), ' ', contest.answer) : more ?? h('span', { class: 'tag warn' }, t('cv_waits')));
}

export const contests = (tenant, more) => tenant.contests.length > 0 && h('div', {}, h('h3', {}, t('cv_contests')), h('ul', { class: 'cv-said' }, tenant.contests.map((one) => said(one, more?.(one)))));

/** The first that nothing is written in gets the focus, and nothing is sent. */
export function written(...controls) {
  const empty = controls.find((one) => one.value.trim() === '');
  if (!empty) return;
  empty.focus();
  throw new Error(t('cv_need_text'));
}

const field = (label, control) => h('label', { class: 'field' }, label, control);
const area = (id) => h('textarea', { class: 'input cv-area', id, rows: 3, maxlength: 1000 });

export function openTenant(tenant, officer, refresh) {
  let box;
  const act = async (work, done) => {
    await work();
    toast(done);
    await refresh();
  };
  const answering = officer ? (contest) => {
    const text = area(`cv-answer-${contest.id}`);
    const button = (outcome) => h('button', { type: 'button', class: 'button', on: {
      click: async () => {
        try {
          written(text);
          await act(() => api.answer(contest.id, { outcome, reason: text.value }), t('cv_answered'));
          box.close();
        } catch (problem) {
          box.fail(problem);
        }
      },
    } }, t(`cv_do_${outcome}`));
    return h('div', { class: 'cv-form' }, field(t('cv_answer'), text), h('div', { class: 'cv-actions' }, button('ACCEPTED'), button('REJECTED')));
  } : undefined;

  const verdict = h('select', { class: 'input', id: 'cv-verdict' }, VERDICTS.map((one) => h('option', { value: one, selected: one === tenant.verdict }, verdictWord(one))));
  const leave = h('input', { class: 'input', id: 'cv-leave', type: 'date', max: tenant.leaseEnd });
  const leaveField = field(t('cv_leave_by'), leave);
  const showLeave = () => { leaveField.hidden = verdict.value !== 'MOVE'; };
  verdict.addEventListener('change', showLeave);
  showLeave();
  const why = area('cv-why');
  const signed = h('input', { class: 'input', id: 'cv-signed', maxlength: 100, autocomplete: 'name' });
  const form = officer && h('div', { class: 'cv-form' }, h('h3', {}, t('cv_decide')), h('p', { class: 'quiet small' }, t('cv_decide_note')),
    field(t('cv_verdict'), verdict), leaveField, field(t('cv_reason'), why), field(t('cv_signed_by'), signed));
  const actions = officer ? [{ text: t('close') }, { text: t('cv_sign'), primary: true, run: () => act(() => { written(why, signed); return api.decide(tenant, {
    verdict: verdict.value, leaveBy: verdict.value === 'MOVE' && leave.value ? leave.value : null, reason: why.value, signedBy: signed.value,
  }); }, t('cv_signed_done')) }] : [{ text: t('close') }];
  box = dialog({ title: own(tenant, 'name'), className: 'cv-dialog', body: [...held(tenant), officer && h('p', {}, h('button', { type: 'button', class: 'button', on: { click: async () => (await import('./edit/figures.js')).figuresForm(tenant, refresh) } }, t('cv_figures_add'))), contests(tenant, answering), form].filter(Boolean), actions });
}
