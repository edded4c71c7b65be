package vn.khuxuong.tenancy.firm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Trait;

/** Judges a place against what a firm needs; every reason at once, floor by floor. */
public final class Eligibility {
  /** Figures come from decimals: what differs by less than this is equal. */
  private static final double EPSILON = 1e-9;

  private final Needs needs;
  private final Place place;

  private Eligibility(Needs needs, Place place) {
    this.needs = needs;
    this.place = place;
  }

  /** What the rules say of the firm's needs at the place. */
  public static Verdict judge(Needs needs, Place place) {
    Eligibility rules = new Eligibility(needs, place);
    return new Verdict(
        place.code(),
        rules.ofBuilding(),
        place.storeys().stream()
            .map(storey -> new Verdict.OfFloor(storey.id(), storey.level(), rules.ofFloor(storey)))
            .toList());
  }

  /**
   * The same where only one floor counts.
   *
   * @param floor id, null where any floor would do
   */
  public static Verdict judge(Needs needs, Place place, @Nullable Long floor) {
    Verdict whole = judge(needs, place);
    return new Verdict(
        whole.building(),
        whole.findings(),
        whole.floors().stream().filter(of -> floor == null || of.floor() == floor).toList());
  }

  private List<Finding> ofBuilding() {
    List<Finding> found = new ArrayList<>();
    atMost(found, EligibilityRule.BUILDING_POWER, needs.powerKva(), place.powerKva());
    atMost(found, EligibilityRule.WASTEWATER, needs.wastewaterM3Day(), place.wastewaterM3Day());
    landTerm(found);
    return found;
  }

  private void landTerm(List<Finding> found) {
    Needs.Stay stay = needs.stay();
    LocalDate end = place.landTermEnd();
    if (stay != null && end != null && !stay.endsBy(end)) {
      found.add(
          new Finding(
              EligibilityRule.LAND_TERM,
              true,
              (double) stay.months(),
              (double) stay.mostMonths(end),
              end.toString(),
              List.of()));
    }
  }

  private List<Finding> ofFloor(Place.Storey storey) {
    List<Finding> found = new ArrayList<>();
    admitted(found, storey);
    loads(found, storey);
    heights(found, storey);
    if (storey.level() > Math.max(1, place.truckLevel())) {
      lifts(found);
    }
    atMost(found, EligibilityRule.FLOOR_POWER, needs.powerKva(), storey.powerKva());
    neighbours(found, storey);
    if (exceeds(needs.areaMinM2(), storey.longestRunM2())) {
      found.add(
          new Finding(
              EligibilityRule.AREA,
              false,
              needs.areaMinM2(),
              storey.longestRunM2(),
              "",
              List.of()));
    }
    return found;
  }

  private void admitted(List<Finding> found, Place.Storey storey) {
    if (!storey.industries().contains(needs.industry())) {
      found.add(
          new Finding(
              EligibilityRule.INDUSTRY,
              true,
              null,
              null,
              needs.industry().name(),
              names(storey.industries())));
    }
    HazardClass hazard = needs.hazard();
    if (hazard != null && !storey.hazards().contains(hazard)) {
      found.add(
          new Finding(
              EligibilityRule.HAZARD, true, null, null, hazard.name(), names(storey.hazards())));
    }
  }

  private static <E extends Enum<E>> List<String> names(Set<E> values) {
    return values.stream().sorted().map(Enum::name).toList();
  }

  private void loads(List<Finding> found, Place.Storey storey) {
    atMost(found, EligibilityRule.LOAD, needs.loadKnM2(), storey.loadKnM2());
    for (Machine machine : needs.machines()) {
      if (exceeds(machine.loadKnM2(), storey.loadKnM2())) {
        found.add(
            Finding.number(
                EligibilityRule.LOAD, machine.loadKnM2(), storey.loadKnM2(), machine.name()));
      }
      if (exceeds(machine.footKn(), storey.pointLoadKn())) {
        found.add(
            new Finding(
                EligibilityRule.POINT_LOAD,
                false,
                machine.footKn(),
                storey.pointLoadKn(),
                machine.name(),
                List.of()));
      }
    }
  }

