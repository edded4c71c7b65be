package vn.khuxuong.space.search.vacancy;

/**
 * A live claim, as far as others notice it.
 *
 * @param firstBay number of its first bay
 * @param endBay number after that of its last bay
 * @param from its first day, as {@link Days} counts them
 * @param until day after its last
 * @param powerKva what it draws
 * @param wastewaterM3Day what it discharges
 * @param isLease whether it is a lease; else a hold or an offer, which may come to nothing
 */
record ClaimSpan(
    int firstBay,
    int endBay,
    int from,
    int until,
    double powerKva,
    double wastewaterM3Day,
    boolean isLease) {

  /** A lease. */
  ClaimSpan(int firstBay, int endBay, Days during, double powerKva, double wastewaterM3Day) {
    this(firstBay, endBay, during.from(), during.until(), powerKva, wastewaterM3Day, true);
  }

  Days during() {
    return new Days(from, until);
  }

  boolean covers(int bay) {
    return firstBay <= bay && bay < endBay;
  }
}
