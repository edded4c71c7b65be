/** Where the others are on the map: the subzone each has chosen, dashed in violet with initials. */
import { desk, me, on } from './desk.js';
import { initials } from './bar.js';
import { sheet } from './map.js';
import { sheetReady } from './panel/marks.js';
import { boxOf } from './shapes.js';

export async function start() {
  await sheetReady;
  let shown = [];
  function draw() {
    const here = desk.people.filter((person) => person.name !== me.name && desk.features.has(person.subzone)).map((person) => ({ ...person, geometry: desk.features.get(person.subzone).geometry }));
    if (here.length === shown.length && here.every((one, i) => one.session === shown[i].session && one.geometry === shown[i].geometry && one.doing === shown[i].doing)) return;
    shown = here;
    const shapes = (doing) => here.filter((person) => (person.doing === 'EDITING') === doing).map((person) => person.geometry);
    sheet.overlay.show('people-viewing', shapes(false), { className: 'person-edge viewing', weight: 1.5, fill: false });
    sheet.overlay.show('people-editing', shapes(true), { className: 'person-edge', weight: 3, fill: false });
    const places = new Map(); // several people in one subzone stand side by side as one pin
    for (const person of here) places.set(person.subzone, [...(places.get(person.subzone) ?? []), person]);
    sheet.overlay.pins('people-pins', [...places.values()].map((group) => ({
      at: top(group[0].geometry), text: group.map((person) => initials(person.displayName)).join(' '), className: 'person-pin', title: group.map((person) => person.displayName).join(', '),
    })));
  }
  on('people', draw);
  on('drawing', draw);
  draw();
}

/** The highest vertex of a shape. */
function top(geometry) {
  const [, , , north] = boxOf(geometry);
  return geometry.coordinates[0].find((vertex) => vertex[1] === north);
}
