package vn.khuxuong.allocation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khuxuong.allocation.answer.SmallestChange.Change;
import vn.khuxuong.allocation.answer.SmallestChange.Step;
import vn.khuxuong.allocation.answer.SmallestChange.Wish;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;

/** What a firm would have had to ask instead. */
class SmallestChangeTest {
  private static final Placement FIRST =
      new Placement("F1", 0, List.of(new Placement.Block("A/1", 0, 1)));

  private static Map<String, Change> of(Instance instance, String firm) {
    return SmallestChange.of(instance, List.of(FIRST), List.of(firm));
  }

  @Test
  void namesTheOneRuleInTheWay() {
    Instance instance =
        new Village()
            .building("A", 2)
            .small("F1", 100)
            .firm("F2", 100, "SMALL", true, 12, 200)
            .build();
    assertThat(of(instance, "F2").get("F2").steps()).containsExactly(new Step(Wish.LOAD, 12, 10));
    assertThat(of(instance, "F2").get("F2").gain()).isPositive();
  }

  @Test
  void countsEveryRuleThatHasToGive() {
    Instance instance =
        new Village()
            .building("A", 2)
            .small("F1", 100)
            .firm("F2", 200, "SMALL", true, 12, 90)
            .build();
    assertThat(of(instance, "F2").get("F2").steps())
        .containsExactlyInAnyOrder(
            new Step(Wish.LOAD, 12, 10),
            new Step(Wish.BUDGET, 90, 100),
            new Step(Wish.AREA_MIN, 200, 100));
  }

  @Test
  void takesTheFloorWithFewestChanges() {
    Instance instance =
        new Village()
            .building("A", 2)
            .building("B", 3)
            .small("F1", 100)
            .firm("F2", 200, "SMALL", true, 12, 200)
            .build();
    assertThat(of(instance, "F2").get("F2").floor()).isEqualTo("B/1");
  }

  @Test
  void thereIsNoneWhereEverythingIsTaken() {
    Instance instance = new Village().building("A", 1).small("F1", 100).small("F2", 100).build();
    assertThat(of(instance, "F2")).isEmpty();
  }
}
