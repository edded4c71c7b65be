package vn.khuxuong.allocation.fairness;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;

/** Counts firms that have a reason to envy another one its place. */
final class Envy {
  private final Instance instance;
  private final List<Placement> placements;
  private final Map<String, Instance.Floor> floors;
  private final Map<String, String> zones;
  private final Map<String, Instance.Firm> firms;
  private final Map<String, Placement> byFirm = new HashMap<>();

  Envy(Instance instance, List<Placement> placements) {
    this.instance = instance;
    this.placements = placements;
    floors =
        instance.floors().stream()
            .collect(Collectors.toMap(Instance.Floor::id, Function.identity()));
    zones =
        instance.buildings().stream()
            .collect(Collectors.toMap(Instance.Building::id, Instance.Building::zone));
    firms =
        instance.firms().stream().collect(Collectors.toMap(Instance.Firm::id, Function.identity()));
    placements.forEach(placement -> byFirm.put(placement.firm(), placement));
  }

  int count(Collection<String> aside) {
    int count = 0;
    for (Instance.Firm firm : instance.firms()) {
      if (!aside.contains(firm.id()) && placements.stream().anyMatch(p -> envies(firm, p))) {
        count++;
      }
    }
    return count;
  }

  private boolean envies(Instance.Firm firm, Placement other) {
    Instance.Firm holder = firms.get(other.firm());
    return holder != null
        && !holder.id().equals(firm.id())
        && holder.priority() < firm.priority()
        && rank(firm, other) < rank(firm, byFirm.get(firm.id()))
        && couldUse(firm, other);
  }

  /** Place of the zone in the firm's list; after the list for another, and last for no place. */
  private int rank(Instance.Firm firm, @Nullable Placement placement) {
    if (placement == null) {
      return Integer.MAX_VALUE;
    }
    int rank = firm.zonePrefs().indexOf(zone(placement));
    return rank < 0 ? firm.zonePrefs().size() : rank;
  }

  private String zone(Placement placement) {
    Instance.Floor floor = floors.get(placement.blocks().get(0).floor());
    return floor == null ? "" : zones.getOrDefault(floor.building(), "");
  }

  private boolean couldUse(Instance.Firm firm, Placement place) {
    long area = Fairness.area(floors, place);
    int start = firm.startEarliest();
    if (area < firm.areaMinM2()
        || area > firm.areaMaxM2()
        || (place.blocks().size() > 1 && !firm.maySplit())
        || !(firm.acceptOther() || firm.zonePrefs().contains(zone(place)))) {
      return false;
    }
    int until = Integer.MAX_VALUE;
    for (Placement.Block block : place.blocks()) {
      Instance.Floor floor = floors.get(block.floor());
      if (floor == null || !admits(floor, firm)) {
        return false;
      }
      until = Math.min(until, floor.availableUntil());
      for (int bay = block.startBay(); bay < block.startBay() + block.bayCount(); bay++) {
        start = Math.max(start, floor.bays().get(bay).availableFrom());
      }
    }
    return start <= firm.startLatest() && (long) start + firm.termMonths() <= until;
  }

  private static boolean admits(Instance.Floor floor, Instance.Firm firm) {
    return firm.loadKnM2() <= floor.loadKnM2()
        && firm.clearHeightDm() <= floor.clearHeightDm()
        && firm.liftTon() <= floor.liftTon()
        && firm.powerKva() <= floor.powerKva()
        && floor.hazards().contains(firm.hazard())
        && floor.industries().contains(firm.industry())
        && floor.rentKvnd() <= firm.budgetKvnd();
  }
}
