package vn.khuxuong.allocation.answer;

import vn.khuxuong.allocation.solver.Progress;

/** Takes news of a solve that may have several stages; points are of the whole answer. */
public interface StageProgress {
  /** Tells nothing and never stops. */
  StageProgress NONE =
      new StageProgress() {
        @Override
        public void report(String stage, Progress.Report report) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Takes news.
   *
   * @param stage {@code WHOLE}, {@code QUOTA_SME} and so on, {@code REST}, {@code KEEP_ALL}, {@code
   *     KEEP_BUILDINGS}
   */
  void report(String stage, Progress.Report report);

  /** Whether to stop now and keep the best answer so far. */
  boolean cancelled();
}
