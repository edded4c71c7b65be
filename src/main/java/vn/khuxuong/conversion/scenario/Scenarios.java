package vn.khuxuong.conversion.scenario;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.conversion.ConversionProblem;
import vn.khuxuong.conversion.ConvertingZone;
import vn.khuxuong.conversion.ConvertingZones;
import vn.khuxuong.conversion.scenario.ConsequencesJson.OfZone;
import vn.khuxuong.conversion.scenario.ConsequencesJson.Totals;
import vn.khuxuong.conversion.tenant.ConversionTenants;
import vn.khuxuong.conversion.tenant.TenantJson;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.tenancy.Asked;
import vn.khuxuong.tenancy.Versions;
import vn.khuxuong.tenancy.application.LandTermOutlook;
import vn.khuxuong.tenancy.application.LandTermOutlook.Unlocked;
import vn.khuxuong.tenancy.firm.FirmAccess;

/** What-ifs: made, forked, changed, put away; and what follows from them. */
@Component
public class Scenarios {
  private static final int MOST = 200;

  private final ScenarioStore store;
  private final OpenApplications open;
  private final ConvertingZones zones;
  private final ConversionTenants tenants;
  private final LandTermOutlook outlook;
  private final FirmAccess access;
  private final Audit audit;

  Scenarios(
      ScenarioStore store,
      OpenApplications open,
      ConvertingZones zones,
      ConversionTenants tenants,
      LandTermOutlook outlook,
      FirmAccess access,
      Audit audit) {
    this.store = store;
    this.open = open;
    this.zones = zones;
    this.tenants = tenants;
    this.outlook = outlook;
    this.access = access;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  List<ScenarioJson> list() {
    return store.list();
  }

  /**
   * A what-if.
   *
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_SCENARIO}
   */
  @Transactional(readOnly = true)
  ScenarioJson get(long id) {
    return store.find(id).orElseThrow(Scenarios::unknown);
  }

  private static ProblemException unknown() {
    return ConversionProblem.UNKNOWN_SCENARIO
        .with("Không có kịch bản mang số này.", "No scenario has this number.")
        .field("id")
        .remedy(
            "Danh sách ở /api/v1/conversions/scenarios.",
            "They are listed at /api/v1/conversions/scenarios.");
  }

  /**
   * Makes one, from the real state or from another one, whose content is taken over where none is
   * given. Audited as {@code conversion.scenario-made}.
   *
   * @throws ProblemException {@link ConversionProblem#TOO_MANY}, {@link
   *     ConversionProblem#UNKNOWN_SCENARIO}
   */
  @Transactional
  ScenarioJson make(ScenarioAsked asked) {
    if (store.count() >= MOST) {
      throw ConversionProblem.TOO_MANY
          .with("Đã có " + MOST + " kịch bản.", "There are " + MOST + " scenarios.")
          .remedy("Cất bớt kịch bản không dùng.", "Put away what is not used.");
    }
    Long from = asked.from();
    ScenarioJson origin = from == null ? null : get(from);
    long id = store.insert(asked.checkedName(), asked.checkedNote(), from, access.caller());
    write(
        id,
        asked.terms() == null && origin != null ? origin.terms() : asked.checkedTerms(),
        asked.verdicts() == null && origin != null ? origin.verdicts() : asked.checkedVerdicts());
    return done("conversion.scenario-made", id);
  }

  /**
   * Changes one. Audited as {@code conversion.scenario-changed}.
   *
   * @throws ProblemException {@link ConversionProblem#UNKNOWN_SCENARIO}, STALE of tenancy
   */
  @Transactional
  ScenarioJson change(long id, ScenarioAsked asked, @Nullable String ifMatch) {
    ScenarioJson present = store.lock(id).orElseThrow(Scenarios::unknown);
    Versions.refuseStale(ifMatch, id, present.version());
    store.update(id, asked.checkedName(), asked.checkedNote());
    write(id, asked.checkedTerms(), asked.checkedVerdicts());
    return done("conversion.scenario-changed", id);
  }

  /** Puts one away; nothing of it is lost. Audited as {@code conversion.scenario-archived}. */
  @Transactional
  void archive(long id, @Nullable String ifMatch) {
    ScenarioJson present = store.lock(id).orElseThrow(Scenarios::unknown);
    Versions.refuseStale(ifMatch, id, present.version());
    store.archive(id);
    audit.record(
        "conversion.scenario-archived",
        "scenario",
        String.valueOf(id),
        Map.of("name", present.name()));
  }

  private void write(
      long id, List<ScenarioJson.Extension> terms, List<ScenarioJson.Change> verdicts) {
    Set<String> seen = new HashSet<>();
    for (ScenarioJson.Extension term : terms) {
      if (zones.get(term.zone()).termEnd() == null) {
        throw Asked.bad(
            "terms",
            "Chưa biết thời hạn đất của khu " + term.zone() + " nên không gia hạn được.",
            "The land term of zone " + term.zone() + " is not known, so it cannot be extended.");
      }
      refuseTwice(seen.add(term.zone()), "terms");
    }
    for (ScenarioJson.Change one : verdicts) {
      zones.get(one.zone());
      refuseTwice(seen.add(one.zone() + "/" + one.firm()), "verdicts");
    }
    store.replaceTerms(id, terms);
    if (!store.replaceVerdicts(id, verdicts)) {
      throw Asked.bad(
          "verdicts", "Có mã doanh nghiệp không tồn tại.", "One of the firms' codes is not known.");
    }
  }

  private static void refuseTwice(boolean first, String member) {
    if (!first) {
      throw Asked.bad(
          member, "Mỗi khu, mỗi doanh nghiệp chỉ một dòng.", "One row for each zone and firm.");
    }
  }

  private ScenarioJson done(String action, long id) {
    ScenarioJson made = get(id);
    audit.record(
        action,
        "scenario",
        String.valueOf(id),
        Map.of("name", made.name(), "terms", made.terms(), "verdicts", made.verdicts()));
    return made;
  }

  /**
   * What follows from the real state, and from each of some what-ifs: tenants, applications and
   * buildings are read once for all of them.
   *
   * @param on the day that is asked about, null for today
   */
  @Transactional(readOnly = true)
  List<ConsequencesJson> compare(List<Long> ids, @Nullable String on) {
    zones.answerFor(on);
    List<@Nullable ScenarioJson> columns = new ArrayList<>();
    columns.add(null);
    ids.forEach(id -> columns.add(get(id)));
    List<ConvertingZone> converting = zones.list();
    Map<String, List<TenantJson>> held =
        tenants.list(null).stream().collect(groupingBy(TenantJson::zone));
    Map<String, String> applications = open.ofFirms();
    List<List<Unlocked>> unlocked =
        outlook.unlockedBy(
            columns.stream().map(column -> terms(converting, years(column))).toList());
    LocalDate today = zones.today();
    List<ConsequencesJson> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ScenarioJson column = columns.get(i);
      Map<String, Integer> years = years(column);
      Map<String, List<ScenarioJson.Change>> changes =
          column == null
              ? Map.of()
              : column.verdicts().stream().collect(groupingBy(ScenarioJson.Change::zone));
      Map<String, List<Unlocked>> passing =
          unlocked.get(i).stream().collect(groupingBy(Unlocked::zone));
      List<OfZone> ofZones =
          converting.stream()
              .map(
                  zone ->
                      Consequences.of(
                          zone,
                          years.getOrDefault(zone.code(), 0),
                          held.getOrDefault(zone.code(), List.of()),
                          changes.getOrDefault(zone.code(), List.of()).stream()
                              .collect(toMap(ScenarioJson.Change::firm, one -> one)),
                          applications,
                          passing.getOrDefault(zone.code(), List.of())))
              .toList();
      found.add(
          new ConsequencesJson(
              column == null ? null : (Long) column.id(),
              column == null ? "" : column.name(),
              today,
              ofZones,
              totals(ofZones)));
    }
    return found;
  }

