package vn.khuxuong.tenancy.firm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.space.Trait;

/** What keeps a firm off a floor: satisfied, violated, on the boundary, all reasons at once. */
class EligibilityTest {
  private static final IndustryNames NAMES =
      new IndustryNames(
          Map.of(Industry.PLATING, "Xi mạ, xử lý bề mặt", Industry.PLASTIC, "Nhựa kỹ thuật"),
          Map.of(Industry.PLATING, "Plating and surface treatment", Industry.PLASTIC, "Plastics"));

  @Test
  void floorThatHasEverythingFits() {
    Verdict verdict = Eligibility.judge(needs().build(), place(2, List.of()));
    assertThat(verdict.eligible()).isTrue();
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.floors()).allSatisfy(floor -> assertThat(floor.findings()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "LOAD, 10, 10.01",
    "CLEAR_HEIGHT, 5, 5.01",
    "FLOOR_POWER, 300, 300.1",
    "LIFT, 3, 3.1"
  })
  void boundBelongsToTheFloor(EligibilityRule rule, double fits, double tooMuch) {
    assertThat(rulesOf(with(rule, fits), 2)).isEmpty();
    assertThat(rulesOf(with(rule, tooMuch), 2)).containsExactly(rule);
    Finding finding =
        Eligibility.judge(with(rule, tooMuch), place(2, List.of()))
            .floors()
            .get(0)
            .findings()
            .get(0);
    assertThat(finding.needed()).isEqualTo(tooMuch);
    assertThat(finding.offered()).isEqualTo(fits);
    assertThat(finding.blocks()).isTrue();
  }

  @Test
  void buildingPowerAndWastewaterAreJudgedForTheBuilding() {
    Needs tooMuch = needs().power(250).wastewater(20.1).build();
    Place place = place(2, List.of());
    assertThat(Eligibility.judge(tooMuch, place).findings())
        .extracting(Finding::rule)
        .containsExactly(EligibilityRule.WASTEWATER);
    Needs both = needs().power(500.5).wastewater(20.1).build();
    Verdict verdict = Eligibility.judge(both, place);
    assertThat(verdict.findings())
        .extracting(Finding::rule)
        .containsExactly(EligibilityRule.BUILDING_POWER, EligibilityRule.WASTEWATER);
    assertThat(verdict.eligible()).isFalse();
    assertThat(verdict.buildingFits()).isFalse();
  }

  @Test
  void allReasonsComeAtOnce() {
    Needs needs =
        needs()
            .industry(Industry.PLATING)
            .hazard(HazardClass.B)
            .load(12)
            .height(6)
            .power(301)
            .lift(4)
            .area(900)
            .build();
    assertThat(rulesOf(needs, 2))
        .containsExactly(
            EligibilityRule.INDUSTRY,
            EligibilityRule.HAZARD,
            EligibilityRule.LOAD,
            EligibilityRule.CLEAR_HEIGHT,
            EligibilityRule.LIFT,
            EligibilityRule.FLOOR_POWER,
            EligibilityRule.AREA);
  }

  @Test
  void groundFloorAndTruckLevelsNeedNoLift() {
    Needs heavy = needs().lift(40).build();
    assertThat(rulesOf(heavy, 1)).isEmpty();
    assertThat(rulesOf(heavy, 2)).containsExactly(EligibilityRule.LIFT);
    Place trucks = place(2, 2, List.of());
    assertThat(Eligibility.judge(heavy, trucks).floors().get(0).findings()).isEmpty();
  }

  @Test
  void machineIsJudgedByWeightFootprintHeightAndLift() {
    // 4 t on 2 x 2 m is 9.81 kN/m², 9.81 kN on each foot
    assertThat(rulesOf(machine(4, 2, 2, 2), 1)).isEmpty();
    assertThat(rulesOf(machine(4.1, 2, 2, 2), 1)).containsExactly(EligibilityRule.LOAD);
    assertThat(rulesOf(machine(1, 2, 2, 5.1), 1)).containsExactly(EligibilityRule.CLEAR_HEIGHT);
    assertThat(rulesOf(machine(4, 2, 2, 2), 2)).containsExactly(EligibilityRule.LIFT);
    assertThat(rulesOf(machine(3, 2.2, 3, 2.4), 2)).isEmpty();
    assertThat(rulesOf(machine(3, 3, 2.2, 2.4), 2)).isEmpty();
    assertThat(rulesOf(machine(3, 3.1, 2.2, 2.4), 2)).containsExactly(EligibilityRule.LIFT_SIZE);
    assertThat(rulesOf(machine(3, 3, 2.2, 2.5), 2)).containsExactly(EligibilityRule.LIFT_SIZE);
  }

