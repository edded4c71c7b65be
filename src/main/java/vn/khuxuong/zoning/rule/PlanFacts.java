package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.PlanFile;
import vn.khuxuong.zoning.Subzone;
import vn.khuxuong.zoning.Zone;

/**
 * All that a plan is judged by: the same facts and the same rule book give the same verdicts.
 *
 * @param zone the zone planned, with its outline in the legal CRS
 * @param parkKind what the plan declares the zone to be, one of {@link #PARK_KINDS}
 * @param subzones the plan as it stands, in the zone's legal CRS
 * @param on the day whose law is applied
 * @param waivers decisions by rule id
 * @param inForce subzones of the plan in force, null where none is known; a converting zone's
 *     shortfall is old only as long as the new plan does not deepen it
 * @param until last day for which the plan is meant to hold, null where it does not say
 * @param chosenSets names of further rule sets to judge by, see {@link RuleBook}
 */
public record PlanFacts(
    Zone zone,
    String parkKind,
    List<Subzone> subzones,
    LocalDate on,
    Map<String, Waiver> waivers,
    @Nullable List<Subzone> inForce,
    @Nullable LocalDate until,
    Set<String> chosenSets) {

  /** What a plan may declare a zone to be (Decree 35/2022/ND-CP art. 2). */
  public static final Set<String> PARK_KINDS = PlanFile.PARK_KINDS;

  /** Copies the collections. */
  public PlanFacts {
    Objects.requireNonNull(on, "on");
    if (!PARK_KINDS.contains(parkKind)) {
      throw new IllegalArgumentException("parkKind: " + parkKind);
    }
    subzones = List.copyOf(subzones);
    waivers = Map.copyOf(waivers);
    inForce = inForce == null ? null : List.copyOf(inForce);
    chosenSets = Set.copyOf(chosenSets);
  }

  /** Facts without a plan in force, a last day or further rule sets. */
  public PlanFacts(
      Zone zone,
      String parkKind,
      List<Subzone> subzones,
      LocalDate on,
      Map<String, Waiver> waivers) {
    this(zone, parkKind, subzones, on, waivers, null, null, Set.of());
  }

  /** The same facts beside the plan in force. */
  public PlanFacts against(List<Subzone> planInForce) {
    return new PlanFacts(zone, parkKind, subzones, on, waivers, planInForce, until, chosenSets);
  }

  /** The same facts for a plan meant to hold until a day. */
  public PlanFacts until(@Nullable LocalDate lastDay) {
    return new PlanFacts(zone, parkKind, subzones, on, waivers, inForce, lastDay, chosenSets);
  }

  /** The same facts judged by further rule sets too. */
  public PlanFacts choosing(Set<String> sets) {
    return new PlanFacts(zone, parkKind, subzones, on, waivers, inForce, until, sets);
  }

  /** The plan in force judged as if it were the new one. */
  PlanFacts asInForce(List<Subzone> planInForce) {
    return new PlanFacts(zone, parkKind, planInForce, on, waivers, null, until, chosenSets);
  }
}
