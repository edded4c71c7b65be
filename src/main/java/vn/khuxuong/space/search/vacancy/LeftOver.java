package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;

/**
 * How much of a supply the floors of a zone have left over some days, the least first, in steps as
 * {@link Rough} has them: those that have not enough stand before all that have, and the tightest
 * fit comes first among these.
 */
final class LeftOver {
  private static final int OBJECT_BYTES = 96;

  private final ZoneIndex zone;
  private final Measure supply;
  private final Days use;

  /** What some floor has left, ascending, each once. */
  private final char[] codes;

  /** Where the floors begin that have a code; and at the end the number of floors. */
  private final Column firstOf;

  /** Floors that have rows, by code, then by place. */
  private final Column floors;

  /** Works it out. */
  LeftOver(ZoneIndex zone, Measure supply, Days use) {
    this.zone = zone;
    this.supply = supply;
    this.use = use;
    Supplies.Left left = zone.supplies().left(supply, use);
    int[] there = zone.floorsWithRows();
    long[] sorted = new long[there.length];
    for (int i = 0; i < there.length; i++) {
      sorted[i] = ((long) Rough.of(left.of(there[i])) << Integer.SIZE) + there[i];
    }
    Arrays.sort(sorted);
    char[] distinct = new char[sorted.length];
    int[] starts = new int[sorted.length + 1];
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      there[i] = (int) sorted[i];
      char code = (char) (sorted[i] >>> Integer.SIZE);
      if (count == 0 || distinct[count - 1] != code) {
        starts[count] = i;
        distinct[count++] = code;
      }
    }
    starts[count] = sorted.length;
    codes = Arrays.copyOf(distinct, count);
    firstOf = Column.of(Arrays.copyOf(starts, count + 1), sorted.length + 1);
    floors = Column.of(there, zone.floors());
  }

  /** The first step in which there may be enough; the number of steps where there is none. */
  int first(double limit) {
    int found = Arrays.binarySearch(codes, Rough.of(limit));
    return found < 0 ? -found - 1 : found;
  }

  /** Number of steps. */
  int size() {
    return codes.length;
  }

  /** What no floor of a step has less than. */
  double least(int step) {
    return Rough.least(codes[step]);
  }

  /** Where among the floors those of a step begin, and those of the one before end. */
  int start(int step) {
    return firstOf.get(step);
  }

  /** The floor that has a place in this order. */
  int floor(int place) {
    return floors.get(place);
  }

  /**
   * Leaves in some words only rows of floors with enough.
   *
   * @param rows set of which the words from {@code from} on are the zone's
   */
  void keep(double limit, long[] rows, int from) {
    int first = first(limit);
    int end = start(first);
    int all = start(codes.length);
    if (end <= all - end) {
      for (int i = 0; i < end; i++) {
        clear(floors.get(i), rows, from);
      }
    } else {
      keep(end, all, rows, from);
    }
    if (first < codes.length && codes[first] == Rough.of(limit) && !Rough.isExact(limit)) {
      Supplies.Left left = zone.supplies().left(supply, use);
      for (int i = end; i < start(first + 1); i++) {
        if (left.of(floors.get(i)) < limit) {
          clear(floors.get(i), rows, from);
        }
      }
    }
  }

  private void clear(int floor, long[] rows, int from) {
    Bits.clearRange(rows, from, zone.firstRow(floor), zone.firstRow(floor + 1));
  }

  private void keep(int first, int end, long[] rows, int from) {
    long[] enough = Bits.none(zone.size());
    for (int i = first; i < end; i++) {
      int floor = floors.get(i);
      Bits.setRange(enough, zone.firstRow(floor), zone.firstRow(floor + 1));
    }
    for (int i = 0; i < enough.length; i++) {
      rows[from + i] &= enough[i];
    }
  }

  /** How much memory it takes. */
  int memory() {
    return OBJECT_BYTES + Character.BYTES * codes.length + firstOf.memory() + floors.memory();
  }
}
