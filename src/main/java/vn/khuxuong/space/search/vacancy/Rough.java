package vn.khuxuong.space.search.vacancy;

/**
 * A figure in two bytes, to less than half a percent: enough to tell nearly always whether it is
 * within a limit. Only where both have the same code the figure itself must be looked at.
 */
final class Rough {
  /** Leaves sign, exponent and eight binary places of a {@code float}; the sign is always 0. */
  private static final int DROPPED_BITS = 15;

  /** A {@code float} may be more than the number it stands for, by less than this part. */
  private static final double NOT_ABOVE = 1 - 1e-7;

  private Rough() {}

  /** The code of a figure that is not negative; a larger figure never has a smaller one. */
  static char of(double figure) {
    return (char) (Float.floatToRawIntBits((float) figure) >>> DROPPED_BITS);
  }

  /** A figure that none with this code is less than. */
  static double least(char code) {
    return Float.intBitsToFloat(code << DROPPED_BITS) * NOT_ABOVE;
  }
}
