/** All versions of all zones' plans, and the start of a new draft. */
import * as api from '../api/plans.js';
import * as maps from '../api/maps.js';
import { h, icon } from '../lib/dom.js';
import { date } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { href } from './address.js';
import { hasRole, me } from './desk.js';

export async function start(host) {
  const list = h('div', { class: 'zone-plans' }, h('p', { class: 'quiet' }, t('reading')));
  host.replaceChildren(h('div', { class: 'chooser-head' }, h('h2', {}, t('plan_heading')), h('p', { class: 'quiet' }, t('plan_intro'))), list);
  try {
    const [{ plans }, zones] = await Promise.all([api.plans(), maps.features('zones')]);
    list.replaceChildren(...zones.features.map(({ properties }) => zoneCard(properties, plans.filter((plan) => plan.zone === properties.code))));
  } catch (problem) {
    list.replaceChildren(h('div', { class: 'state error' }, h('h3', {}, icon('blocked'), problem.detail ?? problem.title), problem.remedy && h('p', {}, problem.remedy),
      h('button', { class: 'button', type: 'button', on: { click: () => start(host) } }, t('try_again'))));
  }
}

function zoneCard(zone, plans) {
  const now = plans.find((plan) => plan.status === 'PUBLISHED');
  const message = h('p', { class: 'form-error', role: 'alert', hidden: true });
  const begin = hasRole('PLANNER') && h('button', {
    class: 'button', type: 'button',
    on: {
      click: async (event) => {
        event.currentTarget.disabled = true;
        const button = event.currentTarget;
        try {
          const plan = await api.start(now ? { basedOn: now.id } : { zone: zone.code, titleVi: `Đồ án phân khu ${zone.short_name}`, titleEn: `Subzone plan of ${zone.name_en}` });
          location.assign(href({ plan: String(plan.id), zone: null }));
        } catch (problem) {
          message.hidden = false;
          message.textContent = [problem.detail, problem.remedy].filter(Boolean).join(' ');
          button.disabled = false;
        }
      },
    },
  }, icon('plus', 'small'), t(now ? 'start_from_now' : 'start_empty'));
  return h('section', { class: 'zone-plan', 'aria-labelledby': `zone-${zone.code}` },
    h('header', {}, h('h3', { id: `zone-${zone.code}` }, zone.short_name), begin), message,
    plans.length === 0 ? h('p', { class: 'quiet' }, t('no_plans')) : h('ul', { class: 'plan-rows' }, plans.sort((a, b) => b.version - a.version).map(row)));
}

function row(plan) {
  const mine = plan.author === me.name;
  const when = plan.validFrom ? t('valid_from', { date: date(plan.validFrom) }) : plan.createdAt ? t('made_at', { date: date(plan.createdAt) }) : '';
  return h('li', {}, h('a', { class: 'plan-row', href: href({ plan: String(plan.id), zone: null }) },
    h('b', {}, t('version_n', { n: plan.version })), h('span', { class: `tag status-${plan.status}` }, t(`plan_${plan.status}`)), h('span', { class: 'plan-row-title' }, own(plan, 'title')),
    h('span', { class: 'quiet small' }, [mine ? t('yours') : plan.author, when].filter(Boolean).join(' · '))));
}
