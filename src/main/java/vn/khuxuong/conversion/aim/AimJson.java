package vn.khuxuong.conversion.aim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a zone is to become, as it is sent; every part with its source and whether that was checked
 * ({@code CONFIRMED}, {@code TO_BE_CONFIRMED}).
 *
 * @param upcoming sectors that count from a later day on, the earliest first
 * @param versions what {@code If-Match} of a change names
 */
public record AimJson(
    List<Sector> sectors,
    List<EcoTest> ecoTests,
    List<Share> shares,
    List<Milestone> milestones,
    List<Responsible> responsibles,
    List<Sector> upcoming,
    Versions versions) {

  /** Copies the lists. */
  public AimJson {
    sectors = List.copyOf(sectors);
    ecoTests = List.copyOf(ecoTests);
    shares = List.copyOf(shares);
    milestones = List.copyOf(milestones);
    responsibles = List.copyOf(responsibles);
    upcoming = List.copyOf(upcoming);
  }

  /** What officers change by itself. */
  public enum Part {
    SECTORS,
    ECO_TESTS,
    SHARES,
    MILESTONES,
    RESPONSIBLES
  }

  /** Counts of what was recorded, by part; a tag is {@code "sectors-10"}. */
  public record Versions(int sectors, int ecoTests, int shares, int milestones, int responsibles) {
    String tag(Part part) {
      return switch (part) {
        case SECTORS -> "\"sectors-" + sectors + "\"";
        case ECO_TESTS -> "\"ecoTests-" + ecoTests + "\"";
        case SHARES -> "\"shares-" + shares + "\"";
        case MILESTONES -> "\"milestones-" + milestones + "\"";
        case RESPONSIBLES -> "\"responsibles-" + responsibles + "\"";
      };
    }
  }

  /**
   * A line of business.
   *
   * @param vsic code of the Vietnam Standard Industrial Classification
   * @param aim WANTED, PHASE_OUT or NEUTRAL
   */
  public record Sector(
      String vsic,
      String aim,
      LocalDate validFrom,
      String nameVi,
      String nameEn,
      String sourceVi,
      String sourceEn,
      String sourceStatus,
      String dataStatus) {}

  /**
   * A test of an eco-park.
   *
   * @param threshold least value, null where it is not about a number
   * @param unit of the threshold: {@code %}, or {@code n} for a count
   * @param status MET, NOT_MET or UNKNOWN
   * @param value found, null where none was
   * @param evidence what shows it, null while unknown
   * @param asOf day of the finding, null where there is none
   */
  public record EcoTest(
      String code,
      String nameVi,
      String nameEn,
      @Nullable Double threshold,
      @Nullable String unit,
      String status,
      @Nullable Double value,
      @Nullable String evidence,
      @Nullable LocalDate asOf,
      @Nullable String dataStatus,
      String sourceVi,
      String sourceEn,
      String sourceStatus) {}

  /**
   * A share of the zone's gross area.
   *
   * @param validFrom first day of the target
   * @param own whether the target is this zone's own, or else that of all zones
   * @param nowPct now, in %, null where a part of it is unknown
   * @param areaHa hectares behind it, null where unknown
   * @param status MET, NOT_MET or UNKNOWN
   * @param basis PLAN where the plan in force says it, BALANCE where a published balance does, NONE
   */
  public record Share(
      String code,
      String nameVi,
      String nameEn,
      double targetPct,
      LocalDate validFrom,
      boolean own,
      @Nullable Double nowPct,
      @Nullable Double areaHa,
      String status,
      String basis,
      @Nullable String basisVi,
      @Nullable String basisEn,
      String sourceVi,
      String sourceEn,
      String sourceStatus) {}

  /**
   * A step of the conversion.
   *
   * @param zone code, null for a step of all zones
   * @param day null while no day is known
   * @param dayPrecision YEAR, MONTH or DAY
   * @param state DONE, PLANNED or UNKNOWN
   */
  public record Milestone(
      long id,
      @Nullable String zone,
      @Nullable LocalDate day,
      @Nullable String dayPrecision,
      String state,
      String titleVi,
      String titleEn,
      String sourceVi,
      String sourceEn,
      String sourceStatus,
      String dataStatus) {}

  /**
   * Who answers for it.
   *
   * @param role LEAD or APPROVES
   */
  public record Responsible(
      String role,
      String nameVi,
      String nameEn,
      LocalDate validFrom,
      String sourceVi,
      String sourceEn,
      String sourceStatus) {}
}
