package vn.khuxuong.allocation.solver;

import static vn.khuxuong.allocation.solver.InstanceFault.unless;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.khuxuong.allocation.solver.Instance.Building;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Incompatibility;
import vn.khuxuong.allocation.solver.Instance.Policy;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Instance.Tenant;
import vn.khuxuong.allocation.solver.Instance.Weights;
import vn.khuxuong.allocation.solver.Instance.Zone;

/**
 * What must hold between the parts of an instance: ids are unique and resolve, sitting tenants fit
 * where they sit, priorities follow the policy, the objective stays exact.
 */
final class References {
  /** Largest whole number that every JSON reader keeps exact. */
  private static final BigInteger EXACT = BigInteger.valueOf(1L << 53);

  private References() {}

  static void check(
      Weights weights,
      List<Integer> preferenceScore,
      Policy policy,
      List<Incompatibility> incompatible,
      List<Zone> zones,
      List<Building> buildings,
      List<Floor> floors,
      List<Tenant> tenants,
      List<Firm> firms) {
    Map<String, Zone> zoneById = index("zones", zones, Zone::id);
    Map<String, Building> buildingById = index("buildings", buildings, Building::id);
    Map<String, Floor> floorById = index("floors", floors, Floor::id);
    index("tenants", tenants, Tenant::id);
    index("firms", firms, Firm::id);
    for (int i = 0; i < buildings.size(); i++) {
      String zone = buildings.get(i).zone();
      unless(
          zoneById.containsKey(zone), "buildings[" + i + "].zone", "unknown zone '" + zone + "'");
    }
    for (int i = 0; i < floors.size(); i++) {
      String building = floors.get(i).building();
      unless(
          buildingById.containsKey(building),
          "floors[" + i + "].building",
          "unknown building '" + building + "'");
    }
    checkTenants(tenants, floorById, buildingById, incompatible);
    for (int i = 0; i < firms.size(); i++) {
      checkFirm("firms[" + i + "]", firms.get(i), policy, zoneById, preferenceScore.size());
    }
    checkSize(weights, preferenceScore, floors, firms);
  }

