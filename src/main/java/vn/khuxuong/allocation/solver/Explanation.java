package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Placement.Block;
import vn.khuxuong.allocation.solver.Reason.Lack;
import vn.khuxuong.allocation.solver.Reason.NearMiss;
import vn.khuxuong.allocation.solver.Reason.NoFloorFits;
import vn.khuxuong.allocation.solver.Reason.Outscored;
import vn.khuxuong.allocation.solver.Reason.Placed;
import vn.khuxuong.allocation.solver.Reason.Shortfall;

/** Gives every firm of an answer its reason, from the same columns that the engines chose from. */
public final class Explanation {
  private static final int NEAREST = 3;

  private final Columns columns;
  private final Site site;
  private final Strips strips;
  private final Shortfalls shortfalls;
  private final State state;

  private Explanation(Instance instance, List<Placement> placements) {
    columns = new Columns(instance);
    site = columns.site;
    strips = columns.strips;
    shortfalls = new Shortfalls(columns.blocks);
    state = State.of(columns, chosen(placements));
  }

  /**
   * Explains an answer.
   *
   * @param placements a feasible answer to the instance
   * @return one reason for every firm, in the instance's order
   * @throws IllegalArgumentException if the answer is not feasible
   */
  public static List<Reason> of(Instance instance, List<Placement> placements) {
    Verdict verdict = Checker.check(instance, placements);
    if (!verdict.feasible()) {
      throw new IllegalArgumentException("not a feasible answer: " + verdict.faults().get(0));
    }
    Explanation explanation = new Explanation(instance, placements);
    List<Reason> reasons = new ArrayList<>();
    for (int firm = 0; firm < instance.firms().size(); firm++) {
      reasons.add(explanation.reason(firm));
    }
    return reasons;
  }

  /**
   * What keeps one waiting firm off each floor, in the order of buildings and their floors.
   *
   * @param placements a feasible answer to the instance
   * @throws IllegalArgumentException if there is no such firm
   */
  public static List<FloorReason> floors(
      Instance instance, List<Placement> placements, String firm) {
    Explanation explanation = new Explanation(instance, placements);
    for (int i = 0; i < instance.firms().size(); i++) {
      if (instance.firms().get(i).id().equals(firm)) {
        return explanation.floorReasons(i);
      }
    }
    throw new IllegalArgumentException("unknown firm " + firm);
  }

  /**
   * What the answer has to say to every firm about one bay, in the instance's order.
   *
   * @param placements a feasible answer to the instance
   * @throws IllegalArgumentException if there is no such bay
   */
  public static List<BayReason> bay(
      Instance instance, List<Placement> placements, String floor, int bay) {
    Explanation explanation = new Explanation(instance, placements);
    for (int f = 0; f < explanation.site.floors.size(); f++) {
      Floor place = explanation.site.floors.get(f);
      if (place.id().equals(floor) && bay >= 0 && bay < place.bays().size()) {
        return new BayReasons(explanation.columns, explanation.shortfalls)
            .of(
                f,
                explanation.findStrip(f, bay),
                bay,
                (firm, where) -> explanation.lackByFloor(firm).get(where));
      }
    }
    throw new IllegalArgumentException("no bay " + bay + " on floor " + floor);
  }

  private List<FloorReason> floorReasons(int firm) {
    Map<Integer, Lack> lacks = lackByFloor(firm);
    List<FloorReason> floors = new ArrayList<>();
    for (int b = 0; b < site.buildingCount(); b++) {
      for (Shortfalls.FloorRecord floor : shortfalls.of(firm, b)) {
        floors.add(
            new FloorReason(
                floor.miss().floor(), floor.miss().shortfalls(), lacks.get(floor.floor())));
      }
    }
    return floors;
  }

  private int[] chosen(List<Placement> placements) {
    Map<String, Integer> floorIndex = new HashMap<>();
    for (int f = 0; f < site.floors.size(); f++) {
      floorIndex.put(site.floors.get(f).id(), f);
    }
    Map<String, Placement> byFirm = new HashMap<>();
    placements.forEach(placement -> byFirm.put(placement.firm(), placement));
    int[] chosen = new int[columns.firms()];
    for (int firm = 0; firm < chosen.length; firm++) {
      Placement placement = byFirm.get(site.firms.get(firm).id());
      chosen[firm] = placement == null ? -1 : column(firm, placement, floorIndex);
    }
    return chosen;
  }

