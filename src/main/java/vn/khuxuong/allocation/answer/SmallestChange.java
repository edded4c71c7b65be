package vn.khuxuong.allocation.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Solution;

/**
 * The smallest change of what a firm asked that would have placed it while every other firm keeps
 * its place: fewest things changed, then least by share. Each floor is looked at, a change is told
 * only after the solver, asked again with it, has placed the firm; so "none" means that no change
 * of load, height, lift, rent, zone, area, power, wastewater, start or term does it on any floor.
 */
public final class SmallestChange {
  /** What a firm may change of its wishes. */
  public enum Wish {
    /** kN/m². */
    LOAD,
    /** Decimetres. */
    CLEAR_HEIGHT,
    /** Tonnes. */
    LIFT,
    /** Thousand VND per m² and month. */
    BUDGET,
    /** Whether other zones are welcome: 0 or 1. */
    OTHER_ZONES,
    /** Least m². */
    AREA_MIN,
    /** Most m². */
    AREA_MAX,
    /** kVA. */
    POWER,
    /** m³ per day. */
    WASTEWATER,
    /** Latest month of moving in. */
    START_LATEST,
    /** Months. */
    TERM
  }

  /** One wish that is changed, in the unit of the wish. */
  public record Step(Wish wish, long from, long to) {
    double share() {
      long most = Math.max(Math.abs(from), Math.abs(to));
      return most == 0 ? 0 : Math.abs(to - from) / (double) most;
    }
  }

  /**
   * A change that works.
   *
   * @param gain points that the answer would have more
   */
  public record Change(String floor, List<Step> steps, long gain) {
    public Change {
      steps = List.copyOf(steps);
    }
  }

  private final Instance whole;
  private final Instance rest;
  private final Map<String, Instance.Building> buildings = new HashMap<>();
  private final Map<String, Instance.Zone> zones = new HashMap<>();
  private final Map<String, List<Instance.Tenant>> tenants;
  private final Map<String, boolean[]> taken = new HashMap<>();
  private final Map<String, Long> floorPower = new HashMap<>();
  private final Map<String, Long> buildingPower = new HashMap<>();
  private final Map<String, Long> buildingWater = new HashMap<>();

  private SmallestChange(Instance whole, Collection<Placement> placements) {
    this.whole = whole;
    this.rest = Residual.of(whole, placements, Set.of(), List.of());
    rest.buildings().forEach(building -> buildings.put(building.id(), building));
    rest.zones().forEach(zone -> zones.put(zone.id(), zone));
    tenants = rest.tenants().stream().collect(Collectors.groupingBy(Instance.Tenant::floor));
    for (Instance.Building building : rest.buildings()) {
      buildingPower.put(building.id(), (long) building.powerKva());
      buildingWater.put(building.id(), (long) building.wastewaterM3());
    }
    for (Instance.Floor floor : rest.floors()) {
      boolean[] bays = new boolean[floor.bays().size()];
      floorPower.put(floor.id(), (long) floor.powerKva());
      for (Instance.Tenant tenant : tenants.getOrDefault(floor.id(), List.of())) {
        Arrays.fill(bays, tenant.startBay(), tenant.startBay() + tenant.bayCount(), true);
        floorPower.merge(floor.id(), (long) -tenant.powerKva(), Long::sum);
        buildingPower.merge(floor.building(), (long) -tenant.powerKva(), Long::sum);
        buildingWater.merge(floor.building(), (long) -tenant.wastewaterM3(), Long::sum);
      }
      taken.put(floor.id(), bays);
    }
  }

  private static long left(Map<String, Long> capacity, String id) {
    return capacity.getOrDefault(id, 0L);
  }

  /** For some firms that wait, the change; those for which none exists are left out. */
  public static Map<String, Change> of(
      Instance whole, Collection<Placement> placements, Collection<String> waiting) {
    SmallestChange search = new SmallestChange(whole, placements);
    Map<String, Instance.Firm> firms = Residual.firms(whole);
    Map<String, Change> changes = new HashMap<>();
    for (String firm : waiting) {
      search.find(Residual.known(firms, firm)).ifPresent(change -> changes.put(firm, change));
    }
    return changes;
  }

  private record Candidate(Instance.Floor floor, Instance.Firm firm, List<Step> steps) {
    double share() {
      return steps.stream().mapToDouble(Step::share).sum();
    }
  }

