package vn.khuxuong.conversion.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.conversion.ConvertingZone;
import vn.khuxuong.conversion.scenario.ConsequencesJson.OfZone;
import vn.khuxuong.conversion.scenario.ConsequencesJson.Release;
import vn.khuxuong.conversion.scenario.ConsequencesJson.Relocation;
import vn.khuxuong.conversion.tenant.LeaseHeld;
import vn.khuxuong.conversion.tenant.TenantJson;
import vn.khuxuong.conversion.tenant.Verdict;
import vn.khuxuong.tenancy.application.LandTermOutlook.Unlocked;

/** What verdicts and land terms mean for a zone's space. Plain arithmetic, changes nothing. */
final class Consequences {
  private record Year(int year, String cause) {}

  private final ConvertingZone zone;
  private final int years;
  private final Map<String, ScenarioJson.Change> instead;
  private final Map<String, String> applications;
  private final Map<Year, double[]> released =
      new TreeMap<>(Comparator.comparingInt(Year::year).thenComparing(Year::cause));
  private final List<Relocation> relocations = new ArrayList<>();
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private int undecided;
  private double letM2;
  private double wantedM2;

  private Consequences(
      ConvertingZone zone,
      int years,
      Map<String, ScenarioJson.Change> instead,
      Map<String, String> applications) {
    this.zone = zone;
    this.years = years;
    this.instead = instead;
    this.applications = applications;
  }

  /**
   * Works them out.
   *
   * @param years by which the land term is extended
   * @param instead code of a firm to what it would be told
   * @param applications code of a firm to that of its application the next round takes
   * @param unlocked applications of this zone that would pass
   */
  static OfZone of(
      ConvertingZone zone,
      int years,
      List<TenantJson> tenants,
      Map<String, ScenarioJson.Change> instead,
      Map<String, String> applications,
      List<Unlocked> unlocked) {
    Consequences all = new Consequences(zone, years, instead, applications);
    tenants.forEach(all::add);
    all.relocations.sort(Comparator.comparing(Relocation::by).thenComparing(Relocation::firm));
    return new OfZone(
        zone.code(),
        zone.shortName(),
        termEnd(zone, years),
        years,
        all.letM2,
        all.wantedM2,
        all.counts.getOrDefault(Verdict.KEEP, 0),
        all.counts.getOrDefault(Verdict.UPGRADE, 0),
        all.counts.getOrDefault(Verdict.MOVE, 0),
        all.counts.getOrDefault(Verdict.END_AT_TERM, 0),
        all.undecided,
        all.released.entrySet().stream()
            .map(
                one ->
                    new Release(
                        one.getKey().year(),
                        one.getKey().cause(),
                        one.getValue()[0],
                        (int) one.getValue()[1]))
            .toList(),
        all.relocations,
        unlocked);
  }

  /** Last day of a land term that is extended; 29 February becomes the 28th where it must. */
  static @Nullable LocalDate termEnd(ConvertingZone zone, int years) {
    LocalDate end = zone.termEnd();
    return end == null ? null : end.plusYears(years);
  }

  private void add(TenantJson tenant) {
    letM2 += tenant.areaM2();
    if (tenant.proposal().contributions().stream()
        .anyMatch(
            one -> one.criterion().equals("SECTOR") && one.degree() != null && one.degree() >= 1)) {
      wantedM2 += tenant.areaM2();
    }
    ScenarioJson.Change change = instead.get(tenant.firm());
    Verdict verdict = change == null ? tenant.verdict() : change.verdict();
    if (verdict == null) {
      undecided++;
    } else {
      counts.merge(verdict, 1, Integer::sum);
    }
    LocalDate leaveBy = leaveBy(tenant, change);
    for (LeaseHeld lease : tenant.leases()) {
      release(verdict, lease, leaveBy);
    }
    if (verdict != null && verdict.leaves()) {
      relocations.add(
          new Relocation(
              tenant.firm(),
              tenant.nameVi(),
              tenant.nameEn(),
              verdict,
              tenant.areaM2(),
              leaveBy == null || leaveBy.isAfter(tenant.leaseEnd()) ? tenant.leaseEnd() : leaveBy,
              change == null && tenant.decided(),
              tenant.displaced(),
              applications.get(tenant.firm())));
    }
  }

  private static @Nullable LocalDate leaveBy(
      TenantJson tenant, ScenarioJson.@Nullable Change change) {
    if (change != null) {
      return change.leaveBy();
    }
    TenantJson.Decision decision = tenant.decision();
    return decision == null ? null : decision.leaveBy();
  }

  private void release(@Nullable Verdict verdict, LeaseHeld lease, @Nullable LocalDate leaveBy) {
    LocalDate end = termEnd(zone, years);
    if (verdict == null) {
      add(lease.until(), "OPEN", lease);
    } else if (verdict.leaves()) {
      LocalDate day = leaveBy != null && leaveBy.isBefore(lease.until()) ? leaveBy : lease.until();
      add(day, verdict.name(), lease);
    } else if (end != null) {
      add(end, "LAND_TERM", lease);
    }
  }

  private void add(LocalDate day, String cause, LeaseHeld lease) {
    double[] sum = released.computeIfAbsent(new Year(day.getYear(), cause), year -> new double[2]);
    sum[0] += lease.areaM2();
    sum[1]++;
  }
}
