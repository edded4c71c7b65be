package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.khuxuong.allocation.solver.Town.firm;
import static vn.khuxuong.allocation.solver.Town.floor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Placement.Block;
import vn.khuxuong.allocation.solver.Reason.Lack;
import vn.khuxuong.allocation.solver.Reason.NoFloorFits;
import vn.khuxuong.allocation.solver.Reason.Outscored;
import vn.khuxuong.allocation.solver.Reason.Placed;
import vn.khuxuong.allocation.solver.Reason.Shortfall;

class ExplanationTest {
  private static Reason only(Town town, Placement... placements) {
    List<Reason> reasons = Explanation.of(town.build(), List.of(placements));
    return reasons.get(reasons.size() - 1);
  }

  private static NoFloorFits noFloor(Town town) {
    return (NoFloorFits) only(town);
  }

  private static Placement put(String firm, Block... blocks) {
    return new Placement(firm, 0, List.of(blocks));
  }

  /** Ground floor bears 20 kN/m² at a rent of 130, upper floor 10 kN/m² at 100. */
  private static Town twoFloors() {
    return new Town()
        .building("B1")
        .add(floor("G", "B1", 1, 4).load(20).rent(130))
        .add(floor("U", "B1", 2, 4).load(10).rent(100));
  }

  @Test
  void namesOneRuleThatEveryFloorBreaksWithNumbers() {
    NoFloorFits reason = noFloor(twoFloors().add(firm("F", 200, 300).load(25)));
    assertThat(reason.floors()).isEqualTo(2);
    assertThat(reason.firstBroken()).isEqualTo(Map.of(Rule.LOAD, 2));
    assertThat(reason.smallestSet()).containsExactly(Rule.LOAD);
    assertThat(reason.nearest().get(0).floor()).isEqualTo("G");
    assertThat(reason.nearest().get(0).shortfalls())
        .containsExactly(new Shortfall(Rule.LOAD, 25, 20, ""));
    assertThat(reason.nearest().get(1).shortfalls())
        .containsExactly(new Shortfall(Rule.LOAD, 25, 10, ""));
  }

  @Test
  void namesTwoRulesWhenNoneAloneRulesOutEveryFloor() {
    NoFloorFits reason = noFloor(twoFloors().add(firm("F", 200, 300).load(12).budget(120)));
    assertThat(reason.firstBroken()).isEqualTo(Map.of(Rule.LOAD, 1, Rule.BUDGET, 1));
    assertThat(reason.smallestSet()).containsExactly(Rule.LOAD, Rule.BUDGET);
    assertThat(reason.nearest().get(0).shortfalls())
        .containsExactly(new Shortfall(Rule.BUDGET, 120, 130, ""));
    assertThat(reason.nearest().get(1).shortfalls())
        .containsExactly(new Shortfall(Rule.LOAD, 12, 10, ""));
  }

  @Test
  void tellsAreaThatIsTooLargeForTheFloorFromBaysThatAreTooCoarse() {
    assertThat(noFloor(twoFloors().add(firm("F", 450, 600))).nearest().get(0).shortfalls())
        .containsExactly(new Shortfall(Rule.AREA, 450, 400, ""));
    assertThat(noFloor(twoFloors().add(firm("F", 130, 180))).nearest().get(0).shortfalls())
        .containsExactly(new Shortfall(Rule.AREA, 180, 200, ""));
  }

  @Test
  void countsMonthsInWhichBaysComeFreeAndFloorsEnd() {
    Town late = new Town().building("B1").add(floor("G", "B1", 1, 3).from(0, 9, 9));
    assertThat(noFloor(late.add(firm("F", 200, 300))).nearest().get(0).shortfalls())
        .containsExactly(new Shortfall(Rule.START, 6, 9, ""));
    Town ends = new Town().building("B1").add(floor("G", "B1", 1, 3).until(48));
    assertThat(noFloor(ends.add(firm("F", 200, 300))).nearest().get(0).shortfalls())
        .containsExactly(new Shortfall(Rule.TERM, 60, 48, ""));
  }

  @Test
  void seesTenantsThatRepelAndWhatTheyLeaveOfPower() {
    Town town = new Town().building("B1").repel("SHAKE", "FINE", Scope.ADJACENT);
    town.repel("FOOD", "SHAKE", Scope.FLOOR);
    town.add(floor("G", "B1", 1, 3).power(100)).tenant("T", "G", 1, 1, "SHAKE");
    assertThat(noFloor(town.add(firm("F", 100, 100).trait("FINE"))).firstBroken())
        .isEqualTo(Map.of(Rule.TENANT_NEIGHBOUR, 1));
    town.firms.clear();
    assertThat(noFloor(town.add(firm("F", 100, 100).trait("FOOD"))).firstBroken())
        .isEqualTo(Map.of(Rule.TENANT_ON_FLOOR, 1));
    town.firms.clear();
    assertThat(noFloor(town.add(firm("F", 100, 100).power(91))).nearest().get(0).shortfalls())
        .containsExactly(new Shortfall(Rule.FLOOR_POWER, 91, 90, ""));
  }

