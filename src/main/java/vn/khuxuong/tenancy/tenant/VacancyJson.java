package vn.khuxuong.tenancy.tenant;

import java.time.LocalDate;
import java.util.List;

/**
 * Answer of {@code GET /api/v1/buildings/{code}/vacancy}: m² free on the first day of each month,
 * as the claims that stand today say.
 *
 * @param rentableM2 all bays that are for rent
 */
record VacancyJson(String building, LocalDate asOf, double rentableM2, List<Month> months) {

  /**
   * A month.
   *
   * @param month {@code yyyy-mm}
   * @param freeM2 for rent, handed over and claimed by nobody on its first day
   */
  record Month(String month, double freeM2) {}
}
