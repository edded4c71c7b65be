package vn.khuxuong.allocation.answer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;

/** Counts what answers to one problem give to the groups that have a quota. */
public final class QuotaCount {
  private final Sides sides;
  private final Map<String, Instance.Floor> floors;
  private final Map<String, Instance.Firm> firms;

  /** Counts for a problem and what the round asks beyond it. */
  public QuotaCount(Instance instance, Sides sides) {
    this.sides = sides;
    this.floors = Residual.floors(instance);
    this.firms = Residual.firms(instance);
  }

  /** m² that placements give to a group. */
  long givenM2(Group group, Collection<Placement> placements) {
    return placements.stream()
        .filter(p -> group.has(Residual.known(firms, p.firm())))
        .mapToLong(p -> Residual.area(floors, p))
        .sum();
  }

  /** m² by which placements miss the quotas, all together. */
  public long missedM2(Collection<Placement> placements) {
    return sides.quotas().stream()
        .mapToLong(q -> Math.max(0, q.atLeastM2() - givenM2(q.group(), placements)))
        .sum();
  }

  /** What an answer gives to each group that has a quota. */
  public List<Sides.QuotaVerdict> verdicts(Collection<Placement> placements) {
    return sides.quotas().stream()
        .map(
            quota -> {
              long given = givenM2(quota.group(), placements);
              return new Sides.QuotaVerdict(
                  quota.group(), quota.atLeastM2(), given, given >= quota.atLeastM2());
            })
        .toList();
  }
}
