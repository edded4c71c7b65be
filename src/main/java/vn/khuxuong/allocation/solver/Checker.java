package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Instance.Bay;
import vn.khuxuong.allocation.solver.Instance.Building;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Incompatibility;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Instance.Tenant;
import vn.khuxuong.allocation.solver.Instance.Zone;
import vn.khuxuong.allocation.solver.Placement.Block;

/**
 * Judges an answer from the instance alone: hard constraints H01 to H19 and the objective, bay by
 * bay. It shares no code with the engines and their columns, so that a mistake of theirs cannot
 * hide here.
 */
public final class Checker {
  private final Instance instance;
  private final Map<String, Zone> zones = new HashMap<>();
  private final Map<String, Building> buildings = new HashMap<>();
  private final Map<String, Floor> floors = new HashMap<>();
  private final Map<String, Firm> firms = new HashMap<>();

  private final List<Verdict.Fault> faults = new ArrayList<>();
  private final Map<String, Occupant[]> occupants = new HashMap<>();
  private final Map<String, Map<String, String>> holderOfTrait = new TreeMap<>();
  private final Map<String, Long> floorPower = new TreeMap<>();
  private final Map<String, Long> buildingPower = new TreeMap<>();
  private final Map<String, Long> buildingWater = new TreeMap<>();
  private final Map<String, Long> foreignArea = new TreeMap<>();
  private final Map<String, Map<String, Integer>> clusterByBuilding = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private long demand;
  private long preference;
  private long areaM2;

  /** Who sits on a bay. */
  private record Occupant(String id, boolean firm, List<String> traits) {}

  private Checker(Instance instance) {
    this.instance = instance;
    instance.zones().forEach(zone -> zones.put(zone.id(), zone));
    instance.buildings().forEach(building -> buildings.put(building.id(), building));
    instance.firms().forEach(firm -> firms.put(firm.id(), firm));
    for (Floor floor : instance.floors()) {
      floors.put(floor.id(), floor);
      occupants.put(floor.id(), new Occupant[floor.bays().size()]);
    }
  }

  /**
   * Checks one answer.
   *
   * @return every breach found and the objective recomputed; the objective of an answer with
   *     breaches counts what could be counted
   */
  public static Verdict check(Instance instance, List<Placement> placements) {
    Checker checker = new Checker(instance);
    instance.tenants().forEach(checker::seat);
    placements.forEach(checker::place);
    checker.checkCapacities();
    checker.checkFloorPairs();
    checker.checkNeighbours();
    Score score =
        new Score(checker.demand, checker.preference, checker.vacantRuns(), checker.links());
    return new Verdict(
        checker.faults,
        score,
        score.objective(instance.weights()),
        checker.seen.size(),
        checker.areaM2);
  }

  private void fault(String code, String message) {
    faults.add(new Verdict.Fault(code, message));
  }

  private void fault(String code, String message, String place, long needed, long has) {
    faults.add(new Verdict.Fault(code, message, place, needed, has));
  }

  private Floor floor(String id) {
    return known(floors.get(id), id);
  }

  private static <T> T known(@Nullable T part, String id) {
    if (part == null) {
      throw new IllegalStateException("a sound instance refers only to what it lists: " + id);
    }
    return part;
  }

  private void seat(Tenant tenant) {
    Occupant[] bays = known(occupants.get(tenant.floor()), tenant.floor());
    Occupant occupant = new Occupant(tenant.id(), false, tenant.traits());
    for (int bay = tenant.startBay(); bay < tenant.startBay() + tenant.bayCount(); bay++) {
      bays[bay] = occupant;
    }
    String building = floor(tenant.floor()).building();
    floorPower.merge(tenant.floor(), (long) tenant.powerKva(), Long::sum);
    buildingPower.merge(building, (long) tenant.powerKva(), Long::sum);
    buildingWater.merge(building, (long) tenant.wastewaterM3(), Long::sum);
    note(tenant.floor(), tenant.traits(), tenant.id());
  }

  private void note(String floor, List<String> traits, String holder) {
    Map<String, String> holders = holderOfTrait.computeIfAbsent(floor, id -> new HashMap<>());
    traits.forEach(trait -> holders.putIfAbsent(trait, holder));
  }

