package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much of shared supplies live claims use, day by day: for each floor or building a line of
 * steps, one after the other in two columns. Agrees with the SQL functions {@code space.peak_power}
 * and {@code space.peak_use_of_building}, by which the database refuses a claim.
 */
final class UseByDay {
  private static final double TENTH_OF_A_MILLI = 10_000;

  /** First step of each line, and at the end the number of steps. */
  private final int[] firstStep;

  private final int[] days;
  private final double[] used;

  private UseByDay(int[] firstStep, int[] days, double[] used) {
    this.firstStep = firstStep;
    this.days = days;
    this.used = used;
  }

  /**
   * The use by some claims together, of what {@code amount} tells of each.
   *
   * @param lines the claims of each floor or building
   */
  static UseByDay of(
      List<? extends Collection<ClaimSpan>> lines, ToDoubleFunction<ClaimSpan> amount) {
    int[] firstStep = new int[lines.size() + 1];
    int most = lines.stream().mapToInt(claims -> 2 * claims.size()).sum();
    int[] days = new int[most];
    double[] used = new double[most];
    int end = 0;
    for (int line = 0; line < lines.size(); line++) {
      int first = end;
      end = steps(lines.get(line), first, days);
      for (ClaimSpan claim : lines.get(line)) {
        double plus = amount.applyAsDouble(claim);
        int step = Arrays.binarySearch(days, first, end, claim.from());
        for (; days[step] < claim.until(); step++) {
          used[step] += plus;
        }
      }
      for (int step = first; step < end; step++) {
        used[step] = Math.round(used[step] * TENTH_OF_A_MILLI) / TENTH_OF_A_MILLI;
      }
      firstStep[line + 1] = end;
    }
    return new UseByDay(firstStep, Arrays.copyOf(days, end), Arrays.copyOf(used, end));
  }

  /** Writes down each day on which a claim begins or ends; gives the place after the last. */
  private static int steps(Collection<ClaimSpan> claims, int first, int[] days) {
    int end = first;
    for (ClaimSpan claim : claims) {
      days[end++] = claim.from();
      days[end++] = claim.until();
    }
    Arrays.sort(days, first, end);
    int kept = first;
    for (int i = first; i < end; i++) {
      if (i == first || days[i] != days[i - 1]) {
        days[kept++] = days[i];
      }
    }
    return kept;
  }

  /** The largest use on any of the days. */
  double peak(int line, Days period) {
    double peak = 0;
    int end = firstStep[line + 1];
    for (int step = firstStep[line]; step < end && days[step] < period.until(); step++) {
      boolean lasts = step + 1 < end && days[step + 1] > period.from();
      if (lasts || days[step] >= period.from()) {
        peak = Math.max(peak, used[step]);
      }
    }
    return peak;
  }
}