  @Test
  void pointLoadAdvisesAndDoesNotRefuse() {
    Verdict verdict = Eligibility.judge(machine(13, 4, 4, 2), place(1, List.of()));
    assertThat(verdict.floors().get(0).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(EligibilityRule.POINT_LOAD);
              assertThat(finding.blocks()).isFalse();
            });
    assertThat(verdict.eligible()).isTrue();
  }

  @Test
  void whatIsFreeTodayAdvisesOnly() {
    Verdict verdict = Eligibility.judge(needs().area(601).build(), place(2, List.of()));
    assertThat(verdict.eligible()).isTrue();
    assertThat(verdict.floors().get(0).findings())
        .extracting(Finding::rule)
        .containsExactly(EligibilityRule.AREA);
  }

  @Test
  void foodIsNotPutOnAFloorWithPlating() {
    Place place = place(2, List.of(new Place.Sitting(0, 0, Set.of(Trait.PLATING))));
    Needs food = needs().traits(Set.of(Trait.FOOD)).build();
    assertThat(Eligibility.judge(food, place).floors().get(0).findings())
        .extracting(Finding::rule)
        .containsExactly(EligibilityRule.NEIGHBOUR_FLOOR);
    assertThat(Eligibility.judge(needs().build(), place).eligible()).isTrue();
  }

  @Test
  void precisionIsKeptFromBaysBesideVibrationUnlessAWallStandsBetween() {
    // bays 0 to 5, break before 3; the tenant has bay 2, so bay 1 is bad and bay 3 is behind a wall
    Place place = place(2, List.of(new Place.Sitting(2, 2, Set.of(Trait.VIBRATION))));
    Needs precise = needs().traits(Set.of(Trait.PRECISION)).build();
    Finding finding = Eligibility.judge(precise, place).floors().get(0).findings().get(0);
    assertThat(finding.rule()).isEqualTo(EligibilityRule.NEIGHBOUR_BAY);
    assertThat(finding.offers()).containsExactly("1");
    assertThat(finding.blocks()).isFalse();
  }

  @Test
  void floorWhoseFreeBaysAreAllBesideVibrationIsNone() {
    Place.Storey storey =
        storey(
            2, new TreeSet<>(Set.of(1)), List.of(new Place.Sitting(2, 2, Set.of(Trait.VIBRATION))));
    Place place = place(1, storey);
    Verdict verdict = Eligibility.judge(needs().traits(Set.of(Trait.PRECISION)).build(), place);
    assertThat(verdict.eligible()).isFalse();
  }

  @Test
  void traitOfTheLineOfBusinessCannotBeLeftOut() {
    assertThat(needs().industry(Industry.PLATING).build().traits()).containsExactly(Trait.PLATING);
  }

  @Test
  void nearestFloorLacksLeast() {
    Place place =
        new Place(
            "QQ-A",
            "Nhà",
            "House",
            "QQ",
            null,
            1,
            500,
            500,
            20,
            lifts(),
            List.of(storey(1, 4), storey(2, 9), storey(3, 8)),
            null);
    Verdict verdict = Eligibility.judge(needs().load(10).build(), place);
    assertThat(verdict.eligible()).isFalse();
    assertThat(verdict.nearest().orElseThrow().level()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2038-01-01,36,2040-12-31,true,36",
    "2038-01-02,36,2040-12-31,false,35",
    "2038-01-01,37,2040-12-31,false,36",
    "2024-02-29,12,2025-02-28,true,12",
    "2024-01-31,1,2024-02-28,true,1",
    "2041-01-01,1,2040-12-31,false,0"
  })
  void leaseEndsWithTheLandTermAtTheLatest(
      LocalDate from, int months, LocalDate end, boolean fits, int most) {
    Needs.Stay stay = new Needs.Stay(from, months);
    Needs wanted = needs().build();
    Needs asked =
        new Needs(
            wanted.industry(), wanted.hazard(), wanted.traits(), 0, 0, 0, 0, 0, 0, List.of(), stay);
    Place place = place(1, List.of()).withLandTermEnd(end);
    Verdict verdict = Eligibility.judge(asked, place);
    assertThat(verdict.eligible()).isEqualTo(fits);
    if (!fits) {
      assertThat(verdict.findings()).extracting(Finding::rule).contains(EligibilityRule.LAND_TERM);
      assertThat(verdict.findings().get(0).offered()).isEqualTo((double) most);
    }
    assertThat(stay.mostMonths(end)).isEqualTo(most);
    assertThat(Eligibility.judge(asked, place.withLandTermEnd(null)).eligible()).isTrue();
    assertThat(Eligibility.judge(wanted, place).eligible()).isTrue();
  }

  @Test
  void leaseBeginsTodayAtTheEarliest() {
    Needs.Stay stay = new Needs.Stay(LocalDate.of(2020, 1, 1), 12);
    assertThat(stay.notBefore(LocalDate.of(2026, 5, 1)).from()).isEqualTo("2026-05-01");
    assertThat(stay.notBefore(LocalDate.of(2019, 5, 1)).from()).isEqualTo("2020-01-01");
  }

  @Test
  void everyReasonHasWordsAndAWayOutInBothLanguages() {
    for (EligibilityRule rule : EligibilityRule.values()) {
      String subject =
          switch (rule) {
            case INDUSTRY -> "PLATING";
            case HAZARD -> "B";
            case NEIGHBOUR_FLOOR, NEIGHBOUR_BAY -> "VIBRATION,ODOUR";
            default -> "Máy tiện";
          };
      Finding finding =
          new Finding(
              rule,
              true,
              12.5,
              10.0,
              subject,
              rule == EligibilityRule.INDUSTRY ? List.of("PLASTIC") : List.of("1", "2"));
      for (FindingText text : List.of(FindingText.vietnamese(NAMES), FindingText.english(NAMES))) {
        assertThat(text.of(finding)).as(rule.name()).endsWith(".").doesNotContain("null");
        assertThat(text.change(finding)).as(rule.name()).endsWith(".").doesNotContain("null");
      }
      assertThat(rule.sourceVi()).isNotBlank();
      assertThat(rule.sourceEn()).isNotBlank();
    }
  }

  @Test
  void numbersAreWrittenAsPeopleOfTheLanguageWriteThem() {
    Finding finding = Finding.number(EligibilityRule.LOAD, 12.5, 7.5, "Máy phay");
    assertThat(FindingText.vietnamese(NAMES).of(finding))
        .isEqualTo("Máy “Máy phay” cần sàn chịu 12,5 kN/m², sàn chịu được 7,5 kN/m².");
    assertThat(FindingText.vietnamese(NAMES).change(finding)).contains("1.275 kg/m²");
    assertThat(FindingText.english(NAMES).of(finding))
        .isEqualTo(
            "Machine “Máy phay” needs a floor load of 12.5 kN/m², the floor carries 7.5 kN/m².");
  }

  private static List<EligibilityRule> rulesOf(Needs needs, int level) {
    return Eligibility.judge(needs, place(level, List.of())).floors().get(0).findings().stream()
        .map(Finding::rule)
        .toList();
  }

  private static Needs with(EligibilityRule rule, double value) {
    return switch (rule) {
      case LOAD -> needs().load(value).build();
      case CLEAR_HEIGHT -> needs().height(value).build();
      case FLOOR_POWER -> needs().power(value).build();
      case LIFT -> needs().lift(value).build();
      default -> throw new IllegalArgumentException(rule.name());
    };
  }

  private static Needs machine(double weight, double length, double width, double height) {
    return needs().machines(List.of(new Machine("Máy", weight, length, width, height))).build();
  }

  private static Place place(int level, List<Place.Sitting> sitting) {
    return place(level, 1, sitting);
  }

  private static Place place(int level, int truckLevel, List<Place.Sitting> sitting) {
    return place(truckLevel, storey(level, new TreeSet<>(Set.of(0, 1, 3, 4, 5)), sitting));
  }

  private static Place place(int truckLevel, Place.Storey storey) {
    return new Place(
        "QQ-A",
        "Nhà",
        "House",
        "QQ",
        null,
        truckLevel,
        500,
        500,
        20,
        lifts(),
        List.of(storey),
        null);
  }

  private static List<Place.Lift> lifts() {
    return List.of(new Place.Lift(1, 4, 4, 4, 4), new Place.Lift(3, 2.2, 3, 2.2, 2.4));
  }

  private static Place.Storey storey(int level, double load) {
    return storey(level, load, new TreeSet<>(Set.of(0)), List.of());
  }

  private static Place.Storey storey(
      int level, SortedSet<Integer> free, List<Place.Sitting> sitting) {
    return storey(level, 10, free, sitting);
  }

  private static Place.Storey storey(
      int level, double load, SortedSet<Integer> free, List<Place.Sitting> sitting) {
    return new Place.Storey(
        level,
        level,
        load,
        30,
        5,
        300,
        Set.of(HazardClass.C3, HazardClass.D),
        Set.of(Industry.PLASTIC),
        Set.of(3),
        free,
        600,
        sitting,
        new BigDecimal("4.5"),
        new BigDecimal("114000"));
  }

  private static Builder needs() {
    return new Builder();
  }

  private static final class Builder {
    private Industry industry = Industry.PLASTIC;
    private @Nullable HazardClass hazard = HazardClass.D;
    private Set<Trait> traits = Set.of();
    private double area;
    private double load;
    private double height;
    private double power;
    private double wastewater;
    private double lift;
    private List<Machine> machines = List.of();

    Builder industry(Industry value) {
      industry = value;
      return this;
    }

    Builder hazard(HazardClass value) {
      hazard = value;
      return this;
    }

    Builder traits(Set<Trait> value) {
      traits = value;
      return this;
    }

    Builder area(double value) {
      area = value;
      return this;
    }

    Builder load(double value) {
      load = value;
      return this;
    }

    Builder height(double value) {
      height = value;
      return this;
    }

    Builder power(double value) {
      power = value;
      return this;
    }

    Builder wastewater(double value) {
      wastewater = value;
      return this;
    }

    Builder lift(double value) {
      lift = value;
      return this;
    }

    Builder machines(List<Machine> value) {
      machines = value;
      return this;
    }

    Needs build() {
      return new Needs(
          industry, hazard, traits, area, load, height, power, wastewater, lift, machines);
    }
  }
}