  private void place(Placement placement) {
    Firm firm = firms.get(placement.firm());
    if (firm == null) {
      fault("H01", "unknown firm " + placement.firm());
      return;
    }
    if (!seen.add(firm.id())) {
      fault("H01", firm.id() + " placed twice");
      return;
    }
    List<Block> blocks = placement.blocks();
    for (Block block : blocks) {
      Floor floor = floors.get(block.floor());
      if (floor == null || (long) block.startBay() + block.bayCount() > floor.bays().size()) {
        fault("H02", firm.id() + " has a block outside floor " + block.floor());
        return;
      }
    }
    checkSplit(firm, blocks);
    long[] areas = new long[blocks.size()];
    long area = 0;
    int ready = firm.startEarliest();
    for (int i = 0; i < areas.length; i++) {
      checkFloorRules(firm, blocks.get(i));
      for (Bay bay : occupy(firm, blocks.get(i))) {
        areas[i] += bay.areaM2();
        ready = Math.max(ready, bay.availableFrom());
      }
      area += areas[i];
    }
    if (area < firm.areaMinM2() || area > firm.areaMaxM2()) {
      fault(
          "H05",
          firm.id() + " area " + area + " outside its range",
          "",
          area < firm.areaMinM2() ? firm.areaMinM2() : firm.areaMaxM2(),
          area);
    }
    int start = placement.start();
    if (start < ready || start > firm.startLatest()) {
      fault(
          "H11",
          firm.id() + " starts in " + start + ", not in " + ready + ".." + firm.startLatest());
    }
    for (int i = 0; i < areas.length; i++) {
      Floor floor = floor(blocks.get(i).floor());
      if ((long) start + firm.termMonths() > floor.availableUntil()) {
        fault(
            "H11",
            firm.id() + " term runs past the end of " + floor.id(),
            floor.id(),
            (long) start + firm.termMonths(),
            floor.availableUntil());
      }
      floorPower.merge(floor.id(), shareRoundedUp(firm.powerKva(), areas[i], area), Long::sum);
      note(floor.id(), firm.traits(), firm.id());
    }
    count(firm, floor(blocks.get(0).floor()).building(), area);
  }

  private static long shareRoundedUp(long total, long part, long whole) {
    return (total * part + whole - 1) / whole;
  }

  private void checkSplit(Firm firm, List<Block> blocks) {
    if (blocks.size() > 2) {
      fault("H03", firm.id() + " has more than two blocks");
    }
    if (blocks.size() == 2) {
      Floor one = floor(blocks.get(0).floor());
      Floor two = floor(blocks.get(1).floor());
      if (!firm.maySplit()) {
        fault("H03", firm.id() + " does not accept a split");
      }
      if (!one.building().equals(two.building()) || Math.abs(one.level() - two.level()) != 1) {
        fault("H03", firm.id() + " split over floors that are not adjacent");
      }
      if (Math.abs(blocks.get(0).bayCount() - blocks.get(1).bayCount()) > 1) {
        fault("H03", firm.id() + " split is unbalanced");
      }
    }
  }

  private void checkFloorRules(Firm firm, Block block) {
    Floor floor = floor(block.floor());
    for (int line : floor.breaks()) {
      if (block.startBay() < line && line < block.startBay() + block.bayCount()) {
        fault("H04", firm.id() + " crosses a break on " + floor.id(), floor.id(), -1, line);
        break;
      }
    }
    if (firm.loadKnM2() > floor.loadKnM2()) {
      fault(
          "H06",
          firm.id() + " floor load on " + floor.id(),
          floor.id(),
          firm.loadKnM2(),
          floor.loadKnM2());
    }
    if (firm.clearHeightDm() > floor.clearHeightDm()) {
      fault(
          "H07",
          firm.id() + " clear height on " + floor.id(),
          floor.id(),
          firm.clearHeightDm(),
          floor.clearHeightDm());
    }
    if (firm.liftTon() > floor.liftTon()) {
      fault(
          "H08",
          firm.id() + " goods lift on " + floor.id(),
          floor.id(),
          firm.liftTon(),
          floor.liftTon());
    }
    if (!floor.hazards().contains(firm.hazard())) {
      fault("H09", firm.id() + " hazard category on " + floor.id(), floor.id(), -1, -1);
    }
    if (!floor.industries().contains(firm.industry())) {
      fault("H10", firm.id() + " industry not permitted on " + floor.id(), floor.id(), -1, -1);
    }
    if (floor.rentKvnd() > firm.budgetKvnd()) {
      fault(
          "H12",
          firm.id() + " rent over budget on " + floor.id(),
          floor.id(),
          floor.rentKvnd(),
          firm.budgetKvnd());
    }
  }

