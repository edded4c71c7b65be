package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;

/** A zone as it is over the days asked for: what is free, and what of its supplies is left. */
final class Period {
  private final ZoneIndex zone;
  private final When when;
  private final long[] free;
  private ZoneIndex.@Nullable Amount amount;

  Period(ZoneIndex zone, When when) {
    this.zone = zone;
    this.when = when;
    this.free = free(zone, when.free());
  }

  When when() {
    return when;
  }

  /**
   * The stretches that are free on all the days and cannot be made longer over them. No two of them
   * share a bay.
   */
  long[] free() {
    return free;
  }

  /** Bays and m² of all of them. */
  ZoneIndex.Amount amount() {
    ZoneIndex.Amount known = amount;
    if (known == null) {
      known = zone.amount(free);
      amount = known;
    }
    return known;
  }

  private static long[] free(ZoneIndex zone, Days days) {
    long[] bits = Bits.none(zone.size());
    for (int floor = 0; floor < zone.floors(); floor++) {
      int end = zone.firstRow(floor + 1);
      for (int row = zone.firstRow(floor); row < end; row++) {
        if (zone.stretch(row).free().contains(days) && !hasLarger(zone, floor, row, days)) {
          Bits.set(bits, row);
        }
      }
    }
    return bits;
  }

  private static boolean hasLarger(ZoneIndex zone, int floor, int row, Days days) {
    Stretch stretch = zone.stretch(row);
    for (int other = zone.firstRow(floor); other < zone.firstRow(floor + 1); other++) {
      Stretch candidate = zone.stretch(other);
      if (candidate.isLargerThan(stretch) && candidate.free().contains(days)) {
        return true;
      }
    }
    return false;
  }

  /** kVA that a tenant of the row could draw on every day: what floor and building both have. */
  double powerLeftKva(int row) {
    int floor = zone.floorOf(row);
    return Math.max(
        0,
        Math.min(
            zone.floor(floor).powerKva() - zone.floorPower(floor).peak(when.use()),
            zone.building(row).powerKva() - zone.buildingPower(row).peak(when.use())));
  }

  /** m³ a day that the building could discharge beside what it has promised. */
  double wastewaterLeftM3Day(int row) {
    return Math.max(
        0, zone.building(row).wastewaterM3Day() - zone.buildingWastewater(row).peak(when.use()));
  }
}
