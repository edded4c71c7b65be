package vn.khuxuong.allocation.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Verdict;

/**
 * Gives places between equals by the round's order: as long as a firm that waits could take the
 * place of a later one without the answer losing a point, it does. Afterwards no waiting firm is
 * earlier than one with equal points whose bays it could have had at no loss.
 */
final class TieBreak {
  private TieBreak() {}

  /** Applications by the round's order; one that it does not list comes as the input lists it. */
  static final class Order implements Comparator<String> {
    private final Map<String, Integer> place = new HashMap<>();

    Order(Instance instance, Sides sides) {
      sides.order().forEach(firm -> place.putIfAbsent(firm, place.size()));
      instance.firms().forEach(firm -> place.putIfAbsent(firm.id(), place.size()));
    }

    @Override
    public int compare(String a, String b) {
      return Integer.compare(place.getOrDefault(a, 0), place.getOrDefault(b, 0));
    }
  }

  /**
   * The answer with its ties broken.
   *
   * @param pinned firms whose place is not touched
   * @param aside firms that take no part
   * @param missed how far placements miss the quotas, m²
   */
  static List<Placement> settle(
      Instance instance,
      Sides sides,
      List<Placement> placements,
      Set<String> pinned,
      Set<String> aside,
      ToLongFunction<Collection<Placement>> missed) {
    Order order = new Order(instance, sides);
    Map<String, Instance.Firm> firms = Residual.firms(instance);
    Map<String, Instance.Floor> floors = Residual.floors(instance);
    Map<String, String> zones = zoneByFloor(instance);
    List<Placement> now = new ArrayList<>(placements);
    Set<String> seated = new HashSet<>();
    now.forEach(placement -> seated.add(placement.firm()));
    List<String> waiting =
        new ArrayList<>(
            firms.keySet().stream()
                .filter(firm -> !seated.contains(firm) && !aside.contains(firm))
                .sorted(order)
                .toList());
    long objective = Checker.check(instance, now).objective();
    long short0 = missed.applyAsLong(now);
    for (int i = 0; i < waiting.size(); i++) {
      Instance.Firm firm = Residual.known(firms, waiting.get(i));
      for (int k = 0; k < now.size(); k++) {
        Placement placed = now.get(k);
        Instance.Firm holder = Residual.known(firms, placed.firm());
        Placement instead =
            pinned.contains(holder.id())
                    || order.compare(firm.id(), holder.id()) > 0
                    || !equal(instance, Residual.known(zones, floorOf(placed)), firm, holder)
                ? null
                : inPlaceOf(firm, placed, floors);
        if (instead == null) {
          continue;
        }
        List<Placement> changed = new ArrayList<>(now);
        changed.set(k, instead);
        Verdict verdict = Checker.check(instance, changed);
        if (verdict.feasible()
            && verdict.objective() >= objective
            && missed.applyAsLong(changed) <= short0) {
          objective = verdict.objective();
          now = changed;
          waiting.add(holder.id());
          waiting.subList(i + 1, waiting.size()).sort(order);
          break;
        }
      }
    }
    return now;
  }

  private static String floorOf(Placement placement) {
    return placement.blocks().get(0).floor();
  }

  /** Whether two firms bring the same points in one place, chains apart. */
  private static boolean equal(Instance instance, String zone, Instance.Firm a, Instance.Firm b) {
    return a.priority() == b.priority() && value(instance, zone, a) == value(instance, zone, b);
  }

  private static long value(Instance instance, String zone, Instance.Firm firm) {
    int rank = firm.zonePrefs().indexOf(zone);
    long score = rank < 0 ? 0 : instance.preferenceScore().get(rank);
    return instance.weights().demand() * 3L * firm.areaMinM2()
        + instance.weights().preference() * score * firm.areaMinM2();
  }

  private static Map<String, String> zoneByFloor(Instance instance) {
    Map<String, String> byBuilding = new HashMap<>();
    instance.buildings().forEach(building -> byBuilding.put(building.id(), building.zone()));
    Map<String, String> byFloor = new HashMap<>();
    instance
        .floors()
        .forEach(floor -> byFloor.put(floor.id(), Residual.known(byBuilding, floor.building())));
    return byFloor;
  }

  private static @Nullable Placement inPlaceOf(
      Instance.Firm firm, Placement placed, Map<String, Instance.Floor> floors) {
    long area = Residual.area(floors, placed);
    if (area < firm.areaMinM2()
        || area > firm.areaMaxM2()
        || (placed.blocks().size() > 1 && !firm.maySplit())) {
      return null;
    }
    int start = firm.startEarliest();
    for (Placement.Block block : placed.blocks()) {
      Instance.Floor floor = Residual.known(floors, block.floor());
      for (int bay = block.startBay(); bay < block.startBay() + block.bayCount(); bay++) {
        start = Math.max(start, floor.bays().get(bay).availableFrom());
      }
    }
    return start > firm.startLatest() ? null : new Placement(firm.id(), start, placed.blocks());
  }
}
