package vn.khuxuong.allocation.solver;

import java.util.List;

/**
 * What the {@link Checker} found about an answer.
 *
 * @param faults every breach of a hard constraint, in the order found; empty when the answer holds
 * @param score the objective in parts, recomputed from the instance alone
 * @param objective the objective recomputed
 * @param placed number of firms placed
 * @param areaM2 m² let to them
 */
public record Verdict(List<Fault> faults, Score score, long objective, int placed, long areaM2) {
  public Verdict {
    faults = List.copyOf(faults);
  }

  /** Whether every hard constraint holds. */
  public boolean feasible() {
    return faults.isEmpty();
  }

  /**
   * One breach.
   *
   * @param code {@code H01} to {@code H19} of the exchange format
   * @param message what is broken, with ids and numbers; for officers, not for applicants
   * @param place id of the floor, building or zone it is about, or empty
   * @param needed what is needed there, in the unit of the rule; -1 where it is not about a number
   * @param has what there is; -1 likewise
   */
  public record Fault(String code, String message, String place, long needed, long has) {
    Fault(String code, String message) {
      this(code, message, "", -1, -1);
    }
  }
}
