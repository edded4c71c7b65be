package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * How much of a shared supply live claims use, day by day: a line of steps. Agrees with the SQL
 * functions {@code space.peak_power} and {@code space.peak_use_of_building}, by which the database
 * refuses a claim.
 */
final class UseProfile {
  private static final double TENTH_OF_A_MILLI = 10_000;

  private final int[] days;
  private final double[] used;

  private UseProfile(int[] days, double[] used) {
    this.days = days;
    this.used = used;
  }

  /** The use by some claims together, of what {@code amount} tells of each. */
  static UseProfile of(Collection<ClaimSpan> claims, ToDoubleFunction<ClaimSpan> amount) {
    int[] days =
        claims.stream()
            .map(ClaimSpan::during)
            .flatMapToInt(during -> Arrays.stream(new int[] {during.from(), during.until()}))
            .sorted()
            .distinct()
            .toArray();
    double[] used = new double[days.length];
    for (ClaimSpan claim : claims) {
      double plus = amount.applyAsDouble(claim);
      int step = Arrays.binarySearch(days, claim.during().from());
      for (; days[step] < claim.during().until(); step++) {
        used[step] += plus;
      }
    }
    for (int step = 0; step < used.length; step++) {
      used[step] = Math.round(used[step] * TENTH_OF_A_MILLI) / TENTH_OF_A_MILLI;
    }
    return new UseProfile(days, used);
  }

  /** The largest use on any of the days. */
  double peak(Days period) {
    int found = Arrays.binarySearch(days, period.from());
    double peak = 0;
    for (int step = found >= 0 ? found : Math.max(0, -found - 2); step < days.length; step++) {
      if (days[step] >= period.until()) {
        break;
      }
      peak = Math.max(peak, used[step]);
    }
    return peak;
  }
}
