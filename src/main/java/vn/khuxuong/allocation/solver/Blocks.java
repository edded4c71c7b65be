package vn.khuxuong.allocation.solver;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Instance.Firm;

/**
 * The blocks a firm could take if no other applicant were there, and the first {@link Rule} that
 * each breaks. Engines take those that break none; explanations ask about the others.
 */
final class Blocks {
  final Site site;
  final Strips strips;
  private final FloorRules floorRules;

  /** What is done with each block in turn. */
  interface Visitor {
    /**
     * Takes one block, or two where {@code s2} is not -1.
     *
     * @param broken the first rule by block that it breaks, or null
     * @param at1 place on the strip; 0 where only counts matter
     * @param start earliest month the firm may move in
     */
    void visit(
        @Nullable Rule broken,
        int s1,
        int at1,
        int bays1,
        int s2,
        int at2,
        int bays2,
        int area,
        int start);
  }

  Blocks(Site site) {
    this.site = site;
    floorRules = new FloorRules(site);
    long[] eligibleTraits = new long[site.floors.size()];
    for (int f = 0; f < eligibleTraits.length; f++) {
      for (int i = 0; i < site.firms.size(); i++) {
        if ((site.traits[i] & ~eligibleTraits[f]) != 0 && floorRules.eligible(i, f)) {
          eligibleTraits[f] |= site.traits[i];
        }
      }
    }
    strips = new Strips(site, eligibleTraits);
  }

  FloorRules floorRules() {
    return floorRules;
  }

  /** Visits every block and every split of a firm in a building that keeps the rules by floor. */
  void visit(int firm, int building, Visitor visitor) {
    visit(firm, building, floor -> floorRules.eligible(firm, floor), visitor);
  }

  /** Visits every block and every split of a firm on those floors of a building. */
  void visit(int firm, int building, IntPredicate which, Visitor visitor) {
    int[] floors = site.floorsOfBuilding[building];
    boolean[] eligible = new boolean[floors.length];
    for (int i = 0; i < floors.length; i++) {
      eligible[i] = which.test(floors[i]);
      if (eligible[i]) {
        for (int s : strips.ofFloor[floors[i]]) {
          visitStrip(firm, s, visitor);
        }
      }
    }
    if (!site.firms.get(firm).maySplit()) {
      return;
    }
    for (int i = 0; i < floors.length; i++) {
      for (int j = 0; j < floors.length; j++) {
        if (eligible[i] && eligible[j] && level(floors[j]) == level(floors[i]) + 1) {
          for (int s1 : strips.ofFloor[floors[i]]) {
            for (int s2 : strips.ofFloor[floors[j]]) {
              visitSplits(firm, s1, s2, visitor);
            }
          }
        }
      }
    }
  }

  private int level(int floor) {
    return site.floors.get(floor).level();
  }

  private void visitStrip(int firm, int s, Visitor visitor) {
    for (int bays = 1; bays <= strips.length[s]; bays++) {
      for (int at = 0; at < strips.places(s, bays); at++) {
        int area = strips.area(s, at, bays);
        int start = Math.max(site.firms.get(firm).startEarliest(), strips.readyFrom(s, at, bays));
        Rule broken = area(firm, area);
        if (broken == null) {
          broken = months(firm, start, s, s);
        }
        if (broken == null && besideTenant(firm, s, at, bays)) {
          broken = Rule.TENANT_NEIGHBOUR;
        }
        if (broken == null) {
          broken = capacities(firm, s, area, s, 0, area);
        }
        visitor.visit(broken, s, at, bays, -1, 0, 0, area, start);
      }
    }
  }

  private void visitSplits(int firmIndex, int s1, int s2, Visitor visitor) {
    Firm firm = site.firms.get(firmIndex);
    for (int bays1 = 1; bays1 <= strips.length[s1]; bays1++) {
      int most = Math.min(bays1 + 1, strips.length[s2]);
      for (int bays2 = Math.max(1, bays1 - 1); bays2 <= most; bays2++) {
        for (int at1 = 0; at1 < strips.places(s1, bays1); at1++) {
          int area1 = strips.area(s1, at1, bays1);
          if (area1 >= firm.areaMaxM2()) {
            continue;
          }
          int ready1 = strips.readyFrom(s1, at1, bays1);
          for (int at2 = 0; at2 < strips.places(s2, bays2); at2++) {
            int area = area1 + strips.area(s2, at2, bays2);
            int start =
                Math.max(firm.startEarliest(), Math.max(ready1, strips.readyFrom(s2, at2, bays2)));
            Rule broken = area(firmIndex, area);
            if (broken == null) {
              broken = months(firmIndex, start, s1, s2);
            }
            if (broken == null
                && (besideTenant(firmIndex, s1, at1, bays1)
                    || besideTenant(firmIndex, s2, at2, bays2))) {
              broken = Rule.TENANT_NEIGHBOUR;
            }
            if (broken == null) {
              broken = capacities(firmIndex, s1, area1, s2, area - area1, area);
            }
            visitor.visit(broken, s1, at1, bays1, s2, at2, bays2, area, start);
          }
        }
      }
    }
  }

  private @Nullable Rule area(int firmIndex, int area) {
    Firm firm = site.firms.get(firmIndex);
    return area < firm.areaMinM2() || area > firm.areaMaxM2() ? Rule.AREA : null;
  }

  private @Nullable Rule months(int firmIndex, int start, int s1, int s2) {
    Firm firm = site.firms.get(firmIndex);
    if (start > firm.startLatest()) {
      return Rule.START;
    }
    int end = start + firm.termMonths();
    boolean fits =
        end <= site.floors.get(strips.floor[s1]).availableUntil()
            && end <= site.floors.get(strips.floor[s2]).availableUntil();
    return fits ? null : Rule.TERM;
  }

  private boolean besideTenant(int firm, int s, int at, int bays) {
    return strips.positional[s]
        && ((at == 0 && (site.repels[firm] & strips.left[s]) != 0)
            || (at + bays == strips.length[s] && (site.repels[firm] & strips.right[s]) != 0));
  }

  private @Nullable Rule capacities(int firm, int s1, int area1, int s2, int area2, int area) {
    if (power(firm, area1, area) > site.floorPower[strips.floor[s1]]
        || power(firm, area2, area) > site.floorPower[strips.floor[s2]]) {
      return Rule.FLOOR_POWER;
    }
    int zone = site.zoneOfBuilding[strips.building[s1]];
    return site.foreign[firm] && area > site.zoneRoom[zone] ? Rule.FOREIGN_CAP : null;
  }

  /** kVA a firm draws on the floor that carries {@code part} of its {@code whole} m². */
  int power(int firm, int part, int whole) {
    long kva = site.power[firm];
    return (int) ((kva * part + whole - 1) / whole);
  }
}
