package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.khuxuong.allocation.solver.Instance.Building;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Incompatibility;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Instance.Tenant;
import vn.khuxuong.allocation.solver.Instance.Zone;

/**
 * An instance by index instead of by name, with what sitting tenants leave of every capacity.
 * Traits are bits of a mask; only traits that some incompatibility names have one.
 */
final class Site {
  final Instance instance;
  final List<Firm> firms;
  final List<Floor> floors;
  final int[] buildingOfFloor;
  final int[] zoneOfBuilding;
  final int[][] floorsOfBuilding;
  final int[] floorPower;
  final int[] buildingPower;
  final int[] buildingWater;
  final long[] zoneRoom;
  final boolean[][] taken;

  /** Trait bits of the tenant on each bay, by floor; 0 for a free bay. */
  final long[][] tenantTraits;

  final long[] tenantTraitsOfFloor;
  final int traitCount;
  final List<long[]> adjacentPairs = new ArrayList<>();
  final List<long[]> floorPairs = new ArrayList<>();
  final long[] traits;

  /** For each firm, trait bits that may not stand next to it. */
  final long[] repels;

  /** For each firm, trait bits that may not be on its floor. */
  final long[] bars;

  final int[] power;
  final int[] water;
  final boolean[] foreign;
  final int clusterCount;

  /** Cluster of each firm, -1 for none. */
  final int[] cluster;

  private final Map<String, Integer> traitIndex = new HashMap<>();
  private final long[] repelledBy;
  private final long[] barredBy;

  Site(Instance instance) {
    this.instance = instance;
    firms = instance.firms();
    floors = instance.floors();
    Map<String, Integer> zones = index(instance.zones(), Zone::id);
    Map<String, Integer> buildings = index(instance.buildings(), Building::id);
    Map<String, Integer> floorIndex = index(floors, Floor::id);

    for (Incompatibility pair : instance.incompatible()) {
      traitIndex.putIfAbsent(pair.a(), traitIndex.size());
      traitIndex.putIfAbsent(pair.b(), traitIndex.size());
    }
    traitCount = traitIndex.size();
    repelledBy = new long[traitCount];
    barredBy = new long[traitCount];
    for (Incompatibility pair : instance.incompatible()) {
      int a = traitIndex.getOrDefault(pair.a(), 0);
      int b = traitIndex.getOrDefault(pair.b(), 0);
      long[] against = pair.scope() == Scope.ADJACENT ? repelledBy : barredBy;
      against[a] |= 1L << b;
      against[b] |= 1L << a;
      List<long[]> pairs = pair.scope() == Scope.ADJACENT ? adjacentPairs : floorPairs;
      pairs.add(new long[] {1L << a, 1L << b});
    }

    zoneRoom = instance.zones().stream().mapToLong(Zone::foreignAreaCapM2).toArray();
    int buildingCount = buildings.size();
    zoneOfBuilding = new int[buildingCount];
    buildingPower = new int[buildingCount];
    buildingWater = new int[buildingCount];
    List<List<Integer>> floorsOf = new ArrayList<>();
    for (int b = 0; b < buildingCount; b++) {
      Building building = instance.buildings().get(b);
      zoneOfBuilding[b] = zones.getOrDefault(building.zone(), 0);
      buildingPower[b] = building.powerKva();
      buildingWater[b] = building.wastewaterM3();
      floorsOf.add(new ArrayList<>());
    }
    buildingOfFloor = new int[floors.size()];
    floorPower = new int[floors.size()];
    taken = new boolean[floors.size()][];
    tenantTraits = new long[floors.size()][];
    tenantTraitsOfFloor = new long[floors.size()];
    for (int f = 0; f < floors.size(); f++) {
      Floor floor = floors.get(f);
      buildingOfFloor[f] = buildings.getOrDefault(floor.building(), 0);
      floorsOf.get(buildingOfFloor[f]).add(f);
      floorPower[f] = floor.powerKva();
      taken[f] = new boolean[floor.bays().size()];
      tenantTraits[f] = new long[floor.bays().size()];
    }
    floorsOfBuilding =
        floorsOf.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    instance.tenants().forEach(tenant -> seat(tenant, floorIndex.getOrDefault(tenant.floor(), 0)));

    traits = new long[firms.size()];
    repels = new long[firms.size()];
    bars = new long[firms.size()];
    power = firms.stream().mapToInt(Firm::powerKva).toArray();
    water = firms.stream().mapToInt(Firm::wastewaterM3).toArray();
    foreign = new boolean[firms.size()];
    cluster = new int[firms.size()];
    Map<String, Integer> clusters = new HashMap<>();
    for (int i = 0; i < firms.size(); i++) {
      Firm firm = firms.get(i);
      foreign[i] = !firm.flags().domestic();
      traits[i] = mask(firm.traits());
      for (int t = 0; t < traitCount; t++) {
        if ((traits[i] >> t & 1) != 0) {
          repels[i] |= repelledBy[t];
          bars[i] |= barredBy[t];
        }
      }
      cluster[i] = -1;
      if (firm.cluster() != null) {
        clusters.putIfAbsent(firm.cluster(), clusters.size());
        cluster[i] = clusters.getOrDefault(firm.cluster(), -1);
      }
    }
    clusterCount = clusters.size();
  }

  private void seat(Tenant tenant, int floor) {
    long mask = mask(tenant.traits());
    for (int bay = tenant.startBay(); bay < tenant.startBay() + tenant.bayCount(); bay++) {
      taken[floor][bay] = true;
      tenantTraits[floor][bay] = mask;
    }
    tenantTraitsOfFloor[floor] |= mask;
    floorPower[floor] -= tenant.powerKva();
    buildingPower[buildingOfFloor[floor]] -= tenant.powerKva();
    buildingWater[buildingOfFloor[floor]] -= tenant.wastewaterM3();
  }

  private long mask(List<String> names) {
    long mask = 0;
    for (String name : names) {
      Integer bit = traitIndex.get(name);
      mask |= bit == null ? 0 : 1L << bit;
    }
    return mask;
  }

  private static <T> Map<String, Integer> index(List<T> parts, Function<T, String> id) {
    Map<String, Integer> index = new HashMap<>();
    for (T part : parts) {
      index.put(id.apply(part), index.size());
    }
    return index;
  }

  int buildingCount() {
    return zoneOfBuilding.length;
  }

  int zoneOfFloor(int floor) {
    return zoneOfBuilding[buildingOfFloor[floor]];
  }

  /** Place of a zone in a firm's list, 0 the best; -1 when the firm did not list it. */
  int rank(int firm, int zone) {
    return firms.get(firm).zonePrefs().indexOf(instance.zones().get(zone).id());
  }
}
