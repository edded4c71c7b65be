package vn.khuxuong.tenancy.firm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.SizeClass;

/**
 * A firm's class of size with how it was found: every class that was tried, smallest first, up to
 * the one that holds.
 */
public record SizeVerdict(
    SizeClass sizeClass, BusinessLine businessLine, SizeEvidence evidence, List<Test> tests) {

  /** Copies the tests. */
  public SizeVerdict {
    tests = List.copyOf(tests);
  }

  /**
   * One class, tried.
   *
   * @param employeesHold whether there are no more employees than the class may have
   * @param revenueHolds the same of revenue, null where it is not known
   * @param capitalHolds the same of capital, null where it is not known
   */
  public record Test(
      SizeLimit limit,
      boolean employeesHold,
      @Nullable Boolean revenueHolds,
      @Nullable Boolean capitalHolds) {

    /** Whether the firm is of this class: few enough employees, and revenue or capital. */
    public boolean holds() {
      return employeesHold
          && (Boolean.TRUE.equals(revenueHolds) || Boolean.TRUE.equals(capitalHolds));
    }
  }
}
