package vn.khuxuong.allocation.solver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Incompatibility;
import vn.khuxuong.allocation.solver.Instance.Scope;

/** Who may not be near whom: H17 and H18. */
final class CheckerNeighbours {
  private final Instance instance;
  private final CheckerFaults faults;
  private final Map<String, Map<String, String>> holderOfTrait = new TreeMap<>();

  /** Who sits on a bay. */
  record Occupant(String id, boolean firm, List<String> traits) {}

  CheckerNeighbours(Instance instance, CheckerFaults faults) {
    this.instance = instance;
    this.faults = faults;
  }

  /** A trait comes to a floor. */
  void note(String floor, List<String> traits, String holder) {
    Map<String, String> holders = holderOfTrait.computeIfAbsent(floor, id -> new HashMap<>());
    traits.forEach(trait -> holders.putIfAbsent(trait, holder));
  }

  /** Traits that may not meet on one floor: H18. */
  void floors() {
    for (Incompatibility pair : instance.incompatible()) {
      if (pair.scope() == Scope.FLOOR) {
        holderOfTrait.forEach(
            (floor, holders) -> {
              if (holders.containsKey(pair.a()) && holders.containsKey(pair.b())) {
                faults.add(
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

  /** Traits that may not stand side by side without a break between: H17. */
  void neighbours(Function<String, Occupant[]> occupants) {
    for (Floor floor : instance.floors()) {
      Occupant[] bays = occupants.apply(floor.id());
      for (int bay = 0; bay + 1 < bays.length; bay++) {
        Occupant left = bays[bay];
        Occupant right = bays[bay + 1];
        if (left != null
            && right != null
            && (left.firm() || right.firm())
            && !left.equals(right)
            && !floor.breaks().contains(bay + 1)
            && repel(left, right)) {
          faults.add(
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
}
