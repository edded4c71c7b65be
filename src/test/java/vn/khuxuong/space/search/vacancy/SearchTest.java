package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches in a small town whose answers are counted by hand. */
class SearchTest {

  @Test
  void withoutNeedsEveryRunThatIsFreeTodayIsFound() {
    VacancyJson answer = SmallTown.ask("sort=rent");
    assertThat(SmallTown.hits("sort=rent"))
        .containsExactly(
            "QA-A/3 0+3",
            "QA-A/3 3+3",
            "QA-A/2 0+3",
            "QA-A/1 2+1",
            "QA-A/1 3+3",
            "QB-A/1 0+3",
            "QB-A/1 3+3");
    assertThat(answer.total()).isEqualTo(new VacancyJson.Total(7, 19, 1900, 2));
    assertThat(answer.missed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load=10 | 4",
        "load=7.5 | 7",
        "pointLoad=60 | 4",
        "height=4.6 | 4",
        "areaMin=200 | 6",
        "areaMin=301 | 0",
        "areaMax=99 | 0",
        "areaMax=100 | 7",
        "areaMin=150&areaMax=199 | 0",
        "areaMin=150&areaMax=200 | 6",
        "hazard=C3 | 4",
        "hazard=D | 7",
        "industry=FOOD | 4",
        "rentMaxUsd=4 | 3",
        "rentMaxVnd=75000 | 2",
        "zone=QA | 5",
        "zone=QA&zone=QB | 7",
        "building=QB-A | 2",
        "bbox=106.69,10.7,106.71,10.9 | 5",
        "bbox=100,10,101,11 | 0",
        "near=106.8,10.8&withinKm=1 | 2",
        "near=106.8,10.8&withinKm=10 | 2",
        "near=106.8,10.8&withinKm=11 | 7",
        "floorMin=2 | 3",
        "floorMax=1 | 4",
        "floorMin=2&floorMax=2 | 1",
        "lift=3 | 7",
        "lift=3.1 | 4",
        "lift=3&liftDoorHeight=2.4 | 7",
        "liftDoorHeight=2.5 | 4",
        "liftDoorWidth=2.3 | 4",
        "power=50 | 7",
        "power=51 | 5",
        "power=150 | 5",
        "power=151 | 4",
        "power=200 | 4",
        "power=201 | 0",
        "power=200&from=2028-01-01&months=12 | 6",
        "wastewater=5 | 7",
        "wastewater=6 | 2",
        "incentive=true | 2",
        "machineWeight=2&machineLength=2&machineWidth=1.5&machineHeight=2 | 4",
        "machineWeight=1&machineLength=2&machineWidth=1.5&machineHeight=2 | 7",
        "machineWeight=1&machineLength=2&machineWidth=1.5&machineHeight=2.4 | 4",
        "months=48 | 7",
        "months=169 | 7",
        "months=170 | 0",
        "from=2028-01-01 | 7",
        "from=2031-01-01 | 8",
        "from=2030-12-31&months=1 | 7"
      })
  void everyConditionKeepsWhatSatisfiesIt(String query, int count) {
    assertThat(SmallTown.ask(query).total().count()).isEqualTo(count);
  }

  @Test
  void whatIsFreeLaterIsFoundWithItsNeighbours() {
    assertThat(SmallTown.hits("zone=QA&floorMax=1")).containsExactly("QA-A/1 2+1", "QA-A/1 3+3");
    assertThat(SmallTown.hits("zone=QA&floorMax=1&from=2028-01-01"))
        .containsExactly("QA-A/1 0+3", "QA-A/1 3+3");
  }

  @Test
  void aHitTellsItsDaysAndWhatIsLeft() {
    VacancyJson.Hit hit = SmallTown.ask("zone=QA&floorMax=1&areaMin=200&areaMax=250").hits().get(0);
    assertThat(hit.firstBay()).isEqualTo(3);
    assertThat(hit.part()).isEqualTo(new VacancyJson.Part(1, 1, 3, 2, 200));
    assertThat(hit.freeFrom()).isEqualTo(SmallTown.TODAY);
    assertThat(hit.freeUntil()).isEqualTo(LocalDate.of(2040, 12, 31));
    assertThat(hit.powerLeftKva()).isEqualTo(50);
    assertThat(hit.wastewaterLeftM3Day()).isEqualTo(5);
    assertThat(hit.liftT()).isEqualTo(3);
    assertThat(hit.hazards()).containsExactly("C3", "D");
    assertThat(hit.industries()).containsExactly("MOULD", "FOOD");
    assertThat(hit.incentive()).isFalse();
    assertThat(
            SmallTown.ask("zone=QA&floorMax=1&from=2028-01-01&months=12")
                .hits()
                .get(0)
                .powerLeftKva())
        .isEqualTo(200);
  }

