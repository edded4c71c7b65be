/**
 * The answer of the open round laid out on its floors, read once for all views: strip, map, table, reasons, what-if. Blocks of a floor
 * are what is drawn and dragged: bays that were let, bays of one placed firm, and free bays one by one.
 */
import { aborted, latest } from '../../api/http.js';
import * as api from '../../api/rounds.js';
import { lang, own } from '../../lib/words.js';

const FROZEN = ['CLOSED', 'SOLVING', 'PROPOSED', 'SHOWN', 'APPROVED', 'OFFERED', 'DONE'];

const ask = latest(api.board);
const listeners = new Set();
let board = null;
let problem = null;
let key = '';

/** The board, null while there is none. */
export const current = () => board;
/** Why there is none although the round has closed; null otherwise. */
export const fault = () => problem;

/** Calls `listener(board)` when another answer is there; null for none. */
export const onBoard = (listener) => listeners.add(listener);

function tell() {
  for (const listener of [...listeners]) listener(board);
}

/** Follows the round of the console's state. */
export function follow(state) {
  state.onRound(read);
}

async function read(round) {
  const next = round && FROZEN.includes(round.status) ? `${round.id} ${round.run?.id ?? ''} ${round.status} ${round.placements.length}` : '';
  if (next === key) return;
  key = next;
  problem = null;
  if (!next) {
    board = null;
    tell();
    return;
  }
  if (board?.round !== round.id) {
    board = null;
    tell();
  }
  try {
    const found = await ask(round.id);
    if (key !== next) return;
    board = prepared(found);
  } catch (failure) {
    if (aborted(failure) || key !== next) return;
    board = null;
    problem = failure;
    key = '';
  }
  tell();
}

function prepared(found) {
  const applicants = new Map(found.applicants.map((one) => [one.application, one]));
  const zones = new Map(found.zones.map((one) => [one.code, one]));
  const floors = new Map();
  for (const floor of found.floors) floors.set(`${floor.building}/${floor.level}`, { ...floor, key: `${floor.building}/${floor.level}` });
  const placedOn = new Map();
  for (const one of found.applicants) {
    for (const block of one.blocks) {
      const at = `${block.building}/${block.level}`;
      placedOn.set(at, [...(placedOn.get(at) ?? []), { ...block, applicant: one }]);
    }
  }
  const buildings = found.buildings.map((building) => {
    const own = [...floors.values()].filter((floor) => floor.building === building.code).sort((a, b) => b.level - a.level);
    for (const floor of own) floor.blocks = blocks(floor, placedOn.get(floor.key) ?? []);
    const all = own.flatMap((floor) => floor.blocks);
    const sum = (kind) => all.filter((block) => block.kind === kind).reduce((area, block) => area + block.areaM2, 0);
    return { ...building, floors: own, placedM2: sum('placed'), freeM2: sum('free'), totalM2: all.reduce((area, block) => area + block.areaM2, 0) };
  });
  buildings.sort((a, b) => b.placedM2 - a.placedM2 || a.code.localeCompare(b.code, 'vi', { numeric: true }));
  return { ...found, applicants: found.applicants, byCode: applicants, zoneOf: zones, buildings, buildingOf: new Map(buildings.map((one) => [one.code, one])), floorOf: floors };
}

/** @returns {{floor: object, first: number, count: number, kind: 'placed'|'let'|'out'|'free', areaM2: number, applicant?: object}[]} */
function blocks(floor, placed) {
  const found = [];
  const area = (first, count) => floor.bays.slice(first, first + count).reduce((sum, m2) => sum + m2, 0);
  for (let no = 0; no < floor.bays.length;) {
    const held = floor.held.find((one) => one.firstBay <= no && no < one.firstBay + one.bayCount);
    const given = placed.find((one) => one.firstBay <= no && no < one.firstBay + one.bayCount);
    const count = held ? held.firstBay + held.bayCount - no : given ? given.firstBay + given.bayCount - no : 1;
    found.push({ floor, first: no, count, kind: held ? (held.out ? 'out' : 'let') : given ? 'placed' : 'free', areaM2: area(no, count), applicant: given?.applicant });
    no += count;
  }
  return found;
}

/** A firm as officers call it: without its legal form. */
export function nameOf(applicant) {
  const whole = own(applicant, 'name');
  return whole.replace(lang === 'en' ? /,? Co\.,? Ltd\.?$/i : /^Công ty (TNHH|Cổ phần|CP)( MTV| một thành viên)? /i, '') || applicant.application;
}

export const zoneName = (code) => board?.zoneOf.get(code)?.name ?? code;

/** Whether an application stands aside: it left the round, or another stands for it. */
const ASIDE = ['GONE', 'RELATED'];

/** `placed`, `outscored`, `blocked`, `aside`, or `waiting` before there is an answer. */
export function standing(applicant) {
  if (applicant.blocks.length > 0) return 'placed';
  if (!applicant.code) return 'waiting';
  if (ASIDE.includes(applicant.code)) return 'aside';
  return applicant.code === 'OUTSCORED' ? 'outscored' : 'blocked';
}

export const areaOf = (applicant) => applicant.blocks.reduce((sum, block) => sum + block.areaM2, 0);
