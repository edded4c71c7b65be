package vn.khuxuong.zoning.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.time.CivilTime;

/**
 * The two times a reader may ask about: the day something is in force and the moment whose
 * knowledge the answer rests on (valid and transaction time of ISO/IEC 9075-2).
 *
 * @param on day in force, null for today in Ho Chi Minh City
 * @param asOf moment of knowledge, null for now
 */
public record Moments(@Nullable LocalDate on, @Nullable OffsetDateTime asOf) {

  /**
   * Reads parameters {@code datetime} and {@code asOf}.
   *
   * @throws ProblemException {@link ApiProblem#BAD_PARAMETER}
   */
  public static Moments parse(@Nullable String datetime, @Nullable String asOf) {
    return new Moments(
        datetime == null ? null : CivilTime.findDay(datetime).orElseThrow(() -> bad("datetime")),
        asOf == null ? null : CivilTime.findMoment(asOf).orElseThrow(() -> bad("asOf")));
  }

  private static ProblemException bad(String name) {
    return ApiProblem.BAD_PARAMETER
        .with(
            "Tham số \"" + name + "\" phải là ngày hoặc thời điểm RFC 3339.",
            "Parameter \"" + name + "\" must be a date or a date-time of RFC 3339.")
        .field(name)
        .remedy("Ví dụ 2026-11-24.", "For example 2026-11-24.");
  }
}
