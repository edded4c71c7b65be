/** The floor plan from the stored polygons: bays by state, the chosen run, corridor and core; a click chooses. */
import * as space from '../api/space.js';
import { aborted } from '../api/http.js';
import { h, s } from '../lib/dom.js';
import { m2, number } from '../lib/numbers.js';
import { t } from '../lib/words.js';
import { longPress } from './press.js';
import { bayRange, blocks, pattern, picked } from './section.js';

const WIDTH = 360;
const FOOT = 24;

const plans = new Map(); // by floor id
let stop = null; // number of the bay that Tab leads to

/** The part of the sheet; the drawing comes when the plan has. */
export function floorPlan(building, floor, chosen, { select }) {
  const host = h('div', { class: 'floor-plan' }, h('div', { class: 'waiting-plan', 'aria-hidden': 'true' }));
  const show = (plan) => {
    const focused = host.contains(document.activeElement);
    host.replaceChildren(draw(plan, floor, chosen, { select }));
    if (focused) host.querySelector('[tabindex="0"]')?.focus();
  };
  if (plans.has(floor.id)) show(plans.get(floor.id));
  else {
    space.floorPlan(floor.id).then((plan) => {
      plans.set(floor.id, plan);
      show(plan);
    }, (problem) => aborted(problem) || host.replaceChildren(h('p', { class: 'quiet small' }, t('plan_failed', { code: problem.code }))));
  }
  return h('section', { class: 'bay-part' }, h('h3', {}, t('plan_title', { n: floor.level })), host, liftLines(building, floor));
}

function draw(plan, floor, chosen, { select }) {
  const scale = (WIDTH - 4) / plan.widthM;
  const height = plan.depthM * scale + 4;
  const point = ({ x, y }) => `${(2 + x * scale).toFixed(1)} ${(2 + y * scale).toFixed(1)}`;
  const path = ({ rings }) => rings.map((ring) => `M${ring.map(point).join('L')}Z`).join('');
  const states = new Map(blocks(floor).flatMap((block) => block.bays.map((bay) => [bay.no, { bay, block }])));
  const isOn = (no) => no >= chosen.first && no <= chosen.last;
  if (!states.has(stop)) stop = chosen.first;
  const cells = new Map();
  for (const { no, shape, label } of plan.bays) {
    const { bay, block } = states.get(no) ?? {};
    if (!bay) continue;
    const [x, y] = point(label).split(' ');
    const over = pattern(bay.status);
    const cell = s('g', { class: `cell plan-bay ${bay.status.toLowerCase()}${isOn(no) ? ' on' : ''}`, role: 'button', tabindex: no === stop ? '0' : '-1', 'aria-pressed': String(isOn(no)), 'aria-label': t('plan_bay', { n: no, area: m2(bay.areaM2), state: t(`status_${bay.status}`).toLowerCase() }), data: { bay: no } },
      s('path', { class: 'body', d: path(shape) }), over && s('path', { class: 'pattern', fill: `url(#${over})`, d: path(shape) }),
      isOn(no) && s('path', { class: 'chosen', d: path(shape) }), s('path', { class: 'ring', d: path(shape) }),
      s('text', { class: 'first', x, y, 'text-anchor': 'middle', dy: '.35em' }, String(no)));
    const choose = (extend) => {
      stop = no;
      select(floor, ...picked(chosen, { ...block, first: no, count: 1, bays: [bay] }, extend));
    };
    longPress(cell, (long) => (block.count > 1 && !long ? select(floor, block.first, block.first + block.count - 1) : choose(long)));
    cell.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(event.shiftKey);
        return;
      }
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const next = step && cells.get(no + step);
      if (!next) return;
      event.preventDefault();
      cell.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      stop = no + step;
      next.focus();
    });
    cells.set(no, cell);
  }
  const label = plan.commonLabel && point(plan.commonLabel).split(' ');
  // the chosen ones last, so that nothing lies on their outline
  const ordered = [...cells].sort(([a], [b]) => Number(isOn(a)) - Number(isOn(b))).map(([, cell]) => cell);
  const bar = 10 * scale;
  return s('svg', { viewBox: `0 0 ${WIDTH} ${(height + FOOT).toFixed(0)}`, width: '100%', role: 'group', 'aria-label': `${t('plan_title', { n: floor.level })}. ${t('sheet_title', { floor: floor.level, bays: bayRange(chosen.first, chosen.last) })}. ${t('plan_keys')}` },
    s('path', { class: 'plan-plate', d: path(plan.plate) }), plan.common.map((shape) => s('path', { class: 'plan-common', d: path(shape) })), ordered,
    label && s('text', { class: 'plan-word', x: label[0], y: label[1], 'text-anchor': 'middle', dy: '.35em' }, t('plan_common')),
    s('path', { class: 'plan-bar', d: `M2 ${height + 8}v5h${bar.toFixed(1)}v-5` }), s('text', { class: 'plan-word', x: 8 + bar, y: height + 15 }, '10 m'),
    s('g', { transform: `translate(${WIDTH - 12} ${height + 12}) rotate(${plan.northDeg})`, 'aria-hidden': 'true' }, s('path', { class: 'plan-north', d: 'M0 -10 4 7 0 3 -4 7Z' })));
}

/** Sizes of the goods lifts, and the point load. */
function liftLines(building, floor) {
  const lifts = building.goodsLifts ?? [];
  const sizes = [...new Set(lifts.map((lift) => t('lift_size', { t: number(lift.capacityT, 1), w: number(lift.carWidthM, 1), d: number(lift.carDepthM, 1) })))];
  const lines = [lifts.length > 0 && `${t('lifts_n', { n: lifts.length })}: ${sizes.join('; ')}`, floor.pointLoadKn && `${t('row_point')} ${number(floor.pointLoadKn, 1)} kN`].filter(Boolean);
  return h('p', { class: 'quiet small' }, lines.join('. '), lines.length > 0 && '. ', t('plan_area', { area: m2(floor.areaM2) }));
}
