/** What floors newly accept or refuse under the plan in force, against the version before it. */
import { h, put } from '../lib/dom.js';
import { own, t } from '../lib/words.js';
import * as api from '../api/conversions.js';
import { table } from './page.js';

export async function floors(host, zone, on) {
  const found = await api.floorChanges(zone.code, on);
  const plans = found.after && t(found.before ? 'cv_floors_between' : 'cv_floors_first', { before: found.before?.version ?? '', after: found.after.version });
  put(host, h('h2', {}, t('cv_floors')), h('p', { class: 'quiet small' }, plans || t('cv_floors_no_plan')),
    found.after && found.changes.length === 0 && h('p', {}, t('cv_floors_same')),
    found.changes.length > 0 && table(t('cv_floors'), [t('cv_building'), t('cv_floor'), t('cv_industry'), t('cv_change')], found.changes.map((one) =>
      h('tr', {}, h('th', { scope: 'row' }, one.building), h('td', {}, String(one.level)), h('td', {}, own(one, 'industry')),
        h('td', {}, h('span', { class: `tag ${one.accepts ? 'free' : 'warn'}` }, t(one.accepts ? 'cv_accepts' : 'cv_refuses')))))),
    h('p', { class: 'quiet small' }, t('cv_floors_note')));
}
