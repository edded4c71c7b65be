/**
 * Ways to mend findings, all in one form: steps of the server's proposal, and single options of a finding made into edits. Nothing is
 * changed before it is accepted; undo takes it back.
 */
import * as api from '../../api/plans.js';
import { acceptRepair, desk, edit } from '../desk.js';
import { areaOf, boxOf, distance, nearestOn, plane, within } from '../shapes.js';
import { own } from '../../lib/words.js';
import { findingKey } from './findings.js';
import { insideOf } from './marks.js';

const SNAP_M = 0.5;

/** Whether two features are the same finding of the same drawing. */
const same = (a, b) => findingKey(a) === findingKey(b) && a.properties.messageVi === b.properties.messageVi;

let known = { etag: null, steps: null };

/** The server's proposal for the drawing as it is, read once for each version. */
export function proposal() {
  const { etag, id } = desk.plan;
  if (known.etag !== etag) {
    const steps = api.proposal(id).then((answer) => answer.steps.map(ofStep));
    known = { etag, steps };
    steps.catch(() => known.etag === etag && (known = { etag: null, steps: null }));
  }
  return known.steps;
}

function ofStep(step) {
  const after = new Map(step.after.map((feature) => [feature.id, feature.geometry]));
  return {
    id: step.id, text: own(step, 'text').replace(/\.$/, ''), mends: step.mends, after, removed: step.removed, movedM2: step.movedM2, report: null,
    accept: () => acceptRepair([step.id]),
  };
}

/** The step that mends a finding, or undefined. */
export const stepFor = (steps, finding) => steps.find((step) => step.mends.some((one) => same(one, finding)));

/** Accepts several steps at once. */
export const acceptAll = (steps) => acceptRepair(steps.map((step) => step.id));

/** What an option of a finding would lead to, asked of the server. */
export async function tryOption(finding, option, choice) {
  const edits = editsOf(finding, option, choice);
  const since = performance.now();
  const outcome = await api.tryOut(desk.plan.id, edits);
  const text = own(option, 'text');
  return {
    id: optionId(option, choice), text, mends: [finding], after: new Map(outcome.subzones.features.map((feature) => [feature.id, feature.geometry])), removed: outcome.removed,
    movedM2: outcome.changes.changed.reduce((most, one) => Math.max(most, one.geometry?.changedM2 ?? 0), 0), report: outcome.report, ms: performance.now() - since,
    accept: () => edit(edits, { label: text, quiet: true }),
  };
}

export const optionId = (option, choice = '') => `${option.action}/${option.targets.join('+')}/${choice}`;

/** The edits that do what an option says, by action. */
function editsOf({ geometry, properties }, { action, targets }, choice) {
  const [target] = targets;
  switch (action) {
    case 'TRIM_OVERLAP': {
      const keeper = properties.subjects.find((uid) => uid !== target);
      return [{ op: 'trimOverlap', subzone: target, ...(keeper && { keeper }) }];
    }
    case 'FILL_GAP': return [{ op: 'fillGap', at: { type: 'Point', coordinates: insideOf(geometry) }, to: target }];
    case 'CLIP_TO_ZONE': return [{ op: 'clipToZone', subzone: target }];
    case 'SNAP': return [{ op: 'snap', subzones: targets, toleranceM: SNAP_M }];
    case 'REMOVE_VERTEX': return points(geometry).map((coordinates) => ({ op: 'removeVertex', at: { type: 'Point', coordinates } }));
    case 'MERGE': return [{ op: 'merge', subzones: [choice, target], keep: choice }];
    case 'MAKE_VALID': return [{ op: 'makeValid', subzone: target, maySplit: true }];
    default: throw new Error(`no edit for ${action}`);
  }
}

const points = ({ type, coordinates }) => (type === 'Point' ? [coordinates] : type === 'MultiPoint' ? coordinates : coordinates.flat(type === 'LineString' ? 0 : 1));

/** Subzones a sliver may be merged into, the longest common border first. */
export function neighboursOf(uid) {
  const feature = desk.features.get(uid);
  if (!feature) return [];
  const box = boxOf(feature.geometry);
  const ring = plane(feature.geometry)[0];
  const near = [];
  for (const other of desk.features.values()) {
    if (other.id === uid) continue;
    const there = boxOf(other.geometry);
    if (there[0] > box[2] || there[2] < box[0] || there[1] > box[3] || there[3] < box[1]) continue;
    const length = commonBorder(ring, plane(other.geometry)) + (within(other.geometry.coordinates, insideOf(feature.geometry)) ? 1e6 : 0);
    if (length > 0.01) near.push({ uid: other.id, code: other.properties.code, length });
  }
  return near.sort((a, b) => b.length - a.length).slice(0, 6);
}

/** How much of a ring runs along other rings, metres. */
function commonBorder(ring, rings, apart = 0.02) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    for (const other of rings) {
      for (let k = 0; k + 1 < other.length; k++) {
        const p = nearestOn(other[k], ring[i], ring[i + 1]).point, q = nearestOn(other[k + 1], ring[i], ring[i + 1]).point;
        if (distance(p, nearestOn(p, other[k], other[k + 1]).point) < apart && distance(q, nearestOn(q, other[k], other[k + 1]).point) < apart) sum += distance(p, q);
      }
    }
  }
  return sum;
}

/** Plane area of a polygon or several, m². */
export function groundOf(geometry) {
  return (geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates]).reduce((sum, rings) => sum + areaOf(plane({ type: 'Polygon', coordinates: rings })), 0);
}

/** What a mend changes: `{code, beforeM2, afterM2}`, null where a subzone begins or ends. */
export function changesOf({ after, removed }) {
  const changes = [...after].map(([uid, geometry]) => {
    const before = desk.features.get(uid);
    return { code: before?.properties.code ?? '', beforeM2: before ? groundOf(before.geometry) : null, afterM2: groundOf(geometry) };
  });
  for (const uid of removed) {
    const before = desk.features.get(uid);
    if (before) changes.push({ code: before.properties.code, beforeM2: groundOf(before.geometry), afterM2: null });
  }
  return changes.sort((a, b) => a.code.localeCompare(b.code, 'vi', { numeric: true }));
}
