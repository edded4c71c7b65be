package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.check.Severity;

/**
 * One wording of a rule. Several wordings share an id; on any day at most one is in force.
 *
 * @param id stable
 * @param titleVi what it asks, in Vietnamese
 * @param titleEn the same in English
 * @param set name of the rule set that must be chosen for it, null for rules that always count
 * @param act where it stands
 * @param articleVi where in the act, in Vietnamese
 * @param articleEn the same in English
 * @param confirmed somebody has seen it there
 * @param severity what a failure does
 * @param check what is measured
 * @param applies which plans it concerns
 * @param validFrom first day in force
 * @param validTo first day no longer in force, null without end
 * @param reportsOldShortfall a converting zone that fell short before is told so and not held up
 * @param waivedUnder act that lets an authority waive it, null where nobody may
 * @param noteVi what readers should know about how it is measured, empty for nothing
 * @param noteEn the same in English
 */
record Rule(
    String id,
    String titleVi,
    String titleEn,
    @Nullable String set,
    Act act,
    String articleVi,
    String articleEn,
    boolean confirmed,
    Severity severity,
    Check check,
    Applicability applies,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean reportsOldShortfall,
    @Nullable Act waivedUnder,
    String noteVi,
    String noteEn) {

  boolean isInForce(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }

  boolean overlaps(Rule other) {
    return (validTo == null || other.validFrom.isBefore(validTo))
        && (other.validTo == null || validFrom.isBefore(other.validTo));
  }

  /** Whether a decision of that day may waive the rule for a plan judged on a later one. */
  boolean mayBeWaivedBy(Waiver waiver, LocalDate on) {
    return waivedUnder != null
        && !waiver.decidedOn().isBefore(waivedUnder.inForce())
        && !waiver.decidedOn().isAfter(on);
  }
}
