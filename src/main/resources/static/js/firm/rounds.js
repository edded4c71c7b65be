/**
 * The allocation rounds that the firm takes part in: its points and place, what came of it, why, and the smallest change that would have
 * helped; its objections while the draft is public, the answers to them, and the offer that follows. Of others a firm learns points only,
 * never a name.
 */
import { getJson, send } from '../api/http.js';
import { bayRange } from '../building/section.js';
import { dialog } from '../lib/dialog.js';
import { h, icon } from '../lib/dom.js';
import { moment, month, number } from '../lib/numbers.js';
import { lang, own, t } from '../lib/words.js';

const MOST = 3;
const SHOWN = ['SHOWN', 'APPROVED', 'OFFERED', 'DONE'];
const RUNNING = ['CLOSED', 'SOLVING', 'PROPOSED', ...SHOWN];

const at = (id, ...rest) => ['/api/v1/rounds', id, ...rest].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join('/');
/** Nothing where it was taken back meanwhile. */
const orNull = (asked) => asked.catch((problem) => { if ([404, 409].includes(problem.status)) return null; throw problem; });

/** What the rounds say to the firm, the newest first. */
export async function readRounds() {
  const { rounds } = await getJson('/api/v1/rounds');
  const found = [];
  for (const round of rounds.filter((one) => RUNNING.includes(one.status))) {
    const { applications } = await getJson(at(round.id, 'mine'));
    if (applications.length === 0) continue;
    const { applications: all } = await getJson(at(round.id, 'applications'));
    const told = await Promise.all(applications.map((code) => (SHOWN.includes(round.status) ? orNull(getJson(at(round.id, 'applications', code))) : null)));
    const { objections } = SHOWN.includes(round.status) ? await getJson(at(round.id, 'objections')) : { objections: [] };
    found.push({ round, of: all.length, objections, own: applications.map((code, index) => ({ ...all.find((one) => one.application === code), told: told[index] })) });
    if (found.length === MOST) break;
  }
  return found;
}

/**
 * The card, or nothing where the firm is in no round.
 * @param {object} data all that the page shows
 * @param {(said: string) => Promise<void>} again reads anew and says what was done
 */
export function roundCard(data, again) {
  if (!data.rounds?.length) return null;
  return h('section', { class: 'card-plain', id: 'rounds', 'aria-labelledby': 'rounds-title' }, h('h2', { id: 'rounds-title' }, t('fr_title')),
    data.rounds.map((found) => h('article', { class: 'firm-round' }, h('header', { class: 'row' }, h('h3', {}, own(found.round, 'title')), h('span', { class: 'tag' }, t(`fr_is_${found.round.status}`))),
      found.own.map((one) => application(one, found, data, again)))));
}

function application(one, { round, of, objections }, data, again) {
  const { told } = one;
  const placed = told?.placements?.length > 0;
  const offer = data.offers.find((other) => other.application === one.application && other.status === 'OPEN');
  return h('div', { class: 'firm-round-own', data: { application: one.application } },
    h('p', {}, h('b', {}, t('fr_points', { points: number(one.points) })), ', ', t('fr_place', { place: number(one.place), of: number(of) }), ' ', h('span', { class: 'quiet small nowrap' }, one.application)),
    !told && h('p', { class: 'quiet' }, t('fr_not_shown')),
    told && [
      h('p', { class: `notice ${placed ? 'good' : ''}` }, icon(placed ? 'check' : 'info', 'small'), h('span', {}, placed
        ? t(round.status === 'SHOWN' ? 'fr_placed' : 'fr_decided', { where: told.placements.map((block) => t('fr_where', { building: block.buildingCode, level: block.level, bays: bayRange(block.firstBay, block.firstBay + block.bayCount - 1) })).join(' + '), month: month(told.placements[0].start) })
        : t('fr_not_placed'))),
      offer && h('p', {}, h('a', { href: `#offer-${offer.id}` }, t('fr_offer', { moment: moment(offer.deadline) }))),
      told.change && h('p', {}, told.change.verified && h('b', {}, t('fr_change'), ' '), lang === 'en' ? told.change.en : told.change.vi, told.change.verified && h('span', { class: 'quiet small' }, ` ${t('fr_verified')}`)),
      told.reason && h('details', {}, h('summary', {}, t(placed ? 'fr_why_placed' : 'fr_why_not')), h('p', { class: 'small' }, withoutChange(told))),
      objections.filter((other) => other.application === one.application).map(objection),
      round.status === 'SHOWN' && hearing(one, round, data, again),
    ]);
}

/** The reason as it is told; the change that ends it stands above already. */
function withoutChange({ reason, change }) {
  const [whole, end] = lang === 'en' ? [reason.en, change?.en] : [reason.vi, change?.vi];
  return end && whole.endsWith(end) ? whole.slice(0, -end.length).trim() : whole;
}

const objection = (one) => h('div', { class: 'firm-objection' }, h('p', { class: 'small' }, h('b', {}, t('fr_objected', { moment: moment(one.madeAt) })), ' ', one.body),
  h('p', { class: 'small' }, one.ruling ? [h('b', {}, t(`fr_ruling_${one.ruling}`)), ' ', one.reply] : h('span', { class: 'quiet' }, t('fr_waits'))));

/** Until when one may object, and the button to do so. */
function hearing(one, round, data, again) {
  const open = round.objectionsUntil && new Date(round.objectionsUntil) > new Date();
  if (!open) return h('p', { class: 'quiet small' }, t('fr_window_over'));
  return h('div', { class: 'row' }, h('button', { type: 'button', class: 'button', disabled: Boolean(data.old), data: { object: '' }, on: { click: () => object(one, round, again) } }, t('fr_object')),
    h('span', { class: 'quiet small' }, t('fr_window', { moment: moment(round.objectionsUntil) })));
}

function object(one, round, again) {
  const text = h('textarea', { class: 'input area', id: 'objection', rows: 5, maxlength: 4000, 'aria-describedby': 'objection-hint objection-fault' });
  const fault = h('p', { class: 'field-error', id: 'objection-fault', hidden: true }, t('fr_object_missing'));
  text.addEventListener('input', () => {
    fault.hidden = true;
    text.removeAttribute('aria-invalid');
  });
  dialog({
    title: t('fr_object_title', { application: one.application }),
    body: [h('div', { class: 'form-field' }, h('label', { for: 'objection' }, t('fr_object_what')), text, h('p', { class: 'hint', id: 'objection-hint' }, t('fr_object_hint')), fault)],
    actions: [{ text: t('later') }, { text: t('fr_object_send'), primary: true, run: async () => {
      fault.hidden = text.value.trim() !== '';
      if (!fault.hidden) {
        text.setAttribute('aria-invalid', 'true');
        text.focus();
        return false;
      }
      await send('POST', at(round.id, 'objections'), { application: one.application, body: text.value.trim() });
      await again(t('fr_object_sent'));
      return true;
    } }],
  });
}
