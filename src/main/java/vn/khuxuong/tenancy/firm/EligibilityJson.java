package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a firm at a building, with every reason.
 *
 * @param eligible whether nothing keeps the firm out of the building and at least one floor would
 *     do; what is free today changes and is advice only
 * @param reasons about the building as a whole
 * @param nearestLevel floor that lacks least, null for a building without floors
 * @param preferences for whom law keeps room here; they refuse nobody
 * @param incentives rent cuts by law; conditions, never promises
 * @param rulesSha256 hash of the dated rules of law in force
 */
public record EligibilityJson(
    String building,
    String nameVi,
    String nameEn,
    String zone,
    LocalDate asOf,
    boolean eligible,
    String vi,
    String en,
    List<Reason> reasons,
    List<OfFloor> floors,
    @Nullable Integer nearestLevel,
    List<Preference> preferences,
    List<IncentiveJson> incentives,
    String rulesSha256) {

  /** The same with what law prefers and cuts. */
  EligibilityJson with(List<Preference> preferences, List<IncentiveJson> incentives) {
    return new EligibilityJson(
        building,
        nameVi,
        nameEn,
        zone,
        asOf,
        eligible,
        vi,
        en,
        reasons,
        floors,
        nearestLevel,
        preferences,
        incentives,
        rulesSha256);
  }

  /** One floor. */
  public record OfFloor(long floor, int level, boolean fits, List<Reason> reasons) {}

  /**
   * A reason.
   *
   * @param code of the rule in allocation rounds, empty where they have none
   * @param severity BLOCKS or ADVISES
   * @param offers what the place has instead
   * @param vi what is wrong
   * @param changeVi what would have to change
   */
  public record Reason(
      EligibilityRule rule,
      String code,
      String severity,
      @Nullable Double needed,
      @Nullable Double offered,
      String unit,
      String subject,
      List<String> offers,
      String vi,
      String en,
      String changeVi,
      String changeEn,
      String sourceVi,
      String sourceEn) {}

  /**
   * A preference of law.
   *
   * @param binds whether it binds this zone, null where the zone's founding day is not known
   * @param isForFirm whether the firm is one of those, null where nothing is known of the firm
   */
  public record Preference(
      String code,
      @Nullable Boolean binds,
      @Nullable Boolean isForFirm,
      String vi,
      String en,
      String sourceVi,
      String sourceEn) {}

  /**
   * A rent cut.
   *
   * @param isForFirm whether the firm is one of those it is for, null where nothing is known of it
   * @param areaM2 area the sums per month are for, null where none was given
   */
  public record IncentiveJson(
      String code,
      @Nullable Boolean isForFirm,
      BigDecimal minCutPct,
      int months,
      String forVi,
      String forEn,
      String conditionVi,
      String conditionEn,
      String sourceVi,
      String sourceEn,
      @Nullable BigDecimal areaM2,
      List<FloorRent> floors) {}

  /** Rent of one floor before and after: first in the currency of the contract, then in VND. */
  public record FloorRent(long floor, int level, List<RentCut> money) {}

  /** Answer of {@code /api/v1/firms/{code}/incentives}. */
  public record Incentives(String building, LocalDate asOf, List<IncentiveJson> incentives) {}
}
