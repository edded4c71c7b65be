/**
 * Where labels on leader lines go. Every label has many spots with a price of their own (distance, slant, what lies under it);
 * spots are then chosen so that the sum of these and of what labels do to each other is low. Plain geometry in pixels.
 */

const GAPS = [16, 28, 44, 64, 90, 124];
const WAYS = [[0, -1], [0, 1], [1, 0], [-1, 0], [1, -1], [-1, -1], [1, 1], [-1, 1]];
/** The price of what must not stay: two labels over each other. */
const CLASH = 9000;
/** Beyond so many labels the search looks round each place only, and in one order. */
const FEW = 16;
/** An average price that is good enough to stop looking. */
const GOOD = 110;

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{pixel: number[], width: number, height: number, shape: Box}} Label its place, size, and the outline it points at
 */

/**
 * @param {Label[]} labels
 * @param {{x: number, y: number}} size of the picture
 * @param {(Box & {soft?: number})[]} fixed what labels keep off; with `soft` a price instead of a ban
 * @returns {{spots: (Box|null)[], crowded: number|null}} a spot for each, and the index of a label that has none without overlap
 */
export function place(labels, size, fixed) {
  const offers = labels.map((label) => offersOf(label, labels, size, fixed));
  let best = null;
  for (const order of orders(labels)) {
    const found = settle(order, offers, labels.length);
    if (!best || found.price < best.price) best = found;
    if (best.price < GOOD * labels.length) break;
  }
  if (best && labels.length <= FEW && best.price >= GOOD * labels.length) improvePairs(best, offers);
  const crowded = labels.findIndex((_, index) => !best.spots[index] || best.spots.some((other, i) => i !== index && other && overlap(grown(best.spots[index], 4), other)));
  return { spots: best?.spots ?? [], crowded: crowded < 0 ? null : crowded };
}

/** Four rounds: each label moves to its cheapest spot while the others stand still. */
function settle(order, offers, count) {
  const spots = new Array(count).fill(null);
  for (let round = 0; round < 4; round++) {
    let moved = false;
    for (const index of order) {
      const before = spots[index];
      spots[index] = cheapest(index, spots, offers);
      moved ||= spots[index] !== before;
    }
    if (!moved) break;
  }
  return { spots, price: total(spots) };
}

function cheapest(index, spots, offers) {
  let best = null;
  let least = Infinity;
  for (const spot of offers[index]) {
    if (spot.price >= least) break; // offers are sorted, and others only add
    let price = spot.price;
    for (let other = 0; other < spots.length && price < least; other++) {
      if (other !== index && spots[other]) price += between(spot, spots[other]);
    }
    if (price < least) {
      least = price;
      best = spot;
    }
  }
  return best;
}

/** Moves two labels at once, which frees places that single moves cannot. */
function improvePairs(found, offers) {
  const { spots } = found;
  for (let a = 0; a < spots.length; a++) {
    for (let b = 0; b < spots.length; b++) {
      if (a === b || !spots[a] || !spots[b]) continue;
      const kept = [spots[a], spots[b]];
      const price = total(spots);
      let best = price;
      let choice = kept;
      for (const spot of sample(offers[a])) {
        spots[a] = spot;
        spots[b] = null;
        spots[b] = cheapest(b, spots, offers) ?? kept[1];
        const now = total(spots);
        if (now < best - 1) {
          best = now;
          choice = [spots[a], spots[b]];
        }
      }
      [spots[a], spots[b]] = choice;
    }
  }
  found.price = total(spots);
}

/** The cheapest offers, then every seventh of the next ones: spots far enough apart to make a difference. */
const sample = (offers) => offers.filter((_, index) => index < 10 || (index < 250 && index % 7 === 0));

function total(spots) {
  let sum = 0;
  spots.forEach((spot, index) => {
    sum += spot ? spot.price : CLASH;
    for (let other = 0; other < index; other++) if (spot && spots[other]) sum += between(spot, spots[other]);
  });
  return sum;
}

/** What two labels cost each other: overlap, a line under a label, lines that cross. */
function between(a, b) {
  if (overlap(grown(a, 5), b)) return CLASH;
  let price = 0;
  if (crosses(a.line, b)) price += 4000;
  if (crosses(b.line, a)) price += 4000;
  if (meet(a.line, b.line)) price += 900;
  return price;
}

