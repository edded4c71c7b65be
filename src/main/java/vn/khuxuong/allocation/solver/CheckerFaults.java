package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.List;

/** Breaches that the parts of the checker find, in the order in which they are found. */
final class CheckerFaults {
  private final List<Verdict.Fault> faults = new ArrayList<>();

  void add(String code, String message) {
    faults.add(new Verdict.Fault(code, message));
  }

  /**
   * Adds a breach at a place.
   *
   * @param place floor, building or zone
   * @param needed what is asked for, -1 where it is not about a number
   * @param has what is there, or the bay
   */
  void add(String code, String message, String place, long needed, long has) {
    faults.add(new Verdict.Fault(code, message, place, needed, has));
  }

  List<Verdict.Fault> list() {
    return faults;
  }
}
