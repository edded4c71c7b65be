package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;

/** A zone as it is over the days asked for: what is free, and what of its supplies is left. */
final class Period {
  private final ZoneIndex zone;
  private final When when;
  private final long[] free;
  private ZoneIndex.@Nullable Amount amount;
  private volatile double @Nullable [] powerLeft;
  private volatile double @Nullable [] wastewaterLeft;

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
    double[] left = powerLeft;
    if (left == null) {
      left = powerLeftOfFloors();
      powerLeft = left;
    }
    return left[zone.floorOf(row)];
  }

  private double[] powerLeftOfFloors() {
    double[] left = new double[zone.floors()];
    int building = -1;
    double ofBuilding = 0;
    for (int floor = 0; floor < left.length; floor++) {
      int row = zone.firstRow(floor);
      if (row < zone.firstRow(floor + 1)) {
        if (building != zone.buildingIndex(row)) {
          building = zone.buildingIndex(row);
          ofBuilding = zone.building(row).powerKva() - zone.buildingPower(row).peak(when.use());
        }
        double ofFloor = zone.floor(floor).powerKva() - zone.floorPower(floor).peak(when.use());
        left[floor] = Math.max(0, Math.min(ofFloor, ofBuilding));
      }
    }
    return left;
  }

  /** m³ a day that the building could discharge beside what it has promised. */
  double wastewaterLeftM3Day(int row) {
    double[] left = wastewaterLeft;
    if (left == null) {
      left = wastewaterLeftOfBuildings();
      wastewaterLeft = left;
    }
    return left[zone.buildingIndex(row)];
  }

  private double[] wastewaterLeftOfBuildings() {
    double[] left = new double[zone.zone().buildings().size()];
    for (int floor = 0; floor < zone.floors(); floor++) {
      int row = zone.firstRow(floor);
      if (row < zone.firstRow(floor + 1)) {
        double peak = zone.buildingWastewater(row).peak(when.use());
        left[zone.buildingIndex(row)] = Math.max(0, zone.building(row).wastewaterM3Day() - peak);
      }
    }
    return left;
  }
}
