/** Nothing fits: which condition rules it out, and the nearest value that works, one tap away. */
import { vacancies } from '../api/space.js';
import { h, icon } from '../lib/dom.js';
import { date, number } from '../lib/numbers.js';
import { needsOfAll, readMachines } from '../lib/machine.js';
import { NEEDS, conditions, current, go, question } from '../lib/state.js';
import { t } from '../lib/words.js';
import { CONDITIONS, conditionOf, phrase, setKeys, valueText, without } from '../search/conditions.js';

/** Further ways out beside the best one. */
const OTHERS = 3;

/** @param {{missed: {field: string, lacking: string, count: number, nearest: any}[]}} answer without hits */
export function missing({ missed }) {
  const ways = missed.filter(({ count }) => count > 0).map((miss) => ({ ...miss, ...way(miss) })).filter(({ drop, patch }) => drop || patch);
  if (ways.length === 0) return several();
  const [best, ...others] = ways;
  return h('div', { class: 'state none-fits' },
    h('h3', {}, icon('info', 'small'), ' ', best.title),
    h('p', { class: 'quiet' }, [best.nearestText, best.drop && t('without_it', { n: best.count, count: number(best.count) })].filter(Boolean).join(' ')),
    h('div', { class: 'state-actions' },
      best.patch && h('button', { class: 'button primary', type: 'button', on: { click: () => go(best.patch) } }, best.action),
      best.drop && h('button', { class: `button${best.patch ? '' : ' primary'}`, type: 'button', on: { click: () => go(best.drop) } }, t('drop_condition'))),
    others.length > 0 && h('p', { class: 'quiet small' }, t('or_else')),
    others.length > 0 && h('ul', { class: 'ways' }, others.slice(0, OTHERS).map((other) => h('li', {},
      h('button', { class: 'chip', type: 'button', on: { click: () => go(other.patch ?? other.drop) } }, other.action ?? t('drop_named', { need: other.name }), other.drop && !other.patch && h('span', { class: 'chip-count' }, number(other.count)))))));
}

/** No single number rules it out. Perhaps a whole condition does, such as a machine that is too heavy for floor and lift. */
function several() {
  const ways = h('div', { class: 'state-actions' });
  const text = h('p', { class: 'quiet' }, t('none_fits_several'));
  const all = h('button', { class: 'button', type: 'button', on: { click: () => go(Object.fromEntries(NEEDS.map((name) => [name, null]))) } }, t('clear_all'));
  ways.append(all);
  const trial = async (key) => {
    const asked = question();
    for (const name of CONDITIONS[key].names) delete asked[name];
    return { key, count: (await vacancies({ ...asked, limit: 1 })).total.count };
  };
  Promise.all(setKeys().map(trial)).then((trials) => {
    const good = trials.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count).slice(0, OTHERS);
    if (good.length === 0) return;
    text.textContent = t('none_fits_one_less');
    ways.prepend(...good.map(({ key, count }, index) => h('button', { class: `button${index === 0 ? ' primary' : ''}`, type: 'button', on: { click: () => go(without(key)) } },
      t('drop_named', { need: phrase(key) }), ': ', t('n_places', { n: count }))));
  }, () => {}); // the sentence stands without the counts
  return h('div', { class: 'state none-fits' }, h('h3', {}, icon('info', 'small'), ' ', t('none_fits')), text, ways);
}

/** How a missed condition is said, changed to what there is, and dropped. */
function way({ field, lacking, nearest }) {
  if (field === 'zone' || field === 'building') {
    return { title: t('none_fits_zone'), name: t('this_zone'), drop: null, patch: { zone: null, subzone: null, map: null }, action: t('all_zones_instead') };
  }
  if (field === 'from') {
    if (!nearest) return {};
    return {
      title: current().from ? t('none_fits_because', { need: phrase('time') }) : t('none_fits_now'), name: t('need_time'), drop: null,
      patch: { from: nearest }, nearestText: t('nearest_day', { date: date(nearest) }), action: t('from_then', { date: date(nearest) }),
    };
  }
  const key = conditionOf(field);
  if (!key) return {};
  const found = { title: t('none_fits_because', { need: phrase(key) }), name: t(`need_${key}`), drop: without(key) };
  if (nearest === null || nearest === undefined || nearest === false) return found;
  if (field === 'machines') return { ...found, ...ofMachines(lacking, nearest) };
  const patch = { [field]: typeof nearest === 'number' ? Math.round(nearest * 100) / 100 : nearest };
  if (key === 'area') {
    patch.areaMin = field === 'areaMin' ? nearest : conditions().areaMin ?? null;
    if (conditions().areaMax && conditions().areaMax < nearest) patch.areaMax = nearest;
  }
  const said = valueText(key, { ...conditions(), ...patch });
  return { ...found, patch, nearestText: typeof nearest === 'number' ? t('nearest_is', { value: said.replace(/^[≥≤] /, '') }) : '', action: t('change_to', { need: t(`need_${key}`), value: said }) };
}

/** A machine that is too much for every floor: the other needs stay, the one that fails goes down to what there is. */
function ofMachines(lacking, nearest) {
  const needs = needsOfAll(readMachines(current().machines));
  const key = conditionOf(lacking);
  if (!key || needs[lacking] === undefined) return {};
  const value = `${number(nearest, 2)} ${{ load: 'kN/m²', pointLoad: 'kN', height: 'm', lift: 't' }[lacking] ?? ''}`.trim();
  const keep = ['load', 'pointLoad', 'height', 'lift'].filter((name) => needs[name] !== undefined).map((name) => [name, Math.max(needs[name], conditions()[name] ?? 0)]);
  return {
    title: t('none_fits_machine', { need: t(`need_${key}`).toLowerCase(), value: valueText(key, { [lacking]: needs[lacking] }) }),
    nearestText: t('nearest_is', { value }), patch: { ...Object.fromEntries(keep), machines: null, [lacking]: nearest }, action: t('see_with', { need: t(`need_${key}`).toLowerCase(), value }),
  };
}