  @Test
  void splitJoinsRunsOfAdjacentFloors() {
    assertThat(SmallTown.hits("areaMin=500")).isEmpty();
    VacancyJson answer = SmallTown.ask("areaMin=500&areaMax=650&split=true&zone=QA&sort=rent");
    assertThat(answer.hits().stream().map(hit -> hit.level() + " with " + hit.with()).toList())
        .containsExactly(
            "2 with Part[floorId=3, level=3, firstBay=0, bayCount=2, areaM2=200.0]",
            "1 with Part[floorId=2, level=2, firstBay=0, bayCount=2, areaM2=200.0]");
    assertThat(SmallTown.hits("areaMin=500&split=true&zone=QA&load=10")).isEmpty();
    assertThat(SmallTown.hits("areaMin=300&split=true&zone=QB")).hasSize(2);
  }

  @Test
  void countsBesideTheListLeaveTheirOwnConditionsOut() {
    VacancyJson.Facets facets = SmallTown.ask("zone=QA&floorMin=2&hazard=D").facets();
    assertThat(facets.zone().stream().map(zone -> zone.value() + " " + zone.count()).toList())
        .containsExactly("QA 3");
    assertThat(facets.level())
        .containsExactly(
            new VacancyJson.Count("1", 2),
            new VacancyJson.Count("2", 1),
            new VacancyJson.Count("3", 2));
    assertThat(facets.load()).containsExactly(new VacancyJson.LoadClass(7.5, 10.0, 3));
    assertThat(facets.hazard()).containsExactly(new VacancyJson.Count("D", 3));
    assertThat(facets.industry())
        .extracting(VacancyJson.Sector::value, VacancyJson.Sector::count)
        .containsExactly(tuple("MOULD", 3));
    VacancyJson.Facets inFood = SmallTown.ask("zone=QB&industry=FOOD").facets();
    assertThat(inFood.zone().stream().map(zone -> zone.value() + " " + zone.count()).toList())
        .containsExactlyInAnyOrder("QA 2", "QB 2");
  }

