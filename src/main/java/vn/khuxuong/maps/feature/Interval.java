package vn.khuxuong.maps.feature;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.time.CivilTime;

/**
 * The days a {@code datetime} parameter asks for, civil dates of Ho Chi Minh City.
 *
 * @param first first day, included; null without a beginning
 * @param last last day, included; null without an end
 */
public record Interval(@Nullable LocalDate first, @Nullable LocalDate last) {

  private static final String NAME = "datetime";

  /**
   * Reads a date, a date-time of RFC 3339, or two of them with a slash between, of which one may be
   * {@code ..} or empty. A date-time stands for the day it falls on.
   *
   * @throws vn.khuxuong.platform.problem.ProblemException if it is none of that
   */
  public static Interval parse(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length == 1) {
      LocalDate day = day(ends[0]);
      return new Interval(day, day);
    }
    if (ends.length != 2) {
      throw bad();
    }
    LocalDate first = isOpen(ends[0]) ? null : day(ends[0]);
    LocalDate last = isOpen(ends[1]) ? null : day(ends[1]);
    if (first != null && last != null && last.isBefore(first)) {
      throw Parameters.bad(NAME, "kết thúc trước khi bắt đầu", "ends before it begins");
    }
    return new Interval(first, last);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static LocalDate day(String text) {
    return CivilTime.findDay(text).orElseThrow(Interval::bad);
  }

  private static ProblemException bad() {
    return Parameters.bad(
        NAME,
        "phải là ngày, thời điểm RFC 3339 hoặc khoảng, ví dụ 2026-11-24 hay 2026-01-01/..",
        "must be a date, a date-time of RFC 3339 or an interval such as 2026-11-24 or"
            + " 2026-01-01/..");
  }
}