  private List<Bay> occupy(Firm firm, Block block) {
    Occupant[] bays = known(occupants.get(block.floor()), block.floor());
    Occupant occupant = new Occupant(firm.id(), true, firm.traits());
    int end = block.startBay() + block.bayCount();
    for (int bay = block.startBay(); bay < end; bay++) {
      Occupant before = bays[bay];
      if (before != null) {
        fault(
            "H02",
            firm.id() + " and " + before.id() + " both on " + block.floor() + " bay " + bay,
            block.floor(),
            -1,
            bay);
      }
      bays[bay] = occupant;
    }
    return floor(block.floor()).bays().subList(block.startBay(), end);
  }

  /** Books what a placed firm uses beyond its floors, and what it earns. */
  private void count(Firm firm, String building, long area) {
    String zone = known(buildings.get(building), building).zone();
    int rank = firm.zonePrefs().indexOf(zone);
    if (rank < 0 && !firm.acceptOther()) {
      fault("H13", firm.id() + " does not accept zone " + zone, zone, -1, -1);
    }
    buildingPower.merge(building, (long) firm.powerKva(), Long::sum);
    buildingWater.merge(building, (long) firm.wastewaterM3(), Long::sum);
    if (!firm.flags().domestic()) {
      foreignArea.merge(zone, area, Long::sum);
    }
    areaM2 += area;
    demand += firm.priority() * (3L * firm.areaMinM2() + area);
    if (rank >= 0) {
      preference +=
          (long) firm.priority() * firm.areaMinM2() * instance.preferenceScore().get(rank);
    }
    if (firm.cluster() != null) {
      clusterByBuilding
          .computeIfAbsent(building, id -> new TreeMap<>())
          .merge(firm.cluster(), 1, Integer::sum);
    }
  }

  private void checkCapacities() {
    floorPower.forEach(
        (id, used) -> within("H14", "power on floor " + id, id, used, floor(id).powerKva()));
    buildingPower.forEach(
        (id, used) ->
            within(
                "H15",
                "power in building " + id,
                id,
                used,
                known(buildings.get(id), id).powerKva()));
    buildingWater.forEach(
        (id, used) ->
            within(
                "H16",
                "wastewater in " + id,
                id,
                used,
                known(buildings.get(id), id).wastewaterM3()));
    foreignArea.forEach(
        (id, used) ->
            within(
                "H19",
                "non-domestic area in " + id,
                id,
                used,
                known(zones.get(id), id).foreignAreaCapM2()));
  }

  private void within(String code, String what, String place, long used, long capacity) {
    if (used > capacity) {
      fault(code, what + ": " + used + " > " + capacity, place, used, capacity);
    }
  }

  private void checkFloorPairs() {
    for (Incompatibility pair : instance.incompatible()) {
      if (pair.scope() == Scope.FLOOR) {
        holderOfTrait.forEach(
            (floor, holders) -> {
              if (holders.containsKey(pair.a()) && holders.containsKey(pair.b())) {
                fault(
                    "H18",
                    pair.a() + " and " + pair.b() + " on the same floor " + floor,
                    floor,
                    -1,
                    -1);
              }
            });
      }
    }
  }

  private void checkNeighbours() {
    for (Floor floor : instance.floors()) {
      Occupant[] bays = known(occupants.get(floor.id()), floor.id());
      for (int bay = 0; bay + 1 < bays.length; bay++) {
        Occupant left = bays[bay];
        Occupant right = bays[bay + 1];
        if (left != null
            && right != null
            && (left.firm() || right.firm())
            && !left.equals(right)
            && !floor.breaks().contains(bay + 1)
            && repel(left, right)) {
          fault(
              "H17",
              left.id() + " and " + right.id() + " are neighbours on " + floor.id(),
              floor.id(),
              -1,
              -1);
        }
      }
    }
  }

  private boolean repel(Occupant left, Occupant right) {
    for (Incompatibility pair : instance.incompatible()) {
      if (pair.scope() == Scope.ADJACENT
          && ((left.traits().contains(pair.a()) && right.traits().contains(pair.b()))
              || (left.traits().contains(pair.b()) && right.traits().contains(pair.a())))) {
        return true;
      }
    }
    return false;
  }

  private int vacantRuns() {
    int runs = 0;
    for (Floor floor : instance.floors()) {
      Occupant[] bays = known(occupants.get(floor.id()), floor.id());
      boolean inRun = false;
      for (int bay = 0; bay < bays.length; bay++) {
        inRun &= !floor.breaks().contains(bay);
        boolean vacant = bays[bay] == null;
        if (vacant && !inRun) {
          runs++;
        }
        inRun = vacant;
      }
    }
    return runs;
  }

  private int links() {
    int links = 0;
    for (Map<String, Integer> clusters : clusterByBuilding.values()) {
      for (int firmsHere : clusters.values()) {
        links += firmsHere - 1;
      }
    }
    return links;
  }
}
