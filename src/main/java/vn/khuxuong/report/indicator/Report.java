package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.report.indicator.Figures.Absorption;
import vn.khuxuong.report.indicator.Figures.Floors;
import vn.khuxuong.report.indicator.Figures.LeaseEnds;
import vn.khuxuong.report.indicator.Figures.Point;
import vn.khuxuong.report.indicator.Figures.Share;
import vn.khuxuong.report.indicator.Figures.Size;
import vn.khuxuong.report.indicator.Figures.Term;
import vn.khuxuong.report.indicator.Figures.Yield;

/**
 * The indicators as in force on a day and as known at a moment.
 *
 * @param on day asked for, {@code known} the moment
 * @param projectsOn day that the figures on projects speak of: for the public that of the last
 *     edition; null where nothing was published by then
 * @param projectsKnown moment whose knowledge the figures on projects are made of
 * @param staff whether every row counts at once, and not only from the next edition on
 * @param illustrative whether illustrative projects are among them
 * @param published the balance published last by then
 * @param current what it has become
 * @param floorsIllustrative whether the figures on floors and leases rest on illustrative rows
 * @param countedOn day of the edition that counts of tenants and applications are taken from; null
 *     where they are those of the day
 * @param rate the last official exchange rate by then; null where there is none
 */
record Report(
    LocalDate on,
    OffsetDateTime known,
    @Nullable LocalDate projectsOn,
    OffsetDateTime projectsKnown,
    boolean staff,
    boolean illustrative,
    @Nullable Opening published,
    @Nullable Current current,
    @Nullable Share share,
    List<Point> points,
    List<Breakdown> breakdowns,
    List<Floors> floors,
    List<Absorption> absorption,
    List<LeaseEnds> leaseEnds,
    List<Size> sizes,
    List<Yield> yields,
    List<Term> terms,
    boolean floorsIllustrative,
    @Nullable LocalDate countedOn,
    @Nullable Rate rate) {

  /** VND for one US dollar, of an official source. */
  record Rate(LocalDate day, BigDecimal vndPerUsd, String source) {}

  /**
   * The sum on the day.
   *
   * @param movedVnd what moved since the balance, in VND at the rates of the days
   * @param provisional whether it is more than what was published
   */
  record Current(
      int projects,
      BigDecimal capitalUsd,
      int movedProjects,
      BigDecimal movedUsd,
      BigDecimal movedVnd,
      boolean provisional) {}

  /** A breakdown by its name. */
  Breakdown by(String name) {
    return breakdowns.stream()
        .filter(one -> one.by().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }
}
