package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.allocation.solver.Town.firm;
import static vn.khuxuong.allocation.solver.Town.floor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Placement.Block;

/** A sound answer in a small town, then each hard constraint broken once. */
class CheckerTest {
  /** Two buildings; firm F1 on bays 0-1 and firm F2 on bays 3-4 of the ground floor. */
  private static Town town() {
    return new Town()
        .zone("Z2", 100_000)
        .building("B1")
        .building("B2", "Z2", 10_000, 1_000)
        .repel("SHAKE", "FINE", Scope.ADJACENT)
        .repel("FOOD", "ODOUR", Scope.FLOOR)
        .add(floor("G", "B1", 1, 8).breaks(6))
        .add(floor("U", "B1", 2, 8))
        .add(floor("X", "B2", 1, 8))
        .tenant("T1", "G", 7, 1, "ODOUR")
        .tenant("T2", "U", 7, 1, "SHAKE");
  }

  private static Placement put(String firm, int start, Block... blocks) {
    return new Placement(firm, start, Arrays.asList(blocks));
  }

  private static Block on(String floor, int startBay, int bayCount) {
    return new Block(floor, startBay, bayCount);
  }

  private static final Placement F1 = put("F1", 0, on("G", 0, 2));
  private static final Placement F2 = put("F2", 0, on("G", 3, 2));

  private static List<String> codes(Town town, Placement... placements) {
    return Checker.check(town.build(), List.of(placements)).faults().stream()
        .map(Verdict.Fault::code)
        .toList();
  }

  private static Town.FirmDraft one() {
    return firm("F1", 200, 300);
  }

  private static Town.FirmDraft two() {
    return firm("F2", 150, 300);
  }

  @Test
  void acceptsSoundAnswerAndCountsItsPoints() {
    Town town = town().add(one().cluster("M")).add(two().supporting().cluster("M"));
    Verdict verdict = Checker.check(town.build(), List.of(F1, F2));
    assertThat(verdict.faults()).isEmpty();
    // 30 points x (600 + 200) + 55 points x (450 + 200)
    assertThat(verdict.score().demand()).isEqualTo(30 * 800 + 55 * 650);
    // m² asked x score 3 of the first rank
    assertThat(verdict.score().preference()).isEqualTo(30 * 200 * 3 + 55 * 150 * 3);
    // G: bay 2, bay 5, bay 6 behind the break; U: bays 0-6; X: bays 0-7
    assertThat(verdict.score().vacantRuns()).isEqualTo(5);
    assertThat(verdict.score().clusterLinks()).isEqualTo(1);
    assertThat(verdict.objective())
        .isEqualTo(10L * (30 * 800 + 55 * 650) + 2L * (18_000 + 24_750) - 50_000 + 4_000);
    assertThat(verdict.placed()).isEqualTo(2);
    assertThat(verdict.areaM2()).isEqualTo(400);
  }

