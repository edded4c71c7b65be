package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.tenancy.SizeClass;

/**
 * Class of size by Decree 80/2021/ND-CP art. 5: of the main business line, a firm is of the
 * smallest class whose limit on insured employees it keeps together with that on revenue or that on
 * capital.
 */
public final class SizeRule {
  private SizeRule() {}

  /**
   * The class of a firm.
   *
   * @param limits those in force; of each business line at most one for each class
   */
  public static SizeVerdict judge(
      BusinessLine line, SizeEvidence evidence, List<SizeLimit> limits) {
    List<SizeVerdict.Test> tests = new ArrayList<>();
    List<SizeLimit> smallestFirst =
        limits.stream()
            .filter(limit -> limit.businessLine() == line)
            .sorted(Comparator.comparing(SizeLimit::sizeClass))
            .toList();
    for (SizeLimit limit : smallestFirst) {
      SizeVerdict.Test test =
          new SizeVerdict.Test(
              limit,
              evidence.insuredEmployees() <= limit.employees(),
              atMost(evidence.revenueBnVnd(), limit.revenueBnVnd()),
              atMost(evidence.capitalBnVnd(), limit.capitalBnVnd()));
      tests.add(test);
      if (test.holds()) {
        return new SizeVerdict(limit.sizeClass(), line, evidence, tests);
      }
    }
    return new SizeVerdict(SizeClass.LARGE, line, evidence, tests);
  }

  private static @Nullable Boolean atMost(@Nullable BigDecimal value, BigDecimal limit) {
    return value == null ? null : (Boolean) (value.compareTo(limit) <= 0);
  }
}
