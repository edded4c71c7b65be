package vn.khuxuong.zoning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khuxuong.geo.GeoJson;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.PlanFile;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.ZonesFile;
import vn.khuxuong.zoning.check.Severity;
import vn.khuxuong.zoning.rule.Verdict.Status;

/** The book as shipped: its data, its dates, its hash, and what it says of the plan as shipped. */
class RuleBookTest {
  private static final Path RULES = Path.of("maps/rules");
  private static final RuleBook BOOK = RuleBook.read(RULES);

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(RULES)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }

  static Verdict verdict(RuleBook book, PlanFacts facts, String ruleId) {
    return book.judge(facts).stream()
        .filter(verdict -> verdict.ruleId().equals(ruleId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no verdict of " + ruleId));
  }

  static PlanFacts seededPlan() throws IOException {
    Zone zone = ZonesFile.get(Path.of("maps/boundaries/zones.geojson"), "pvh");
    PlanFile plan =
        PlanFile.read(GeoJson.parse(Files.readString(Path.of("maps/plans/PVH-1.geojson"))), zone);
    return new PlanFacts(zone, plan.parkKind(), plan.subzones(), Town.TODAY, Map.of());
  }

  @Test
  void seededPlanPassesEveryBlockingRule() throws IOException {
    List<Verdict> verdicts = BOOK.judge(seededPlan());
    assertThat(verdicts).noneMatch(Verdict::blocks).noneMatch(v -> v.status() == Status.FAIL);
    assertThat(verdicts)
        .filteredOn(v -> v.effect() == Severity.BLOCKS && v.status() == Status.PASS)
        .extracting(Verdict::ruleId)
        .containsExactlyInAnyOrder("private-sector-land", "plot-density", "phase-500ha");
    Verdict land = verdict(BOOK, seededPlan(), "private-sector-land");
    assertThat(land.measured()).isCloseTo(41.577, within(0.001));
    assertThat(land.textEn()).contains("41.58 ha, required ≥ 20 ha", "6.22 %, required ≥ 5 %");
    assertThat(verdict(BOOK, seededPlan(), "isolation-strip").measured()).isEqualTo(100);
  }

  @Test
  void everyBlockingRuleStandsOnConfirmedLaw() throws IOException {
    for (Verdict verdict : BOOK.judge(seededPlan())) {
      assertThat(verdict.effect() == Severity.ADVISES || verdict.source().confirmed())
          .as(verdict.ruleId())
          .isTrue();
      assertThat(verdict.titleVi()).isNotBlank();
      assertThat(verdict.source().articleVi()).isNotBlank();
      assertThat(verdict.validFrom()).isAfterOrEqualTo(verdict.source().inForce());
    }
  }

  @Test
  void sameContentReplaysToTheSameVerdicts() throws IOException {
    RuleBook replayed = RuleBook.parse(BOOK.content());
    assertThat(replayed.content()).isEqualTo(BOOK.content());
    assertThat(replayed.sha256()).isEqualTo(BOOK.sha256()).matches("[0-9a-f]{64}");
    assertThat(replayed.judge(seededPlan())).isEqualTo(BOOK.judge(seededPlan()));
  }

  @Test
  void hashKnowsContentButNotComments() throws IOException {
    Map<String, String> files = files();
    files.computeIfPresent("practice.yaml", (name, yaml) -> "# a remark\n" + yaml);
    assertThat(RuleBook.of(files).sha256()).isEqualTo(BOOK.sha256());
    files.computeIfPresent("practice.yaml", (name, yaml) -> yaml.replace("metres: 6", "metres: 7"));
    assertThat(RuleBook.of(files).sha256()).isNotEqualTo(BOOK.sha256());
  }

  @Test
  void aThresholdIsChangedInDataAlone() throws IOException {
    Map<String, String> files = files();
    files.computeIfPresent(
        "qcvn-01-2021.yaml",
        (name, yaml) ->
            yaml.replace("[GREEN], of: ZONE, atLeastPct: 10", "[GREEN], of: ZONE, atLeastPct: 11"));
    assertThat(verdict(BOOK, seededPlan(), "zone-greenery").status()).isEqualTo(Status.PASS);
    Verdict stricter = verdict(RuleBook.of(files), seededPlan(), "zone-greenery");
    assertThat(stricter.status()).isEqualTo(Status.FAIL);
    assertThat(stricter.measured()).isCloseTo(10.5822, within(0.005));
    assertThat(stricter.margin()).isCloseTo(-0.4178, within(0.005));
  }

  @Test
  void aThresholdDatedFromTomorrowChangesNothingToday() throws IOException {
    LocalDate tomorrow = Town.TODAY.plusDays(1);
    Map<String, String> files = files();
    files.computeIfPresent(
        "qcvn-01-2021.yaml", (name, yaml) -> datedFrom(yaml, "zone-greenery", tomorrow));
    RuleBook book = RuleBook.of(files);
    PlanFacts today = seededPlan();
    assertThat(verdict(book, today, "zone-greenery").status()).isEqualTo(Status.PASS);
    assertThat(verdict(book, today, "zone-greenery").validTo()).isEqualTo(tomorrow);
    PlanFacts then =
        new PlanFacts(today.zone(), today.parkKind(), today.subzones(), tomorrow, Map.of());
    assertThat(verdict(book, then, "zone-greenery").status()).isEqualTo(Status.FAIL);
    assertThat(verdict(book, then, "zone-greenery").limit()).isEqualTo(11);
  }

  /** Ends the wording of a rule on a day and adds one that asks for 11 % from then on. */
  private static String datedFrom(String yaml, String id, LocalDate day) {
    String[] parts = yaml.split("(?=- id: )");
    List<String> entries = new ArrayList<>();
    for (String part : parts) {
      if (part.startsWith("- id: " + id)) {
        entries.add(part.stripTrailing() + "\n  validTo: " + day + "\n\n");
        entries.add(
            part.replace("validFrom: 2021-07-05", "validFrom: " + day)
                .replace("atLeastPct: 10", "atLeastPct: 11"));
      } else {
        entries.add(part);
      }
    }
    return String.join("", entries);
  }

  @Test
  void aRuleNotYetInForceDoesNotApply() throws IOException {
    PlanFacts now = seededPlan();
    PlanFacts before =
        new PlanFacts(
            now.zone(), now.parkKind(), now.subzones(), LocalDate.of(2025, 5, 16), Map.of());
    Verdict verdict = verdict(BOOK, before, "private-sector-land");
    assertThat(verdict.status()).isEqualTo(Status.NOT_APPLICABLE);
    assertThat(verdict.measured()).isNull();
    assertThat(verdict.textEn()).contains("in force from 2025-05-17");
    assertThat(verdict.textVi()).contains("có hiệu lực từ 17/5/2025");
  }

  @Test
  void furtherRuleSetsAreJudgedWhenChosenOnly() throws IOException {
    assertThat(BOOK.judge(seededPlan()))
        .extracting(Verdict::ruleId)
        .doesNotContain("plot-density-by-height")
        .doesNotHaveDuplicates();
    Verdict chosen =
        verdict(BOOK, seededPlan().choosing(Set.of("qcxdvn-2008")), "plot-density-by-height");
    assertThat(chosen.status()).isEqualTo(Status.FAIL);
    assertThat(chosen.blocks()).isFalse();
  }

  @Test
  void knowsLeastWidthsOfADay() {
    assertThat(BOOK.leastWidthM(LandUse.ROAD, Town.TODAY)).isEqualTo(6);
    assertThat(BOOK.leastWidthM(LandUse.ROAD, LocalDate.of(1999, 1, 1))).isZero();
  }

  @Test
  void refusesABrokenBookWithEveryComplaintAtOnce() {
    String yaml =
        """
        act:
          id: custom
          title: {vi: "Thông lệ", en: "Custom"}
          legal: false
          inForce: 2020-01-01
        rules:
        - id: one
          title: {vi: "Một", en: "One"}
          article: {vi: "Điều 1", en: "art. 1"}
          confirmed: true
          seenIn: here
          severity: BLOCKS
          validFrom: 2020-01-01
          check: LAND_SHARE
          parameters: {landUses: [FOREST], of: ZONE, atLeastPct: 101}
        - id: one
          title: {vi: "Một"}
          article: {vi: "Điều 1", en: "art. 1"}
          severity: BLOCKS
          validFrom: 2019-12-31
          check: GUESS
          parameters: {}
          waivedUnder: nowhere
          colour: red
        """;
    assertThatThrownBy(() -> RuleBook.of(Map.of("custom.yaml", yaml)))
        .isInstanceOfSatisfying(
            BrokenRulesException.class,
            e -> {
              String all = String.join("\n", e.complaints());
              assertThat(all)
                  .contains("custom.yaml: rules[0].severity: only a legal act may block")
                  .contains("rules[0].parameters.landUses: \"FOREST\" is none of")
                  .contains("rules[0].parameters.atLeastPct: must be a number from 0 to 100")
                  .contains("rules[1].title.en: is missing")
                  .contains("rules[1].severity: only a confirmed rule may block")
                  .contains("rules[1].check: must be one of")
                  .contains("rules[1].validFrom: is before its act came into force")
                  .contains("rules[1].waivedUnder: no file has the act \"nowhere\"")
                  .contains("rules[1].colour: is not known here")
                  .contains("two wordings of rule \"one\" are in force on the same day");
            });
  }

  @Test
  void refusesWhatIsNoBook() {
    assertThatThrownBy(() -> RuleBook.parse("{}")).isInstanceOf(BrokenRulesException.class);
    assertThatThrownBy(() -> RuleBook.parse("[")).isInstanceOf(BrokenRulesException.class);
    assertThatThrownBy(() -> RuleBook.read(Path.of("maps/none")))
        .isInstanceOf(BrokenRulesException.class);
    assertThatThrownBy(() -> RuleBook.of(Map.of("a.yaml", "a: [1")))
        .hasMessageContaining("a.yaml: is not YAML");
    assertThatThrownBy(() -> RuleBook.of(Map.of("a.yaml", "act: 1\nact: 2")))
        .isInstanceOf(BrokenRulesException.class);
  }
}
