package vn.khuxuong.space.search.vacancy;

/**
 * A zone as it is over the days asked for: what is free, and what of its supplies is left.
 *
 * @param when the days asked for
 */
record Period(ZoneIndex zone, When when) {

  /** The stretches that are free on all the days, see {@link ZoneIndex#free}. */
  long[] free() {
    return zone.free(when.free());
  }

  /** kVA that a tenant of the row could draw on every day: what floor and building both have. */
  double powerLeftKva(int row) {
    return zone.supplies().powerLeftKva(zone.floorOf(row), when.use());
  }

  /** m³ a day that the building could discharge beside what it has promised. */
  double wastewaterLeftM3Day(int row) {
    return zone.supplies().wastewaterLeftM3Day(zone.floorOf(row), when.use());
  }
}
