package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Some days in line, as numbers of days since 1970.
 *
 * @param from first day
 * @param until day after the last, {@link #FOREVER} where there is none
 */
record Days(int from, int until) {
  /** End of what does not end. */
  static final int FOREVER = Integer.MAX_VALUE;

  Days {
    if (from >= until) {
      throw new IllegalArgumentException("No days: from " + from + " until " + until);
    }
  }

  /** From a day on without end. */
  static Days from(LocalDate first) {
    return new Days(number(first), FOREVER);
  }

  /** One day alone. */
  static Days one(LocalDate day) {
    return new Days(number(day), number(day) + 1);
  }

  /** The months that begin with a day, as a lease counts them. */
  static Days months(LocalDate first, int months) {
    return new Days(number(first), number(first.plusMonths(months)));
  }

  static int number(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  static LocalDate date(int number) {
    return LocalDate.ofEpochDay(number);
  }

  /** The last day; null where there is none. */
  @Nullable LocalDate last() {
    return until == FOREVER ? null : date(until - 1);
  }

  boolean contains(Days other) {
    return from <= other.from && other.until <= until;
  }

  boolean overlaps(Days other) {
    return from < other.until && other.from < until;
  }
}
