package vn.khuxuong.space.search.vacancy;

import java.util.List;
import vn.khuxuong.space.HazardClass;

/** Hazard classes in the order of danger, A first; sets of them are bits by place. */
final class Hazards {
  static final List<HazardClass> ALL = List.of(HazardClass.values());

  private Hazards() {}

  static int place(HazardClass hazard) {
    return ALL.indexOf(hazard);
  }

  /** The set of one class. */
  static int bit(HazardClass hazard) {
    return 1 << place(hazard);
  }

  static boolean has(int bits, HazardClass hazard) {
    return (bits & bit(hazard)) != 0;
  }

  /** The classes of a set. */
  static List<HazardClass> list(int bits) {
    return ALL.stream().filter(hazard -> has(bits, hazard)).toList();
  }
}