  private static <T> Map<String, T> index(String list, List<T> parts, Function<T, String> id) {
    Map<String, T> byId = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String name = id.apply(parts.get(i));
      unless(
          byId.put(name, parts.get(i)) == null,
          list + "[" + i + "].id",
          "'" + name + "' is used twice");
    }
    return byId;
  }

  private static void checkTenants(
      List<Tenant> tenants,
      Map<String, Floor> floorById,
      Map<String, Building> buildingById,
      List<Incompatibility> incompatible) {
    Map<String, String[]> occupantByFloor = new HashMap<>();
    Map<String, Map<String, String>> traitsByFloor = new HashMap<>();
    Map<String, Long> floorPower = new HashMap<>();
    Map<String, Long> buildingPower = new HashMap<>();
    Map<String, Long> buildingWater = new HashMap<>();
    for (int i = 0; i < tenants.size(); i++) {
      Tenant tenant = tenants.get(i);
      String path = "tenants[" + i + "]";
      Floor floor = floorById.get(tenant.floor());
      if (floor == null) {
        throw new InstanceFault(path + ".floor", "unknown floor '" + tenant.floor() + "'");
      }
      long end = (long) tenant.startBay() + tenant.bayCount();
      unless(
          end <= floor.bays().size(),
          path + ".bayCount",
          "leaves floor " + floor.id() + ", which has " + floor.bays().size() + " bays");
      for (int line : floor.breaks()) {
        unless(
            line <= tenant.startBay() || line >= end,
            path + ".startBay",
            "crosses the break before bay " + line + " of floor " + floor.id());
      }
      String[] occupant =
          occupantByFloor.computeIfAbsent(floor.id(), id -> new String[floor.bays().size()]);
      for (int bay = tenant.startBay(); bay < end; bay++) {
        unless(
            occupant[bay] == null,
            path + ".startBay",
            "overlaps tenant " + occupant[bay] + " on bay " + bay + " of floor " + floor.id());
        occupant[bay] = tenant.id();
      }
      checkTraits(path, tenant, incompatible, traitsByFloor);
      Building building = buildingById.get(floor.building());
      within(
          path + ".powerKva",
          "floor " + floor.id(),
          floorPower,
          tenant.powerKva(),
          floor.powerKva());
      within(
          path + ".powerKva",
          "building " + building.id(),
          buildingPower,
          tenant.powerKva(),
          building.powerKva());
      within(
          path + ".wastewaterM3",
          "building " + building.id(),
          buildingWater,
          tenant.wastewaterM3(),
          building.wastewaterM3());
    }
  }

  private static void checkTraits(
      String path,
      Tenant tenant,
      List<Incompatibility> incompatible,
      Map<String, Map<String, String>> traitsByFloor) {
    Map<String, String> present =
        traitsByFloor.computeIfAbsent(tenant.floor(), id -> new HashMap<>());
    tenant.traits().forEach(trait -> present.putIfAbsent(trait, tenant.id()));
    for (Incompatibility pair : incompatible) {
      unless(
          pair.scope() != Scope.FLOOR
              || !present.containsKey(pair.a())
              || !present.containsKey(pair.b()),
          path + ".traits",
          pair.a() + " and " + pair.b() + " are both on floor " + tenant.floor());
    }
  }

  /** Adds a tenant's use to what the place already bears and refuses more than it can. */
  private static void within(
      String path, String place, Map<String, Long> used, int use, int capacity) {
    long total = used.merge(place, (long) use, Long::sum);
    unless(
        total <= capacity,
        path,
        "tenants use " + total + " of the " + capacity + " that " + place + " has");
  }

  private static void checkFirm(
      String path, Firm firm, Policy policy, Map<String, Zone> zoneById, int ranks) {
    unless(
        policy.size().containsKey(firm.sizeClass()),
        path + ".sizeClass",
        "unknown size class '" + firm.sizeClass() + "'");
    int priority = policy.priority(firm.flags(), firm.sizeClass());
    unless(
        priority == firm.priority(),
        path + ".priority",
        "must be " + priority + " by the policy, not " + firm.priority());
    for (int i = 0; i < firm.zonePrefs().size(); i++) {
      String zone = firm.zonePrefs().get(i);
      unless(
          zoneById.containsKey(zone),
          path + ".zonePrefs[" + i + "]",
          "unknown zone '" + zone + "'");
    }
    unless(
        firm.zonePrefs().size() <= ranks,
        path + ".zonePrefs",
        "lists more zones than preferenceScore has ranks, " + ranks);
  }

  private static void checkSize(
      Weights weights, List<Integer> preferenceScore, List<Floor> floors, List<Firm> firms) {
    BigInteger bestScore =
        BigInteger.valueOf(preferenceScore.stream().mapToInt(Integer::intValue).max().orElse(0));
    BigInteger most = BigInteger.ZERO;
    for (Firm firm : firms) {
      BigInteger served =
          BigInteger.valueOf(3L * firm.areaMinM2() + firm.areaMaxM2())
              .multiply(BigInteger.valueOf(weights.demand()));
      BigInteger preferred =
          BigInteger.valueOf(firm.areaMinM2())
              .multiply(bestScore)
              .multiply(BigInteger.valueOf(weights.preference()));
      most =
          most.add(served.add(preferred).multiply(BigInteger.valueOf(firm.priority())))
              .add(BigInteger.valueOf(weights.cluster()));
    }
    long bays = floors.stream().mapToLong(floor -> floor.bays().size()).sum();
    most = most.add(BigInteger.valueOf(bays).multiply(BigInteger.valueOf(weights.vacantRun())));
    unless(
        most.compareTo(EXACT) <= 0,
        "weights",
        "the objective could reach " + most + ", more than the " + EXACT + " that stay exact");
  }
}
