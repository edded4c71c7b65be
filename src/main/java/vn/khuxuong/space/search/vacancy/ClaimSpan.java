package vn.khuxuong.space.search.vacancy;

/**
 * A live claim, as far as others notice it.
 *
 * @param firstBay number of its first bay
 * @param endBay number after that of its last bay
 * @param powerKva what it draws
 * @param wastewaterM3Day what it discharges
 */
record ClaimSpan(int firstBay, int endBay, Days during, double powerKva, double wastewaterM3Day) {

  boolean covers(int bay) {
    return firstBay <= bay && bay < endBay;
  }
}
