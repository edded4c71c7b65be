package vn.khuxuong.space.search.vacancy;

/**
 * A zone as it is over the days asked for: what is free, and what of its supplies is left.
 *
 * @param when the days asked for
 */
record Period(ZoneIndex zone, When when) {

  /**
   * The stretches that are free on all the days and cannot be made longer over them. No two of them
   * share a bay.
   */
  long[] free() {
    Days days = when.free();
    long[] bits = Bits.none(zone.size());
    for (int floor = 0; floor < zone.floors(); floor++) {
      int first = zone.firstRow(floor);
      int end = zone.firstRow(floor + 1);
      for (int row = first; row < end; row++) {
        if (zone.isFree(row, days) && !hasLarger(row, first, end)) {
          Bits.set(bits, row);
        }
      }
    }
    return bits;
  }

  private boolean hasLarger(int row, int first, int end) {
    for (int other = first; other < end; other++) {
      if (zone.isWithin(row, other) && zone.isFree(other, when.free())) {
        return true;
      }
    }
    return false;
  }

  /** kVA that a tenant of the row could draw on every day: what floor and building both have. */
  double powerLeftKva(int row) {
    return zone.powerLeftKva(zone.floorOf(row), when.use());
  }

  /** m³ a day that the building could discharge beside what it has promised. */
  double wastewaterLeftM3Day(int row) {
    return zone.wastewaterLeftM3Day(zone.floorOf(row), when.use());
  }
}
