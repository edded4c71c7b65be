package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.khuxuong.allocation.solver.Town.firm;
import static vn.khuxuong.allocation.solver.Town.floor;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khuxuong.allocation.solver.Placement.Block;

/** What an answer has to say to every firm about one bay. */
class BayReasonsTest {
  /** Six bays of 100 m²; a tenant on bay 2 cuts them into two and three. */
  private static Town town() {
    return new Town()
        .building("B1")
        .add(floor("G", "B1", 1, 6).load(10))
        .tenant("T", "G", 2, 1)
        .add(firm("HOLDER", 200, 200))
        .add(firm("WAITS", 200, 200))
        .add(firm("LARGE", 300, 300))
        .add(firm("HEAVY", 200, 200).load(12));
  }

  private static Map<String, BayReason> at(int bay) {
    return Explanation.bay(
            town().build(),
            List.of(new Placement("HOLDER", 0, List.of(new Block("G", 0, 2)))),
            "G",
            bay)
        .stream()
        .collect(Collectors.toMap(BayReason::firm, Function.identity()));
  }

  @Test
  void tellsWhoCouldUseTheBayAndWhatLacks() {
    Map<String, BayReason> reasons = at(1);
    assertThat(reasons).hasSize(4);
    assertThat(reasons.get("WAITS").reaches()).isTrue();
    assertThat(reasons.get("WAITS").broken()).isEmpty();
    assertThat(reasons.get("WAITS").lack()).isNotNull();
    assertThat(reasons.get("LARGE").reaches()).as("two bays are too few for it").isFalse();
    assertThat(reasons.get("LARGE").broken()).as("the floor has a run that would do").isEmpty();
    assertThat(reasons.get("HEAVY").broken())
        .containsExactly(new Reason.Shortfall(Rule.LOAD, 12, 10, ""));
    assertThat(reasons.get("HEAVY").lack()).isNull();
  }

  @Test
  void theOtherSideOfTheTenantIsAnotherRun() {
    assertThat(at(4).get("LARGE").reaches()).isTrue();
    assertThat(at(4).get("WAITS").reaches()).isTrue();
  }

  @Test
  void nobodyReachesABayThatATenantHolds() {
    assertThat(at(2).values()).noneMatch(BayReason::reaches);
  }

  @Test
  void refusesABayThatIsNotThere() {
    assertThatThrownBy(() -> at(6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> at(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
