/** All subzones as a list: the same as the map for those who do not use it. Click selects, Ctrl or Shift adds. */
import { debounce, h } from '../../lib/dom.js';
import { hectares } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { desk, on, select, toggleSelected } from '../desk.js';
import { reveal, useSwatch } from '../map.js';

const ORDER = ['INDUSTRY', 'HIGHRISE', 'SUPPORT', 'WAREHOUSE', 'SERVICE', 'TECH', 'GREEN', 'ROAD', 'WATER'];
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

export function start(host) {
  const filter = h('input', { class: 'input', type: 'search', placeholder: t('list_filter'), 'aria-label': t('list_filter') });
  const count = h('p', { class: 'quiet small', role: 'status' });
  const list = h('ul', { class: 'subzone-list', 'aria-label': t('subzones') });
  host.append(h('div', { class: 'list-head' }, filter, count), list);
  const rows = new Map();
  let last = null;

  function draw() {
    const wanted = folded(filter.value.trim());
    const found = [...desk.features.values()]
      .filter((feature) => wanted === '' || folded(`${feature.properties.code} ${own(feature.properties, 'name')} ${t(`use_${feature.properties.landUse}`)}`).includes(wanted))
      .sort((a, b) => ORDER.indexOf(a.properties.landUse) - ORDER.indexOf(b.properties.landUse) || a.properties.code.localeCompare(b.properties.code, 'vi', { numeric: true }));
    rows.clear();
    list.replaceChildren(...found.map(row));
    count.textContent = t('list_count', { n: found.length });
    mark();
  }

  function row(feature) {
    const { properties } = feature;
    const button = h('button', { type: 'button', class: 'subzone-row', on: { click: (event) => pick(feature.id, event) } },
      useSwatch(properties.landUse), h('b', {}, properties.code), h('span', { class: 'quiet' }, own(properties, 'name') || t(`use_${properties.landUse}`)), h('span', { class: 'num' }, hectares((properties.areaM2 ?? 0) / 1e4)));
    rows.set(feature.id, button);
    return h('li', {}, button);
  }

  function pick(uid, event) {
    if (event.shiftKey && last && rows.has(last)) {
      const order = [...rows.keys()];
      const [a, b] = [order.indexOf(last), order.indexOf(uid)].sort((x, y) => x - y);
      select(order.slice(a, b + 1), { add: true });
    } else if (event.ctrlKey || event.metaKey) toggleSelected(uid);
    else select([uid]);
    last = uid;
    reveal(desk.features.get(uid).geometry);
  }

  function mark() {
    for (const [uid, button] of rows) button.setAttribute('aria-pressed', String(desk.selection.includes(uid)));
  }

  const later = debounce(draw, 80);
  filter.addEventListener('input', later);
  on('drawing', later);
  on('selection', mark);
  draw();
}
