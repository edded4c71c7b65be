package vn.khuxuong.allocation.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;

/**
 * What a list by arrival would have done: each firm in turn takes the place that suits it best of
 * what is left. The yardstick that a round is measured with.
 */
public final class FirstCome {
  private FirstCome() {}

  /**
   * The placements of the list.
   *
   * @param aside firms that take no part
   */
  public static List<Placement> solve(Instance instance, Collection<String> aside) {
    List<Placement> placed = new ArrayList<>();
    List<Instance.Firm> byArrival =
        instance.firms().stream()
            .filter(firm -> !aside.contains(firm.id()))
            .sorted(Comparator.comparingInt(Instance.Firm::submitted))
            .toList();
    for (Instance.Firm firm : byArrival) {
      Instance left = Residual.of(instance, placed, Set.of(), List.of());
      placed.addAll(OneFirm.solve(only(left, firm)).placements());
    }
    return placed;
  }

  private static Instance only(Instance left, Instance.Firm firm) {
    return new Instance(
        left.id(),
        left.weights(),
        left.preferenceScore(),
        left.policy(),
        left.incompatible(),
        left.zones(),
        left.buildings(),
        left.floors(),
        left.tenants(),
        List.of(firm));
  }
}
