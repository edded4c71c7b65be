package vn.khuxuong.conversion.aim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a zone is to become, as it is sent; every part with its source and whether that was checked
 * ({@code CONFIRMED}, {@code TO_BE_CONFIRMED}).
 */
public record AimJson(
    List<Sector> sectors,
    List<EcoTest> ecoTests,
    List<Share> shares,
    List<Milestone> milestones,
    List<Responsible> responsibles) {

  /** Copies the lists. */
  public AimJson {
    sectors = List.copyOf(sectors);
    ecoTests = List.copyOf(ecoTests);
    shares = List.copyOf(shares);
    milestones = List.copyOf(milestones);
    responsibles = List.copyOf(responsibles);
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
      String sourceVi,
      String sourceEn,
      String sourceStatus) {}
}