  @Test
  void saysWhatLacksWhereTheFirmWouldFitAloneAndWhoHasMorePoints() {
    Town town = twoFloors();
    town.add(firm("RICH", 400, 400).supporting().load(20)).add(firm("F", 200, 300).load(15));
    Outscored reason = (Outscored) only(town, put("RICH", new Block("G", 0, 4)));
    assertThat(reason.usable()).isEqualTo(1);
    assertThat(reason.priority()).isEqualTo(30);
    assertThat(reason.lacking()).isEqualTo(Map.of(Capacity.AREA, 1));
    assertThat(reason.heldByMore()).isEqualTo(1);
    assertThat(reason.nearest()).containsExactly(new Lack("G", Capacity.AREA, 200, 0, 55));
  }

  @Test
  void saysWhenPowerOrWastewaterIsGoneThoughBaysAreFree() {
    Town town = new Town().building("B1", "Z1", 50, 5).add(floor("G", "B1", 1, 6));
    town.add(firm("A", 200, 200).power(40)).add(firm("F", 200, 300).power(20));
    Outscored power = (Outscored) only(town, put("A", new Block("G", 0, 2)));
    assertThat(power.nearest()).containsExactly(new Lack("G", Capacity.BUILDING_POWER, 20, 10, 30));
    town.firms.clear();
    town.add(firm("A", 200, 200).water(4)).add(firm("F", 200, 300).water(2));
    Outscored water = (Outscored) only(town, put("A", new Block("G", 0, 2)));
    assertThat(water.nearest()).containsExactly(new Lack("G", Capacity.WASTEWATER, 2, 1, 30));
  }

  @Test
  void saysWhenTheZonesCapOrANeighbourStandsInTheWay() {
    Town town = new Town().zone("Z2", 300).building("B2", "Z2", 1_000, 100);
    town.add(floor("G", "B2", 1, 6));
    town.add(firm("A", 200, 200).foreign().zones("Z2"));
    town.add(firm("F", 200, 200).foreign().zones("Z2"));
    Outscored cap = (Outscored) only(town, put("A", new Block("G", 0, 2)));
    assertThat(cap.nearest()).containsExactly(new Lack("G", Capacity.FOREIGN_CAP, 200, 100, 18));

    Town repelled = new Town().building("B1").repel("FOOD", "ODOUR", Scope.FLOOR);
    repelled.add(floor("G", "B1", 1, 6));
    repelled.add(firm("A", 200, 200).trait("FOOD")).add(firm("F", 200, 200).trait("ODOUR"));
    Outscored neighbour = (Outscored) only(repelled, put("A", new Block("G", 0, 2)));
    assertThat(neighbour.lacking()).isEqualTo(Map.of(Capacity.NEIGHBOUR, 1));
  }

  @Test
  void tellsPlacedFirmTheRankItGotAndWhetherABetterZoneWouldHaveDone() {
    Town town = twoFloors().zone("Z2", 0).building("B2", "Z2", 1_000, 100);
    town.add(floor("X", "B2", 1, 4));
    town.add(firm("F", 200, 300).zones("Z1", "Z2"));
    Placed placed = (Placed) only(town, put("F", new Block("X", 1, 3)));
    assertThat(placed).isEqualTo(new Placed("F", "Z2", 2, 2, 2, List.of("X"), 300, 200, 0));
  }

