/** Everything that was ever recorded of a project: what counts, what a correction took the place of, and when each became known. */
import { h } from '../../lib/dom.js';
import { date, moment, number } from '../../lib/numbers.js';
import { t } from '../../lib/words.js';
import { table } from './form.js';

/** @param {{correct?: (event: object) => void}} actions */
export function history(project, { correct } = {}) {
  const title = `${project.code} · ${project.name}`;
  return h('section', { class: 'rec-history' },
    h('h3', { tabindex: '-1' }, title, ' ', project.illustrative && h('span', { class: 'tag warn' }, t('ind_sample_tag'))),
    h('p', { class: 'small quiet' }, project.taxCode ? t('rec_tax', { code: project.taxCode }) : t('rec_tax_none')),
    table(t('rec_history', { code: project.code }), [t('rec_no'), t('ind_day'), t('reg_event'), t('rec_capital'), t('rec_says'), t('rec_known'), correct ? t('rec_do') : null].filter(Boolean), project.events.map((one) => row(one, correct))));
}

function row(one, correct) {
  const gone = one.kind === 'VOID' || one.correctedBy;
  const note = one.kind === 'VOID' ? t('rec_voids', { n: one.corrects }) : one.correctedBy ? t('rec_replaced', { n: one.correctedBy }) : one.corrects ? t('rec_corrects', { n: one.corrects }) : '';
  return h('tr', { class: gone ? 'gone' : null },
    h('th', { scope: 'row' }, String(one.id)), h('td', {}, date(one.on)), h('td', { class: 'text' }, t(`rec_${one.kind}`), note && h('p', { class: 'quiet' }, note)),
    h('td', {}, one.capital === null ? '' : [`${number(one.capital, 2)} ${one.currency}`, h('p', { class: 'quiet', title: one.rateSource ?? '' }, t('rec_at_rate', { rate: number(one.vndPerUsd, 2) }))]),
    h('td', { class: 'text' }, says(one), one.reason && h('p', { class: 'quiet' }, t('rec_because', { reason: one.reason }))),
    h('td', {}, moment(one.knownAt), one.recordedBy && h('p', { class: 'quiet' }, one.recordedBy)),
    correct && h('td', {}, gone ? '' : h('button', { type: 'button', class: 'button', 'aria-label': t('rec_correct_n', { n: one.id }), on: { click: () => correct(one) } }, t('rec_correct'))));
}

/** What an event says besides its capital, in one line. */
function says(one) {
  const place = [one.zone, one.plot ?? one.building, one.level && t('rec_level_n', { n: one.level }), one.firstBay !== null && t('rec_bays_n', { from: one.firstBay, to: one.firstBay + one.bayCount - 1 })].filter(Boolean).join(' ');
  return [place, one.sector && t('rec_sector_n', { code: one.sector }), one.supports && t(`rec_s_${one.supports}`), one.supportsRef, one.origin, one.jobs !== null && t('rec_jobs_n', { n: number(one.jobs) }),
    one.areaM2 !== null && `${number(one.areaM2, 2)} m²`, one.sizeClass && t(`ind_${one.sizeClass}`)].filter(Boolean).join(' · ');
}
