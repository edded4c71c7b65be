package vn.khuxuong.zoning.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.check.Severity;

/**
 * What one rule says about one plan.
 *
 * @param ruleId stable id of the rule
 * @param titleVi what the rule asks, in Vietnamese
 * @param titleEn the same in English
 * @param status whether the plan keeps it
 * @param effect what a failure does to the plan; an old shortfall of a converting zone only advises
 * @param measured what the plan has, in {@code unit}; null where nothing is measured. Areas and
 *     shares are plane areas in the zone's legal CRS
 * @param limit what the rule asks for, in {@code unit}
 * @param margin room to the limit, negative where it is missed, in {@code unit}
 * @param unit {@code ha}, {@code %}, {@code years}, or empty for a plain number
 * @param source where the rule stands
 * @param validFrom first day of the rule in this wording
 * @param validTo first day it is no longer in force, null without end
 * @param subjects codes of the subzones concerned, sorted; empty where it is the whole plan
 * @param preExisting the shortfall was there before the plan and is no new breach
 * @param waiver the decision that waives the rule; set for {@link Status#WAIVED} only
 * @param textVi one sentence with the figures, in Vietnamese
 * @param textEn the same in English
 */
public record Verdict(
    String ruleId,
    String titleVi,
    String titleEn,
    Status status,
    Severity effect,
    @Nullable Double measured,
    @Nullable Double limit,
    @Nullable Double margin,
    String unit,
    Source source,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<String> subjects,
    boolean preExisting,
    @Nullable Waiver waiver,
    String textVi,
    String textEn) {

  /** Copies the list. */
  public Verdict {
    subjects = List.copyOf(subjects);
  }

  /** Whether the plan keeps a rule. */
  public enum Status {
    PASS("pass"),
    FAIL("fail"),
    /** Missed, and an authority's decision allows it. */
    WAIVED("waived-by-decision"),
    NOT_APPLICABLE("not-applicable");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** How JSON has it. */
    @JsonValue
    public String word() {
      return word;
    }
  }

  /**
   * Where a rule stands.
   *
   * @param titleVi name of the act or norm, in Vietnamese
   * @param titleEn the same in English
   * @param articleVi article, clause or table, in Vietnamese
   * @param articleEn the same in English
   * @param inForce day the act came into force
   * @param confirmed somebody has seen the rule in the act or in a report of it; nothing else
   *     blocks
   */
  public record Source(
      String titleVi,
      String titleEn,
      String articleVi,
      String articleEn,
      LocalDate inForce,
      boolean confirmed) {}

  /** Whether the plan may not be submitted, approved or published while this stands. */
  public boolean blocks() {
    return status == Status.FAIL && effect == Severity.BLOCKS;
  }
}
