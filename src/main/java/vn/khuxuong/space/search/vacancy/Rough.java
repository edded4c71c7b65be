package vn.khuxuong.space.search.vacancy;

/**
 * A figure in two bytes, rounded down by less than half a percent. Whole figures up to 512 and many
 * beyond are kept as they are, so most limits that people name are told exactly.
 */
final class Rough {
  /** Leaves sign, exponent and eight binary places of a {@code float}; the sign is always 0. */
  private static final int DROPPED_BITS = 15;

  private Rough() {}

  /** The code of a figure that is not negative; a larger figure never has a smaller one. */
  static char of(double figure) {
    float near = (float) figure;
    float below = near > figure ? Math.nextDown(near) : near;
    return (char) (Float.floatToRawIntBits(below) >>> DROPPED_BITS);
  }

  /** The least figure with a code. */
  static double least(char code) {
    return Float.intBitsToFloat(code << DROPPED_BITS);
  }

  /** Whether no smaller figure has the same code, so that codes tell whether one is enough. */
  static boolean isExact(double limit) {
    return least(of(limit)) == limit;
  }
}
