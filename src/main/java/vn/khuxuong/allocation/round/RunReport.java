package vn.khuxuong.allocation.round;

import java.util.List;
import java.util.Map;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.fairness.Fairness;

/**
 * What is told of a run beyond its points; stored as JSON with the run.
 *
 * @param quotas what each quota asks and gets
 * @param aside applications that took no part, with the application that stands for them, or an
 *     empty text for one that has gone
 * @param fairness beside a list by arrival
 */
record RunReport(List<Sides.QuotaVerdict> quotas, Map<String, String> aside, Fairness fairness) {
  /** Of runs from before there were reports. */
  static final RunReport NONE =
      new RunReport(
          List.of(),
          Map.of(),
          new Fairness(
              new Fairness.Side(0, 0, 0, 0, List.of()), new Fairness.Side(0, 0, 0, 0, List.of())));

  RunReport {
    quotas = List.copyOf(quotas);
    aside = Map.copyOf(aside);
  }
}
