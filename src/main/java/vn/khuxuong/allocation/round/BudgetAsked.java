package vn.khuxuong.allocation.round;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.tenancy.Asked;

/**
 * Body of {@code solve} and {@code rerun}: how much work, and why.
 *
 * @param iterations most iterations, a budget of work that a replay repeats byte for byte; 200,000
 *     where no budget is given
 * @param seconds most seconds instead
 */
record BudgetAsked(
    @Nullable Integer iterations,
    @Nullable Integer seconds,
    @Nullable Long seed,
    @Nullable String reason) {
  static final int USUAL_ITERATIONS = 200_000;
  private static final int MOST_ITERATIONS = 200_000_000;
  private static final int MOST_SECONDS = 3_600;
  private static final int THREADS = 2;

  @Nullable String why() {
    return reason == null ? null : Asked.reason(reason);
  }

  SolveRound.Parameters parameters(
      long round,
      RunStore.Kind kind,
      String username,
      @Nullable Long follows,
      Changes changes,
      boolean show) {
    if (iterations != null && seconds != null) {
      throw Asked.bad(
          "seconds",
          "Gửi \"iterations\" hoặc \"seconds\", không cả hai.",
          "Send \"iterations\" or \"seconds\", not both.");
    }
    Long work =
        seconds != null
            ? null
            : Long.valueOf(
                Asked.whole(
                    "iterations",
                    iterations == null ? USUAL_ITERATIONS : iterations,
                    1,
                    MOST_ITERATIONS));
    Double time =
        seconds == null ? null : Double.valueOf(Asked.whole("seconds", seconds, 1, MOST_SECONDS));
    return new SolveRound.Parameters(
        round,
        time,
        work,
        seed == null ? 1 : seed,
        THREADS,
        kind,
        username,
        why(),
        follows,
        changes,
        show);
  }
}