  @Test
  void emptyAnswerLosesOneRunForEachStrip() {
    Verdict verdict = Checker.check(town().add(one()).build(), List.of());
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.objective()).isEqualTo(-40_000);
  }

  @Test
  void h01RefusesUnknownFirmAndFirmPlacedTwice() {
    Town town = town().add(one()).add(two());
    assertThat(codes(town, F1, put("F9", 0, on("G", 3, 2)))).containsExactly("H01");
    assertThat(codes(town, F1, put("F1", 0, on("X", 0, 2)))).containsExactly("H01");
  }

  @Test
  void h02RefusesBlockOutsideFloorOnTenantOrOnOtherFirm() {
    Town town = town().add(one()).add(two());
    assertThat(codes(town, put("F1", 0, on("G", 7, 2)))).containsExactly("H02");
    assertThat(codes(town, put("F1", 0, on("NOWHERE", 0, 2)))).containsExactly("H02");
    assertThat(codes(town, put("F1", 0, on("G", 6, 2)))).containsExactly("H02");
    assertThat(codes(town, F1, put("F2", 0, on("G", 1, 2)))).containsExactly("H02");
  }

  @Test
  void h03RefusesSplitThatIsUnwantedFarApartUnbalancedOrInThree() {
    Town willing = town().add(firm("F1", 200, 600).split());
    assertThat(codes(willing, put("F1", 0, on("G", 0, 2), on("U", 0, 1)))).isEmpty();
    assertThat(codes(town().add(one()), put("F1", 0, on("G", 0, 1), on("U", 0, 1))))
        .containsExactly("H03");
    assertThat(codes(willing, put("F1", 0, on("G", 0, 1), on("X", 0, 1)))).containsExactly("H03");
    assertThat(codes(willing, put("F1", 0, on("G", 0, 1), on("G", 3, 1)))).containsExactly("H03");
    assertThat(codes(willing, put("F1", 0, on("G", 0, 3), on("U", 0, 1)))).containsExactly("H03");
    assertThat(codes(willing, put("F1", 0, on("G", 0, 1), on("U", 0, 1), on("U", 3, 1))))
        .containsExactly("H03");
  }

  @Test
  void h04RefusesBlockAcrossBreak() {
    assertThat(codes(town().add(one()), put("F1", 0, on("G", 5, 2)))).containsExactly("H04");
  }

  @Test
  void h05RefusesAreaBelowOrAboveRange() {
    Town town = town().add(one());
    assertThat(codes(town, put("F1", 0, on("G", 0, 1)))).containsExactly("H05");
    assertThat(codes(town, put("F1", 0, on("G", 0, 4)))).containsExactly("H05");
    assertThat(codes(town, put("F1", 0, on("G", 0, 3)))).isEmpty();
  }

  private static void need(Town.FirmDraft firm, String what) {
    switch (what) {
      case "load" -> firm.load = 11;
      case "height" -> firm.height = 51;
      case "lift" -> firm.lift = 4;
      case "hazard" -> firm.hazard = "B";
      case "industry" -> firm.industry = "CHEM";
      case "budget" -> firm.budget = 99;
      case "zone" -> firm.zonePrefs = List.of("Z2");
      case "floorPower" -> firm.power = 991;
      default -> throw new IllegalArgumentException(what);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "load,H06",
    "height,H07",
    "lift,H08",
    "hazard,H09",
    "industry,H10",
    "budget,H12",
    "zone,H13",
    "floorPower,H14"
  })
  void refusesFloorThatOneNeedExceeds(String what, String code) {
    Town.FirmDraft firm = one();
    need(firm, what);
    assertThat(codes(town().add(firm), F1)).containsExactly(code);
  }

  @Test
  void h11RefusesStartOutsideWindowBeforeBaysAreFreeOrBeyondTheFloorsEnd() {
    Town town = town().add(one().starts(2, 4)).add(two());
    assertThat(codes(town, put("F1", 1, on("G", 0, 2)))).containsExactly("H11");
    assertThat(codes(town, put("F1", 5, on("G", 0, 2)))).containsExactly("H11");
    assertThat(codes(town, put("F1", 4, on("G", 0, 2)))).isEmpty();
    Town late = new Town().building("B1").add(floor("G", "B1", 1, 4).from(0, 3, 0, 0)).add(one());
    assertThat(codes(late, put("F1", 2, on("G", 0, 2)))).containsExactly("H11");
    assertThat(codes(late, put("F1", 3, on("G", 0, 2)))).isEmpty();
    Town ends = new Town().building("B1").add(floor("G", "B1", 1, 4).until(60)).add(one());
    assertThat(codes(ends, put("F1", 0, on("G", 0, 2)))).isEmpty();
    assertThat(codes(ends, put("F1", 1, on("G", 0, 2)))).containsExactly("H11");
  }

  @Test
  void h14CountsTenantsAndRoundsEachShareOfSplitFirmUp() {
    // 15 kVA over two equal blocks is 8 on each floor.
    Consumer<Town> split = town -> town.add(firm("F1", 200, 200).split().power(15));
    Town enough = new Town().building("B1");
    enough.add(floor("G", "B1", 1, 4).power(8)).add(floor("U", "B1", 2, 4).power(8));
    split.accept(enough);
    Placement both = put("F1", 0, on("G", 0, 1), on("U", 0, 1));
    assertThat(codes(enough, both)).isEmpty();
    Town scarce = new Town().building("B1");
    scarce.add(floor("G", "B1", 1, 4).power(8)).add(floor("U", "B1", 2, 4).power(7));
    split.accept(scarce);
    assertThat(codes(scarce, both)).containsExactly("H14");
    Town shared = new Town().building("B1").tenant("T", "G", 3, 1);
    shared.add(floor("G", "B1", 1, 4).power(29)).add(one().power(20));
    assertThat(codes(shared, F1)).containsExactly("H14");
  }

  @Test
  void h15AndH16CountSplitFirmOnceInFull() {
    Town town = new Town().building("B1", "Z1", 40, 5);
    town.add(floor("G", "B1", 1, 4)).add(floor("U", "B1", 2, 4));
    town.add(firm("F1", 200, 200).split().power(25).water(3)).add(two().power(15).water(2));
    Placement split = put("F1", 0, on("G", 0, 1), on("U", 0, 1));
    assertThat(codes(town, split, put("F2", 0, on("G", 2, 2)))).isEmpty();
    town.firms.set(1, two().power(16).water(2).build(1));
    assertThat(codes(town, split, put("F2", 0, on("G", 2, 2)))).containsExactly("H15");
    town.firms.set(1, two().power(15).water(3).build(1));
    assertThat(codes(town, split, put("F2", 0, on("G", 2, 2)))).containsExactly("H16");
  }

  @Test
  void h17RefusesNeighboursThatRepelUnlessBayOrBreakIsBetween() {
    Town town = town().add(one().trait("SHAKE")).add(two().trait("FINE"));
    assertThat(codes(town, F1, put("F2", 0, on("G", 2, 2)))).containsExactly("H17");
    assertThat(codes(town, put("F1", 0, on("G", 2, 2)), put("F2", 0, on("G", 0, 2))))
        .containsExactly("H17");
    assertThat(codes(town, F1, F2)).isEmpty();
    Town walls = new Town().building("B1").repel("SHAKE", "FINE", Scope.ADJACENT);
    walls.add(floor("G", "B1", 1, 8).breaks(2));
    walls.add(one().trait("SHAKE")).add(two().trait("FINE"));
    assertThat(codes(walls, F1, put("F2", 0, on("G", 2, 2)))).isEmpty();
    // Bay 6 of U lies next to a tenant that shakes.
    assertThat(codes(town, put("F2", 0, on("U", 5, 2)))).containsExactly("H17");
    assertThat(codes(town, put("F1", 0, on("U", 5, 2)))).isEmpty();
  }

  @Test
  void h18RefusesFloorSharedWithFirmOrTenantItBars() {
    Town town = town().add(one().trait("FOOD")).add(two().trait("ODOUR"));
    assertThat(codes(town, F1)).containsExactly("H18");
    Placement upstairs = put("F1", 0, on("U", 0, 2));
    assertThat(codes(town, upstairs, F2)).isEmpty();
    assertThat(codes(town, upstairs, put("F2", 0, on("U", 4, 2)))).containsExactly("H18");
  }

  @Test
  void h19CountsAreaOfFirmsThatAreNotDomestic() {
    Town town = new Town().zone("Z2", 300).building("B2", "Z2", 1_000, 100);
    town.add(floor("G", "B2", 1, 8));
    town.add(one().foreign().zones("Z2")).add(two().zones("Z2"));
    assertThat(codes(town, put("F1", 0, on("G", 0, 3)), F2)).isEmpty();
    town.firms.set(1, two().foreign().zones("Z2").build(1));
    assertThat(codes(town, F1, F2)).containsExactly("H19");
  }
}
