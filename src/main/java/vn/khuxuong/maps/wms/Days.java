package vn.khuxuong.maps.wms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.wms.WmsException.Code;
import vn.khuxuong.platform.time.CivilTime;

/**
 * The value of TIME (OGC 06-042, annex D): instants and intervals between commas, each a span of
 * civil days in Ho Chi Minh City. A year or month stands for all its days, a date-time for the day
 * it falls on, {@code current} for today; the period of an interval does not matter.
 *
 * @param first first day, included; null without a beginning
 * @param last last day, included; null without an end
 */
record Days(@Nullable LocalDate first, @Nullable LocalDate last) {
  private static final int MOST = 100;
  private static final String PARAMETER = "TIME";

  /**
   * Reads a list.
   *
   * @throws WmsException if any of it is no time
   */
  static List<Days> parse(String text, LocalDate today) {
    String[] parts = text.split(",", MOST + 1);
    if (parts.length > MOST) {
      throw bad("có quá " + MOST + " giá trị", "has more than " + MOST + " values");
    }
    List<Days> days = new ArrayList<>();
    for (String part : parts) {
      days.add(one(part.strip(), today));
    }
    return days;
  }

  private static Days one(String text, LocalDate today) {
    String[] ends = text.split("/", -1);
    if (ends.length == 1) {
      return span(text, today);
    }
    if (ends.length > 3 || (ends.length == 3 && !ends[2].matches("P[0-9YMDWTHS.]{1,20}"))) {
      throw unknown();
    }
    LocalDate first = isOpen(ends[0]) ? null : span(ends[0], today).first();
    LocalDate last = isOpen(ends[1]) ? null : span(ends[1], today).last();
    if (first != null && last != null && last.isBefore(first)) {
      throw bad("kết thúc trước khi bắt đầu", "ends before it begins");
    }
    return new Days(first, last);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Days span(String text, LocalDate today) {
    String value = text.toUpperCase(Locale.ROOT);
    if (value.equals("CURRENT") || value.equals("NOW") || value.equals("PRESENT")) {
      return new Days(today, today);
    }
    try {
      if (value.matches("\\d{4}")) {
        int year = Integer.parseInt(value);
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      }
      if (value.matches("\\d{4}-\\d{2}")) {
        YearMonth month = YearMonth.parse(value);
        return new Days(month.atDay(1), month.atEndOfMonth());
      }
    } catch (DateTimeException e) {
      throw unknown();
    }
    String withSeconds = value.replaceFirst("(T\\d{2}:\\d{2})(Z|[+-]\\d{2}:\\d{2})$", "$1:00$2");
    LocalDate day = CivilTime.findDay(withSeconds).orElseThrow(Days::unknown);
    return new Days(day, day);
  }

  private static WmsException unknown() {
    return bad(
        "phải là ngày, thời điểm ISO 8601, khoảng hoặc danh sách, ví dụ 2026-11-24 hay"
            + " 2026-01-01/2026-12-31",
        "must be a date, an instant of ISO 8601, an interval or a list of them, such as 2026-11-24"
            + " or 2026-01-01/2026-12-31");
  }

  private static WmsException bad(String vi, String en) {
    return new WmsException(
        Code.INVALID_DIMENSION_VALUE,
        PARAMETER + " " + vi + ".",
        PARAMETER + " " + en + ".",
        PARAMETER);
  }

  /** Whether it is one day. */
  boolean isOneDay() {
    return first != null && first.equals(last);
  }
}
