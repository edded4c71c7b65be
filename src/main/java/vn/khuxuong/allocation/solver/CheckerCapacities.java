package vn.khuxuong.allocation.solver;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What firms and tenants use together of floors, buildings and zones: H14, H15, H16 and H19. */
final class CheckerCapacities {
  private final CheckerFaults faults;
  private final Map<String, Long> floorPower = new TreeMap<>();
  private final Map<String, Long> buildingPower = new TreeMap<>();
  private final Map<String, Long> buildingWater = new TreeMap<>();
  private final Map<String, Long> foreignArea = new TreeMap<>();

  CheckerCapacities(CheckerFaults faults) {
    this.faults = faults;
  }

  void floorPower(String floor, long kva) {
    floorPower.merge(floor, kva, Long::sum);
  }

  void building(String building, long kva, long m3) {
    buildingPower.merge(building, kva, Long::sum);
    buildingWater.merge(building, m3, Long::sum);
  }

  void foreign(String zone, long areaM2) {
    foreignArea.merge(zone, areaM2, Long::sum);
  }

  /** The part of a firm's power that falls to one of its blocks. */
  static long shareRoundedUp(long total, long part, long whole) {
    return (total * part + whole - 1) / whole;
  }

  /** Holds what is used against what there is. */
  void check(
      ToLongFunction<String> powerOfFloor,
      ToLongFunction<String> powerOfBuilding,
      ToLongFunction<String> waterOfBuilding,
      ToLongFunction<String> capOfZone) {
    within("H14", "power on floor ", floorPower, powerOfFloor);
    within("H15", "power in building ", buildingPower, powerOfBuilding);
    within("H16", "wastewater in ", buildingWater, waterOfBuilding);
    within("H19", "non-domestic area in ", foreignArea, capOfZone);
  }

  private void within(
      String code, String what, Map<String, Long> used, ToLongFunction<String> capacity) {
    used.forEach(
        (id, amount) -> {
          long most = capacity.applyAsLong(id);
          if (amount > most) {
            faults.add(code, what + id + ": " + amount + " > " + most, id, amount, most);
          }
        });
  }
}
