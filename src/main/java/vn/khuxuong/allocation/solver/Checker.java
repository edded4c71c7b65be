package vn.khuxuong.allocation.solver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.CheckerNeighbours.Occupant;
import vn.khuxuong.allocation.solver.Instance.Bay;
import vn.khuxuong.allocation.solver.Instance.Building;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
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

  private final CheckerFaults faults = new CheckerFaults();
  private final CheckerFloors rules = new CheckerFloors(faults);
  private final CheckerCapacities capacities = new CheckerCapacities(faults);
  private final CheckerNeighbours neighbours;
  private final Map<String, Occupant[]> occupants = new HashMap<>();
  private final Map<String, Map<String, Integer>> clusterByBuilding = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private long demand;
  private long preference;
  private long areaM2;

  private Checker(Instance instance) {
    this.instance = instance;
    neighbours = new CheckerNeighbours(instance, faults);
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
    checker.capacities.check(
        id -> checker.floor(id).powerKva(),
        id -> known(checker.buildings.get(id), id).powerKva(),
        id -> known(checker.buildings.get(id), id).wastewaterM3(),
        id -> known(checker.zones.get(id), id).foreignAreaCapM2());
    checker.neighbours.floors();
    checker.neighbours.neighbours(id -> known(checker.occupants.get(id), id));
    Score score =
        new Score(checker.demand, checker.preference, checker.vacantRuns(), checker.links());
    return new Verdict(
        checker.faults.list(),
        score,
        score.objective(instance.weights()),
        checker.seen.size(),
        checker.areaM2);
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
    capacities.floorPower(tenant.floor(), tenant.powerKva());
    capacities.building(building, tenant.powerKva(), tenant.wastewaterM3());
    neighbours.note(tenant.floor(), tenant.traits(), tenant.id());
  }

  private void place(Placement placement) {
    Firm firm = firms.get(placement.firm());
    if (firm == null) {
      faults.add("H01", "unknown firm " + placement.firm());
      return;
    }
    if (!seen.add(firm.id())) {
      faults.add("H01", firm.id() + " placed twice");
      return;
    }
    List<Block> blocks = placement.blocks();
    for (Block block : blocks) {
      Floor floor = floors.get(block.floor());
      if (floor == null || (long) block.startBay() + block.bayCount() > floor.bays().size()) {
        faults.add("H02", firm.id() + " has a block outside floor " + block.floor());
        return;
      }
    }
    Block last = blocks.get(blocks.size() - 1);
    rules.split(firm, blocks, floor(blocks.get(0).floor()), floor(last.floor()));
    long[] areas = new long[blocks.size()];
    long area = 0;
    int ready = firm.startEarliest();
    for (int i = 0; i < areas.length; i++) {
      rules.block(firm, blocks.get(i), floor(blocks.get(i).floor()));
      for (Bay bay : occupy(firm, blocks.get(i))) {
        areas[i] += bay.areaM2();
        ready = Math.max(ready, bay.availableFrom());
      }
      area += areas[i];
    }
    if (area < firm.areaMinM2() || area > firm.areaMaxM2()) {
      faults.add(
          "H05",
          firm.id() + " area " + area + " outside its range",
          "",
          area < firm.areaMinM2() ? firm.areaMinM2() : firm.areaMaxM2(),
          area);
    }
    int start = placement.start();
    if (start < ready || start > firm.startLatest()) {
      faults.add(
          "H11",
          firm.id() + " starts in " + start + ", not in " + ready + ".." + firm.startLatest());
    }
    for (int i = 0; i < areas.length; i++) {
      Floor floor = floor(blocks.get(i).floor());
      if ((long) start + firm.termMonths() > floor.availableUntil()) {
        faults.add(
            "H11",
            firm.id() + " term runs past the end of " + floor.id(),
            floor.id(),
            (long) start + firm.termMonths(),
            floor.availableUntil());
      }
      capacities.floorPower(
          floor.id(), CheckerCapacities.shareRoundedUp(firm.powerKva(), areas[i], area));
      neighbours.note(floor.id(), firm.traits(), firm.id());
    }
    count(firm, floor(blocks.get(0).floor()).building(), area);
  }

  private List<Bay> occupy(Firm firm, Block block) {
    Occupant[] bays = known(occupants.get(block.floor()), block.floor());
    Occupant occupant = new Occupant(firm.id(), true, firm.traits());
    int end = block.startBay() + block.bayCount();
    for (int bay = block.startBay(); bay < end; bay++) {
      Occupant before = bays[bay];
      if (before != null) {
        faults.add(
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
      faults.add("H13", firm.id() + " does not accept zone " + zone, zone, -1, -1);
    }
    capacities.building(building, firm.powerKva(), firm.wastewaterM3());
    if (!firm.flags().domestic()) {
      capacities.foreign(zone, area);
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
