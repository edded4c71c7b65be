package vn.khuxuong.report.indicator;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.time.CivilTime;

/**
 * Which report is asked for.
 *
 * @param on day that it is in force on
 * @param known moment whose knowledge it is made of
 * @param illustrative whether illustrative projects count too
 */
public record Asked(LocalDate on, OffsetDateTime known, boolean illustrative) {
  private static final LocalDate FIRST = LocalDate.of(1991, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  /**
   * Reads the two dates of an address.
   *
   * @param on a date, null for today
   * @param known a date, whose last moment counts, or a date-time; null for now
   * @throws vn.khuxuong.platform.problem.ProblemException {@link ApiProblem#BAD_PARAMETER}
   */
  public static Asked read(@Nullable String on, @Nullable String known, boolean illustrative) {
    LocalDate day =
        blank(on)
            ? LocalDate.now(CivilTime.ZONE)
            : CivilTime.findDay(String.valueOf(on))
                .filter(one -> !one.isBefore(FIRST) && !one.isAfter(LAST))
                .orElseThrow(
                    () ->
                        ApiProblem.BAD_PARAMETER
                            .with("“on” không phải một ngày.", "“on” is no date.")
                            .field("on")
                            .remedy("Ví dụ 2025-07-24.", "Such as 2025-07-24."));
    OffsetDateTime moment =
        blank(known)
            ? OffsetDateTime.now(CivilTime.ZONE)
            : Optional.ofNullable(known)
                .flatMap(CivilTime::findMoment)
                .filter(one -> one.getYear() >= FIRST.getYear() && one.getYear() <= LAST.getYear())
                .orElseThrow(
                    () ->
                        ApiProblem.BAD_PARAMETER
                            .with("“known” không phải một ngày.", "“known” is no date.")
                            .field("known")
                            .remedy("Ví dụ 2026-11-24.", "Such as 2026-11-24."));
    return new Asked(day, moment, illustrative);
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
