package vn.khuxuong.space.search.vacancy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up what a zone has free on a day, as the view {@code space.bay_states} tells it and {@code
 * sql/space/supply-by-zone.sql} adds it up for days that are over: a bay's state comes from the
 * first claim that has not ended by then.
 */
final class SupplySum {
  private static final double HUNDREDTHS = 100;
  private static final int NEVER = Days.FOREVER;

  private final ZoneIndex zone;
  private final int day;
  private final FloorNeeds needs;
  private final SortedMap<Integer, long[]> levels = new TreeMap<>();
  private long freeHundredthM2;
  private long soonHundredthM2;
  private long fitHundredthM2;
  private long longestHundredthM2;
  private int freeBays;
  private int fitBays;
  private int earliest = NEVER;
  private double rentUsd = Double.POSITIVE_INFINITY;
  private double rentOfFreeUsd = Double.POSITIVE_INFINITY;
  private double maxLoadKnM2 = Double.NEGATIVE_INFINITY;

  private SupplySum(ZoneIndex zone, int day, FloorNeeds needs) {
    this.zone = zone;
    this.day = day;
    this.needs = needs;
  }

  /**
   * The supply of a zone.
   *
   * @param day not before that of loading
   */
  static ZoneSupply of(ZoneIndex zone, int day, FloorNeeds needs) {
    SupplySum sum = new SupplySum(zone, day, needs);
    int floor = 0;
    for (BuildingSpace building : zone.zone().buildings()) {
      for (FloorSpace each : building.floors()) {
        sum.add(building, each, floor++);
      }
    }
    return sum.supply();
  }

  private ZoneSupply supply() {
    double rent = freeBays > 0 ? rentOfFreeUsd : rentUsd;
    return new ZoneSupply(
        m2(freeHundredthM2),
        freeBays,
        fitBays,
        m2(fitHundredthM2),
        m2(soonHundredthM2),
        Double.isInfinite(rent) ? null : rent,
        freeBays > 0 ? maxLoadKnM2 : null,
        m2(longestHundredthM2),
        earliest == NEVER ? null : Days.date(earliest),
        levels.entrySet().stream()
            .map(
                level ->
                    new ZoneSupply.Level(
                        level.getKey(), m2(level.getValue()[0]), m2(level.getValue()[1])))
            .toList());
  }

  private static double m2(long hundredths) {
    return hundredths / HUNDREDTHS;
  }

  private static long hundredths(double areaM2) {
    return Math.round(areaM2 * HUNDREDTHS);
  }

  private void add(BuildingSpace building, FloorSpace floor, int number) {
    List<FloorSpace.Bay> bays = floor.bays();
    if (bays.isEmpty() && floor.outM2() == 0) {
      return;
    }
    long total = hundredths(floor.outM2());
    long free = 0;
    // of each bay the day before which it is free, 0 where it is not
    int[] until = new int[bays.size()];
    for (int i = 0; i < until.length; i++) {
      FloorSpace.Bay bay = bays.get(i);
      long area = hundredths(bay.areaM2());
      total += area;
      until[i] = look(floor, bay, area);
      free += until[i] > 0 ? area : 0;
    }
    long[] level = levels.computeIfAbsent(floor.level(), any -> new long[2]);
    level[0] += total;
    level[1] += free;
    rentUsd = Math.min(rentUsd, floor.rentUsdM2Month());
    if (free > 0) {
      freeHundredthM2 += free;
      rentOfFreeUsd = Math.min(rentOfFreeUsd, floor.rentUsdM2Month());
      maxLoadKnM2 = Math.max(maxLoadKnM2, floor.loadKnM2());
      stretches(floor, until, fits(building, floor, number));
    }
  }

  private boolean fits(BuildingSpace building, FloorSpace floor, int number) {
    return needs.admits(building, floor)
        && (needs.power() == null
            || zone.supplies().powerOfFloorKva(number, new Days(day, Days.FOREVER))
                >= needs.power());
  }

  /** Counts a bay; gives the day of the next claim if it is free, else 0. */
  private int look(FloorSpace floor, FloorSpace.Bay bay, long area) {
    ClaimSpan first = null;
    for (ClaimSpan claim : floor.claims()) {
      if (claim.until() > day
          && claim.covers(bay.no())
          && (first == null || claim.from() < first.from())) {
        first = claim;
      }
    }
    if (first == null || (first.isLease() && first.from() > day)) {
      if (bay.from() > day) {
        soonHundredthM2 += area;
        earliest = Math.min(earliest, bay.from());
        return 0;
      }
      freeBays++;
      earliest = Math.min(earliest, day);
      return first == null ? NEVER : first.from();
    }
    if (first.isLease()) {
      // after the last lease in line, if the zone's term goes so far
      int end = endOfLine(floor, bay, first);
      if (zone.zone().end() != NEVER && end < zone.zone().end()) {
        earliest = Math.min(earliest, end);
      }
    }
    return 0;
  }

  private static int endOfLine(FloorSpace floor, FloorSpace.Bay bay, ClaimSpan first) {
    int end = first.until();
    boolean longer = true;
    while (longer) {
      longer = false;
      for (ClaimSpan claim : floor.claims()) {
        if (claim.from() == end && claim.covers(bay.no())) {
          end = claim.until();
          longer = true;
        }
      }
    }
    return end;
  }

  /** Free bays side by side, without a break between, before the same next claim. */
  private void stretches(FloorSpace floor, int[] until, boolean fits) {
    List<FloorSpace.Bay> bays = floor.bays();
    int first = 0;
    while (first < until.length) {
      int end = first + 1;
      if (until[first] > 0) {
        while (end < until.length
            && until[end] == until[first]
            && bays.get(end).no() == bays.get(end - 1).no() + 1
            && !floor.breaks().contains(bays.get(end).no())) {
          end++;
        }
        stretch(bays.subList(first, end), fits);
      }
      first = end;
    }
  }

  private void stretch(List<FloorSpace.Bay> bays, boolean fits) {
    long[] upTo = new long[bays.size() + 1];
    for (int i = 0; i < bays.size(); i++) {
      upTo[i + 1] = upTo[i] + hundredths(bays.get(i).areaM2());
    }
    longestHundredthM2 = Math.max(longestHundredthM2, upTo[bays.size()]);
    if (!fits) {
      return;
    }
    // a bay fits if some neighbouring bays with it have an area between the bounds
    int known = 0;
    for (int first = 0; first < bays.size(); first++) {
      for (int end = bays.size(); end > Math.max(first, known); end--) {
        if (needs.isAnyArea() || needs.admits(whole(upTo[end] - upTo[first]))) {
          int from = Math.max(first, known);
          fitBays += end - from;
          fitHundredthM2 += upTo[end] - upTo[from];
          known = end;
        }
      }
    }
  }

  /** Whole m², halves rounded up. */
  private static long whole(long hundredths) {
    return Math.floorDiv(hundredths + (long) HUNDREDTHS / 2, (long) HUNDREDTHS);
  }
}
