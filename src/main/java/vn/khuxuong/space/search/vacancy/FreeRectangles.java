package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.List;

/**
 * The largest rectangles of bays by days that nobody claims on a floor. Drawn with the bays along
 * one axis and the days along the other, claims are rectangles in the floor's plane, and so is what
 * a tenant takes: a claim fits if and only if one of the rectangles found here holds it.
 */
final class FreeRectangles {
  private final FloorSpace floor;
  private final int end;

  private FreeRectangles(FloorSpace floor, int end) {
    this.floor = floor;
    this.end = end;
  }

  /**
   * All of them, by first bay, then by number of bays, then by first day.
   *
   * @param end day after the last on which anything can be let
   */
  static List<Stretch> of(FloorSpace floor, int end) {
    return new FreeRectangles(floor, end).list();
  }

  private List<Stretch> list() {
    List<List<Days>> free = floor.bays().stream().map(this::free).toList();
    List<Stretch> stretches = new ArrayList<>();
    for (int first = 0; first < free.size(); first++) {
      List<Days> common = free.get(first);
      double area = 0;
      for (int last = first; last < free.size(); last++) {
        if (last > first) {
          if (!joined(last)) {
            break;
          }
          common = both(common, free.get(last));
        }
        if (common.isEmpty()) {
          break;
        }
        area += floor.bays().get(last).areaM2();
        List<Days> before = joined(first) ? free.get(first - 1) : List.of();
        List<Days> after = joined(last + 1) ? free.get(last + 1) : List.of();
        for (Days days : common) {
          if (!isWithin(days, before) && !isWithin(days, after)) {
            int no = floor.bays().get(first).no();
            stretches.add(new Stretch(no, last - first + 1, Math.round(area * 100) / 100.0, days));
          }
        }
      }
    }
    return stretches;
  }

  /** Whether one tenant may take the bay at this place together with the one before. */
  private boolean joined(int place) {
    if (place <= 0 || place >= floor.bays().size()) {
      return false;
    }
    int no = floor.bays().get(place).no();
    return floor.bays().get(place - 1).no() == no - 1 && !floor.breaks().contains(no);
  }

  private List<Days> free(FloorSpace.Bay bay) {
    List<Days> claimed =
        floor.claims().stream()
            .filter(claim -> claim.covers(bay.no()))
            .map(ClaimSpan::during)
            .sorted((a, b) -> Integer.compare(a.from(), b.from()))
            .toList();
    List<Days> free = new ArrayList<>();
    int from = bay.from();
    for (Days days : claimed) {
      if (from < Math.min(days.from(), end)) {
        free.add(new Days(from, Math.min(days.from(), end)));
      }
      from = Math.max(from, days.until());
    }
    if (from < end) {
      free.add(new Days(from, end));
    }
    return free;
  }

  private static List<Days> both(List<Days> some, List<Days> others) {
    List<Days> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < some.size() && j < others.size()) {
      Days a = some.get(i);
      Days b = others.get(j);
      if (a.overlaps(b)) {
        common.add(new Days(Math.max(a.from(), b.from()), Math.min(a.until(), b.until())));
      }
      if (a.until() < b.until()) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  private static boolean isWithin(Days days, List<Days> any) {
    for (Days one : any) {
      if (one.contains(days)) {
        return true;
      }
    }
    return false;
  }
}
