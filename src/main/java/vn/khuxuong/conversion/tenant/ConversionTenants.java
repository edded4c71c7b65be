package vn.khuxuong.conversion.tenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.conversion.ConversionProblem;
import vn.khuxuong.conversion.ConvertingZones;
import vn.khuxuong.conversion.aim.AimJson.Sector;
import vn.khuxuong.conversion.aim.Aims;
import vn.khuxuong.conversion.tenant.TenantJson.Contest;
import vn.khuxuong.conversion.tenant.TenantJson.Decision;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Versions;

/** Tenants of zones in conversion as they stand today, judged by the rules that count today. */
@Component
public class ConversionTenants {
  private final TenantStore store;
  private final Aims aims;
  private final ConvertingZones zones;
  private final WeightStore weights;

  ConversionTenants(TenantStore store, Aims aims, ConvertingZones zones, WeightStore weights) {
    this.store = store;
    this.weights = weights;
    this.aims = aims;
    this.zones = zones;
  }

  /**
   * Tenants, by zone and the codes of the firms.
   *
   * @param zone only this one's, null for all zones in conversion
   */
  @Transactional(readOnly = true)
  public List<TenantJson> list(@Nullable String zone) {
    return read(zone, null);
  }

  /**
   * Answer of {@code GET …/{zone}/tenants}.
   *
   * @param asOf the day it answers for
   */
  record Tenants(String zone, LocalDate asOf, List<TenantJson> tenants) {}

  /**
   * Tenants of a zone on a day.
   *
   * @param on {@code yyyy-mm-dd}, null for today
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_ZONE}
   */
  @Transactional(readOnly = true)
  public Tenants on(String zone, @Nullable String on) {
    zones.answerFor(on);
    String code = zones.get(zone).code();
    return new Tenants(code, zones.today(), read(code, null));
  }

  /** The places of one firm. */
  @Transactional(readOnly = true)
  public List<TenantJson> ofFirm(long firm) {
    return read(null, firm);
  }

  /**
   * A tenant.
   *
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_TENANT}
   */
  @Transactional(readOnly = true)
  public TenantJson get(String zone, long firm) {
    return read(zone, firm).stream().findFirst().orElseThrow(ConversionTenants::unknown);
  }

  static ProblemException unknown() {
    return ConversionProblem.UNKNOWN_TENANT
        .with(
            "Doanh nghiệp này hôm nay không thuê chỗ nào trong khu.",
            "This firm rents nothing in the zone today.")
        .field("firm");
  }

  private List<TenantJson> read(@Nullable String zone, @Nullable Long firm) {
    Map<TenantStore.Key, List<LeaseHeld>> leases = store.leases(zone, firm);
    Map<TenantStore.Key, List<Decision>> decisions = store.decisions(zone, firm);
    Map<TenantStore.Key, List<Contest>> contests = store.contests(zone, firm);
    Map<String, List<Sector>> sectors = new HashMap<>();
    WeightSet rules = weights.inForce();
    LocalDate today = zones.today();
    List<TenantJson> found = new ArrayList<>();
    for (Facts facts : store.facts(List.copyOf(leases.keySet()))) {
      TenantStore.Key key = new TenantStore.Key(facts.zone(), facts.firmId());
      List<LeaseHeld> held = leases.getOrDefault(key, List.of());
      Proposal proposal =
          Score.of(facts, held, sectors.computeIfAbsent(facts.zone(), aims::sectors), rules, today);
      found.add(
          json(
              facts,
              held,
              proposal,
              decisions.getOrDefault(key, List.of()),
              contests.getOrDefault(key, List.of())));
    }
    return found;
  }

  private static TenantJson json(
      Facts facts,
      List<LeaseHeld> leases,
      Proposal proposal,
      List<Decision> decisions,
      List<Contest> contests) {
    Verdict verdict =
        decisions.isEmpty() ? proposal.verdict() : Verdict.valueOf(decisions.get(0).verdict());
    return new TenantJson(
        facts.zone(),
        facts.firm(),
        facts.nameVi(),
        facts.nameEn(),
        facts.industryVi(),
        facts.industryEn(),
        facts.vsic(),
        facts.insuredEmployees(),
        facts.revenueBnVnd(),
        facts.dataStatus(),
        leases.stream().mapToDouble(LeaseHeld::areaM2).sum(),
        leases.stream().map(LeaseHeld::until).max(Comparator.naturalOrder()).orElseThrow(),
        leases,
        figures(facts),
        proposal,
        verdict,
        !decisions.isEmpty(),
        facts.displaced(),
        decisions,
        contests,
        Versions.etag(facts.firmId(), decisions.size()));
  }

  private static TenantJson.@Nullable Figures figures(Facts facts) {
    LocalDate asOf = facts.asOf();
    String source = facts.source();
    String status = facts.factsStatus();
    return asOf == null || source == null || status == null
        ? null
        : new TenantJson.Figures(
            asOf,
            facts.jobs(),
            facts.energyKwhYear(),
            facts.waterM3Year(),
            facts.emissionGroup(),
            source,
            status);
  }
}
