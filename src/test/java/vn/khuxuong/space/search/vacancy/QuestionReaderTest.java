package vn.khuxuong.space.search.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.platform.web.Language;

/** How parameters are understood, and refused. */
class QuestionReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "areaMin=abc | areaMin",
        "areaMin= | areaMin",
        "areaMin=-1 | areaMin",
        "areaMin=1e3 | areaMin",
        "areaMin=0x10 | areaMin",
        "areaMin=1,5 | areaMin",
        "areaMin=5000000 | areaMin",
        "areaMin=1&areaMin=2 | areaMin",
        "areaMin=500&areaMax=400 | areaMax",
        "areaMax=NaN | areaMax",
        "split=yes | split",
        "load=heavy | load",
        "pointLoad=Infinity | pointLoad",
        "height=-0.1 | height",
        "lift=9999 | lift",
        "liftDoorWidth=2m | liftDoorWidth",
        "liftDoorHeight=2m | liftDoorHeight",
        "power=. | power",
        "wastewater=1.2.3 | wastewater",
        "hazard=C9 | hazard",
        "hazard=d | hazard",
        "industry=MAGIC | industry",
        "rentMaxUsd=$5 | rentMaxUsd",
        "rentMaxVnd=100.000.000 | rentMaxVnd",
        "zone=XX | zone",
        "zone=QA&zone=XX | zone",
        "building=XX-A | building",
        "bbox=1,2,3 | bbox",
        "bbox=1,2,3,4,5 | bbox",
        "bbox=106,10,105,11 | bbox",
        "bbox=106,11,107,10 | bbox",
        "bbox=106,95,107,96 | bbox",
        "near=106.7 | near",
        "near=10.8,106.7 | near",
        "near=a,b | near",
        "withinKm=5 | near",
        "near=106.7,10.8&withinKm=-5 | withinKm",
        "floorMin=0 | floorMin",
        "floorMin=1.5 | floorMin",
        "floorMax=61 | floorMax",
        "floorMin=3&floorMax=2 | floorMax",
        "from=2027-02-30 | from",
        "from=tomorrow | from",
        "from=2101-01-01 | from",
        "from=2027-01-01T00:00:00Z | from",
        "months=0 | months",
        "months=841 | months",
        "months=-5 | months",
        "incentive=1 | incentive",
        "machineWeight=0 | machineWeight",
        "machineLength=-1 | machineLength",
        "machineWidth=wide | machineWidth",
        "machineHeight=101 | machineHeight",
        "sort=cheap | sort",
        "sort=--rent | sort",
        "sort=distance | near",
        "limit=0 | limit",
        "limit=101 | limit",
        "limit=99999999999 | limit",
        "cursor=abc | cursor",
        "cursor=*** | cursor",
        "foo=1 | foo",
        "areamin=1 | areamin",
        "_=1 | _"
      })
  void whatIsNotUnderstoodIsRefusedWithFieldAndRemedy(String query, String field) {
    assertThatThrownBy(() -> SmallTown.question(query))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.members()).containsEntry("field", field);
              assertThat(problem.remedy(Language.VI)).isNotBlank();
              assertThat(problem.remedy(Language.EN)).isNotBlank();
              assertThat(problem.detail(Language.VI)).endsWith(".");
            });
  }

  @Test
  void daysThatAreOverMeanToday() {
    assertThat(SmallTown.question("from=2020-01-01").from()).isEqualTo(SmallTown.TODAY);
    assertThat(SmallTown.question("").from()).isEqualTo(SmallTown.TODAY);
    assertThat(SmallTown.question("from=2027-01-01").from()).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void theLargerOfNeedAndMachineCounts() {
    assertThat(
            SmallTown.question("load=5&machineWeight=4&machineLength=2.5&machineWidth=2").filters())
        .contains(new Bound("machineWeight", Measure.LOAD_KN_M2, true, 9.81));
    assertThat(
            SmallTown.question("load=12&machineWeight=4&machineLength=2.5&machineWidth=2")
                .filters())
        .contains(new Bound("load", Measure.LOAD_KN_M2, true, 12));
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    String cursor = SmallTown.ask("sort=rent&limit=1").next();
    assertThat(cursor).isNotNull();
    String text = cursor.substring(cursor.indexOf("cursor="));
    assertThat(SmallTown.question("sort=rent&" + text).after()).isNotNull();
    assertThatThrownBy(() -> SmallTown.question("sort=-rent&" + text))
        .isInstanceOf(ProblemException.class);
  }
}
