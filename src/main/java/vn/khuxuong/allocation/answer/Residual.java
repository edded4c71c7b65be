package vn.khuxuong.allocation.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;

/**
 * What is left of a problem once some firms have their place: they sit as tenants with their traits
 * and their share of power and wastewater, and what they take of a zone's cap is taken off it. An
 * answer to what is left, together with these placements, keeps every rule of the whole problem.
 */
final class Residual {
  private Residual() {}

  /**
   * The problem that is left.
   *
   * @param placed firms with their place; unknown ones are an error
   * @param out firms that take no part
   * @param taken bays that nobody may have
   */
  static Instance of(
      Instance whole,
      Collection<Placement> placed,
      Set<String> out,
      Collection<Placement.Block> taken) {
    Map<String, Instance.Firm> firms = firms(whole);
    Map<String, Instance.Floor> floors = floors(whole);
    Map<String, String> zones =
        whole.buildings().stream()
            .collect(Collectors.toMap(Instance.Building::id, Instance.Building::zone));
    List<Instance.Tenant> tenants = new ArrayList<>(whole.tenants());
    Map<String, Long> foreign = new HashMap<>();
    for (Placement placement : placed) {
      Instance.Firm firm = known(firms, placement.firm());
      long area = area(floors, placement);
      boolean first = true;
      for (Placement.Block block : placement.blocks()) {
        long share = area(floors, block);
        tenants.add(
            new Instance.Tenant(
                "F:" + firm.id() + (first ? "" : ":2"),
                block.floor(),
                block.startBay(),
                block.bayCount(),
                firm.traits(),
                (int) ((firm.powerKva() * share + area - 1) / area),
                first ? firm.wastewaterM3() : 0));
        first = false;
      }
      if (!firm.flags().domestic()) {
        String building = known(floors, placement.blocks().get(0).floor()).building();
        foreign.merge(known(zones, building), area, Long::sum);
      }
    }
    seatTaken(whole, taken, tenants);
    Set<String> seated = placed.stream().map(Placement::firm).collect(Collectors.toSet());
    return new Instance(
        whole.id(),
        whole.weights(),
        whole.preferenceScore(),
        whole.policy(),
        whole.incompatible(),
        whole.zones().stream().map(zone -> lessForeign(zone, foreign)).toList(),
        whole.buildings(),
        whole.floors(),
        tenants,
        whole.firms().stream()
            .filter(firm -> !seated.contains(firm.id()) && !out.contains(firm.id()))
            .toList());
  }

  private static Instance.Zone lessForeign(Instance.Zone zone, Map<String, Long> foreign) {
    long left = zone.foreignAreaCapM2() - foreign.getOrDefault(zone.id(), 0L);
    return new Instance.Zone(zone.id(), zone.name(), (int) Math.max(0, left));
  }

  /** Bays that somebody has taken since; where a tenant sits already nothing changes. */
  private static void seatTaken(
      Instance whole, Collection<Placement.Block> taken, List<Instance.Tenant> tenants) {
    Map<String, Instance.Floor> floors = floors(whole);
    for (Placement.Block block : taken) {
      Instance.Floor floor = floors.get(block.floor());
      if (floor == null) {
        continue;
      }
      int end = Math.min(block.startBay() + block.bayCount(), floor.bays().size());
      for (int bay = block.startBay(); bay < end; bay++) {
        int no = bay;
        boolean seated =
            tenants.stream()
                .anyMatch(
                    t ->
                        t.floor().equals(floor.id())
                            && t.startBay() <= no
                            && no < t.startBay() + t.bayCount());
        if (!seated) {
          tenants.add(
              new Instance.Tenant(
                  "TAKEN:" + floor.id() + "." + no, floor.id(), no, 1, List.of(), 0, 0));
        }
      }
    }
  }

  static Map<String, Instance.Firm> firms(Instance instance) {
    return instance.firms().stream()
        .collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
  }

  static Map<String, Instance.Floor> floors(Instance instance) {
    return instance.floors().stream()
        .collect(Collectors.toMap(Instance.Floor::id, Function.identity()));
  }

  static long area(Map<String, Instance.Floor> floors, Placement placement) {
    return placement.blocks().stream().mapToLong(block -> area(floors, block)).sum();
  }

  private static long area(Map<String, Instance.Floor> floors, Placement.Block block) {
    return known(floors, block.floor())
        .bays()
        .subList(block.startBay(), block.startBay() + block.bayCount())
        .stream()
        .mapToLong(Instance.Bay::areaM2)
        .sum();
  }

  static <T> T known(Map<String, T> byId, String id) {
    T found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException("unknown: " + id);
    }
    return found;
  }
}
