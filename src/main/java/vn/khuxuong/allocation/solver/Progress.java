package vn.khuxuong.allocation.solver;

/** What a solve tells while it runs, and how it is told to stop. */
public interface Progress {
  /** Tells nothing and never stops. */
  Progress NONE =
      new Progress() {
        @Override
        public void report(Report report) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** Takes news, at most four times a second, always on the thread that called the solve. */
  void report(Report report);

  /** Whether to stop now and keep the best answer so far; asked often and from several threads. */
  boolean cancelled();

  /**
   * The state of a solve.
   *
   * @param objective points of the best answer so far
   * @param bound points that no answer exceeds, as proven so far; {@link Long#MAX_VALUE} before
   *     anything is proven
   * @param elapsedSeconds since the solve began
   * @param iterations of the search so far
   */
  record Report(long objective, long bound, double elapsedSeconds, long iterations) {}
}
