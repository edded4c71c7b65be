/**
 * The allocation rounds that the firm takes part in: its points and place, what came of it, why, and the smallest change that would have
 * helped. Of others a firm learns points only, never a name.
 */
import { getJson } from '../api/http.js';
import { h, icon } from '../lib/dom.js';
import { month, number } from '../lib/numbers.js';
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
    found.push({ round, of: all.length, own: applications.map((code, index) => ({ ...all.find((one) => one.application === code), told: told[index] })) });
    if (found.length === MOST) break;
  }
  return found;
}

/** The card, or nothing where the firm is in no round. */
export function roundCard(found) {
  if (!found?.length) return null;
  return h('section', { class: 'card-plain', id: 'rounds', 'aria-labelledby': 'rounds-title' }, h('h2', { id: 'rounds-title' }, t('fr_title')),
    found.map(({ round, own: mine, of }) => h('article', { class: 'firm-round' }, h('h3', {}, own(round, 'title')), mine.map((one) => application(one, of)))));
}

function application(one, of) {
  const { told } = one;
  const placed = told?.placements?.length > 0;
  return h('div', { class: 'firm-round-own' },
    h('p', {}, h('b', {}, t('fr_points', { points: number(one.points) })), ', ', t('fr_place', { place: number(one.place), of: number(of) }), h('span', { class: 'quiet small' }, ` ${one.application}`)),
    !told && h('p', { class: 'quiet' }, t('fr_not_shown')),
    told && [
      h('p', { class: `notice ${placed ? 'good' : ''}` }, icon(placed ? 'check' : 'info', 'small'), h('span', {}, placed
        ? t('fr_placed', { where: told.placements.map((block) => t('fr_where', { building: block.buildingCode, level: block.level, first: block.firstBay, last: block.firstBay + block.bayCount - 1 })).join(' + '), month: month(told.placements[0].start) })
        : t('fr_not_placed'))),
      told.change && h('p', {}, told.change.verified && h('b', {}, t('fr_change'), ' '), lang === 'en' ? told.change.en : told.change.vi, told.change.verified && h('span', { class: 'quiet small' }, ` ${t('fr_verified')}`)),
      told.reason && h('details', {}, h('summary', {}, t(placed ? 'fr_why_placed' : 'fr_why_not')), h('p', { class: 'small' }, lang === 'en' ? told.reason.en : told.reason.vi)),
    ]);
}
