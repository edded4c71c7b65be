package vn.khuxuong.allocation.solver;

import static vn.khuxuong.allocation.solver.InstanceFault.atLeast;
import static vn.khuxuong.allocation.solver.InstanceFault.distinct;
import static vn.khuxuong.allocation.solver.InstanceFault.named;
import static vn.khuxuong.allocation.solver.InstanceFault.unless;
import static vn.khuxuong.allocation.solver.InstanceFault.within;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One allocation problem, {@code alloc-instance/1}: floors with their bays, tenants who stay, firms
 * who apply, and the weights by which an answer is judged. All numbers are whole. Months count from
 * the round's reference month and may be negative. Bays are numbered from 0 on each floor.
 *
 * <p>Every constructor here refuses a wrong value with an {@link InstanceFault}, so an instance
 * that exists is sound: references resolve, tenants fit, priorities follow the policy.
 *
 * @param id name of the problem, repeated in the answer
 * @param preferenceScore score by rank in a firm's list of zones, best rank first
 * @param incompatible traits that must not be neighbours or share a floor
 * @param tenants sitting tenants; never moved, their use of power and wastewater counts
 */
public record Instance(
    String id,
    Weights weights,
    List<Integer> preferenceScore,
    Policy policy,
    List<Incompatibility> incompatible,
    List<Zone> zones,
    List<Building> buildings,
    List<Floor> floors,
    List<Tenant> tenants,
    List<Firm> firms) {

  /** Most bays one floor may have. */
  public static final int MOST_BAYS = 500;

  private static final int EARLIEST_MONTH = -12_000;
  private static final int LATEST_MONTH = 12_000;

  public Instance {
    preferenceScore = List.copyOf(preferenceScore);
    incompatible = List.copyOf(incompatible);
    zones = List.copyOf(zones);
    buildings = List.copyOf(buildings);
    floors = List.copyOf(floors);
    tenants = List.copyOf(tenants);
    firms = List.copyOf(firms);
    named("id", id);
    for (int i = 0; i < preferenceScore.size(); i++) {
      atLeast(0, "preferenceScore[" + i + "]", preferenceScore.get(i));
    }
    unless(incompatible.size() <= 31, "incompatible", "must list at most 31 pairs");
    References.check(
        weights, preferenceScore, policy, incompatible, zones, buildings, floors, tenants, firms);
  }

  /**
   * Points of the objective.
   *
   * @param demand per priority point and m² of demand served
   * @param preference per priority point, m² asked and preference score
   * @param vacantRun lost for every maximal run of free bays
   * @param cluster won for every further firm of a cluster in one building
   */
  public record Weights(int demand, int preference, int vacantRun, int cluster) {
    public Weights {
      atLeast(0, "demand", demand);
      atLeast(0, "preference", preference);
      atLeast(0, "vacantRun", vacantRun);
      atLeast(0, "cluster", cluster);
    }
  }

  /**
   * How a firm earns its priority: base points, points of each true flag and of its size class, at
   * most {@code cap}.
   */
  public record Policy(
      int base,
      int supporting,
      int hightech,
      int green,
      int domestic,
      int displaced,
      Map<String, Integer> size,
      int cap) {
    public Policy {
      atLeast(0, "base", base);
      atLeast(0, "supporting", supporting);
      atLeast(0, "hightech", hightech);
      atLeast(0, "green", green);
      atLeast(0, "domestic", domestic);
      atLeast(0, "displaced", displaced);
      atLeast(0, "cap", cap);
      size = Collections.unmodifiableMap(new TreeMap<>(size));
      size.forEach((sizeClass, points) -> atLeast(0, "size." + sizeClass, points));
    }

    /** The priority a firm with these flags and this size class has, in points. */
    public int priority(Flags flags, String sizeClass) {
      long points = base;
      points += flags.supporting() ? supporting : 0;
      points += flags.hightech() ? hightech : 0;
      points += flags.green() ? green : 0;
      points += flags.domestic() ? domestic : 0;
      points += flags.displaced() ? displaced : 0;
      points += size.getOrDefault(sizeClass, 0);
      return (int) Math.min(cap, points);
    }
  }

  /** Where two traits must not meet. */
  public enum Scope {
    /** On neighbouring bays with no break between. */
    ADJACENT,
    /** Anywhere on one floor. */
    FLOOR
  }

  /** Two traits that must not meet within a scope; the order of the two has no meaning. */
  public record Incompatibility(String a, String b, Scope scope) {
    public Incompatibility {
      named("a", a);
      named("b", b);
      unless(scope == Scope.ADJACENT || !a.equals(b), "b", "must differ from a on scope FLOOR");
    }
  }

  /**
   * An industrial zone.
   *
   * @param foreignAreaCapM2 most m² newly let to firms that are not domestic
   */
  public record Zone(String id, String name, int foreignAreaCapM2) {
    public Zone {
      named("id", id);
      atLeast(0, "foreignAreaCapM2", foreignAreaCapM2);
    }
  }

  /**
   * A high-rise factory.
   *
   * @param zone id of its zone
   * @param powerKva capacity of its feeder
   * @param wastewaterM3 m³ per day its treatment takes
   */
  public record Building(String id, String zone, int powerKva, int wastewaterM3) {
    public Building {
      named("id", id);
      named("zone", zone);
      atLeast(0, "powerKva", powerKva);
      atLeast(0, "wastewaterM3", wastewaterM3);
    }
  }

  /** The smallest rentable part of a floor: its area and the month it is free from. */
  public record Bay(int areaM2, int availableFrom) {
    public Bay {
      within(1, 1_000_000, "areaM2", areaM2);
      within(EARLIEST_MONTH, LATEST_MONTH, "availableFrom", availableFrom);
    }
  }

  /**
   * One floor of a building.
   *
   * @param level 1 is the ground floor
   * @param breaks no block may hold both bay i-1 and bay i for an i listed here
   * @param loadKnM2 permitted floor load, kN/m²
   * @param clearHeightDm clear height in decimetres
   * @param liftTon goods lift, tonnes; 99 on the ground floor
   * @param hazards fire hazard categories permitted
   * @param industries industries permitted
   * @param availableUntil month in which every lease must have ended
   * @param rentKvnd rent, thousand VND per m² and month
   */
  public record Floor(
      String id,
      String building,
      int level,
      List<Bay> bays,
      List<Integer> breaks,
      int loadKnM2,
      int clearHeightDm,
      int powerKva,
      int liftTon,
      List<String> hazards,
      List<String> industries,
      int availableUntil,
      int rentKvnd) {
    public Floor {
      bays = List.copyOf(bays);
      breaks = List.copyOf(breaks);
      hazards = List.copyOf(hazards);
      industries = List.copyOf(industries);
      named("id", id);
      named("building", building);
      within(-20, 300, "level", level);
      unless(
          !bays.isEmpty() && bays.size() <= MOST_BAYS,
          "bays",
          "must list 1 to " + MOST_BAYS + " bays");
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < breaks.size(); i++) {
        String path = "breaks[" + i + "]";
        unless(bays.size() > 1, path, "a floor of one bay has no break");
        within(1, bays.size() - 1, path, breaks.get(i));
        unless(seen.add(breaks.get(i)), path, "break " + breaks.get(i) + " is listed twice");
      }
      atLeast(0, "loadKnM2", loadKnM2);
      atLeast(0, "clearHeightDm", clearHeightDm);
      atLeast(0, "powerKva", powerKva);
      atLeast(0, "liftTon", liftTon);
      distinct("hazards", hazards);
      distinct("industries", industries);
      within(EARLIEST_MONTH, LATEST_MONTH, "availableUntil", availableUntil);
      atLeast(0, "rentKvnd", rentKvnd);
    }
  }

  /** A sitting tenant: bays {@code startBay} to {@code startBay + bayCount - 1} of one floor. */
  public record Tenant(
      String id,
      String floor,
      int startBay,
      int bayCount,
      List<String> traits,
      int powerKva,
      int wastewaterM3) {
    public Tenant {
      traits = List.copyOf(traits);
      named("id", id);
      named("floor", floor);
      atLeast(0, "startBay", startBay);
      atLeast(1, "bayCount", bayCount);
      distinct("traits", traits);
      atLeast(0, "powerKva", powerKva);
      atLeast(0, "wastewaterM3", wastewaterM3);
    }
  }

  /** What earns a firm points beyond its size; {@code domestic} also frees it from zone caps. */
  public record Flags(
      boolean supporting, boolean hightech, boolean green, boolean domestic, boolean displaced) {}

  /**
   * A firm that applies for one block of bays (two, if it may be split).
   *
   * @param submitted order of arrival, earliest lowest
   * @param priority points by the instance's policy
   * @param loadKnM2 floor load its machines need, kN/m²
   * @param clearHeightDm clear height it needs, decimetres
   * @param wastewaterM3 m³ per day
   * @param liftTon goods lift it needs, tonnes
   * @param hazard its fire hazard category
   * @param traits at most one trait that others may be incompatible with
   * @param cluster supply chain it belongs to, or null
   * @param termMonths length of the lease
   * @param budgetKvnd most rent it pays, thousand VND per m² and month
   * @param zonePrefs ids of zones it prefers, best first
   * @param acceptOther whether it accepts a zone it did not list
   * @param maySplit whether it accepts two blocks on consecutive levels of one building
   */
  public record Firm(
      String id,
      int submitted,
      String industry,
      Flags flags,
      String sizeClass,
      int priority,
      int areaMinM2,
      int areaMaxM2,
      int loadKnM2,
      int clearHeightDm,
      int powerKva,
      int wastewaterM3,
      int liftTon,
      String hazard,
      List<String> traits,
      @Nullable String cluster,
      int startEarliest,
      int startLatest,
      int termMonths,
      int budgetKvnd,
      List<String> zonePrefs,
      boolean acceptOther,
      boolean maySplit) {
    public Firm {
      traits = List.copyOf(traits);
      zonePrefs = List.copyOf(zonePrefs);
      named("id", id);
      atLeast(0, "submitted", submitted);
      named("industry", industry);
      named("sizeClass", sizeClass);
      atLeast(0, "priority", priority);
      atLeast(1, "areaMinM2", areaMinM2);
      atLeast(1, "areaMaxM2", areaMaxM2);
      unless(areaMaxM2 >= areaMinM2, "areaMaxM2", "must not be below areaMinM2 " + areaMinM2);
      atLeast(0, "loadKnM2", loadKnM2);
      atLeast(0, "clearHeightDm", clearHeightDm);
      atLeast(0, "powerKva", powerKva);
      atLeast(0, "wastewaterM3", wastewaterM3);
      atLeast(0, "liftTon", liftTon);
      named("hazard", hazard);
      unless(traits.size() <= 1, "traits", "must list at most one trait");
      distinct("traits", traits);
      if (cluster != null) {
        named("cluster", cluster);
      }
      within(EARLIEST_MONTH, LATEST_MONTH, "startEarliest", startEarliest);
      within(EARLIEST_MONTH, LATEST_MONTH, "startLatest", startLatest);
      unless(
          startLatest >= startEarliest,
          "startLatest",
          "must not be before startEarliest " + startEarliest);
      within(1, LATEST_MONTH, "termMonths", termMonths);
      atLeast(0, "budgetKvnd", budgetKvnd);
      distinct("zonePrefs", zonePrefs);
    }
  }
}
