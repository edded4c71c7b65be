package vn.khuxuong.allocation.fairness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.answer.FirstCome;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Verdict;

/**
 * The fairness of an answer: for each kind of firm how many applied and were placed and how much of
 * their demand is met, and how many firms have a reason to envy another, beside what a list by
 * arrival would have done with the same input.
 *
 * @param round the answer
 * @param firstCome the list by arrival
 */
public record Fairness(Side round, Side firstCome) {

  /**
   * One way of allocating.
   *
   * @param objective points by the round's criteria
   * @param envy firms that would be better off in the place of a firm with fewer points and could
   *     use it, judged by what concerns one firm alone: floor, area, rent, zone and start
   * @param kinds shares by kind of firm
   */
  public record Side(long objective, int placed, long areaM2, int envy, List<Share> kinds) {
    public Side {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * One kind of firm.
   *
   * @param by {@code SIZE}, {@code INDUSTRY}, {@code ORIGIN}, {@code DISPLACED}
   * @param demandM2 least m² that they asked for
   * @param servedM2 least m² of those that were placed; served by demand is the share that is met
   * @param areaM2 m² they were given
   */
  public record Share(
      String by, String kind, int applied, int placed, long demandM2, long servedM2, long areaM2) {}

  /**
   * The report on an answer.
   *
   * @param aside firms that took no part
   * @param industry the line of business behind an industry code of the input
   */
  public static Fairness of(
      Instance instance,
      List<Placement> placements,
      Collection<String> aside,
      Function<String, String> industry) {
    return new Fairness(
        side(instance, placements, aside, industry),
        side(instance, FirstCome.solve(instance, aside), aside, industry));
  }

  private static Side side(
      Instance instance,
      List<Placement> placements,
      Collection<String> aside,
      Function<String, String> industry) {
    Verdict verdict = Checker.check(instance, placements);
    Map<String, Long> areas = new HashMap<>();
    Map<String, Instance.Floor> floors =
        instance.floors().stream()
            .collect(Collectors.toMap(Instance.Floor::id, Function.identity()));
    for (Placement placement : placements) {
      areas.put(placement.firm(), area(floors, placement));
    }
    List<Share> kinds = new ArrayList<>();
    kinds.addAll(shares("SIZE", instance, areas, Instance.Firm::sizeClass));
    kinds.addAll(shares("INDUSTRY", instance, areas, f -> industry.apply(f.industry())));
    kinds.addAll(
        shares("ORIGIN", instance, areas, f -> f.flags().domestic() ? "DOMESTIC" : "FOREIGN"));
    kinds.addAll(
        shares("DISPLACED", instance, areas, f -> f.flags().displaced() ? "DISPLACED" : "OTHER"));
    return new Side(
        verdict.objective(),
        placements.size(),
        verdict.areaM2(),
        new Envy(instance, placements).count(aside),
        kinds);
  }

  private static List<Share> shares(
      String by,
      Instance instance,
      Map<String, Long> areas,
      Function<Instance.Firm, String> kindOf) {
    Map<String, List<Instance.Firm>> byKind =
        instance.firms().stream()
            .collect(Collectors.groupingBy(kindOf, TreeMap::new, Collectors.toList()));
    List<Share> shares = new ArrayList<>();
    byKind.forEach(
        (kind, firms) ->
            shares.add(
                new Share(
                    by,
                    kind,
                    firms.size(),
                    (int) firms.stream().filter(f -> areas.containsKey(f.id())).count(),
                    firms.stream().mapToLong(Instance.Firm::areaMinM2).sum(),
                    firms.stream()
                        .filter(f -> areas.containsKey(f.id()))
                        .mapToLong(Instance.Firm::areaMinM2)
                        .sum(),
                    firms.stream().mapToLong(f -> areas.getOrDefault(f.id(), 0L)).sum())));
    return shares;
  }

  static long area(Map<String, Instance.Floor> floors, Placement placement) {
    long area = 0;
    for (Placement.Block block : placement.blocks()) {
      Instance.Floor floor = floors.get(block.floor());
      for (int bay = block.startBay(); bay < block.startBay() + block.bayCount(); bay++) {
        area += floor == null ? 0 : floor.bays().get(bay).areaM2();
      }
    }
    return area;
  }
}
