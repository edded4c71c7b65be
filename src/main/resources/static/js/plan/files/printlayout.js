/**
 * Which ground the pages of a printed plan show, worked out as the server does (`zoning.sheet.Layout` and `Atlas`), so that the frames on
 * the map are the frames on paper. Millimetres on paper, metres in the legal system on the ground, east before north.
 */
import { within } from '../shapes.js';

/** Short and long side in mm, and the unit of frame and tables in mm. */
const PAPERS = { A4: [210, 297, 0.75], A3: [297, 420, 0.85], A2: [420, 594, 1], A1: [594, 841, 1.2], A0: [841, 1189, 1.5] };
const BINDING = 20, MARGIN = 10, COLUMN = 140, STRIP = 5.5, FOOT = 128, TALL_FOOT = 168, ROOM = 3;
const TOUCH_MM = 0.1;
/** Most pages of one document. */
export const MOST_PAGES = 60;
const MOST_CELLS = 20_000;

export const PAPER_NAMES = Object.keys(PAPERS);
export const SCALES = [500, 1000, 2000, 5000, 10_000];

/** Size of a sheet in mm, and of the part of it that shows ground. */
export function paperSize(paper, orientation) {
  const [short, long, unit] = PAPERS[paper];
  const landscape = orientation === 'landscape';
  const [width, height] = landscape ? [long, short] : [short, long];
  const frame = { width: width - BINDING - MARGIN, height: height - 2 * MARGIN };
  if (landscape) frame.width -= COLUMN * unit;
  else frame.height -= (Math.round(frame.width / (COLUMN * unit)) > 2 ? FOOT : TALL_FOOT) * unit;
  return { width, height, unit, map: { width: frame.width - 2 * STRIP * unit, height: frame.height - 2 * STRIP * unit } };
}

/** What the map of one sheet shows, in metres. */
export function groundSize(paper, orientation, scale) {
  const { map } = paperSize(paper, orientation);
  return { width: (map.width * scale) / 1000, height: (map.height * scale) / 1000 };
}

/**
 * Sheets of a whole plan.
 * @param {{paper: string, orientation: string, scale: number}} choice
 * @param {number[][][][]} shapes polygons as rings in metres: the zone and its subzones
 * @returns {{frames: {west: number, south: number, width: number, height: number}[], pages: number, tooMany: boolean}}
 */
export function atlas({ paper, orientation, scale }, shapes) {
  const size = groundSize(paper, orientation, scale);
  const { unit } = paperSize(paper, orientation);
  const all = boxOf(shapes.flat(2));
  const wide = all.east - all.west, high = all.north - all.south;
  const spare = (2 * ROOM * unit * scale) / 1000;
  if (wide <= size.width - spare && high <= size.height - spare) {
    return { frames: [around(Math.round(all.west + wide / 2), Math.round(all.south + high / 2), size)], pages: 1, tooMany: false };
  }
  const columns = Math.ceil(wide / size.width), rows = Math.ceil(high / size.height);
  if (columns * rows > MOST_CELLS) return { frames: [], pages: Infinity, tooMany: true };
  const west = Math.round(all.west + (wide - columns * size.width) / 2), north = Math.round(all.north + (rows * size.height - high) / 2);
  const frames = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const frame = { west: west + column * size.width, south: north - (row + 1) * size.height, ...size };
      if (shows(frame, shapes, (TOUCH_MM * scale) / 1000)) frames.push(frame);
    }
  }
  return { frames, pages: frames.length + 1, tooMany: frames.length + 1 > MOST_PAGES };
}

/** A frame with a point in its middle. */
export const around = (east, north, { width, height }) => ({ west: east - width / 2, south: north - height / 2, width, height });

/** The corners of a frame, closed, against the clock. */
export const corners = ({ west, south, width, height }) => [[west, south], [west + width, south], [west + width, south + height], [west, south + height], [west, south]];

function boxOf(points) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [east, north] of points) {
    box.west = Math.min(box.west, east);
    box.east = Math.max(box.east, east);
    box.south = Math.min(box.south, north);
    box.north = Math.max(box.north, north);
  }
  return box;
}

/** Whether a frame less its edge shows any of the shapes. */
export function shows({ west, south, width, height }, shapes, edge = 0) {
  const box = { west: west + edge, south: south + edge, east: west + width - edge, north: south + height - edge };
  const inside = ([x, y]) => x > box.west && x < box.east && y > box.south && y < box.north;
  return shapes.some((rings) => rings.some((ring) => ring.some((point, i) => inside(point) || (i > 0 && crosses(ring[i - 1], point, box))))
    || within(rings, [(box.west + box.east) / 2, (box.south + box.north) / 2]));
}

/** Whether a segment passes through a box (Liang and Barsky). */
function crosses([ax, ay], [bx, by], box) {
  let from = 0, to = 1;
  for (const [p, q] of [[ax - bx, ax - box.west], [bx - ax, box.east - ax], [ay - by, ay - box.south], [by - ay, box.north - ay]]) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  return from < to;
}
