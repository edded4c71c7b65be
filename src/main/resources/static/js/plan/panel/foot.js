/** The foot of the panel: planned land against the zone's outline, and by which rules and which arithmetic it was judged. */
import { byId, h } from '../../lib/dom.js';
import { date, hectares } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { listen, report } from './shown.js';

export function start() {
  listen((what) => what === 'report' && draw());
  draw();
}

function draw() {
  const { balance, basis, ruleSetSha256 } = report();
  const differs = -balance.unplannedM2;
  const open = byId('side-foot').querySelector('details')?.open;
  const total = t('foot_total', { total: hectares(balance.total.areaM2 / 1e4) });
  const off = differs === 0 ? t('foot_even') : t(differs > 0 ? 'foot_over' : 'foot_under', { by: hectares(Math.abs(differs) / 1e4) });
  byId('side-foot').replaceChildren(h('details', { open }, h('summary', {}, `${total}, ${off}. ${t('foot_rules', { date: date(basis.on), hash: ruleSetSha256.slice(0, 8) })}`),
    h('p', {}, `${own(balance, 'method')}.`)));
}