/** All spots of a label inside the picture and off what is fixed, cheapest first. */
function offersOf(label, labels, size, fixed) {
  const near = labels.length <= FEW ? [...around(label), ...anywhere(label, size)] : around(label);
  const fine = [];
  for (const spot of near) {
    if (spot.left < 8 || spot.top < 8 || spot.right > size.x - 8 || spot.bottom > size.y - 8) continue;
    const wide = grown(spot, 5);
    const under = fixed.filter((box) => overlap(box, wide));
    if (under.some((box) => !box.soft)) continue;
    spot.line = [label.pixel, nearest(label.pixel, spot)];
    for (const box of under) spot.price += box.soft;
    const [x, y] = label.pixel;
    if (x > spot.left - 4 && x < spot.right + 4 && y > spot.top - 4 && y < spot.bottom + 4) spot.price += 1500; // hides its own place
    for (const other of labels) {
      if (other === label) continue;
      if (overlap(other.shape, wide)) spot.price += 400;
      if (crosses(spot.line, other.shape)) spot.price += 400;
    }
    fine.push(spot);
  }
  return fine.sort((a, b) => a.price - b.price);
}

/** Straight up or down first, then to the sides, then aslant. */
function around({ pixel: [x, y], width, height, shape }) {
  const reach = (distance) => Math.min(distance, 90);
  const spots = [];
  for (const [dx, dy] of WAYS) {
    const slides = dx === 0 ? [0, -width * 0.3, width * 0.3] : dy === 0 ? [0, -height * 0.4, height * 0.4] : [0];
    for (const gap of GAPS) {
      for (const slide of slides) {
        const cx = dx === 0 ? x + slide : x + dx * (reach(dx > 0 ? shape.right - x : x - shape.left) + gap + width / 2);
        const cy = dy === 0 ? y + (dx === 0 ? 0 : slide) : y + dy * (reach(dy > 0 ? shape.bottom - y : y - shape.top) + gap + height / 2);
        spots.push(spotAt(cx, cy, width, height, gap * 1.2 + (dx === 0 ? 0 : dy === 0 ? 14 : 40) + Math.abs(slide) * 0.3));
      }
    }
  }
  return spots;
}

/** Spots all over the picture: dear, but better than an overlap. */
function anywhere({ pixel: [x, y], width, height }, size) {
  const spots = [];
  if (size.x * size.y > 700000) return spots; // a large picture has room round every place
  for (let cx = 40; cx < size.x - 30; cx += 26) {
    for (let cy = 30; cy < size.y - 20; cy += 22) {
      const away = Math.hypot(cx - x, cy - y);
      spots.push(spotAt(cx, cy, width, height, 60 + away + (away * away) / 60));
    }
  }
  return spots;
}

const spotAt = (cx, cy, width, height, price) => ({ left: cx - width / 2, top: cy - height / 2, right: cx + width / 2, bottom: cy + height / 2, price });

/** The orders in which labels choose: as listed; where they are few, also from each side and turned round. */
function orders(labels) {
  const listed = labels.map((_, index) => index);
  if (labels.length > FEW) return [listed];
  const by = (key) => [...listed].sort((a, b) => key(labels[a].pixel) - key(labels[b].pixel));
  return [listed, by(([, y]) => y), by(([, y]) => -y), by(([x]) => x), by(([x]) => -x), by(([x, y]) => x + y), by(([x, y]) => x - y),
    ...listed.slice(1).map((turn) => [...listed.slice(turn), ...listed.slice(0, turn)])];
}

export const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const grown = (box, by) => ({ left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by });

/** Where a line from a point meets a box. */
export const nearest = ([x, y], box) => [Math.max(box.left, Math.min(box.right, x)), Math.max(box.top, Math.min(box.bottom, y))];

function crosses([[ax, ay], [bx, by]], box) {
  if (Math.max(ax, bx) < box.left || Math.min(ax, bx) > box.right || Math.max(ay, by) < box.top || Math.min(ay, by) > box.bottom) return false;
  for (let i = 1; i < 12; i++) {
    const x = ax + ((bx - ax) * i) / 12, y = ay + ((by - ay) * i) / 12;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}

const side = ([ax, ay], [bx, by], [x, y]) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

const meet = ([a, b], [c, d]) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