  @Test
  void refusesAnswerThatIsNotFeasible() {
    Instance instance = twoFloors().add(firm("F", 200, 300)).build();
    assertThatThrownBy(() -> Explanation.of(instance, List.of(put("F", new Block("G", 0, 1)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("H05");
  }

  @Test
  void findsSmallestSetOfRulesThatMeetsAll() {
    Set<Rule> smallest =
        Explanation.smallestHittingSet(
            List.of(
                EnumSet.of(Rule.LOAD, Rule.LIFT),
                EnumSet.of(Rule.LIFT, Rule.BUDGET),
                EnumSet.of(Rule.ZONE, Rule.BUDGET)));
    assertThat(smallest).hasSize(2).contains(Rule.BUDGET);
    assertThat(Explanation.smallestHittingSet(List.of())).isEmpty();
  }

  /** The promise behind "no floor fits": a floor breaks no rule exactly when a column uses it. */
  @ParameterizedTest
  @ValueSource(strings = {"S-1", "S-2", "S-3", "S-5", "M-6"})
  void floorBreaksNoRuleExactlyWhenAColumnUsesIt(String name) {
    Columns columns = new Columns(Fixtures.instance(name));
    Shortfalls shortfalls = new Shortfalls(columns.blocks);
    for (int firm = 0; firm < columns.firms(); firm++) {
      Set<Integer> used = new HashSet<>();
      for (int c = columns.begin(firm); c < columns.end(firm); c++) {
        used.add(columns.strips.floor[columns.strip1[c]]);
        if (columns.strip2[c] >= 0) {
          used.add(columns.strips.floor[columns.strip2[c]]);
        }
      }
      for (int b = 0; b < columns.buildings(); b++) {
        for (Shortfalls.FloorRecord floor : shortfalls.of(firm, b)) {
          assertThat(floor.broken().isEmpty()).isEqualTo(used.contains(floor.floor()));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"S-2,5", "M-6,60"})
  void givesEveryFirmAReasonThatNamesNoOther(String name, int floors) {
    Instance instance = Fixtures.instance(name);
    Solution solution = Allocator.solve(instance, Budget.ofIterations(20_000, 1), Progress.NONE);
    List<Reason> reasons = Explanation.of(instance, solution.placements());
    assertThat(reasons).hasSameSizeAs(instance.firms());
    ReasonText vietnamese =
        ReasonText.vietnamese(id -> "tầng " + id, id -> "khu " + id, m -> "tháng " + m);
    ReasonText english =
        ReasonText.english(id -> "floor " + id, id -> "zone " + id, m -> "month " + m);
    Set<String> placed = new HashSet<>();
    solution.placements().forEach(placement -> placed.add(placement.firm()));
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      Reason reason = reasons.get(i);
      assertThat(reason.firm()).isEqualTo(instance.firms().get(i).id());
      assertThat(reason instanceof Placed).isEqualTo(placed.contains(reason.firm()));
      kinds.add(reason.getClass().getSimpleName());
      if (reason instanceof NoFloorFits none) {
        assertThat(none.firstBroken().values().stream().mapToInt(Integer::intValue).sum())
            .isEqualTo(floors);
        assertThat(none.smallestSet()).isNotEmpty();
      }
      if (reason instanceof Outscored outscored) {
        assertThat(outscored.lacking().values().stream().mapToInt(Integer::intValue).sum())
            .isEqualTo(outscored.usable());
        assertThat(outscored.lacking()).doesNotContainKey(Capacity.NO_GAIN);
      }
      for (String text : List.of(vietnamese.of(reason), english.of(reason))) {
        assertThat(text).doesNotContainPattern("F0\\d{4}").doesNotContain("{", "}").endsWith(".");
      }
    }
    assertThat(kinds).contains("Placed", "NoFloorFits");
    if (name.equals("S-2")) {
      assertThat(kinds).contains("Outscored");
    }
  }

  @Test
  void speaksPlainVietnameseAndEnglish() {
    ReasonText vietnamese =
        ReasonText.vietnamese(id -> "tầng " + id, id -> "KCN Một", m -> "tháng " + m);
    ReasonText english =
        ReasonText.english(id -> "floor " + id, id -> "KCN Một", m -> "month " + m);
    Reason none = noFloor(twoFloors().add(firm("F", 1_200, 1_300).load(12).budget(120)));
    assertThat(vietnamese.of(none))
        .startsWith(
            "Không tầng nào trong 2 tầng đáp ứng yêu cầu của doanh nghiệp. Điều kiện đầu tiên"
                + " không đạt: 1 tầng vì tải trọng sàn, 1 tầng vì giá thuê. Chỉ riêng điều kiện"
                + " diện tích liền khối đã loại tất cả các tầng.")
        .contains("khối gần nhất 400 m², giới hạn của doanh nghiệp 1.200 m²");
    assertThat(english.of(none))
        .startsWith(
            "None of the 2 floors meets the firm's needs. First condition that fails: floor load"
                + " (1), rent (1). One condition alone, contiguous area, rules out every floor.")
        .contains("load 12 > 10 kN/m²", "rent 130 > budget 120 thousand VND/m²/month")
        .contains("nearest block 400 m², the firm's limit 1,200 m²");
    Reason placed = only(twoFloors().add(firm("F", 200, 300)), put("F", new Block("G", 0, 3)));
    assertThat(vietnamese.of(placed))
        .isEqualTo(
            "Doanh nghiệp được bố trí tại tầng G, KCN Một: 300 m² (đề nghị ít nhất 200 m²), nhận"
                + " mặt bằng từ tháng 0. Đây là khu doanh nghiệp ưu tiên nhất.");
    assertThat(english.of(placed))
        .isEqualTo(
            "The firm is placed on floor G, KCN Một: 300 m² (at least 200 m² asked), from month 0."
                + " This is the zone it prefers most.");
  }
}
