/** Issues on the map: their places hatched or dotted, numbered pins as in the list, the chosen one with its subzones outlined. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/words.js';
import { current, onChange } from '../address.js';
import { desk } from '../desk.js';
import { sheet, zoomTo } from '../map.js';
import * as side from '../side.js';
import { hatch } from './hatching.js';
import { choose, chosen, issues, listen } from './shown.js';

const MOST = 200; // more pins than that hide the drawing
let visible = true;

/** Resolves when the sheet can be drawn on. */
export const sheetReady = new Promise((resolve) => {
  if (document.body.dataset.ready) resolve();
  else new MutationObserver((_, watch) => {
    if (!document.body.dataset.ready) return;
    watch.disconnect();
    resolve();
  }).observe(document.body, { attributes: true, attributeFilter: ['data-ready'] });
});

export async function start() {
  await sheetReady;
  hatch('blocks');
  const box = h('input', { type: 'checkbox', checked: true, on: { change: () => {
    visible = box.checked;
    draw();
  } } });
  sheet.layersCard.append(h('label', { class: 'switch' }, box, t('layer_findings')));
  listen((what) => (what === 'report' ? draw() : mark()));
  onChange(draw);
  draw();
}

function draw() {
  const shown = visible && !current().with ? issues().filter((issue) => issue.place).slice(0, MOST) : [];
  for (const blocks of [true, false]) {
    sheet.overlay.show(blocks ? 'finding-blocks' : 'finding-advises', shown.filter((issue) => issue.blocks === blocks).map((issue) => issue.place), {
      className: blocks ? 'finding-blocks' : 'finding-advises', weight: 1.5,
    });
  }
  mark();
}

/** Pins and the outline of the chosen issue. */
function mark() {
  const shown = visible && !current().with ? issues().filter((issue) => issue.place).slice(0, MOST) : [];
  const now = current().with ? null : chosen();
  if (now?.place && !shown.includes(now)) shown.push(now);
  sheet.overlay.pins('finding-pins', shown.map((issue) => ({
    at: insideOf(issue.place), text: String(issue.number), title: issue.title,
    className: `pin-${issue.blocks ? 'blocks' : 'advises'} ${issue === now ? 'chosen' : ''}`,
    click: () => {
      side.open('checks');
      choose(issue.key);
    },
  })));
  sheet.overlay.show('finding-subjects', now ? outlines(now) : [], { className: 'finding-subjects', weight: 2, fill: false });
  sheet.overlay.show('finding-chosen', now?.place ? [now.place] : [], { className: `finding-chosen ${now?.blocks ? 'finding-blocks' : 'finding-advises'}`, weight: 3 });
}

const outlines = (issue) => issue.subjects.map((uid) => desk.features.get(uid)).filter(Boolean);

/** Shows where an issue is. */
export function look(issue) {
  const around = issue.place ? [issue.place] : outlines(issue).map((feature) => feature.geometry);
  if (around.length > 0) zoomTo(...around);
}

/** A point that surely lies in a shape: in a polygon the middle of its widest stretch at half height. */
export function insideOf(geometry) {
  switch (geometry.type) {
    case 'Point': return geometry.coordinates;
    case 'MultiPoint': return geometry.coordinates[0];
    case 'LineString': return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)];
    case 'MultiLineString': return insideOf({ type: 'LineString', coordinates: geometry.coordinates[0] });
    case 'MultiPolygon': return insideOf({ type: 'Polygon', coordinates: geometry.coordinates.reduce((a, b) => (spread(b) > spread(a) ? b : a)) });
    case 'GeometryCollection': return insideOf(geometry.geometries[0]);
    default: return middle(geometry.coordinates);
  }
}

function spread([ring]) {
  const xs = ring.map(([x]) => x), ys = ring.map(([, y]) => y);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

function middle(rings) {
  const ys = rings[0].map(([, y]) => y);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const crossings = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i], [bx, by] = ring[i + 1];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  crossings.sort((a, b) => a - b);
  let best = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    if (!best || crossings[i + 1] - crossings[i] > best[1] - best[0]) best = [crossings[i], crossings[i + 1]];
  }
  return best ? [(best[0] + best[1]) / 2, y] : rings[0][0];
}
