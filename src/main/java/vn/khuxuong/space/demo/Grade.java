package vn.khuxuong.space.demo;

import vn.khuxuong.space.HazardClass;
import java.util.List;

/**
 * What a building of one generation offers on its storeys, in the range of the high-rise factories
 * built in Ho Chi Minh City, Singapore and Shenzhen.
 */
enum Grade {
  /** Built before 2018: lighter floors, lower ceilings, small lifts, no sprinklers. */
  EARLY(new double[] {15, 10, 10, 6}, new double[] {5.0, 4.5, 4.5, 4.2}, 0.120, 2.5, false),
  /** The usual one. */
  STANDARD(new double[] {20, 10, 10, 7.5}, new double[] {6.0, 5.0, 5.0, 4.5}, 0.140, 3.0, true),
  /** Planned for heavier machines. */
  HEAVY(new double[] {25, 12.5, 12.5, 10}, new double[] {6.5, 5.5, 5.5, 5.0}, 0.160, 5.0, true);

  private final double[] loads;
  private final double[] heights;
  private final double powerKvaPerM2;
  private final double liftT;
  private final boolean sprinklered;

  Grade(
      double[] loads, double[] heights, double powerKvaPerM2, double liftT, boolean sprinklered) {
    this.loads = loads;
    this.heights = heights;
    this.powerKvaPerM2 = powerKvaPerM2;
    this.liftT = liftT;
    this.sprinklered = sprinklered;
  }

  /** Uniform load in kN/m²; the top figure holds for all storeys from the fourth. */
  double loadKnM2(int level) {
    return loads[Math.min(level, loads.length) - 1];
  }

  /** Largest single load in kN, what a machine foot of 0.3 x 0.3 m may bring. */
  double pointLoadKn(int level) {
    return Math.round(loadKnM2(level) * 3);
  }

  double clearHeightM(int level) {
    return heights[Math.min(level, heights.length) - 1];
  }

  /** Electrical supply per m² of bays. */
  double powerKvaPerM2() {
    return powerKvaPerM2;
  }

  double liftT() {
    return liftT;
  }

  boolean sprinklered() {
    return sprinklered;
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