  private Optional<Change> find(Instance.Firm firm) {
    List<Candidate> candidates = new ArrayList<>();
    for (Instance.Floor floor : rest.floors()) {
      if (floor.hazards().contains(firm.hazard()) && floor.industries().contains(firm.industry())) {
        candidate(firm, floor).ifPresent(candidates::add);
      }
    }
    candidates.sort(
        Comparator.comparingInt((Candidate c) -> c.steps().size())
            .thenComparingDouble(Candidate::share)
            .thenComparing(c -> c.floor().id()));
    for (Candidate candidate : candidates) {
      Optional<Change> change = verified(candidate);
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private Optional<Candidate> candidate(Instance.Firm firm, Instance.Floor floor) {
    Instance.Building building = Residual.known(buildings, floor.building());
    Instance.Zone zone = Residual.known(zones, building.zone());
    Run run = bestRun(firm, floor);
    long room = firm.flags().domestic() ? Long.MAX_VALUE : zone.foreignAreaCapM2();
    long power = Math.min(left(floorPower, floor.id()), left(buildingPower, building.id()));
    long water = left(buildingWater, building.id());
    int start = Math.max(firm.startEarliest(), run.ready());
    long term = Math.min(firm.termMonths(), (long) floor.availableUntil() - start);
    if (run.areaM2() == 0 || run.areaM2() > room || term < 1 || power < 0 || water < 0) {
      return Optional.empty();
    }
    boolean zoneFits = firm.acceptOther() || firm.zonePrefs().contains(building.zone());
    List<Step> steps = new ArrayList<>();
    step(steps, Wish.LOAD, firm.loadKnM2(), Math.min(firm.loadKnM2(), floor.loadKnM2()));
    step(
        steps,
        Wish.CLEAR_HEIGHT,
        firm.clearHeightDm(),
        Math.min(firm.clearHeightDm(), floor.clearHeightDm()));
    step(steps, Wish.LIFT, firm.liftTon(), Math.min(firm.liftTon(), floor.liftTon()));
    step(steps, Wish.BUDGET, firm.budgetKvnd(), Math.max(firm.budgetKvnd(), floor.rentKvnd()));
    step(steps, Wish.OTHER_ZONES, firm.acceptOther() ? 1 : 0, zoneFits ? flag(firm) : 1);
    step(steps, Wish.AREA_MIN, firm.areaMinM2(), Math.min(firm.areaMinM2(), run.areaM2()));
    step(steps, Wish.AREA_MAX, firm.areaMaxM2(), Math.max(firm.areaMaxM2(), run.areaM2()));
    step(steps, Wish.POWER, firm.powerKva(), Math.min(firm.powerKva(), power));
    step(steps, Wish.WASTEWATER, firm.wastewaterM3(), Math.min(firm.wastewaterM3(), water));
    step(steps, Wish.START_LATEST, firm.startLatest(), Math.max(firm.startLatest(), start));
    step(steps, Wish.TERM, firm.termMonths(), term);
    return Optional.of(new Candidate(floor, changed(firm, steps), steps));
  }

  private static long flag(Instance.Firm firm) {
    return firm.acceptOther() ? 1 : 0;
  }

  private static void step(List<Step> steps, Wish wish, long from, long to) {
    if (from != to) {
      steps.add(new Step(wish, from, to));
    }
  }

  /** Free neighbouring bays: their area, and the month from which all are free. */
  private record Run(int areaM2, int ready) {}

  /** The free run whose area is within the firm's range or comes closest to it. */
  private Run bestRun(Instance.Firm firm, Instance.Floor floor) {
    Run best = new Run(0, 0);
    long off = Long.MAX_VALUE;
    for (int first = 0; first < floor.bays().size(); first++) {
      int area = 0;
      int ready = Integer.MIN_VALUE;
      for (int bay = first; bay < floor.bays().size() && free(floor, bay); bay++) {
        if (bay > first && floor.breaks().contains(bay)) {
          break;
        }
        area += floor.bays().get(bay).areaM2();
        ready = Math.max(ready, floor.bays().get(bay).availableFrom());
        long away =
            area < firm.areaMinM2()
                ? firm.areaMinM2() - area
                : Math.max(0, area - firm.areaMaxM2());
        if (away < off || (away == off && ready < best.ready())) {
          best = new Run(area, ready);
          off = away;
        }
      }
    }
    return best;
  }

  private boolean free(Instance.Floor floor, int bay) {
    return !Residual.known(taken, floor.id())[bay];
  }

  /** Asks the solver again: the changed firm alone, all others as tenants, on this floor only. */
  private Optional<Change> verified(Candidate candidate) {
    Instance alone =
        new Instance(
            rest.id(),
            rest.weights(),
            rest.preferenceScore(),
            rest.policy(),
            rest.incompatible(),
            rest.zones(),
            rest.buildings(),
            List.of(candidate.floor()),
            tenants.getOrDefault(candidate.floor().id(), List.of()),
            List.of(candidate.firm()));
    Solution solution = OneFirm.solve(alone);
    if (solution.placements().isEmpty()) {
      return Optional.empty();
    }
    long before = Checker.check(alone, List.of()).objective();
    return Optional.of(
        new Change(candidate.floor().id(), candidate.steps(), solution.objective() - before));
  }

  private Instance.Firm changed(Instance.Firm f, List<Step> steps) {
    Map<Wish, Long> to = new HashMap<>();
    steps.forEach(step -> to.put(step.wish(), step.to()));
    return new Instance.Firm(
        f.id(),
        f.submitted(),
        f.industry(),
        f.flags(),
        f.sizeClass(),
        whole.policy().priority(f.flags(), f.sizeClass()),
        value(to, Wish.AREA_MIN, f.areaMinM2()),
        value(to, Wish.AREA_MAX, f.areaMaxM2()),
        value(to, Wish.LOAD, f.loadKnM2()),
        value(to, Wish.CLEAR_HEIGHT, f.clearHeightDm()),
        value(to, Wish.POWER, f.powerKva()),
        value(to, Wish.WASTEWATER, f.wastewaterM3()),
        value(to, Wish.LIFT, f.liftTon()),
        f.hazard(),
        f.traits(),
        f.cluster(),
        f.startEarliest(),
        value(to, Wish.START_LATEST, f.startLatest()),
        value(to, Wish.TERM, f.termMonths()),
        value(to, Wish.BUDGET, f.budgetKvnd()),
        f.zonePrefs(),
        f.acceptOther() || to.containsKey(Wish.OTHER_ZONES),
        f.maySplit());
  }

  private static int value(Map<Wish, Long> to, Wish wish, int asked) {
    Long changed = to.get(wish);
    return changed == null ? asked : changed.intValue();
  }
}
