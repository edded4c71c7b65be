package vn.khuxuong.space.search.vacancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that are asked for.
 *
 * @param free days on each of which the bays must be free
 * @param use days over which power and wastewater must be left: the same where a term is asked for,
 *     else all days to come
 */
record When(Days free, Days use) {
  /** Where days do not matter. */
  static final When ANY = of(LocalDate.EPOCH, null);

  /**
   * From a day on.
   *
   * @param months for so long; null where it does not matter how long
   */
  static When of(LocalDate from, @Nullable Integer months) {
    if (months == null) {
      return new When(Days.one(from), Days.from(from));
    }
    Days days = Days.months(from, months);
    return new When(days, days);
  }

  // By hand: it is compared for every search, and what records bring along is slow.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof When when
        && free.from() == when.free.from()
        && free.until() == when.free.until()
        && use.from() == when.use.from()
        && use.until() == when.use.until();
  }

  @Override
  public int hashCode() {
    return ((31 * free.from() + free.until()) * 31 + use.from()) * 31 + use.until();
  }
}
