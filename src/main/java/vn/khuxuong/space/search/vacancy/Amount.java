package vn.khuxuong.space.search.vacancy;

/**
 * How much space some rows are.
 *
 * @param areaM2 together, to a hundredth
 */
record Amount(int bays, double areaM2) {
  private static final double HUNDREDTHS = 100;

  /** What is left without a part of it. */
  Amount minus(Amount part) {
    long left = Math.round(areaM2 * HUNDREDTHS) - Math.round(part.areaM2 * HUNDREDTHS);
    return new Amount(bays - part.bays, left / HUNDREDTHS);
  }
}
