/** Places that the visitor saved, and what has become of each since. */
import * as space from '../api/space.js';
import { glyph } from '../glyph.js';
import { runState } from './savedstate.js';
import { byId, h, icon } from '../lib/dom.js';
import * as favourites from '../lib/favourites.js';
import { date, m2, moment, month, rent } from '../lib/numbers.js';
import { HOME, href } from '../lib/state.js';
import { star } from '../lib/star.js';
import { own, t } from '../lib/words.js';
import { glyphSentence, head } from '../screens/list.js';

let shown = 0; // the last drawing wins where answers come late

/**
 * Draws the list; a place that is unmarked stays until the list is left, so that it can be marked again.
 * @param {() => boolean} wanted whether the list is still what the panel shows
 */
export async function draw(wanted) {
  const mine = ++shown;
  const entries = favourites.all();
  head({
    title: t('saved_title'), rest: t('saved_count', { n: entries.length }),
    back: h('a', { class: 'link back', href: href({ ...HOME, saved: null }), 'data-go': true }, icon('back', 'small'), h('span', { class: 'back-words' }, t('all_zones'))),
  });
  byId('age').textContent = '';
  if (entries.length === 0) {
    byId('results').replaceChildren(h('div', { class: 'state' }, h('h3', {}, icon('star', 'small'), t('saved_none')), h('p', { class: 'quiet' }, t('saved_none_how')),
      h('a', { class: 'button', href: href({ ...HOME, saved: null }), 'data-go': true }, t('all_zones'))));
    return;
  }
  byId('results').replaceChildren(h('div', { class: 'waiting-lines', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')));
  const codes = [...new Set(entries.map(({ building }) => building))];
  const answers = new Map(await Promise.all(codes.map(async (code) => [code, await space.building(code).catch((problem) => problem)])));
  if (mine !== shown || !wanted()) return;
  byId('results').replaceChildren(
    h('ul', { class: 'cards', id: 'saved' }, entries.map((entry) => h('li', { class: 'place-row' }, ...card(entry, answers.get(entry.building))))),
    h('p', { class: 'quiet small note' }, t('saved_where')));
  const read = [...answers.values()].find((one) => one.asOf);
  if (read) byId('age').textContent = t('data_age', { moment: moment(read.asOf) });
}

function card(entry, building) {
  const run = entry.firstBay !== null && entry.firstBay !== undefined;
  const where = run ? t('place_where', { floor: entry.floor, bays: entry.bayCount === 1 ? entry.firstBay : `${entry.firstBay}–${entry.firstBay + entry.bayCount - 1}` }) : null;
  if (!building.code || !building.floors) {
    const gone = building.status === 404;
    return [h('div', { class: 'card' }, h('span', { class: 'glyph' }), h('span', { class: 'card-text' }, h('b', { class: 'card-name' }, [entry.building, where].filter(Boolean).join(', ')),
      h('span', { class: 'card-line' }, gone ? t('saved_gone') : building.title)), h('span', { class: 'card-end' })), star(entry, entry.building)];
  }
  const name = own(building, 'name');
  const state = runState(entry, building);
  const floor = building.floors.find(({ level }) => level === entry.floor);
  const usd = floor?.rentUsdM2Month ?? building.rentFromUsd;
  return [
    h('a', { class: 'card', 'data-go': true, data: { saved: favourites.keyOf(entry) }, href: href({ ...HOME, saved: null, zone: building.zone.code, b: building.code, floor: run ? entry.floor : null, bays: run ? (entry.bayCount === 1 ? entry.firstBay : `${entry.firstBay}-${entry.firstBay + entry.bayCount - 1}`) : null, map: null }) },
      glyph(building.floors.map(({ level, areaM2, freeM2 }) => ({ level, totalM2: areaM2, freeM2 })), { label: glyphSentence(name, building.floors, building.freeM2) }),
      h('span', { class: 'card-text' }, h('b', { class: 'card-name' }, [name, building.zone.shortName].join(', ')), where && h('span', { class: 'card-line' }, where),
        state.before !== null && h('span', { class: 'card-line' }, t('saved_before', { area: m2(state.before) })),
        h('span', { class: 'card-line' }, [usd && t(run ? 'at_rent' : 'from_rent', { rent: rent(usd) }), entry.savedAt && t('saved_on', { date: moment(entry.savedAt).split(', ')[1] })].filter(Boolean).join(', '))),
      h('span', { class: 'card-end' }, h('span', { class: `area${state.areaM2 > 0 ? '' : ' none'}` }, m2(state.areaM2)), h('span', { class: `tag ${state.tone}` }, stateText(state)))),
    star(entry, [name, where].filter(Boolean).join(', ')),
  ];
}

function stateText({ word, day }) {
  return t(`saved_${word}`, { date: day && date(day), month: day && month(day) });
}