  private static Map<String, Integer> years(@Nullable ScenarioJson scenario) {
    return scenario == null
        ? Map.of()
        : scenario.terms().stream()
            .collect(toMap(ScenarioJson.Extension::zone, ScenarioJson.Extension::years));
  }

  private static Map<String, LocalDate> terms(
      List<ConvertingZone> converting, Map<String, Integer> years) {
    Map<String, LocalDate> terms = new HashMap<>();
    for (ConvertingZone zone : converting) {
      LocalDate end = Consequences.termEnd(zone, years.getOrDefault(zone.code(), 0));
      if (end != null && years.containsKey(zone.code())) {
        terms.put(zone.code(), end);
      }
    }
    return terms;
  }

  private static Totals totals(List<OfZone> zones) {
    double let = 0;
    double released = 0;
    double relocate = 0;
    int firms = 0;
    int unlocked = 0;
    for (OfZone zone : zones) {
      let += zone.letM2();
      for (ConsequencesJson.Release one : zone.releases()) {
        released += one.cause().equals("OPEN") ? 0 : one.areaM2();
      }
      for (ConsequencesJson.Relocation one : zone.relocations()) {
        relocate += one.areaM2();
      }
      firms += zone.relocations().size();
      unlocked += zone.unlocked().size();
    }
    return new Totals(let, released, relocate, firms, unlocked);
  }
}
