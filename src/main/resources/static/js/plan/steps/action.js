/** The next step of the plan as one button in the bar, and what else may be done with the plan in a menu beside it. */
import { byId, h, icon } from '../../lib/dom.js';
import { lang, t } from '../../lib/words.js';
import { disclosure } from '../../map/furniture.js';
import { href } from '../address.js';
import { desk, hasRole, mayDraw, me, on } from '../desk.js';
import { summary } from '../panel/findings.js';
import { approve, isOwn, waive } from './approve.js';
import { describe, fork } from './describe.js';
import { publish } from './publish.js';
import { sendBack } from './return.js';
import { submit, withdraw } from './submit.js';

export function start() {
  let drawn = '';
  function draw() {
    const key = JSON.stringify([desk.plan.status, desk.plan.shared, desk.plan.submittedBy, blocked(), Boolean(desk.conflict)]);
    if (key === drawn) return;
    drawn = key;
    const host = byId('bar-step');
    const held = host.contains(document.activeElement) ? document.activeElement.dataset.do : null;
    host.replaceChildren(...buttons(), menu());
    if (held) host.querySelector(`[data-do="${held}"]`)?.focus();
  }
  on('plan', draw);
  on('report', draw);
  on('conflict', draw);
  draw();
}

const blocked = () => summary(desk.report).blocking > 0 || Boolean(desk.conflict);
/** Whether the plan is of those that whoever sits here draws. */
const drawsIt = () => hasRole('PLANNER') && (desk.plan.shared || desk.plan.author === me.name);

/** A button that is held back by something still opens, and says by what. */
function button(name, run, { primary = false, held = false } = {}) {
  return h('button', { type: 'button', class: `button ${primary ? 'primary' : ''} ${held ? 'held' : ''}`, data: { do: name }, on: { click: () => run() } }, held && icon('octagon', 'small'), t(`step_${name}`), held && h('span', { class: 'sr' }, `, ${t('step_held')}`));
}

function buttons() {
  const { status } = desk.plan;
  if (mayDraw()) return [button('submit', submit, { primary: true, held: blocked() })];
  if (hasRole('APPROVER') && status === 'SUBMITTED') return [button('return', sendBack), button('approve', approve, { primary: true, held: isOwn() })];
  if (hasRole('APPROVER') && status === 'APPROVED') return [button('publish', publish, { primary: true, held: isOwn() })];
  if (drawsIt() && status === 'SUBMITTED') return [button('withdraw', withdraw)];
  return [];
}

function menu() {
  const { status, zone } = desk.plan;
  const other = lang === 'vi' ? 'en' : 'vi';
  const open = ['DRAFT', 'RETURNED', 'SUBMITTED', 'APPROVED'].includes(status);
  const entries = [
    mayDraw() && ['describe', describe],
    hasRole('PLANNER') && ['fork', fork],
    hasRole('APPROVER') && status === 'APPROVED' && ['return', sendBack],
    hasRole('APPROVER') && open && !isOwn() && ['waive', () => waive()],
    drawsIt() && open && ['withdraw', withdraw],
  ].filter(Boolean);
  const card = h('div', { class: 'float-card step-menu' });
  card.append(...entries.map(([name, run]) => h('button', { type: 'button', class: 'step-menu-row', data: { do: `menu-${name}` }, on: { click: () => {
    toggle.click();
    run();
  } } }, t(`menu_${name}`))),
  status === 'PUBLISHED' ? h('a', { class: 'step-menu-row', href: `/?zone=${encodeURIComponent(zone)}` }, t('menu_public')) : '',
  h('a', { class: 'step-menu-row', href: '/plan' }, t('all_plans')),
  // the bar has no room for the languages on a phone
  h('a', { class: 'step-menu-row menu-languages', href: href({ lang: other }), data: { lang: other }, lang: other, hreflang: other }, other === 'vi' ? 'Tiếng Việt' : 'English'));
  const toggle = h('button', { type: 'button', class: 'button icon-only', 'aria-label': t('menu_more'), title: t('menu_more'), data: { do: 'more' } }, icon('more'));
  toggle.addEventListener('keydown', (event) => event.key === 'Escape' && !card.hidden && toggle.click());
  return disclosure(toggle, card);
}
