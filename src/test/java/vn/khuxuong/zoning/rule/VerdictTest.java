package vn.khuxuong.zoning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.khuxuong.zoning.rule.RuleBookTest.verdict;
import static vn.khuxuong.zoning.rule.Town.TODAY;
import static vn.khuxuong.zoning.rule.Town.facts;
import static vn.khuxuong.zoning.rule.Town.land;
import static vn.khuxuong.zoning.rule.Town.newZone;
import static vn.khuxuong.zoning.rule.Town.oldZone;
import static vn.khuxuong.zoning.rule.Town.rectangle;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Zone;
import vn.khuxuong.zoning.check.Severity;
import vn.khuxuong.zoning.rule.Verdict.Status;

/** Every rule satisfied, violated, on the boundary and out of place. */
class VerdictTest {
  private static final RuleBook BOOK = RuleBook.read(Path.of("maps/rules"));

  private static Verdict judge(PlanFacts facts, String rule) {
    return verdict(BOOK, facts, rule);
  }

  private static PlanFacts declaring(String parkKind, Zone zone, Town.Strips land) {
    return new PlanFacts(zone, parkKind, land.list(), TODAY, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "zone-greenery, GREEN, 10.5, PASS, 10.5",
    "zone-greenery, GREEN, 10, PASS, 10",
    "zone-greenery, GREEN, 9.99, FAIL, 9.99",
    "zone-roads, ROAD, 12, PASS, 12",
    "zone-roads, ROAD, 10, PASS, 10",
    "zone-roads, ROAD, 0, FAIL, 0",
    "zone-technical, TECH, 1, PASS, 1",
    "zone-technical, TECH, 0.98, FAIL, 0.98"
  })
  void judgesSharesOfTheZone(String rule, LandUse use, double ha, Status status, double pct) {
    Town.Strips strips = land().add(LandUse.INDUSTRY, 100 - ha);
    Verdict verdict = judge(facts(newZone(100), ha > 0 ? strips.add(use, ha) : strips), rule);
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.measured()).isCloseTo(pct, within(1e-9));
    assertThat(verdict.margin()).isCloseTo(pct - verdict.limit(), within(1e-9));
    assertThat(verdict.effect()).as("not confirmed").isEqualTo(Severity.ADVISES);
    assertThat(verdict.source().confirmed()).isFalse();
  }

  @Test
  void tellsAShareFromItsLimitInWords() {
    Verdict verdict =
        judge(
            facts(newZone(100), land().add(LandUse.INDUSTRY, 90.001).add(LandUse.GREEN, 9.999)),
            "zone-greenery");
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.textEn()).contains("9.999 %, required ≥ 10 %").doesNotContain("(10 %");
    assertThat(verdict.textVi()).contains("9,999 %, yêu cầu ≥ 10 %");
  }

  @Test
  void aSupportSubzoneOf1918HectaresIsNotTwenty() {
    Town.Strips strips = land().add(LandUse.INDUSTRY, 648.82).add(LandUse.SUPPORT, 19.18);
    double onTheScreenM2 =
        CoordinateOperation.between(Crs.EPSG_9210, Crs.EPSG_3857)
            .apply(strips.list().get(1).shape())
            .getArea();
    assertThat(onTheScreenM2 / 10_000).as("in Web Mercator").isCloseTo(20.0, within(0.05));
    Verdict verdict = judge(facts(newZone(668), strips), "private-sector-land");
    assertThat(verdict.blocks()).isTrue();
    assertThat(verdict.measured()).isCloseTo(19.18, within(1e-9));
    assertThat(verdict.limit()).isEqualTo(20);
    assertThat(verdict.margin()).isCloseTo(-0.82, within(1e-9));
    assertThat(verdict.unit()).isEqualTo("ha");
    assertThat(verdict.subjects()).containsExactly("HT-02");
    assertThat(verdict.textEn()).contains("19.18 ha, required ≥ 20 ha", "2.87 %, required ≥ 5 %");
  }

  @ParameterizedTest
  @CsvSource({
    "668, 20, PASS, ha, 20",
    "668, 19.99995, PASS, ha, 19.99995",
    "668, 19.9998, FAIL, ha, 19.9998",
    "300, 19.18, PASS, %, 6.393333333",
    "300, 15, PASS, %, 5",
    "300, 14.99, FAIL, ha, 14.99"
  })
  void eitherTwentyHectaresOrFivePercentSuffices(
      double zoneHa, double supportHa, Status status, String unit, double measured) {
    Town.Strips strips =
        land().add(LandUse.INDUSTRY, zoneHa - supportHa).add(LandUse.SUPPORT, supportHa);
    Verdict verdict = judge(facts(newZone(zoneHa), strips), "private-sector-land");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.unit()).isEqualTo(unit);
    assertThat(verdict.measured()).isCloseTo(measured, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-17, , NOT_APPLICABLE, BLOCKS",
    "2025-05-18, , FAIL, BLOCKS",
    ", 1997, NOT_APPLICABLE, BLOCKS",
    ", 2025, FAIL, ADVISES",
    ", 2026, FAIL, BLOCKS",
    ", , FAIL, ADVISES"
  })
  void bindsParksEstablishedAfterItsDayOnly(
      LocalDate establishedOn, Integer founded, Status status, Severity effect) {
    Zone zone = Town.zone(false, false, founded, establishedOn, null, rectangle(0, 0, 10_000, 100));
    Verdict verdict = judge(facts(zone, land().add(LandUse.INDUSTRY, 100)), "private-sector-land");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.effect()).isEqualTo(effect);
  }

  @ParameterizedTest
  @CsvSource({"0, 5, PASS, ha", "5, 0, PASS, ha", "1, 3.99, FAIL, ha", "0, 0, FAIL, ha"})
  void judgesLandForSmallFirms(double support, double highrise, Status status, String unit) {
    Town.Strips strips = land().add(LandUse.INDUSTRY, 900 - support - highrise);
    if (support > 0) {
      strips.add(LandUse.SUPPORT, support);
    }
    if (highrise > 0) {
      strips.add(LandUse.HIGHRISE, highrise);
    }
    Verdict verdict = judge(facts(newZone(1000), strips), "small-firm-land");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.unit()).isEqualTo(unit);
  }

  @Test
  void smallFirmsAreServedByThreePercentOfIndustrialLandToo() {
    Town.Strips strips =
        land().add(LandUse.INDUSTRY, 97).add(LandUse.GREEN, 100).add(LandUse.SUPPORT, 3);
    Verdict verdict = judge(facts(newZone(200), strips), "small-firm-land");
    assertThat(verdict.status()).isEqualTo(Status.PASS);
    assertThat(verdict.measured()).isCloseTo(3, within(1e-9));
    assertThat(verdict.unit()).isEqualTo("%");
  }

  @ParameterizedTest
  @CsvSource({"60, PASS", "59.99, FAIL"})
  void aSupportingIndustryParkKeepsSixtyPercent(double support, Status status) {
    Town.Strips strips =
        land()
            .add(LandUse.INDUSTRY, 100 - support)
            .add(LandUse.SUPPORT, support)
            .add(LandUse.ROAD, 100);
    Verdict verdict =
        judge(declaring("SUPPORTING_INDUSTRY", newZone(200), strips), "supporting-industry-park");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.effect()).isEqualTo(Severity.BLOCKS);
    assertThat(verdict.textEn()).contains("The decree counts projects");
    assertThat(judge(facts(newZone(200), strips), "supporting-industry-park").status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void aHighTechParkIsMeasuredByDeclaredPurposes() {
    Town.Strips strips =
        land()
            .add(LandUse.INDUSTRY, 70)
            .add(LandUse.INDUSTRY, 30, 1, null, null, null, "Điện tử, công nghệ CAO");
    assertThat(judge(declaring("HIGH_TECH", newZone(100), strips), "high-tech-park").status())
        .isEqualTo(Status.PASS);
    Town.Strips less =
        land()
            .add(LandUse.INDUSTRY, 71)
            .add(LandUse.INDUSTRY, 29, 1, null, null, null, "high-tech assembly");
    Verdict verdict = judge(declaring("HIGH_TECH", newZone(100), less), "high-tech-park");
    assertThat(verdict.blocks()).isTrue();
    assertThat(verdict.measured()).isCloseTo(29, within(1e-9));
    Verdict empty =
        judge(declaring("HIGH_TECH", newZone(5), land().add(LandUse.ROAD, 5)), "high-tech-park");
    assertThat(empty.status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({"25, PASS", "24.9, FAIL"})
  void anEcoParkKeepsAQuarterForInfrastructure(double roads, Status status) {
    Town.Strips strips = land().add(LandUse.INDUSTRY, 100 - roads).add(LandUse.ROAD, roads);
    Verdict verdict = judge(declaring("ECO", newZone(100), strips), "eco-park-infrastructure");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.blocks()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "70, 5, PASS, 70",
    "70.01, 5, FAIL, 70",
    "60, 6, PASS, 60",
    "61, 6, FAIL, 60",
    "70, , PASS, 70"
  })
  void judgesPlotDensityByFloors(double density, Integer floors, Status status, double limit) {
    Town.Strips strips =
        land().add(LandUse.INDUSTRY, 10, 1, density, floors, null, null).add(LandUse.GREEN, 2);
    Verdict verdict = judge(facts(newZone(12), strips), "plot-density");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.limit()).isEqualTo(limit);
    assertThat(verdict.effect()).isEqualTo(Severity.BLOCKS);
    assertThat(verdict.subjects()).containsExactly("CN-01");
  }

  @Test
  void namesEveryPlotThatIsTooDense() {
    Town.Strips strips =
        land()
            .add(LandUse.INDUSTRY, 1, 1, 75.0, 1, null, null)
            .add(LandUse.INDUSTRY, 1, 1, 70.0, 1, null, null)
            .add(LandUse.HIGHRISE, 1, 1, 80.0, 9, null, null);
    Verdict verdict = judge(facts(newZone(3), strips), "plot-density");
    assertThat(verdict.subjects()).containsExactly("CN-01", "NX-03");
    assertThat(verdict.measured()).isEqualTo(80);
    assertThat(verdict.margin()).isEqualTo(-20);
    assertThat(judge(facts(newZone(3), land().add(LandUse.INDUSTRY, 3)), "plot-density").status())
        .isEqualTo(Status.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({"2.8, PASS", "2.81, FAIL"})
  void aRatioAboveDensityTimesFloorsIsNoticed(double far, Status status) {
    Town.Strips strips = land().add(LandUse.INDUSTRY, 1, 1, 70.0, 4, far, null);
    Verdict verdict = judge(facts(newZone(1), strips), "plot-far-consistent");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.blocks()).isFalse();
    assertThat(verdict.limit()).isCloseTo(2.8, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5000, 70",
    "4, 20000, 47.5",
    "2, 7500, 69.58",
    "2, 10000, 69.17",
    "99, 1000000, 35"
  })
  void interpolatesTheOldTableOfDensities(int floors, double plotM2, double limit) {
    Town.Strips strips = land().add(LandUse.INDUSTRY, plotM2 / 10_000, 1, 10.0, floors, null, null);
    PlanFacts facts = facts(newZone(plotM2 / 10_000), strips).choosing(Set.of("qcxdvn-2008"));
    assertThat(judge(facts, "plot-density-by-height").limit()).isCloseTo(limit, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"500, 200, PASS, 500", "500.01, 200, FAIL, 500.01", "250, 250, NOT_APPLICABLE, 0"})
  void aLargeZoneIsPhased(double first, double second, Status status, double measured) {
    Town.Strips strips =
        land()
            .add(LandUse.INDUSTRY, first, 1, null, null, null, null)
            .add(LandUse.INDUSTRY, second, 2, null, null, null, null);
    Verdict verdict = judge(facts(newZone(first + second), strips), "phase-500ha");
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.measured() == null ? 0 : verdict.measured())
        .isCloseTo(measured, within(1e-6));
  }

  @Test
  void aLargeZoneWithoutPhasesFails() {
    Town.Strips strips = land().add(LandUse.INDUSTRY, 600, null, null, null, null, null);
    Verdict verdict = judge(facts(newZone(600), strips), "phase-500ha");
    assertThat(verdict.blocks()).isTrue();
    assertThat(verdict.textEn()).contains("Land without a phase");
  }

  @ParameterizedTest
  @CsvSource({
    "1991-09-24, 2041-09-24, PASS, PASS",
    "1991-09-24, 2041-12-31, FAIL, PASS",
    "2003-01-23, 2073-01-23, FAIL, PASS",
    "2003-01-23, 2073-06-01, FAIL, FAIL"
  })
  void judgesTheZonesTerm(LocalDate from, LocalDate to, Status usual, Status longest) {
    Zone zone = Town.zone(false, false, null, from, to, rectangle(0, 0, 100, 100));
    PlanFacts facts = facts(zone, land().add(LandUse.INDUSTRY, 1));
    assertThat(judge(facts, "zone-term-usual").status()).isEqualTo(usual);
    assertThat(judge(facts, "zone-term-longest").status()).isEqualTo(longest);
    assertThat(judge(facts, "zone-term-longest").effect()).isEqualTo(Severity.BLOCKS);
    PlanFacts unknown = facts(newZone(1), land().add(LandUse.INDUSTRY, 1));
    assertThat(judge(unknown, "zone-term-usual").status()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void aPlanDoesNotOutliveItsZone() {
    LocalDate end = LocalDate.of(2041, 12, 31);
    Zone zone = Town.zone(false, false, 1991, null, end, rectangle(0, 0, 100, 100));
    PlanFacts facts = facts(zone, land().add(LandUse.INDUSTRY, 1));
    Verdict open = judge(facts, "plan-within-zone-term");
    assertThat(open.status()).isEqualTo(Status.PASS);
    assertThat(open.measured()).isCloseTo(15.1, within(0.01));
    assertThat(judge(facts.until(end), "plan-within-zone-term").status()).isEqualTo(Status.PASS);
    Verdict later = judge(facts.until(end.plusDays(1)), "plan-within-zone-term");
    assertThat(later.status()).isEqualTo(Status.FAIL);
    assertThat(later.textVi()).contains("31/12/2041");
  }

  @Test
  void measuresTheIsolationStripAlongTheOutline() {
    Zone zone = Town.zone(true, false, null, null, null, rectangle(0, 0, 300, 200));
    Verdict whole = judge(ring(zone, 10), "isolation-strip");
    assertThat(whole.status()).isEqualTo(Status.PASS);
    assertThat(whole.measured()).isEqualTo(100);
    Verdict thin = judge(ring(zone, 9.9), "isolation-strip");
    assertThat(thin.status()).isEqualTo(Status.FAIL);
    assertThat(thin.subjects()).containsExactly("CN-01");
    assertThat(thin.blocks()).isFalse();
    // Factory land reaches the southern edge over 100 m; corners of its 10 m surroundings count
    // too.
    Town.Strips strips = land();
    PlanFacts touching =
        new PlanFacts(
            zone,
            "GENERAL",
            List.of(
                strips.add(LandUse.GREEN, 1).list().get(0).withShape(rectangle(0, 0, 100, 200)),
                strips
                    .add(LandUse.INDUSTRY, 1)
                    .list()
                    .get(1)
                    .withShape(rectangle(100, 0, 100, 190)),
                strips.add(LandUse.GREEN, 1).list().get(2).withShape(rectangle(100, 190, 100, 10)),
                strips.add(LandUse.WATER, 1).list().get(3).withShape(rectangle(200, 0, 100, 200))),
            TODAY,
            Map.of());
    assertThat(judge(touching, "isolation-strip").measured())
        .isCloseTo(100 * (1000 - 120) / 1000.0, within(0.01));
  }

  @Test
  void aGapAtTheOutlineIsNoIsolationStrip() {
    Zone zone = Town.zone(true, false, null, null, null, rectangle(0, 0, 300, 200));
    PlanFacts facts =
        new PlanFacts(
            zone,
            "GENERAL",
            List.of(
                land().add(LandUse.GREEN, 1).list().get(0).withShape(rectangle(0, 0, 300, 150))),
            TODAY,
            Map.of());
    assertThat(judge(facts, "isolation-strip").measured())
        .isCloseTo(100 * (600 - 20) / 1000.0, within(0.01));
  }

  /** Factory land inside a ring of greenery. */
  private static PlanFacts ring(Zone zone, double width) {
    var factory = rectangle(width, width, 300 - 2 * width, 200 - 2 * width);
    var green = (org.locationtech.jts.geom.Polygon) zone.outline().difference(factory);
    Town.Strips strips = land().add(LandUse.INDUSTRY, 1).add(LandUse.GREEN, 1);
    return new PlanFacts(
        zone,
        "GENERAL",
        List.of(strips.list().get(0).withShape(factory), strips.list().get(1).withShape(green)),
        TODAY,
        Map.of());
  }

  @Test
  void aCrossedShapeIsJudgedAllTheSame() {
    PlanFacts facts =
        new PlanFacts(
            newZone(1),
            "GENERAL",
            List.of(land().add(LandUse.GREEN, 1).list().get(0).withShape(Town.bowTie())),
            TODAY,
            Map.of());
    assertThat(BOOK.judge(facts)).isNotEmpty();
  }

  @Test
  void anOldShortfallOfAConvertingZoneIsReportedAsSuch() {
    Town.Strips tanBinh =
        land()
            .add(LandUse.INDUSTRY, 91.05)
            .add(LandUse.WAREHOUSE, 14.13)
            .add(LandUse.ROAD, 19.84)
            .add(LandUse.GREEN, 8.51);
    Verdict verdict = judge(facts(oldZone(133.53), tanBinh), "zone-greenery");
    assertThat(verdict.status()).isEqualTo(Status.FAIL);
    assertThat(verdict.preExisting()).isTrue();
    assertThat(verdict.blocks()).isFalse();
    assertThat(verdict.measured()).isCloseTo(6.373, within(0.001));
    assertThat(verdict.textVi()).contains("6,37 %", "thiếu từ trước", "không phải vi phạm mới");
    assertThat(judge(facts(newZone(133.53), tanBinh), "zone-greenery").preExisting()).isFalse();
  }

  @Test
  void aConvertingZoneMayNotGetDenserThanItWas() {
    Town.Strips before = land().add(LandUse.INDUSTRY, 10, 1, 75.0, 3, null, null);
    Town.Strips same = land().add(LandUse.INDUSTRY, 10, 1, 74.0, 3, null, null);
    Town.Strips worse = land().add(LandUse.INDUSTRY, 10, 1, 76.0, 3, null, null);
    Zone zone = oldZone(10);
    assertThat(judge(facts(zone, same).against(before.list()), "plot-density").preExisting())
        .isTrue();
    Verdict breach = judge(facts(zone, worse).against(before.list()), "plot-density");
    assertThat(breach.preExisting()).isFalse();
    assertThat(breach.blocks()).isTrue();
    Town.Strips kept = land().add(LandUse.INDUSTRY, 10, 1, 70.0, 3, null, null);
    assertThat(judge(facts(zone, worse).against(kept.list()), "plot-density").blocks())
        .as("was kept before")
        .isTrue();
  }

  @Test
  void aDecisionWaivesWhatTheResolutionLetsItWaive() {
    Town.Strips dense = land().add(LandUse.INDUSTRY, 10, 1, 75.0, 3, null, null);
    Waiver waiver = new Waiver("123/QĐ-UBND", LocalDate.of(2026, 1, 5));
    PlanFacts facts =
        new PlanFacts(
            newZone(10),
            "GENERAL",
            dense.list(),
            TODAY,
            Map.of("plot-density", waiver, "private-sector-land", waiver));
    Verdict density = judge(facts, "plot-density");
    assertThat(density.status()).isEqualTo(Status.WAIVED);
    assertThat(density.blocks()).isFalse();
    assertThat(density.waiver()).isEqualTo(waiver);
    assertThat(density.textVi()).contains("123/QĐ-UBND", "5/1/2026");
    assertThat(density.measured()).isEqualTo(75);
    Verdict land = judge(facts, "private-sector-land");
    assertThat(land.status()).as("no act lets it be waived").isEqualTo(Status.FAIL);
    assertThat(land.textEn()).contains("decision 123/QĐ-UBND cannot waive this rule");
  }

  @ParameterizedTest
  @CsvSource({"2025-12-11, FAIL", "2025-12-12, WAIVED", "2026-11-25, WAIVED", "2026-11-26, FAIL"})
  void aDecisionWaivesFromTheDayTheResolutionIsInForce(LocalDate decidedOn, Status status) {
    Town.Strips dense = land().add(LandUse.INDUSTRY, 10, 1, 75.0, 3, null, null);
    PlanFacts facts =
        new PlanFacts(
            newZone(10),
            "GENERAL",
            dense.list(),
            TODAY,
            Map.of("plot-density", new Waiver("1/QĐ-UBND", decidedOn)));
    assertThat(judge(facts, "plot-density").status()).isEqualTo(status);
  }
}