  @Test
  void availabilityCountsWhatAnotherDayWouldGive() {
    assertThat(SmallTown.ask("zone=QA&floorMax=2&areaMin=300").facets().availability())
        .containsExactly(
            new VacancyJson.FromDay(LocalDate.of(2026, 12, 1), 2),
            new VacancyJson.FromDay(LocalDate.of(2027, 3, 1), 2),
            new VacancyJson.FromDay(LocalDate.of(2027, 6, 1), 2),
            new VacancyJson.FromDay(LocalDate.of(2027, 12, 1), 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fit",
        "-fit",
        "rent",
        "-rent",
        "area",
        "-area",
        "from",
        "-from",
        "distance",
        "-distance"
      })
  void pagesOfAnyOrderAndSizeAreTheWholeListOnce(String sort) {
    String query = "near=106.8,10.8&sort=" + sort;
    List<String> whole = SmallTown.hits(query);
    assertThat(whole).hasSize(7).doesNotHaveDuplicates();
    for (int limit = 1; limit <= 8; limit++) {
      List<String> paged = new ArrayList<>();
      String cursor = "";
      while (cursor != null) {
        String page = query + "&limit=" + limit + cursor;
        paged.addAll(SmallTown.hits(page));
        String next = SmallTown.ask(page).next();
        cursor = next == null ? null : "&" + next.substring(next.indexOf("cursor="));
      }
      assertThat(paged).as("pages of %d", limit).isEqualTo(whole);
    }
  }

  @Test
  void ordersAreWhatTheySay() {
    assertThat(SmallTown.hits("sort=rent&limit=1")).containsExactly("QA-A/3 0+3");
    assertThat(SmallTown.hits("sort=-rent&limit=1")).containsExactly("QA-A/1 2+1");
    assertThat(SmallTown.hits("sort=area&limit=1")).containsExactly("QA-A/1 2+1");
    assertThat(SmallTown.hits("sort=distance&near=106.8,10.8&limit=1"))
        .containsExactly("QB-A/1 0+3");
    assertThat(SmallTown.hits("sort=-distance&near=106.8,10.8&limit=1"))
        .containsExactly("QA-A/1 2+1");
    assertThat(SmallTown.hits("sort=fit&load=7.5&limit=1")).containsExactly("QA-A/2 0+3");
  }

  @Test
  void whereNothingFitsEveryConditionTellsItsCostAndTheNearestThatWouldDo() {
    List<VacancyJson.Miss> missed = SmallTown.ask("load=15&floorMin=2&areaMin=250").missed();
    assertThat(missed)
        .containsExactly(
            new VacancyJson.Miss("floorMin", "floorMin", 3, 1L),
            new VacancyJson.Miss("load", "load", 3, 7.5),
            new VacancyJson.Miss("areaMin", "areaMin", 0, null),
            new VacancyJson.Miss("from", "from", 0, null));
  }

  @Test
  void theConditionThatCostsMostComesFirst() {
    assertThat(SmallTown.ask("zone=QA&floorMin=2&floorMax=2&areaMin=600").missed())
        .startsWith(new VacancyJson.Miss("areaMin", "areaMin", 1, 300L));
  }

  @Test
  void whereTheTermIsTooLongTheLongestIsTold() {
    assertThat(SmallTown.ask("building=QA-A&floorMax=1&areaMin=300&months=170").missed())
        .contains(new VacancyJson.Miss("months", "months", 1, 169));
  }

  @Test
  void whereOnlyTheDayIsWrongTheFirstGoodDayIsTold() {
    ZoneIndex full =
        SmallTown.zone(
            "QC",
            null,
            SmallTown.building(
                "QC-A",
                106.7,
                10.8,
                List.of(
                    SmallTown.floor(
                        9,
                        1,
                        List.of(
                            SmallTown.claim(0, 3, "2026-01-01", "2028-01-01", 1, 1),
                            SmallTown.claim(3, 6, "2026-01-01", "2029-01-01", 1, 1))))));
    VacancyIndex.Snapshot snapshot = new VacancyIndex.Snapshot(1, SmallTown.LINES, List.of(full));
    Question question = QuestionReader.read(Map.of(), snapshot, SmallTown.TODAY);
    assertThat(new VacancyAnswer(snapshot, question).json("?").missed())
        .containsExactly(new VacancyJson.Miss("from", "from", 2, LocalDate.of(2028, 1, 1)));
  }

  @Test
  void missedPlacesNameTheNearestOne() {
    assertThat(SmallTown.ask("building=QB-A&floorMin=3").missed())
        .contains(
            new VacancyJson.Miss("building", "building", 2, "QA-A"),
            new VacancyJson.Miss("floorMin", "floorMin", 2, 1L));
    assertThat(SmallTown.ask("near=106.7,10.9&withinKm=2").missed().get(0))
        .isEqualTo(new VacancyJson.Miss("withinKm", "withinKm", 7, 11.07));
  }

  @Test
  void answersSayHowDistancesAndMachinesWereWorkedOut() {
    assertThat(SmallTown.ask("near=106.7,10.8&machineWeight=1").methods())
        .extracting(VacancyJson.Method::subject)
        .containsExactly("area", "distance", "machine", "incentive");
    VacancyJson.Hit hit = SmallTown.ask("near=106.7,10.8&zone=QB").hits().get(0);
    assertThat(hit.distanceM()).isBetween(10_900.0, 11_000.0);
    assertThat(SmallTown.ask("machineWeight=4&machineLength=2.5&machineWidth=2").asked().machine())
        .isEqualTo(new Machine(4.0, 2.5, 2.0, null).needs());
  }

  @Test
  void whereAZoneIsAskedForItsBuildingsAreCounted() {
    assertThat(SmallTown.ask("").facets().building()).isEmpty();
    assertThat(SmallTown.ask("zone=QA&floorMin=2").facets().building())
        .containsExactly(new VacancyJson.InBuilding("QA-A", "QA", 3, 9, 900, 300, 3));
    assertThat(SmallTown.ask("zone=QA&zone=QB&load=20").facets().building())
        .extracting(VacancyJson.InBuilding::value, VacancyJson.InBuilding::areaM2)
        .containsExactly(tuple("QA-A", 400.0), tuple("QB-A", 600.0));
  }

  @Test
  void severalMachinesAskForWhatTheHeaviestAndTheHighestNeed() {
    // 1.25 * 4 * 9.81 / 5 = 9.81 kN/m² and 4.3 + 0.5 m: the ground floors only
    assertThat(SmallTown.hits("machines=4,2.5,2,;0.1,,,4.3"))
        .isEqualTo(SmallTown.hits("machineWeight=4&machineLength=2.5&machineWidth=2&height=4.8"));
    assertThat(SmallTown.ask("machines=8,2,2,").missed().get(0))
        .isEqualTo(new VacancyJson.Miss("machines", "load", 4, 20.0));
  }

  @Test
  void aMachineThatIsTooHeavySaysWhatLoadThereIs() {
    assertThat(SmallTown.ask("machines=0.9,0.7,0.7,").missed())
        .contains(new VacancyJson.Miss("machines", "load", 7, 20.0));
  }
}
