/**
 * Two people changed one drawing: what each changed, whether both changes fit together, and which edits lead from the colleague's drawing
 * to the one the planner chose. Plain logic: no page, no server.
 *
 * Entries are batches of the outbox: `{key, edits, label, subjects, before: [[uid, feature|null]], after: [[uid, feature|null]], sure}`.
 */

/** Attributes a planner sets, in the order in which people read them. */
export const ATTRIBUTES = ['code', 'landUse', 'nameVi', 'nameEn', 'cadastralCode', 'phase', 'maxDensityPct', 'maxFloors', 'far', 'purposeVi', 'purposeEn'];

/** A ring written from its least vertex on, so that the same ring is the same text wherever it starts. */
function ringText(ring) {
  const points = ring.slice(0, -1).map(String);
  let least = 0;
  points.forEach((point, i) => {
    if (point < points[least]) least = i;
  });
  return [...points.slice(least), ...points.slice(0, least)].join(' ');
}

/** Whether two features have the same outline and holes. */
export function sameShape(a, b) {
  const rings = (feature) => feature.geometry.coordinates.map(ringText);
  return rings(a).join('|') === rings(b).join('|');
}

const valueOf = (feature, name) => feature.properties[name] ?? null;

/** What differs between two states of a subzone: names of attributes, and `shape`; all is null where one of them is not there. */
export function changed(before, after) {
  if (!before || !after) return null;
  return [...ATTRIBUTES.filter((name) => valueOf(before, name) !== valueOf(after, name)), ...(sameShape(before, after) ? [] : ['shape'])];
}

const same = (a, b) => (a && b ? changed(a, b).length === 0 : !a && !b);

/** The newest state that batches lead to, by uid, and the state before the first of them. */
export function mine(entries) {
  const before = new Map(), after = new Map();
  for (const entry of entries) {
    if (!entry.sure) continue;
    for (const [uid, feature] of entry.before) if (!before.has(uid)) before.set(uid, feature);
    for (const [uid, feature] of entry.after) after.set(uid, feature);
  }
  return { before, after };
}

/**
 * Whether the server has what a batch wanted: its answer was lost on the way, and the batch need not go again.
 * @param {object} entry
 * @param {Map<string, object>} theirs the server's drawing
 * @param {Set<string>} created uids that are new in it
 * @returns {Map<string, string>|null} uids under which the server keeps what the batch made; null when it has not arrived
 */
export function arrived(entry, theirs, created) {
  if (!entry.sure) return null;
  const before = new Map(entry.before);
  const names = new Map();
  let any = false;
  for (const [uid, wanted] of entry.after) {
    const now = uid.startsWith('new:')
      ? [...created].map((one) => theirs.get(one)).find((one) => one && ![...names.values()].includes(one.id) && sameShape(one, wanted))
      : theirs.get(uid);
    if (uid.startsWith('new:') ? !now : !same(now ?? null, wanted)) return null;
    if (uid.startsWith('new:')) names.set(uid, now.id);
    any ||= !same(before.get(uid) ?? null, wanted);
  }
  return any ? names : null;
}

/**
 * The subzones that both changed, and the batches that only the server can work out.
 * @returns {{subzones: {uid: string, code: string, before: object|null, mine: object|null, theirs: object|null, mineChanged: string[]|null,
 *   theirsChanged: string[]|null, mergeable: boolean, choice: string|null}[], redo: object[], alone: number}}
 *   `choice` is preselected where nothing is lost by it; `redo` are unsure batches that touch what the colleague changed; `alone` counts the
 *   subzones that only this planner changed
 */
export function crossing({ entries, uids, before, theirs }) {
  const own = mine(entries);
  const both = new Set(uids);
  const subzones = [...both].filter((uid) => own.after.has(uid)).map((uid) => {
    const was = own.before.get(uid) ?? before.get(uid) ?? null;
    const now = own.after.get(uid), other = theirs.get(uid) ?? null;
    const mineChanged = changed(was, now), theirsChanged = changed(was, other);
    const equal = same(now, other);
    const mergeable = !equal && mineChanged !== null && theirsChanged !== null && mineChanged.every((name) => !theirsChanged.includes(name) || sameValue(name, now, other));
    return { uid, code: valueOf(other ?? now ?? was, 'code'), before: was, mine: now, theirs: other, mineChanged, theirsChanged, mergeable, equal, choice: equal ? 'theirs' : mergeable ? 'merge' : null };
  }).filter((one) => !one.equal);
  const redo = entries.filter((entry) => !entry.sure && entry.subjects.some((uid) => both.has(uid)));
  const alone = [...own.after.keys()].filter((uid) => !both.has(uid)).length;
  return { subzones, redo, alone };
}

