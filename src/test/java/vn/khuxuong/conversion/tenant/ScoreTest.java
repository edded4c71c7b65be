package vn.khuxuong.conversion.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.conversion.aim.AimJson.Sector;
import vn.khuxuong.conversion.tenant.WeightSet.Weight;

/** The published score against sums made by hand. */
class ScoreTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate ASKED = LocalDate.of(2026, 1, 1);

  private static final WeightSet RULES =
      new WeightSet(
          7,
          ASKED,
          65,
          40,
          36,
          60,
          "",
          "",
          "",
          "",
          "ILLUSTRATIVE",
          List.of(
              new Weight(Criterion.SECTOR, 30, 1, 0),
              new Weight(Criterion.LABOUR, 20, 0.5, 3),
              new Weight(Criterion.ENERGY, 15, 80, 400),
              new Weight(Criterion.WATER, 10, 0.5, 4),
              new Weight(Criterion.EMISSION, 15, 4, 1),
              new Weight(Criterion.LAND_PER_JOB, 10, 15, 60)));

  @Test
  void pointsAreTheWeightsTimesHowFarEachCriterionIsMet() {
    // sector 30·1; labour 1.75 → 20·0.5; energy 240 → 15·0.5; water 4 → 0; group III → 15·2/3;
    // 20 m² a job → 10·40/45
    Proposal said = judge("2610", 35, 20.0, 500.0 * 240, 500.0 * 4, "III", 25);
    assertThat(said.points()).isCloseTo(30 + 10 + 7.5 + 0 + 10 + 8.888, within(0.06));
    assertThat(said.knownPct()).isEqualTo(100);
    assertThat(said.verdict()).isEqualTo(Verdict.KEEP);
    assertThat(said.contributions())
        .extracting(Proposal.Contribution::points)
        .containsExactly(30.0, 10.0, 7.5, 0.0, 10.0, 8.9);
    assertThat(said.contributions()).allSatisfy(one -> assertThat(one.reasonVi()).endsWith("."));
    assertThat(said.contributions()).allSatisfy(one -> assertThat(one.reasonEn()).endsWith("."));
  }

  @Test
  void whatIsUnknownCountsNeitherForNorAgainst() {
    Proposal said = judge("2610", 35, 20.0, 500.0 * 240, null, null, 25);
    // known weights 75: (30 + 10 + 7.5 + 8.888) / 75
    assertThat(said.points()).isCloseTo(100 * 56.388 / 75, within(0.06));
    assertThat(said.knownPct()).isEqualTo(75);
    assertThat(said.contributions().get(3).points()).isNull();
    assertThat(said.contributions().get(3).reasonVi()).contains("Chưa biết");
  }

  @Test
  void saysNothingWhereTooLittleIsKnown() {
    Proposal below = judge("2610", null, null, 500.0 * 80, null, null, 25);
    assertThat(below.knownPct()).isEqualTo(55);
    assertThat(below.verdict()).isNull();
    Proposal enough = judge("2610", null, null, 500.0 * 80, null, "IV", null);
    assertThat(enough.knownPct()).isEqualTo(60);
    assertThat(enough.verdict()).isEqualTo(Verdict.KEEP);
  }

  @Test
  void sectorThatIsPhasedOutIsNeverKeptAsItIs() {
    // 0 + 20 + 15 + 10 + 15 + 10 = 70
    Proposal said = judge("1410", 10, 20.0, 500.0 * 80, 250.0, "IV", 50);
    assertThat(said.points()).isEqualTo(70);
    assertThat(said.verdict()).isEqualTo(Verdict.UPGRADE);
    assertThat(said.reasonVi()).contains("giảm dần");
    assertThat(judge("2592", 10, 20.0, 500.0 * 80, 250.0, "IV", 50).points()).isEqualTo(85);
  }

  @ParameterizedTest
  @CsvSource({"2029-11-27,END_AT_TERM", "2029-11-28,MOVE"})
  void lowScoreEndsWithTheLeaseWhereThatIsSoon(LocalDate until, Verdict verdict) {
    Proposal said =
        Score.of(
            facts("1410", 60, 20.0, 500.0 * 400, 2000.0, "I", 5),
            leases(until),
            aims(),
            RULES,
            TODAY);
    assertThat(said.points()).isZero();
    assertThat(said.verdict()).isEqualTo(verdict);
  }

  @Test
  void longestCodeOfASectorDecides() {
    assertThat(judge("2630", null, null, null, null, null, null).contributions().get(0).degree())
        .isZero();
    assertThat(judge("2610", null, null, null, null, null, null).contributions().get(0).degree())
        .isEqualTo(1);
    assertThat(judge("3250", null, null, null, null, null, null).contributions().get(0).degree())
        .isEqualTo(0.5);
  }

  private static Proposal judge(
      String vsic,
      @Nullable Integer employees,
      @Nullable Double revenue,
      @Nullable Double energy,
      @Nullable Double water,
      @Nullable String group,
      @Nullable Integer jobs) {
    return Score.of(
        facts(vsic, employees, revenue, energy, water, group, jobs),
        leases(LocalDate.of(2035, 1, 1)),
        aims(),
        RULES,
        TODAY);
  }

  private static List<LeaseHeld> leases(LocalDate until) {
    return List.of(
        new LeaseHeld(1, "QQ-A", 1, 300, LocalDate.of(2027, 1, 1)),
        new LeaseHeld(2, "QQ-A", 2, 200, until));
  }

  private static List<Sector> aims() {
    return List.of(sector("26", "WANTED"), sector("263", "PHASE_OUT"), sector("14", "PHASE_OUT"));
  }

  private static Sector sector(String vsic, String aim) {
    return new Sector(vsic, aim, ASKED, "Ngành", "Sector", "", "", "CONFIRMED", "OFFICIAL");
  }

  private static Facts facts(
      String vsic,
      @Nullable Integer employees,
      @Nullable Double revenue,
      @Nullable Double energy,
      @Nullable Double water,
      @Nullable String group,
      @Nullable Integer jobs) {
    return new Facts(
        "QQ",
        1,
        "DN-0001",
        "Công ty",
        "Company",
        "Ngành",
        "Sector",
        List.of(vsic),
        employees,
        revenue,
        false,
        "OFFICIAL",
        TODAY,
        jobs,
        energy,
        water,
        group,
        "Báo cáo",
        "OFFICIAL");
  }
}
