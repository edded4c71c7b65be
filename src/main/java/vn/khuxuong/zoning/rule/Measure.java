package vn.khuxuong.zoning.rule;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found in a plan.
 *
 * @param met whether the limit is kept; null where there was nothing to measure
 * @param measured the plan's figure
 * @param limit the rule's figure
 * @param margin room to the limit, negative where it is missed
 * @param unit of all three
 * @param subjects codes of the subzones concerned, sorted
 * @param vi a clause with the figures, in Vietnamese
 * @param en the same in English
 */
record Measure(
    @Nullable Boolean met,
    double measured,
    double limit,
    double margin,
    String unit,
    List<String> subjects,
    String vi,
    String en) {

  Measure {
    subjects = List.copyOf(subjects);
  }

  /** Nothing to measure, and why. */
  static Measure none(String vi, String en) {
    return new Measure(null, 0, 0, 0, "", List.of(), vi, en);
  }

  /** A figure that must not be below its limit, within a tolerance in the same unit. */
  static Measure atLeast(
      double measured,
      double limit,
      double tolerance,
      String unit,
      Collection<String> subjects,
      String vi,
      String en) {
    return new Measure(
        measured >= limit - tolerance,
        measured,
        limit,
        measured - limit,
        unit,
        sorted(subjects),
        vi
            + " ("
            + Figures.vi(measured, limit)
            + spaced(unit, true)
            + ", yêu cầu ≥ "
            + Figures.vi(limit)
            + spaced(unit, true)
            + ")",
        en
            + " ("
            + Figures.en(measured, limit)
            + spaced(unit, false)
            + ", required ≥ "
            + Figures.en(limit)
            + spaced(unit, false)
            + ")");
  }

  /** A figure that must not be above its limit, within a tolerance in the same unit. */
  static Measure atMost(
      double measured,
      double limit,
      double tolerance,
      String unit,
      Collection<String> subjects,
      String vi,
      String en) {
    return new Measure(
        measured <= limit + tolerance,
        measured,
        limit,
        limit - measured,
        unit,
        sorted(subjects),
        vi
            + " ("
            + Figures.vi(measured, limit)
            + spaced(unit, true)
            + ", cho phép ≤ "
            + Figures.vi(limit)
            + spaced(unit, true)
            + ")",
        en
            + " ("
            + Figures.en(measured, limit)
            + spaced(unit, false)
            + ", allowed ≤ "
            + Figures.en(limit)
            + spaced(unit, false)
            + ")");
  }

  /** The same with more said. */
  Measure saying(String moreVi, String moreEn) {
    return new Measure(met, measured, limit, margin, unit, subjects, vi + moreVi, en + moreEn);
  }

  private static List<String> sorted(Collection<String> subjects) {
    return subjects.stream().distinct().sorted().toList();
  }

  private static String spaced(String unit, boolean vietnamese) {
    return switch (unit) {
      case "" -> "";
      case YEARS -> vietnamese ? " năm" : " years";
      default -> " " + unit;
    };
  }

  static final String HA = "ha";
  static final String PERCENT = "%";
  static final String YEARS = "years";
}