  private void heights(List<Finding> found, Place.Storey storey) {
    atMost(found, EligibilityRule.CLEAR_HEIGHT, needs.clearHeightM(), storey.clearHeightM());
    for (Machine machine : needs.machines()) {
      if (exceeds(machine.heightM(), storey.clearHeightM())) {
        found.add(
            Finding.number(
                EligibilityRule.CLEAR_HEIGHT,
                machine.heightM(),
                storey.clearHeightM(),
                machine.name()));
      }
    }
  }

  private void lifts(List<Finding> found) {
    double strongest = place.lifts().stream().mapToDouble(Place.Lift::capacityT).max().orElse(0);
    atMost(found, EligibilityRule.LIFT, needs.liftT(), strongest);
    for (Machine machine : needs.machines()) {
      if (exceeds(machine.weightT(), strongest)) {
        found.add(
            Finding.number(EligibilityRule.LIFT, machine.weightT(), strongest, machine.name()));
      } else if (place.lifts().stream()
          .noneMatch(
              lift -> !exceeds(machine.weightT(), lift.capacityT()) && lift.takes(machine))) {
        found.add(
            new Finding(
                EligibilityRule.LIFT_SIZE,
                true,
                null,
                null,
                machine.name(),
                place.lifts().stream().map(Eligibility::size).toList()));
      }
    }
  }

  private static String size(Place.Lift lift) {
    return lift.carWidthM()
        + " × "
        + lift.carDepthM()
        + ", "
        + lift.doorWidthM()
        + " × "
        + lift.doorHeightM();
  }

  private void neighbours(List<Finding> found, Place.Storey storey) {
    Set<Trait> barred = new TreeSet<>();
    SortedSet<Integer> badBays = new TreeSet<>();
    Set<Trait> besides = new TreeSet<>();
    for (Place.Sitting tenant : storey.sitting()) {
      for (Trait theirs : tenant.traits()) {
        if (needs.traits().stream().anyMatch(ours -> ours.barsFromFloor(theirs))) {
          barred.add(theirs);
        } else if (needs.traits().stream().anyMatch(ours -> ours.barsFromNextBay(theirs))) {
          int sizeBefore = badBays.size();
          badBays.addAll(baysBeside(tenant, storey));
          if (badBays.size() > sizeBefore) {
            besides.add(theirs);
          }
        }
      }
    }
    if (!barred.isEmpty()) {
      found.add(
          new Finding(
              EligibilityRule.NEIGHBOUR_FLOOR,
              true,
              null,
              null,
              String.join(",", names(barred)),
              List.of()));
    }
    if (!badBays.isEmpty()) {
      found.add(
          new Finding(
              EligibilityRule.NEIGHBOUR_BAY,
              badBays.containsAll(storey.freeBays()),
              null,
              null,
              String.join(",", names(besides)),
              badBays.stream().map(String::valueOf).toList()));
    }
  }

  /** Free bays that touch a tenant's, with no corridor, core or fire wall between. */
  private static Set<Integer> baysBeside(Place.Sitting tenant, Place.Storey storey) {
    Set<Integer> beside = new TreeSet<>();
    int before = tenant.firstBay() - 1;
    int after = tenant.lastBay() + 1;
    if (storey.freeBays().contains(before) && !storey.breaks().contains(tenant.firstBay())) {
      beside.add(before);
    }
    if (storey.freeBays().contains(after) && !storey.breaks().contains(after)) {
      beside.add(after);
    }
    return beside;
  }

  private static void atMost(
      List<Finding> found, EligibilityRule rule, double needed, double offered) {
    if (exceeds(needed, offered)) {
      found.add(Finding.number(rule, needed, offered, ""));
    }
  }

  private static boolean exceeds(double needed, double offered) {
    return needed > offered + EPSILON;
  }
}
