package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at one bay of an answer through the eyes of every firm. */
final class BayReasons {
  private final Columns columns;
  private final Shortfalls shortfalls;

  BayReasons(Columns columns, Shortfalls shortfalls) {
    this.columns = columns;
    this.shortfalls = shortfalls;
  }

  /** What lacks a firm on a floor. */
  interface Lacking {
    Reason.@Nullable Lack of(int firm, int floor);
  }

  /**
   * One reason for every firm, in the instance's order.
   *
   * @param floor index of the floor
   * @param strip the strip that the bay lies in, -1 where a sitting tenant holds it
   */
  List<BayReason> of(int floor, int strip, int bay, Lacking lacking) {
    int building = columns.site.buildingOfFloor[floor];
    List<BayReason> reasons = new ArrayList<>();
    for (int firm = 0; firm < columns.firms(); firm++) {
      List<Reason.Shortfall> broken = List.of();
      for (Shortfalls.FloorRecord record : shortfalls.of(firm, building)) {
        if (record.floor() == floor) {
          broken = record.miss().shortfalls();
        }
      }
      reasons.add(
          new BayReason(
              columns.site.firms.get(firm).id(),
              broken.isEmpty() && strip >= 0 && reaches(firm, building, strip, bay),
              broken,
              broken.isEmpty() ? lacking.of(firm, floor) : null));
    }
    return reasons;
  }

  private boolean reaches(int firm, int building, int strip, int bay) {
    int place = bay - columns.strips.start[strip];
    for (int c = columns.begin(firm, building); c < columns.end(firm, building); c++) {
      if (covers(columns.strip1[c], columns.at1[c], columns.bays1[c], strip, place)
          || covers(columns.strip2[c], columns.at2[c], columns.bays2[c], strip, place)) {
        return true;
      }
    }
    return false;
  }

  /** On a strip that is not positional a block may lie anywhere, so it can hold every bay. */
  private boolean covers(int used, int at, int bays, int strip, int place) {
    return used == strip
        && (!columns.strips.positional[strip] || (at <= place && place < at + bays));
  }
}
