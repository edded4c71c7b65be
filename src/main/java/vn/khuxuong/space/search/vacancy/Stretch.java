package vn.khuxuong.space.search.vacancy;

/**
 * Neighbouring bays of one floor, no break between, that are all free over some days: neither could
 * more bays be taken over just these days nor these bays over more days.
 *
 * @param areaM2 of all of them
 */
record Stretch(int firstBay, int bayCount, double areaM2, Days free) {

  int endBay() {
    return firstBay + bayCount;
  }

  /** Whether all bays of another stretch are among these, and not the other way round. */
  boolean isLargerThan(Stretch other) {
    return bayCount > other.bayCount && firstBay <= other.firstBay && other.endBay() <= endBay();
  }
}
