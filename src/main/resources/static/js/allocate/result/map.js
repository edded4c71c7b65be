/**
 * The answer on the survey sheet: each building with the m² it newly lets, its zone around it, lines from where a firm was or would
 * be; the same numbers stand in the table below.
 */
import * as maps from '../../api/maps.js';
import { h, icon, s } from '../../lib/dom.js';
import { m2 } from '../../lib/numbers.js';
import { own, t } from '../../lib/words.js';
import { L, drawing } from '../../map/leaflet.js';
import { createPills } from '../../map/pills.js';
import { createSelection } from '../../map/selection.js';
import { createSheet } from '../../map/sheet.js';
import { asked } from './filters.js';
import { zoneName } from './board.js';

/**
 * A sheet with the outlines of zones and buildings. `show({ pills, lines, chosen })`: pills as in map/pills.js, lines
 * `{ from: [lon, lat], to: [lon, lat], kind }`, `chosen` the code of a building.
 */
export function createGround(host, label) {
  const section = h('section', { class: 'sheet board-sheet', role: 'region', 'aria-label': label });
  host.replaceChildren(section);
  const { map, furniture } = createSheet(section);
  furniture.append(h('div', { class: 'tools-right' }, h('div', { class: 'badges' }, h('span', { class: 'badge' }, icon('warn', 'small'), t('badge_schematic'))),
    h('div', { class: 'zoom' }, [['zoom_in', 'plus', 1], ['zoom_out', 'minus', -1]].map(([name, sign, step]) => h('button', { type: 'button', 'aria-label': t(name), on: { click: () => map.setZoom(map.getZoom() + step) } }, icon(sign))))));
  map.setView([10.77, 106.68], 10);
  let lines = [];
  let fitted = '';
  let last = null;
  map.on('resize', () => { if (last && fitted !== last.key) show(last); }); // it was hidden when it was to be shown
  const outlines = L.geoJSON(null, { pane: 'zones', interactive: false, style: { className: 'board-zone', weight: 1.8, fill: false } }).addTo(map);
  const houses = L.geoJSON(null, { pane: 'houses', interactive: false, style: { className: 'board-house', weight: 1 } }).addTo(map);
  const selection = createSelection(map);
  const houseOf = new Map();
  const pills = createPills(map, { obstacles, placed: () => {} });
  /** Pixel boxes of what floats over the map. */
  function obstacles() {
    const ground = map.getContainer().getBoundingClientRect();
    return [...furniture.querySelectorAll('.badge, .zoom, .scale-row, .north')].map((element) => element.getBoundingClientRect())
      .map(({ left, top, right, bottom }) => ({ left: left - ground.left - 4, top: top - ground.top - 4, right: right - ground.left + 4, bottom: bottom - ground.top + 4 }));
  }
  const redraw = drawing(map, 'names', (root, toPixel) => {
    for (const { from, to, kind } of lines) {
      const [ax, ay] = toPixel(from), [bx, by] = toPixel(to);
      if (Math.hypot(bx - ax, by - ay) < 6) continue;
      const cx = (ax + bx) / 2 + (by - ay) * 0.15, cy = (ay + by) / 2 - (bx - ax) * 0.15;
      const turn = Math.atan2(by - cy, bx - cx);
      const wing = (side) => `${bx - 9 * Math.cos(turn + side)} ${by - 9 * Math.sin(turn + side)}`;
      root.append(s('path', { class: `change-line ${kind}`, d: `M${ax} ${ay}Q${cx} ${cy} ${bx} ${by}M${wing(0.45)}L${bx} ${by}L${wing(-0.45)}` }));
    }
  });
  maps.features('zones').then((found) => { outlines.addData(found); redraw(); }, () => {}); // the pills say where the zones are
  maps.features('buildings').then((found) => {
    for (const feature of found.features) houseOf.set(feature.properties.code, feature);
    houses.addData(found);
  }, () => {});
  return { show };

  function show(what) {
    const { pills: next, lines: changes = [], chosen = null, key } = what;
    last = what;
    lines = changes;
    map.invalidateSize({ pan: false });
    if (next.length > 0 && fitted !== key && map.getSize().x > 0) {
      fitted = key;
      map.fitBounds(L.latLngBounds(next.map(({ at: [lon, lat] }) => [lat, lon])).pad(0.35), { animate: false, maxZoom: 16 });
    }
    pills.show(next);
    pills.select(chosen);
    selection(houseOf.get(chosen));
    redraw();
  }
}

/** The pill of a building: what the answer places in it, and the section of what is left free. */
export function pillOf(building, areaM2, select, value = t('ar_new_m2', { area: m2(areaM2) })) {
  return {
    key: building.code, name: building.code, value, more: `${own(building, 'name')}, ${zoneName(building.zone)}`, areaM2, kind: areaM2 > 0 ? 'placed' : 'full', at: [building.lon, building.lat], select,
    floors: building.floors.map((floor) => ({ level: floor.level, totalM2: floor.bays.reduce((sum, area) => sum + area, 0), freeM2: floor.blocks.filter((block) => block.kind === 'free').reduce((sum, block) => sum + block.areaM2, 0) })),
  };
}

export function createBoardMap(host, state) {
  const ground = createGround(host, t('ar_map_label'));
  return {
    show(board) {
      if (!board) return;
      const address = state.current();
      const buildings = board.buildings.filter((one) => one.lon !== undefined && (!address.zone || one.zone === address.zone));
      const areas = new Map();
      for (const one of board.applicants) {
        if (!asked(one, address)) continue;
        for (const block of one.blocks) areas.set(block.building, (areas.get(block.building) ?? 0) + block.areaM2);
      }
      const pills = buildings.map((one) => pillOf(one, areas.get(one.code) ?? 0, () => state.go({ building: one.code, floor: null, bay: null, view: null })));
      const firm = board.byCode.get(address.firm);
      ground.show({ pills, chosen: firm?.blocks[0]?.building ?? address.building ?? null, key: `${board.round} ${address.zone ?? ''}` });
    },
  };
}
