package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.Zone;

/**
 * Terms in years of 365.2425 days.
 *
 * @param atMostYears longest term of a zone's land from its establishment to its end; null where
 *     the rule asks instead that the plan does not outlive the zone's term
 */
record Term(@Nullable Double atMostYears) implements Check {
  private static final double DAYS_PER_YEAR = 365.2425;

  /** Leap days make whole years up to so much longer or shorter. */
  private static final double TWO_DAYS = 2 / DAYS_PER_YEAR;

  static Term readZone(Entry entry) {
    return new Term(entry.number("atMostYears", 0, 999));
  }

  static Term readPlan(Entry entry) {
    entry.refuseUnread();
    return new Term(null);
  }

  @Override
  public Measure measure(PlanFacts facts) {
    LocalDate end = facts.zone().termEnd();
    if (end == null) {
      return Measure.none("chưa biết thời hạn của khu", "the zone's term is not known");
    }
    return atMostYears == null ? planTerm(facts, end) : zoneTerm(facts.zone(), end, atMostYears);
  }

  /**
   * A zone whose founding is known by year only is counted in whole years: its term may end on any
   * day of the last one.
   */
  private static Measure zoneTerm(Zone zone, LocalDate end, double atMostYears) {
    if (zone.establishedOn() == null && zone.founded() == null) {
      return Measure.none(
          "chưa biết ngày thành lập khu", "the day of the zone's establishment is not known");
    }
    double years =
        zone.establishedOn() != null
            ? years(zone.establishedOn(), end)
            : end.getYear() - zone.founded();
    return Measure.atMost(
        years,
        atMostYears,
        TWO_DAYS,
        Measure.YEARS,
        List.of(),
        "thời hạn đất của khu đến " + Figures.vi(end),
        "the zone's land term to " + end);
  }

  private static Measure planTerm(PlanFacts facts, LocalDate end) {
    LocalDate last = facts.until() == null ? facts.on() : facts.until();
    return Measure.atLeast(
        years(last, end),
        0,
        0,
        Measure.YEARS,
        List.of(),
        "từ " + Figures.vi(last) + " đến hết thời hạn của khu " + Figures.vi(end),
        "from " + last + " to the end of the zone's term " + end);
  }

  private static double years(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / DAYS_PER_YEAR;
  }
}
