package vn.khuxuong.allocation.answer;

import vn.khuxuong.allocation.solver.Allocator;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Progress;
import vn.khuxuong.allocation.solver.Solution;

/** A problem of one firm, which the first look of the solver settles: it is stopped right after. */
final class OneFirm {
  private static final Progress AT_ONCE =
      new Progress() {
        @Override
        public void report(Report report) {}

        @Override
        public boolean cancelled() {
          return true;
        }
      };

  private OneFirm() {}

  /** The answer; places the firm wherever that adds points. */
  static Solution solve(Instance alone) {
    return Allocator.solve(alone, new Budget(Double.POSITIVE_INFINITY, 1, 1, 1), AT_ONCE);
  }
}
