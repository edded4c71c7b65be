package vn.khuxuong.tenancy.firm;

/**
 * A machine as it is brought in and set up.
 *
 * @param weightT tonnes
 * @param lengthM metres, as {@code widthM} and {@code heightM}
 */
public record Machine(String name, double weightT, double lengthM, double widthM, double heightM) {
  private static final double KN_PER_T = 9.81;
  private static final int FEET = 4;

  /** Refuses what has no weight or no size. */
  public Machine {
    if (!(weightT > 0 && lengthM > 0 && widthM > 0 && heightM > 0)) {
      throw new IllegalArgumentException("Machine without weight or size");
    }
  }

  /** Its weight spread over its footprint, kN per m². */
  public double loadKnM2() {
    return weightT * KN_PER_T / (lengthM * widthM);
  }

  /** What one of four feet presses on the floor with, kN. */
  double footKn() {
    return weightT * KN_PER_T / FEET;
  }
}
