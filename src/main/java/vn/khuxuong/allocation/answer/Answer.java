package vn.khuxuong.allocation.answer;

import java.util.List;
import java.util.Map;
import vn.khuxuong.allocation.solver.Solution;

/**
 * An answer to a round's problem.
 *
 * @param solution checked against the whole frozen problem; its bound holds for the applications
 *     that take part and for the placements that must stay
 * @param quotas what each quota asks and gets
 * @param aside applications that took no part, with the application that stands for them, or an
 *     empty text for one that has gone
 * @param moved applications that have another place than in the answer before; those that have gone
 *     do not count
 * @param penalty points lost for them in the choice between answers; not part of the objective
 */
public record Answer(
    Solution solution,
    List<Sides.QuotaVerdict> quotas,
    Map<String, String> aside,
    int moved,
    long penalty) {
  public Answer {
    quotas = List.copyOf(quotas);
    aside = Map.copyOf(aside);
  }
}
