package vn.khuxuong.maps.draw;

import java.util.Arrays;

/**
 * The edges of several ranges of rings, each once however many rings run along it, with how often
 * and which way they do. Neighbours run along a shared edge in opposite directions, so that it
 * counts for nothing when they are filled as one area, and for one line when they are outlined. A
 * hash table with open addressing over their ends. Belongs to one thread.
 */
final class Edges {
  /** More edges than this are not put together; only very large pictures have so many. */
  private static final int MOST = 1 << 15;

  private double[] ends = new double[4 << 10];
  private int[] turns = new int[1 << 10];
  private int[] slots = new int[1 << 11];
  private int count;
  private int[] ranges = new int[0];
  private long version;
  private int top;
  private int bottom;
  private boolean complete;

  /**
   * Collects the edges of all rings that meet a part of a picture; does nothing if they are here
   * already.
   *
   * @param picked first ring and ring after the last, in turn
   * @param reach how far around the part rings still matter, pixels
   * @return false where there are too many: they must be taken ring by ring
   */
  boolean collect(Shapes shapes, int[] picked, int width, int from, int to, double reach) {
    if (shapes.version() == version
        && from == top
        && to == bottom
        && Arrays.equals(ranges, picked)) {
      return complete;
    }
    version = shapes.version();
    ranges = picked;
    top = from;
    bottom = to;
    if (count > 0) {
      Arrays.fill(slots, 0);
      count = 0;
    }
    complete = true;
    for (int i = 0; i < picked.length; i += 2) {
      for (int ring = picked[i]; ring < picked[i + 1] && complete; ring++) {
        if (shapes.isArea(ring)
            && shapes.maxX(ring) >= -reach
            && shapes.minX(ring) <= width + reach
            && shapes.maxY(ring) >= from - reach
            && shapes.minY(ring) <= to + reach) {
          complete = add(shapes, ring);
        }
      }
    }
    return complete;
  }

  private boolean add(Shapes shapes, int ring) {
    double[] xy = shapes.xy();
    int turn = shapes.turn(ring);
    int end = shapes.end(ring);
    int start = shapes.start(ring);
    if (end - start == 2) {
      add(xy[start], xy[start + 1], xy[start], xy[start + 1], 0);
    }
    if (count + (end - start) / 2 > MOST) {
      return false;
    }
    for (int i = start; i + 3 < end; i += 2) {
      double ax = xy[i];
      double ay = xy[i + 1];
      double bx = xy[i + 2];
      double by = xy[i + 3];
      if (ax < bx || (ax == bx && ay < by)) {
        add(ax, ay, bx, by, turn);
      } else {
        add(bx, by, ax, ay, -turn);
      }
    }
    return true;
  }

  private void add(double ax, double ay, double bx, double by, int turn) {
    int mask = slots.length - 1;
    int slot = hash(ax, ay, bx, by) & mask;
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      int at = 4 * known;
      if (ends[at] == ax && ends[at + 1] == ay && ends[at + 2] == bx && ends[at + 3] == by) {
        turns[known] += turn;
        return;
      }
      slot = slot + 1 & mask;
    }
    int at = 4 * count;
    if (at == ends.length) {
      ends = Arrays.copyOf(ends, 2 * at);
      turns = Arrays.copyOf(turns, 2 * count);
    }
    ends[at] = ax;
    ends[at + 1] = ay;
    ends[at + 2] = bx;
    ends[at + 3] = by;
    turns[count] = turn;
    slots[slot] = ++count;
    if (2 * count > slots.length) {
      spread();
    }
  }

  private void spread() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      int at = 4 * i;
      int slot = hash(ends[at], ends[at + 1], ends[at + 2], ends[at + 3]) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private static int hash(double ax, double ay, double bx, double by) {
    long bits = Double.doubleToRawLongBits(ax) * 0x9e3779b97f4a7c15L;
    bits = (bits ^ Double.doubleToRawLongBits(ay)) * 0xc2b2ae3d27d4eb4fL;
    bits = (bits ^ bits >>> 32 ^ Double.doubleToRawLongBits(bx)) * 0x9e3779b97f4a7c15L;
    bits = (bits ^ bits >>> 32 ^ Double.doubleToRawLongBits(by)) * 0xc2b2ae3d27d4eb4fL;
    return (int) (bits >>> 40);
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The ends of the edges, four numbers each, the lesser end first. */
  double[] ends() {
    return ends;
  }

  /** How often more rings run along an edge from its first end to its second than back. */
  int turn(int edge) {
    return turns[edge];
  }
}
