package vn.khuxuong.conversion.overview;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.khuxuong.conversion.ConvertingZone;
import vn.khuxuong.conversion.ConvertingZones;
import vn.khuxuong.conversion.aim.AimJson;
import vn.khuxuong.conversion.aim.Aims;
import vn.khuxuong.conversion.floor.FloorChanges;
import vn.khuxuong.conversion.scenario.ScenarioStore;
import vn.khuxuong.conversion.tenant.ConversionTenants;
import vn.khuxuong.conversion.tenant.TenantJson;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.firm.FirmAccess;

/**
 * The conversion over HTTP for everybody: {@code GET /api/v1/conversions} all zones, {@code
 * …/{zone}} one, {@code …/{zone}/floor-changes} what floors newly accept or refuse; each on a day
 * with {@code on}. A firm reads everything that is held of it at {@code …/mine}.
 */
@RestController
@RequestMapping("/api/v1/conversions")
public class ConversionController {
  private static final Set<String> STAFF = Set.of("ROLE_OFFICER", "ROLE_APPROVER", "ROLE_ADMIN");

  private final ConvertingZones zones;
  private final Aims aims;
  private final ConversionTenants tenants;
  private final FloorChanges floors;
  private final ScenarioStore scenarios;
  private final FirmAccess access;

  ConversionController(
      ConvertingZones zones,
      Aims aims,
      ConversionTenants tenants,
      FloorChanges floors,
      ScenarioStore scenarios,
      FirmAccess access) {
    this.zones = zones;
    this.aims = aims;
    this.tenants = tenants;
    this.floors = floors;
    this.scenarios = scenarios;
    this.access = access;
  }

  /**
   * Answer of {@code GET /api/v1/conversions}.
   *
   * @param suppressedBelow counts of fewer firms are not told
   */
  record All(LocalDate asOf, int suppressedBelow, List<OfZone> zones) {}

  /**
   * A zone; members of {@link ConvertingZone}.
   *
   * @param illustrative whether the counts rest on illustrative figures
   */
  record OfZone(ConvertingZone zone, AimJson aim, Aggregates aggregates, boolean illustrative) {}

  /**
   * Answer of {@code GET …/mine}: everything that is held of the firm.
   *
   * @param scenarios what-ifs that name it
   */
  record Mine(LocalDate asOf, List<TenantJson> tenants, List<ScenarioStore.Named> scenarios) {}

  /**
   * All zones in conversion.
   *
   * @param on the day that is asked about, {@code yyyy-mm-dd}; today without it. Counts of tenants
   *     on another day are told to staff alone: two days beside each other would tell one firm
   *     apart
   */
  @GetMapping
  @Transactional(readOnly = true)
  public ResponseEntity<All> list(
      @RequestParam(required = false) @Nullable String on, @Nullable Authentication who) {
    zones.answerFor(on);
    boolean counts = on == null || isStaff(who);
    Map<String, List<TenantJson>> held =
        tenants.list(null).stream().collect(groupingBy(TenantJson::zone));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(
            new All(
                zones.today(),
                Aggregates.LEAST,
                zones.list().stream()
                    .map(zone -> ofZone(zone, held.getOrDefault(zone.code(), List.of()), counts))
                    .toList()));
  }

  /**
   * One zone.
   *
   * @param on as for all zones
   * @throws ProblemException {@link vn.khuxuong.conversion.ConversionProblem#UNKNOWN_ZONE}
   */
  @GetMapping("/{zone}")
  @Transactional(readOnly = true)
  public ResponseEntity<OfZone> get(
      @PathVariable String zone,
      @RequestParam(required = false) @Nullable String on,
      @Nullable Authentication who) {
    zones.answerFor(on);
    ConvertingZone found = zones.get(zone);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(ofZone(found, tenants.list(found.code()), on == null || isStaff(who)));
  }

  /**
   * What floors newly accept or refuse.
   *
   * @param plan number of a plan of the zone that is not published, for staff; null for the plan in
   *     force
   * @param on the day that is asked about, today without it
   */
  @GetMapping("/{zone}/floor-changes")
  @Transactional(readOnly = true)
  public ResponseEntity<FloorChanges.Changes> floorChanges(
      @PathVariable String zone,
      @RequestParam(required = false) @Nullable Long plan,
      @RequestParam(required = false) @Nullable String on) {
    zones.answerFor(on);
    String code = zones.get(zone).code();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(plan == null ? floors.ofPlanInForce(code) : floors.ofPlan(code, plan));
  }

  /** What is held of the caller's firm. */
  @GetMapping("/mine")
  @PreAuthorize("hasRole('FIRM')")
  @Transactional(readOnly = true)
  public ResponseEntity<Mine> mine() {
    long firm = access.ownFirm().id();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Mine(zones.today(), tenants.ofFirm(firm), scenarios.naming(firm)));
  }

  private static boolean isStaff(@Nullable Authentication who) {
    return who != null
        && who.getAuthorities().stream()
            .anyMatch(one -> STAFF.contains(String.valueOf(one.getAuthority())));
  }

  private OfZone ofZone(ConvertingZone zone, List<TenantJson> held, boolean counts) {
    return new OfZone(
        zone,
        aims.of(zone.code()),
        counts ? Aggregates.of(held) : Aggregates.NOT_TOLD,
        held.stream().anyMatch(one -> one.dataStatus().equals("ILLUSTRATIVE")));
  }
}