  private int column(int firm, Placement placement, Map<String, Integer> floorIndex) {
    List<int[]> used = new ArrayList<>();
    for (Block block : placement.blocks()) {
      int s = strip(floorIndex.getOrDefault(block.floor(), -1), block.startBay());
      used.add(
          new int[] {
            s, strips.positional[s] ? block.startBay() - strips.start[s] : 0, block.bayCount()
          });
    }
    for (int c = columns.begin(firm); c < columns.end(firm); c++) {
      int[] first = {columns.strip1[c], columns.at1[c], columns.bays1[c]};
      int[] second = {columns.strip2[c], columns.at2[c], columns.bays2[c]};
      boolean same =
          used.size() == 1
              ? second[0] < 0 && same(first, used.get(0))
              : (same(first, used.get(0)) && same(second, used.get(1)))
                  || (same(first, used.get(1)) && same(second, used.get(0)));
      if (same) {
        return c;
      }
    }
    throw new IllegalStateException("no column for the placement of " + placement.firm());
  }

  private static boolean same(int[] a, int[] b) {
    return Arrays.equals(a, b);
  }

  private int strip(int floor, int bay) {
    int strip = findStrip(floor, bay);
    if (strip < 0) {
      throw new IllegalStateException("no strip at bay " + bay);
    }
    return strip;
  }

  /** The strip that a bay lies in, -1 where a sitting tenant holds it. */
  private int findStrip(int floor, int bay) {
    for (int s : strips.ofFloor[floor]) {
      if (strips.start[s] <= bay && bay < strips.start[s] + strips.length[s]) {
        return s;
      }
    }
    return -1;
  }

  private Reason reason(int firm) {
    if (state.chosen[firm] >= 0) {
      return placed(firm);
    }
    return columns.begin(firm) < columns.end(firm) ? outscored(firm) : noFloorFits(firm);
  }

  private Placed placed(int firm) {
    int column = state.chosen[firm];
    int zone = site.zoneOfBuilding[columns.building(column)];
    int rank = site.rank(firm, zone);
    Firm applicant = site.firms.get(firm);
    Set<Integer> better = new HashSet<>();
    for (int c = columns.begin(firm); c < columns.end(firm); c++) {
      int other = site.rank(firm, site.zoneOfBuilding[columns.building(c)]);
      if (other >= 0 && (rank < 0 || other < rank)) {
        better.addAll(floors(c));
      }
    }
    List<String> floors = new ArrayList<>();
    for (int f : floors(column)) {
      floors.add(site.floors.get(f).id());
    }
    return new Placed(
        applicant.id(),
        site.instance.zones().get(zone).id(),
        rank + 1,
        applicant.zonePrefs().size(),
        better.size(),
        floors,
        columns.area[column],
        applicant.areaMinM2(),
        columns.start[column]);
  }

  private List<Integer> floors(int column) {
    List<Integer> floors = new ArrayList<>();
    floors.add(strips.floor[columns.strip1[column]]);
    if (columns.strip2[column] >= 0) {
      floors.add(strips.floor[columns.strip2[column]]);
    }
    return floors;
  }

  private NoFloorFits noFloorFits(int firm) {
    List<Set<Rule>> brokenByFloor = new ArrayList<>();
    Map<Rule, Integer> first = new EnumMap<>(Rule.class);
    List<NearMiss> misses = new ArrayList<>();
    for (int b = 0; b < site.buildingCount(); b++) {
      for (Shortfalls.FloorRecord floor : shortfalls.of(firm, b)) {
        brokenByFloor.add(floor.broken());
        first.merge(floor.broken().iterator().next(), 1, Integer::sum);
        misses.add(floor.miss());
      }
    }
    misses.sort(
        Comparator.comparingInt((NearMiss miss) -> miss.shortfalls().size())
            .thenComparingDouble(
                miss -> miss.shortfalls().stream().mapToDouble(Shortfall::severity).sum())
            .thenComparing(NearMiss::floor));
    return new NoFloorFits(
        site.firms.get(firm).id(),
        brokenByFloor.size(),
        first,
        smallestHittingSet(brokenByFloor),
        misses.subList(0, Math.min(NEAREST, misses.size())));
  }

  /** A smallest set of rules that meets every one of the given sets, none of which is empty. */
  static Set<Rule> smallestHittingSet(Collection<Set<Rule>> sets) {
    Set<Set<Rule>> distinct = new LinkedHashSet<>(sets);
    for (int size = 0; ; size++) {
      Set<Rule> chosen = EnumSet.noneOf(Rule.class);
      if (hits(distinct, chosen, size)) {
        return chosen;
      }
    }
  }

