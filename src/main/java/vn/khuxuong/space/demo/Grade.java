package vn.khuxuong.space.demo;

import java.util.List;
import vn.khuxuong.space.HazardClass;

/**
 * What a building of one generation offers on its storeys, in the range of the high-rise factories
 * built in Ho Chi Minh City, Singapore and Shenzhen.
 *
 * @param loads uniform load in kN/m² from the ground floor up; the last holds for all above
 * @param heights clear height in m, likewise
 * @param powerKvaPerM2 electrical supply per m² of bays
 * @param liftT capacity of the largest goods lift
 */
record Grade(
    List<Double> loads,
    List<Double> heights,
    double powerKvaPerM2,
    double liftT,
    boolean sprinklered) {
  /** Built before 2018: lighter floors, lower ceilings, small lifts, no sprinklers. */
  static final Grade EARLY =
      new Grade(List.of(15.0, 10.0, 10.0, 6.0), List.of(5.0, 4.5, 4.5, 4.2), 0.120, 2.5, false);

  /** The usual one. */
  static final Grade STANDARD =
      new Grade(List.of(20.0, 10.0, 10.0, 7.5), List.of(6.0, 5.0, 5.0, 4.5), 0.140, 3.0, true);

  /** Planned for heavier machines. */
  static final Grade HEAVY =
      new Grade(List.of(25.0, 12.5, 12.5, 10.0), List.of(6.5, 5.5, 5.5, 5.0), 0.160, 5.0, true);

  double loadKnM2(int level) {
    return loads.get(Math.min(level, loads.size()) - 1);
  }

  /** Largest single load in kN, what a machine foot of 0.3 x 0.3 m may bring. */
  double pointLoadKn(int level) {
    return Math.round(loadKnM2(level) * 3);
  }

  double clearHeightM(int level) {
    return heights.get(Math.min(level, heights.size()) - 1);
  }

  /**
   * Hazard classes of a storey: nothing explosive in a shared high-rise, C1 and C2 only under
   * sprinklers, C1 not above the third storey.
   */
  List<HazardClass> hazards(int level) {
    if (!sprinklered) {
      return List.of(HazardClass.C3, HazardClass.C4, HazardClass.D, HazardClass.E);
    }
    return level <= 3
        ? List.of(
            HazardClass.C1,
            HazardClass.C2,
            HazardClass.C3,
            HazardClass.C4,
            HazardClass.D,
            HazardClass.E)
        : List.of(HazardClass.C2, HazardClass.C3, HazardClass.C4, HazardClass.D, HazardClass.E);
  }
}
