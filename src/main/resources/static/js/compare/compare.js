/** Comparing runs of bays: the tray at the foot of the screen, and the table behind it. */
import { byId, h, icon } from '../lib/dom.js';
import { current, go, href, onChange } from '../lib/state.js';
import { own, t } from '../lib/words.js';
import { entries, keyOf, withoutEntry } from '../building/compared.js';
import { bayRange } from '../building/section.js';
import { asked } from './offers.js';
import { drawTable } from './table.js';

/** Draws what the address says now, and after every change of it. */
export function start() {
  onChange((now, before) => {
    if (['b', 'compare', 'view', 'diff', 'on', 'load', 'height', 'lift', 'power', 'hazard', 'areaMin'].some((name) => now[name] !== before[name])) draw(before);
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open() && !event.defaultPrevented) {
      event.preventDefault();
      go({ view: null });
    }
  });
  draw({});
}

const open = () => current().view === 'compare';

async function draw(before) {
  const list = entries(current().compare);
  const drawn = tray(list);
  const host = table();
  const was = host.hidden;
  host.hidden = !open();
  document.body.classList.toggle('comparing', open());
  if (!open()) {
    await drawn; // the way back to the table is in the tray
    if (before.view === 'compare') byId('compare-open')?.focus({ preventScroll: true });
    return;
  }
  await drawTable(host, list);
  if (was) byId('compare-title')?.focus({ preventScroll: true });
}

function table() {
  let host = byId('compare');
  if (!host) {
    host = h('section', { class: 'compare', id: 'compare', hidden: true, 'aria-labelledby': 'compare-title' });
    byId('building').after(host);
  }
  return host;
}

/** Stands at the foot while something is being compared and the table is not open. */
async function tray(list) {
  const names = new Map((await asked(list)).map(({ key, building }) => [key, building && own(building, 'name')]));
  let bar = byId('compare-tray');
  const shown = list.length > 0 && !open();
  document.body.classList.toggle('has-tray', shown);
  if (!shown) {
    bar?.remove();
    return;
  }
  const held = bar?.contains(document.activeElement);
  const next = h('section', { class: 'compare-tray', id: 'compare-tray', 'aria-label': t('compare_tray') },
    h('ul', {}, list.map((entry) => {
      const key = keyOf(entry);
      const title = `${names.get(key) ?? entry.building}, ${t(entry.bayCount > 1 ? 'sheet_title_many' : 'sheet_title', { floor: entry.floor, bays: bayRange(entry.firstBay, entry.firstBay + entry.bayCount - 1) })}`;
      return h('li', {}, h('span', {}, title),
        h('button', { class: 'button icon-only plain-button', type: 'button', 'aria-label': `${t('compare_remove')}: ${title}`, on: { click: () => go({ compare: withoutEntry(current().compare, entry) }, { replace: true }) } }, icon('close', 'small')));
    })),
    h('a', { class: 'button primary', id: 'compare-open', href: href({ view: 'compare' }), 'data-go': true }, icon('compare', 'small'), t('compare_n', { n: list.length })));
  if (bar) bar.replaceWith(next);
  else document.querySelector('main').append(next);
  if (held) byId('compare-open').focus({ preventScroll: true });
}
