package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the report says about floors, leases, land and people, beside projects and capital. */
final class Figures {
  private Figures() {}

  /**
   * Floor space of a zone, m² of the bays' areas in the zone's legal CRS.
   *
   * @param rentableM2 all bays for rent
   * @param freeM2 free on the day
   * @param letM2 under a running lease
   * @param claimedM2 held or offered
   * @param soonM2 free, but handed over after the day
   * @param takenM2 of leases that began this year up to the day
   * @param waiting applications found eligible that prefer the zone and have no space yet; null
   *     where withheld
   * @param waitingM2 their least areas
   * @param levels free and rentable m² by level, from the ground floor up
   */
  record Floors(
      String zone,
      String nameVi,
      String nameEn,
      BigDecimal rentableM2,
      BigDecimal freeM2,
      BigDecimal letM2,
      BigDecimal claimedM2,
      BigDecimal soonM2,
      BigDecimal takenM2,
      @Nullable Integer waiting,
      @Nullable BigDecimal waitingM2,
      List<Level> levels) {}

  /** A level of all buildings of a zone. */
  record Level(int level, BigDecimal rentableM2, BigDecimal freeM2) {}

  /** Leases whose last day is in a year, of those that run on the day. */
  record LeaseEnds(int year, int leases, BigDecimal areaM2) {}

  /** Tenants of a size class, counted by firm; null where withheld. */
  record Size(String sizeClass, @Nullable Integer firms, @Nullable BigDecimal areaM2) {}

  /**
   * What projects make of the ground they use, of those that say both.
   *
   * @param projects null where withheld, then the others are too
   * @param jobsPerM2 registered employees by m²
   * @param usdPerM2 registered capital by m²
   */
  record Yield(
      String zone,
      String nameVi,
      String nameEn,
      @Nullable Integer projects,
      @Nullable BigDecimal areaM2,
      @Nullable BigDecimal jobsPerM2,
      @Nullable BigDecimal usdPerM2) {}

  /** Land of a zone in conversion: until when it may be used, and how well that is known. */
  record Term(
      String zone,
      String nameVi,
      String nameEn,
      BigDecimal grossHa,
      @Nullable LocalDate termEnd,
      @Nullable String precision,
      String dataStatus) {}

  /**
   * The sum on a day.
   *
   * @param published whether it was published as it is; else it is provisional
   */
  record Point(LocalDate on, int projects, BigDecimal capitalUsd, boolean published) {}

  /**
   * Supporting industry among the ledger's rows, which do not hold what the balance only sums up.
   *
   * @param supporting projects; null where withheld, then all are
   */
  record Share(
      @Nullable Integer supporting,
      @Nullable Integer all,
      @Nullable BigDecimal supportingUsd,
      @Nullable BigDecimal allUsd) {}
}
