package vn.khuxuong.allocation.round;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.Instance;

/** The space that a problem has to give. */
final class Supply {
  private Supply() {}

  /** m² of the bays in which no tenant sits. */
  static long freeM2(Instance instance) {
    Map<String, List<Instance.Tenant>> tenants =
        instance.tenants().stream().collect(Collectors.groupingBy(Instance.Tenant::floor));
    long supply = 0;
    for (Instance.Floor floor : instance.floors()) {
      for (int bay = 0; bay < floor.bays().size(); bay++) {
        int no = bay;
        boolean taken =
            tenants.getOrDefault(floor.id(), List.of()).stream()
                .anyMatch(t -> t.startBay() <= no && no < t.startBay() + t.bayCount());
        supply += taken ? 0 : floor.bays().get(bay).areaM2();
      }
    }
    return supply;
  }
}
