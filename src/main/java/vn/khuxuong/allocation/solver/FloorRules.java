package vn.khuxuong.allocation.solver;

import java.util.EnumSet;
import java.util.Set;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;

/** The rules of {@link Rule} that are judged by floor, and the numbers behind all of them. */
final class FloorRules {
  /** Rules judged by floor, in the order in which they are named. */
  static final Set<Rule> BY_FLOOR = EnumSet.range(Rule.LOAD, Rule.WASTEWATER);

  private final Site site;

  FloorRules(Site site) {
    this.site = site;
  }

  /** Whether a firm keeps every rule that is judged by floor. */
  boolean eligible(int firm, int floor) {
    for (Rule rule : BY_FLOOR) {
      if (broken(rule, firm, floor)) {
        return false;
      }
    }
    return true;
  }

  /** Every rule judged by floor that a firm would break on a floor. */
  Set<Rule> broken(int firm, int floor) {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    for (Rule rule : BY_FLOOR) {
      if (broken(rule, firm, floor)) {
        broken.add(rule);
      }
    }
    return broken;
  }

  private boolean broken(Rule rule, int firmIndex, int floorIndex) {
    Firm firm = site.firms.get(firmIndex);
    Floor floor = site.floors.get(floorIndex);
    return switch (rule) {
      case LOAD -> firm.loadKnM2() > floor.loadKnM2();
      case CLEAR_HEIGHT -> firm.clearHeightDm() > floor.clearHeightDm();
      case LIFT -> firm.liftTon() > floor.liftTon();
      case HAZARD -> !floor.hazards().contains(firm.hazard());
      case INDUSTRY -> !floor.industries().contains(firm.industry());
      case BUDGET -> floor.rentKvnd() > firm.budgetKvnd();
      case ZONE -> !firm.acceptOther() && site.rank(firmIndex, site.zoneOfFloor(floorIndex)) < 0;
      case TENANT_ON_FLOOR -> (site.bars[firmIndex] & site.tenantTraitsOfFloor[floorIndex]) != 0;
      case BUILDING_POWER -> firm.powerKva() > site.buildingPower[site.buildingOfFloor[floorIndex]];
      case WASTEWATER -> firm.wastewaterM3() > site.buildingWater[site.buildingOfFloor[floorIndex]];
      default -> throw new IllegalArgumentException(rule + " is judged by block");
    };
  }
}
