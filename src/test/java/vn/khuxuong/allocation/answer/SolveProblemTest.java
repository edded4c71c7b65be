package vn.khuxuong.allocation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.ResultJson;

/** What a round asks beyond the exchange format. */
class SolveProblemTest {
  private static Answer solve(Instance instance, Sides sides, Changes changes) {
    Answer answer =
        SolveProblem.solve(instance, sides, changes, Village.BUDGET, StageProgress.NONE);
    assertThat(Checker.check(instance, answer.solution().placements()).faults()).isEmpty();
    assertThat(answer.solution().bound()).isGreaterThanOrEqualTo(answer.solution().objective());
    return answer;
  }

  private static Set<String> placed(Answer answer) {
    return answer.solution().placements().stream().map(Placement::firm).collect(Collectors.toSet());
  }

  private static Placement of(Answer answer, String firm) {
    return answer.solution().placements().stream()
        .filter(p -> p.firm().equals(firm))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void equalsAreDecidedByTheRoundsOrder() {
    Instance three =
        new Village().building("A", 2).small("F1", 100).small("F2", 100).small("F3", 100).build();
    Sides late = new Sides(List.of(), List.of(), List.of("F3", "F2", "F1"), 0);
    assertThat(placed(solve(three, Sides.none(), Changes.none())))
        .containsExactlyInAnyOrder("F1", "F2");
    assertThat(placed(solve(three, late, Changes.none()))).containsExactlyInAnyOrder("F3", "F2");
  }

  @Test
  void aTieNeverCostsPoints() {
    Instance two = new Village().building("A", 2).small("F1", 100).small("F2", 200).build();
    Sides order = new Sides(List.of(), List.of(), List.of("F1", "F2"), 0);
    assertThat(placed(solve(two, order, Changes.none())))
        .as("the later one fills both bays and brings more")
        .containsExactly("F2");
  }

  @Test
  void aQuotaThatPointsAloneWouldMissIsMet() {
    Instance instance =
        new Village()
            .building("A", 4)
            .firm("L1", 400, "LARGE", true, 5, 200)
            .firm("S1", 100, "SMALL", false, 5, 200)
            .build();
    assertThat(placed(solve(instance, Sides.none(), Changes.none()))).containsExactly("L1");
    Sides sme = new Sides(List.of(new Sides.Quota(Group.SME, 100)), List.of(), List.of(), 0);
    Answer answer = solve(instance, sme, Changes.none());
    assertThat(placed(answer)).containsExactly("S1");
    assertThat(answer.quotas()).containsExactly(new Sides.QuotaVerdict(Group.SME, 100, 100, true));
    assertThat(answer.solution().bound())
        .as("the bound is that of the problem without the quota, which holds for both")
        .isGreaterThan(answer.solution().objective());
  }

  @Test
  void aQuotaThatNobodyAsksForIsToldAsMissed() {
    Instance instance = new Village().building("A", 2).large("L1", 200).build();
    Sides sme = new Sides(List.of(new Sides.Quota(Group.SME, 100)), List.of(), List.of(), 0);
    Answer answer = solve(instance, sme, Changes.none());
    assertThat(placed(answer)).containsExactly("L1");
    assertThat(answer.quotas()).containsExactly(new Sides.QuotaVerdict(Group.SME, 100, 0, false));
  }

  @Test
  void relatedFirmsCountAsOneAndTheFirstThatFitsAnywhereStands() {
    Instance instance =
        new Village()
            .building("A", 3)
            .firm("F1", 100, "SMALL", true, 99, 200)
            .small("F2", 100)
            .small("F3", 100)
            .build();
    Sides related =
        new Sides(List.of(), List.of(List.of("F1", "F2", "F3")), List.of("F1", "F2", "F3"), 0);
    Answer answer = solve(instance, related, Changes.none());
    assertThat(placed(answer)).containsExactly("F2");
    assertThat(answer.aside()).isEqualTo(Map.of("F1", "F2", "F3", "F2"));
  }

  @Test
  void keptFloorsAreForTheirGroupOnly() {
    Instance instance =
        Reserved.apply(
            new Village()
                .building("A", 1)
                .building("B", 1)
                .large("L1", 100)
                .large("L2", 100)
                .small("S1", 100)
                .build(),
            Map.of("B/1", Group.SME));
    Answer answer = solve(instance, Sides.none(), Changes.none());
    assertThat(of(answer, "S1").blocks().get(0).floor()).isEqualTo("B/1");
    assertThat(placed(answer)).hasSize(2).contains("S1");
    assertThat(Reserved.industry("MECH~SME+DISPLACED")).isEqualTo("MECH");
  }

  @Test
  void aRerunKeepsEveryPlaceWhereOneFirmHasLeft() {
    Instance instance =
        new Village()
            .building("A", 2)
            .building("B", 2)
            .small("F1", 100)
            .small("F2", 100)
            .small("F3", 100)
            .small("F4", 100)
            .large("W", 100)
            .build();
    Answer first = solve(instance, Sides.none(), Changes.none());
    assertThat(placed(first)).containsExactlyInAnyOrder("F1", "F2", "F3", "F4");
    Sides costly = new Sides(List.of(), List.of(), List.of(), 1_000_000);
    Changes gone = new Changes(List.of("F2"), List.of(), first.solution().placements(), List.of());
    Answer again = solve(instance, costly, gone);
    assertThat(placed(again)).containsExactlyInAnyOrder("F1", "F3", "F4", "W");
    assertThat(again.moved()).isZero();
    assertThat(again.aside()).isEqualTo(Map.of("F2", ""));
    for (String stays : List.of("F1", "F3", "F4")) {
      assertThat(of(again, stays)).isEqualTo(of(first, stays));
    }
  }

  @Test
  void aMoveThatPaysIsMadeAndCounted() {
    Instance instance =
        new Village()
            .building("A", 2)
            .building("B", 1)
            .small("F1", 100)
            .small("F2", 100)
            .small("W", 200)
            .build();
    Placement f1 = new Placement("F1", 0, List.of(new Placement.Block("A/1", 0, 1)));
    Placement f2 = new Placement("F2", 0, List.of(new Placement.Block("B/1", 0, 1)));
    Changes gone = new Changes(List.of("F2"), List.of(), List.of(f1, f2), List.of());
    Answer free = solve(instance, new Sides(List.of(), List.of(), List.of(), 1), gone);
    assertThat(placed(free)).containsExactlyInAnyOrder("F1", "W");
    assertThat(free.moved()).isEqualTo(1);
    assertThat(free.penalty()).isEqualTo(1);
    Answer dear = solve(instance, new Sides(List.of(), List.of(), List.of(), 10_000_000), gone);
    assertThat(dear.moved()).isZero();
    assertThat(of(dear, "F1")).isEqualTo(f1);
    Answer pinned =
        solve(
            instance,
            new Sides(List.of(), List.of(), List.of(), 0),
            new Changes(List.of("F2"), List.of(f1), List.of(f2), List.of()));
    assertThat(of(pinned, "F1")).as("what was set stays at any price").isEqualTo(f1);
  }

  @Test
  void baysTakenMeanwhileAreLeftAlone() {
    Instance instance = new Village().building("A", 2).small("F1", 100).small("F2", 100).build();
    Answer first = solve(instance, Sides.none(), Changes.none());
    Placement.Block taken = new Placement.Block("A/1", 0, 1);
    Answer again =
        solve(
            instance,
            Sides.none(),
            new Changes(List.of(), List.of(), first.solution().placements(), List.of(taken)));
    assertThat(placed(again)).hasSize(1);
    assertThat(again.solution().placements().get(0).blocks())
        .containsExactly(new Placement.Block("A/1", 1, 1));
  }

  @Test
  void theSameAskedAgainGivesTheSameBytes() {
    Village village = new Village().building("A", 5).building("B", 6);
    for (int i = 0; i < 14; i++) {
      village.firm(
          "F" + i, 100 + 100 * (i % 3), i % 4 == 0 ? "LARGE" : "SMALL", i % 2 == 0, 5, 200);
    }
    Instance instance = village.build();
    Sides sides =
        new Sides(
            List.of(new Sides.Quota(Group.SUPPORTING, 600), new Sides.Quota(Group.SME, 500)),
            List.of(List.of("F1", "F2")),
            List.of(),
            0);
    assertThat(bytes(solve(instance, sides, Changes.none())))
        .isEqualTo(bytes(solve(instance, sides, Changes.none())));
  }

  private static String bytes(Answer answer) {
    return new String(ResultJson.write(answer.solution(), "0".repeat(64)), StandardCharsets.UTF_8);
  }
}
