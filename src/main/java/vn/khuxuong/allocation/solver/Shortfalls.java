package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Reason.NearMiss;
import vn.khuxuong.allocation.solver.Reason.Shortfall;

/** Which rules keep a firm off each floor even if it were the only applicant, and by how much. */
final class Shortfalls {
  private final Blocks blocks;
  private final Site site;
  private final Strips strips;

  /**
   * The best a floor's blocks can do.
   *
   * @param broken the rule at which the last of them falls, null when one keeps every rule
   * @param start earliest month among the blocks that fall there
   */
  private record Furthest(@Nullable Rule broken, int start) {
    boolean beats(@Nullable Furthest other) {
      if (other == null) {
        return true;
      }
      if (broken == null || other.broken == null) {
        return broken == null;
      }
      int order = broken.compareTo(other.broken);
      return order > 0 || (order == 0 && start < other.start);
    }
  }

  /** A floor with the rules that a firm breaks there, none when a column of the firm uses it. */
  record FloorRecord(int floor, Set<Rule> broken, NearMiss miss) {}

  Shortfalls(Blocks blocks) {
    this.blocks = blocks;
    site = blocks.site;
    strips = blocks.strips;
  }

  /** What keeps a firm off each floor of a building. */
  List<FloorRecord> of(int firm, int building) {
    Map<Integer, Furthest> anywhere = furthest(firm, building, floor -> true);
    Map<Integer, Furthest> eligible =
        furthest(firm, building, floor -> blocks.floorRules().eligible(firm, floor));
    List<FloorRecord> records = new ArrayList<>();
    for (int floor : site.floorsOfBuilding[building]) {
      Set<Rule> rules = EnumSet.noneOf(Rule.class);
      rules.addAll(blocks.floorRules().broken(firm, floor));
      Furthest block =
          (rules.isEmpty() ? eligible : anywhere).getOrDefault(floor, new Furthest(Rule.AREA, 0));
      if (block.broken() != null) {
        rules.add(block.broken());
      }
      List<Shortfall> shortfalls = new ArrayList<>();
      for (Rule rule : rules) {
        shortfalls.add(shortfall(rule, firm, floor, block.start()));
      }
      records.add(
          new FloorRecord(floor, rules, new NearMiss(site.floors.get(floor).id(), shortfalls)));
    }
    return records;
  }

  private Map<Integer, Furthest> furthest(int firm, int building, IntPredicate which) {
    Map<Integer, Furthest> byFloor = new HashMap<>();
    blocks.visit(
        firm,
        building,
        which,
        (broken, s1, at1, bays1, s2, at2, bays2, area, start) -> {
          Furthest here = new Furthest(broken, start);
          if (here.beats(byFloor.get(strips.floor[s1]))) {
            byFloor.put(strips.floor[s1], here);
          }
          if (s2 >= 0 && here.beats(byFloor.get(strips.floor[s2]))) {
            byFloor.put(strips.floor[s2], here);
          }
        });
    return byFloor;
  }

  private Shortfall shortfall(Rule rule, int firmIndex, int floorIndex, int start) {
    Firm firm = site.firms.get(firmIndex);
    Floor floor = site.floors.get(floorIndex);
    int building = site.buildingOfFloor[floorIndex];
    String trait = firm.traits().isEmpty() ? "" : firm.traits().get(0);
    return switch (rule) {
      case LOAD -> number(rule, firm.loadKnM2(), floor.loadKnM2());
      case CLEAR_HEIGHT -> number(rule, firm.clearHeightDm(), floor.clearHeightDm());
      case LIFT -> number(rule, firm.liftTon(), floor.liftTon());
      case HAZARD -> new Shortfall(rule, 0, 0, firm.hazard());
      case INDUSTRY -> new Shortfall(rule, 0, 0, firm.industry());
      case BUDGET -> number(rule, firm.budgetKvnd(), floor.rentKvnd());
      case ZONE ->
          new Shortfall(rule, 0, 0, site.instance.zones().get(site.zoneOfBuilding[building]).id());
      case TENANT_ON_FLOOR, TENANT_NEIGHBOUR -> new Shortfall(rule, 0, 0, trait);
      case BUILDING_POWER -> number(rule, firm.powerKva(), site.buildingPower[building]);
      case WASTEWATER -> number(rule, firm.wastewaterM3(), site.buildingWater[building]);
      case AREA -> area(firm, floorIndex);
      case START -> number(rule, firm.startLatest(), start);
      case TERM -> number(rule, (long) start + firm.termMonths(), floor.availableUntil());
      case FLOOR_POWER -> number(rule, firm.powerKva(), site.floorPower[floorIndex]);
      case FOREIGN_CAP ->
          number(rule, firm.areaMinM2(), site.zoneRoom[site.zoneOfBuilding[building]]);
    };
  }

  private static Shortfall number(Rule rule, long firm, long floor) {
    return new Shortfall(rule, firm, floor, "");
  }

  /** The block of a floor whose area comes closest to the firm's range. */
  private Shortfall area(Firm firm, int floor) {
    long nearest = 0;
    long distance = firm.areaMinM2();
    for (int s : strips.ofFloor[floor]) {
      for (int bays = 1; bays <= strips.length[s]; bays++) {
        for (int at = 0; at < strips.places(s, bays); at++) {
          long area = strips.area(s, at, bays);
          long off = Math.max(firm.areaMinM2() - area, area - firm.areaMaxM2());
          if (off < distance) {
            distance = off;
            nearest = area;
          }
        }
      }
    }
    boolean tooLarge = nearest > firm.areaMaxM2();
    return number(Rule.AREA, tooLarge ? firm.areaMaxM2() : firm.areaMinM2(), nearest);
  }
}