const sameValue = (name, a, b) => (name === 'shape' ? sameShape(a, b) : valueOf(a, name) === valueOf(b, name));

/** The subzone as it will be: mine, theirs, or theirs with what I changed. */
export function merged({ before, mine: now, theirs, mineChanged }) {
  const feature = { ...theirs, properties: { ...theirs.properties } };
  for (const name of mineChanged ?? changed(before, now)) {
    if (name === 'shape') {
      feature.geometry = now.geometry;
      feature.properties.areaM2 = now.properties.areaM2;
    } else feature.properties[name] = valueOf(now, name);
  }
  return feature;
}

/**
 * The batches to send on top of the colleague's drawing.
 * @param {{entries: object[], uids: string[], theirs: Map<string, object>}} conflict
 * @param {Map<string, 'mine'|'theirs'|'merge'>} choices by uid, for every subzone that both changed
 * @param {Map<string, 'again'|'drop'>} redo by key of the batch, for every unsure batch that touches such a subzone
 * @param {{label: string, key: () => string}} options
 * @returns {{key: string, edits: object[], label: string}[]}
 */
export function batches({ entries, uids, theirs }, choices, redo, { label, key }) {
  const both = new Set(uids);
  const running = new Map(theirs); // the drawing as the batches so far leave it
  const renamed = new Map(); // a subzone made here, under the name it has in the new batches
  const out = [];
  let segment = [];

  const close = () => {
    if (segment.length === 0) return;
    const made = segmentEdits(segment, both, running, choices, renamed, key());
    if (made.edits.length > 0) out.push({ ...made, label: segment.length === 1 ? segment[0].label : label });
    segment = [];
  };
  for (const entry of entries) {
    if (entry.sure) {
      segment.push(entry);
      continue;
    }
    close();
    if (redo.get(entry.key) === 'drop') continue;
    let text = JSON.stringify(entry.edits);
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    out.push({ key: key(), edits: JSON.parse(text), label: entry.label });
  }
  close();
  return out;
}

/** The edits of batches that belong together, as the shortest way to where they lead. */
function segmentEdits(segment, both, running, choices, renamed, key) {
  const { before, after } = mine(segment);
  const removed = [], reshaped = [], described = [], created = [];
  for (const [uid, wanted] of after) {
    const choice = both.has(uid) ? choices.get(uid) ?? 'theirs' : 'merge';
    if (choice === 'theirs') continue;
    const name = renamed.get(uid) ?? uid;
    const now = running.get(name) ?? null;
    if (wanted === null) {
      if (now) removed.push({ op: 'remove', subzone: name });
      running.delete(name);
      continue;
    }
    if (!now) {
      // made here, or removed by the colleague and kept by choice; what was merely touched and is gone stays gone
      if (before.get(uid) && choice !== 'mine') continue;
      created.push({ uid, edit: { op: 'create', attributes: attributes(wanted, ATTRIBUTES.filter((attribute) => valueOf(wanted, attribute) !== null)), shape: wanted.geometry } });
      continue;
    }
    const from = choice === 'mine' ? now : before.get(uid);
    const differs = from ? changed(from, wanted) : changed(now, wanted);
    const target = choice === 'mine' ? wanted : merged({ before: from ?? now, mine: wanted, theirs: now, mineChanged: differs });
    if (differs.includes('shape') && !sameShape(now, target)) reshaped.push({ op: 'reshape', subzone: name, shape: target.geometry });
    const fields = differs.filter((attribute) => attribute !== 'shape' && valueOf(now, attribute) !== valueOf(target, attribute));
    if (fields.length > 0) described.push({ op: 'setAttributes', subzone: name, attributes: attributes(target, fields) });
    running.set(name, target);
  }
  const edits = [...removed, ...reshaped, ...described, ...created.map((one) => one.edit)];
  created.forEach(({ uid }, i) => {
    const name = `new:${key}:${edits.length - created.length + i}`;
    renamed.set(uid, name);
    running.set(name, after.get(uid));
  });
  return { key, edits };
}

/** Attributes of a feature; a code that the browser only stood in for is left to the server. */
function attributes(feature, names) {
  return Object.fromEntries(names.filter((name) => name !== 'code' || valueOf(feature, name) !== '…').map((name) => [name, valueOf(feature, name)]));
}