  private static boolean hits(Set<Set<Rule>> sets, Set<Rule> chosen, int more) {
    for (Set<Rule> set : sets) {
      if (Collections.disjoint(set, chosen)) {
        for (Rule rule : more == 0 ? Set.<Rule>of() : set) {
          chosen.add(rule);
          if (hits(sets, chosen, more - 1)) {
            return true;
          }
          chosen.remove(rule);
        }
        return false;
      }
    }
    return true;
  }

  private Map<Integer, Lack> lackByFloor(int firm) {
    Map<Integer, Lack> lackByFloor = new TreeMap<>();
    for (int c = columns.begin(firm); c < columns.end(firm); c++) {
      Capacity obstacle = state.obstacle(firm, c);
      for (int f : floors(c)) {
        Lack known = lackByFloor.get(f);
        Capacity capacity = obstacle == null ? Capacity.NO_GAIN : obstacle;
        if (known == null || capacity.compareTo(known.capacity()) > 0) {
          lackByFloor.put(f, lack(firm, c, f, capacity));
        }
      }
    }
    return lackByFloor;
  }

  private Outscored outscored(int firm) {
    Map<Integer, Lack> lackByFloor = lackByFloor(firm);
    Firm applicant = site.firms.get(firm);
    Map<Capacity, Integer> lacking = new EnumMap<>(Capacity.class);
    int heldByMore = 0;
    int heldByFewer = 0;
    for (Lack lack : lackByFloor.values()) {
      lacking.merge(lack.capacity(), 1, Integer::sum);
      if (lack.lowestPoints() >= applicant.priority()) {
        heldByMore++;
      } else if (lack.lowestPoints() >= 0) {
        heldByFewer++;
      }
    }
    List<Lack> nearest =
        lackByFloor.values().stream()
            .sorted(
                Comparator.comparing(Lack::capacity, Comparator.reverseOrder())
                    .thenComparingLong(lack -> lack.needed() - lack.left())
                    .thenComparing(Lack::floor))
            .limit(NEAREST)
            .toList();
    return new Outscored(
        applicant.id(),
        applicant.priority(),
        lackByFloor.size(),
        lacking,
        heldByMore,
        heldByFewer,
        nearest);
  }

  private Lack lack(int firm, int column, int floor, Capacity capacity) {
    int building = site.buildingOfFloor[floor];
    int zone = site.zoneOfBuilding[building];
    Floor place = site.floors.get(floor);
    long needed = 0;
    long left = 0;
    switch (capacity) {
      case AREA -> {
        needed = site.firms.get(firm).areaMinM2();
        left = largestFreeRun(floor);
      }
      case FLOOR_POWER -> {
        boolean first = strips.floor[columns.strip1[column]] == floor;
        needed = first ? columns.power1[column] : columns.power2[column];
        left = state.floorPower[floor];
      }
      case BUILDING_POWER -> {
        needed = site.power[firm];
        left = state.buildingPower[building];
      }
      case WASTEWATER -> {
        needed = site.water[firm];
        left = state.buildingWater[building];
      }
      case FOREIGN_CAP -> {
        needed = columns.area[column];
        left = state.zoneRoom[zone];
      }
      case NEIGHBOUR, NO_GAIN -> {}
    }
    return new Lack(place.id(), capacity, needed, left, lowestPoints(floor, capacity));
  }

  private long largestFreeRun(int floor) {
    long largest = 0;
    for (int s : strips.ofFloor[floor]) {
      largest = Math.max(largest, state.largestFreeRun(s));
    }
    return largest;
  }

  /**
   * Points of the lowest newly placed firm that holds some of a capacity of a floor; -1 for none.
   */
  private int lowestPoints(int floor, Capacity capacity) {
    int lowest = -1;
    for (int firm = 0; firm < columns.firms(); firm++) {
      int column = state.chosen[firm];
      if (column < 0 || !holds(firm, column, floor, capacity)) {
        continue;
      }
      int points = site.firms.get(firm).priority();
      lowest = lowest < 0 ? points : Math.min(lowest, points);
    }
    return lowest;
  }

  private boolean holds(int firm, int column, int floor, Capacity capacity) {
    return switch (capacity) {
      case AREA, FLOOR_POWER, NEIGHBOUR, NO_GAIN -> floors(column).contains(floor);
      case BUILDING_POWER, WASTEWATER -> columns.building(column) == site.buildingOfFloor[floor];
      case FOREIGN_CAP ->
          site.foreign[firm]
              && site.zoneOfBuilding[columns.building(column)] == site.zoneOfFloor(floor);
    };
  }
}
