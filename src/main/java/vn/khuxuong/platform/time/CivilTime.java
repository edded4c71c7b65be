package vn.khuxuong.platform.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The civil calendar: every date without a time is a day in Ho Chi Minh City (UTC+7, no DST). */
public final class CivilTime {
  /** Time zone in which civil dates begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  private CivilTime() {}

  /** The day of a date or of a date-time of RFC 3339; empty for anything else. */
  public static Optional<LocalDate> findDay(String text) {
    String value = text.toUpperCase(Locale.ROOT);
    try {
      if (DAY.matcher(value).matches()) {
        return Optional.of(LocalDate.parse(value));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return findInstant(value).map(moment -> moment.atZoneSameInstant(ZONE).toLocalDate());
  }

  /**
   * The moment of a date-time of RFC 3339, or the last moment of a date: what was known on a day is
   * what was known when it ended. Empty for anything else.
   */
  public static Optional<OffsetDateTime> findMoment(String text) {
    String value = text.toUpperCase(Locale.ROOT);
    if (DAY.matcher(value).matches()) {
      return findDay(value)
          .map(day -> day.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime().minusNanos(1000));
    }
    return findInstant(value);
  }

  private static Optional<OffsetDateTime> findInstant(String value) {
    try {
      return MOMENT.matcher(value).matches()
          ? Optional.of(OffsetDateTime.parse(value))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
