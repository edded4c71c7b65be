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
   * @param returnedM2 of leases that ended this year, their last day being over on the day
   * @param waiting applications found eligible that prefer the zone and have no space yet; for the
   *     public as the last edition has them
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
      BigDecimal returnedM2,
      int waiting,
      BigDecimal waitingM2,
      List<Level> levels) {}

  /** A level of all buildings of a zone. */
  record Level(int level, BigDecimal rentableM2, BigDecimal freeM2) {}

  /** Leases whose last day is in a year, of those that run on the day. */
  record LeaseEnds(int year, int leases, BigDecimal areaM2) {}

  /**
   * Space let and given back in a quarter, as far as it is over on the day.
   *
   * @param quarter its first day
   * @param letM2 of leases that began in it
   * @param returnedM2 of leases that ended, whose first free day is in it
   * @param netM2 what tenants use more at its end than at its beginning
   */
  record Absorption(LocalDate quarter, BigDecimal letM2, BigDecimal returnedM2, BigDecimal netM2) {}

  /** Tenants of a size class, counted by firm. */
  record Size(String sizeClass, int firms, BigDecimal areaM2) {}

  /**
   * What projects make of the ground they use, of those that say both.
   *
   * @param jobsPerM2 registered employees by m²
   * @param usdPerM2 registered capital by m²
   */
  record Yield(
      String zone,
      String nameVi,
      String nameEn,
      int projects,
      BigDecimal areaM2,
      BigDecimal jobsPerM2,
      BigDecimal usdPerM2) {}

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
   */
  record Share(int supporting, int all, BigDecimal supportingUsd, BigDecimal allUsd) {}
}
