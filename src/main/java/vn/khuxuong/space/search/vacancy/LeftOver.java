package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;

/**
 * How much of a supply the floors of a zone have left over some days, the least first: those that
 * have not enough stand before all that have, and the tightest fit comes first among these.
 */
final class LeftOver {
  private static final int OBJECT_BYTES = 80;

  private final ZoneIndex zone;

  /** What some floor has left, ascending, each once. */
  private final double[] amounts;

  /** Where the floors begin that have an amount; and at the end the number of floors. */
  private final Column firstOf;

  /** Floors that have rows, by amount, then by place. */
  private final Column floors;

  /** Works it out. */
  LeftOver(ZoneIndex zone, Measure supply, Days use) {
    this.zone = zone;
    Supplies.Left left = zone.supplies().left(supply, use);
    int[] there = zone.floorsWithRows();
    double[] ofFloors = new double[there.length];
    for (int i = 0; i < there.length; i++) {
      ofFloors[i] = left.of(there[i]);
    }
    amounts = distinct(ofFloors);
    int[] ends = new int[amounts.length + 1];
    int[] rank = new int[there.length];
    for (int i = 0; i < there.length; i++) {
      rank[i] = Arrays.binarySearch(amounts, ofFloors[i]);
      ends[rank[i] + 1]++;
    }
    for (int i = 0; i < amounts.length; i++) {
      ends[i + 1] += ends[i];
    }
    firstOf = Column.of(ends, there.length + 1);
    int[] sorted = new int[there.length];
    int[] next = ends.clone();
    for (int i = 0; i < there.length; i++) {
      sorted[next[rank[i]]++] = there[i];
    }
    floors = Column.of(sorted, zone.floors());
  }

  private static double[] distinct(double[] all) {
    double[] sorted = all.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /** The place of the least amount that is enough; the number of amounts where none is. */
  int first(double limit) {
    int low = 0;
    int high = amounts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (amounts[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Number of amounts. */
  int size() {
    return amounts.length;
  }

  /** The amount at a place. */
  double amount(int place) {
    return amounts[place];
  }

  /** Where among the floors those with the amount at a place begin, and those before end. */
  int start(int place) {
    return firstOf.get(place);
  }

  /** The floor that comes as so manieth, by amount. */
  int floor(int number) {
    return floors.get(number);
  }

  /**
   * Leaves in some words only rows of floors with enough.
   *
   * @param rows set of which the words from {@code from} on are the zone's
   */
  void keep(double limit, long[] rows, int from) {
    int all = start(amounts.length);
    int end = start(first(limit));
    if (end <= all - end) {
      for (int i = 0; i < end; i++) {
        int floor = floors.get(i);
        Bits.clearRange(rows, from, zone.firstRow(floor), zone.firstRow(floor + 1));
      }
      return;
    }
    long[] enough = Bits.none(zone.size());
    for (int i = end; i < all; i++) {
      int floor = floors.get(i);
      Bits.setRange(enough, zone.firstRow(floor), zone.firstRow(floor + 1));
    }
    for (int i = 0; i < enough.length; i++) {
      rows[from + i] &= enough[i];
    }
  }

  /** How much memory it takes. */
  int memory() {
    return OBJECT_BYTES + Double.BYTES * amounts.length + firstOf.memory() + floors.memory();
  }
}
