package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param projectsOn day that the figures on projects speak of: the public's move only when enough
 *     projects changed; null where nothing was published by then
 * @param projectsKnown moment whose knowledge the figures on projects are made of
 * @param staff whether nothing is withheld
 * @param illustrative whether illustrative projects are among them
 * @param published the balance published last by then
 * @param current what it has become
 * @param floorsIllustrative whether the figures on floors and leases rest on illustrative rows
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
    List<LeaseEnds> leaseEnds,
    List<Size> sizes,
    List<Yield> yields,
    List<Term> terms,
    boolean floorsIllustrative) {

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
