/** What a block says when it is pointed at or has the focus: tenant or line of business, and until when. */
import { h } from '../lib/dom.js';
import { date, m2 } from '../lib/numbers.js';
import { own, t } from '../lib/words.js';
import { bayRange, vacant } from './section.js';
import { tenantLines } from './tenant.js';

let box = null;
addEventListener('keydown', (event) => event.key === 'Escape' && hint(null));
addEventListener('scroll', () => hint(null), { capture: true, passive: true });

/** Shows it beside the block's element, or hides it for null. The block's own label says the same to those who listen. */
export function hint(block, element) {
  box?.remove();
  box = null;
  if (!block) return;
  const lines = linesOf(block);
  box = h('div', { class: 'hint', 'aria-hidden': 'true' }, h('b', {}, `${t('sheet_title', { floor: block.floor.level, bays: bayRange(block.first, block.first + block.count - 1) })}, ${m2(block.areaM2)}`), lines.map((line) => h('span', {}, line)));
  document.body.append(box);
  const at = element.getBoundingClientRect(), own_ = box.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left + at.width / 2 - own_.width / 2), innerWidth - own_.width - 8);
  const above = at.top - own_.height - 8;
  box.style.left = `${left}px`;
  box.style.top = `${above < 8 ? at.bottom + 8 : above}px`;
}

function linesOf(block) {
  const bay = block.bays[0], { occupancy } = block;
  if (occupancy?.terms) return tenantLines(occupancy).map(([label, value]) => `${label}: ${value}`);
  if (vacant(bay)) return [bay.status === 'SOON' && bay.freeFrom ? t('free_from', { date: date(bay.freeFrom) }) : t('status_FREE')];
  if (bay.status === 'OUT') return [own(bay, 'outReason') || t('status_OUT')];
  const until = occupancy?.until ?? bay.occupiedUntil;
  return [
    `${t(`status_${bay.status}`)}${until ? ` ${t('until_month', { month: date(until) })}` : ''}`,
    occupancy && `${own(occupancy, 'sector')}${occupancy.hazard ? `, ${t('hint_hazard', { hazard: occupancy.hazard })}` : ''}`,
  ].filter(Boolean);
}
