package vn.khuxuong.tenancy.tenant;

import java.time.LocalDate;
import java.util.List;

/**
 * Answer of {@code GET /api/v1/buildings/{code}/rollover}: when the leases that run on the day end.
 *
 * @param letM2 what those leases let together
 * @param years every year from the first end to the last, also one in which none ends
 */
record RolloverJson(String building, LocalDate asOf, double letM2, List<Year> years) {

  /**
   * What ends in a year.
   *
   * @param leases how many
   * @param areaM2 m² whose last day is in the year and that nobody has renewed
   */
  record Year(int year, int leases, double areaM2) {}
}
