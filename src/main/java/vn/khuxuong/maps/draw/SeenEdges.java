package vn.khuxuong.maps.draw;

import java.util.Arrays;

/**
 * The edges that have been drawn, so that one which two neighbours share is drawn once. A hash
 * table with open addressing over their ends, whichever comes first.
 */
final class SeenEdges {
  /** Edges beyond these are drawn again; only very large pictures have so many. */
  private static final int MOST = 1 << 15;

  private double[] ends = new double[4 << 10];
  private int[] slots = new int[1 << 11];
  private int count;

  void clear() {
    if (count > 0) {
      Arrays.fill(slots, 0);
      count = 0;
    }
  }

  /** Adds an edge from a to b; false if it was there. The lesser end comes first. */
  boolean add(double ax, double ay, double bx, double by) {
    if (count == MOST) {
      return true;
    }
    int mask = slots.length - 1;
    int slot = hash(ax, ay, bx, by) & mask;
    while (slots[slot] != 0) {
      int at = 4 * (slots[slot] - 1);
      if (ends[at] == ax && ends[at + 1] == ay && ends[at + 2] == bx && ends[at + 3] == by) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    int at = 4 * count;
    if (at == ends.length) {
      ends = Arrays.copyOf(ends, 2 * at);
    }
    ends[at] = ax;
    ends[at + 1] = ay;
    ends[at + 2] = bx;
    ends[at + 3] = by;
    slots[slot] = ++count;
    if (2 * count > slots.length) {
      spread();
    }
    return true;
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
}
