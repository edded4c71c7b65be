package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {
  @ParameterizedTest
  @ValueSource(strings = {"S-2", "S-5", "M-6"})
  void keepsCountThroughRandomPlacingAndRemoving(String name) {
    Instance instance = Fixtures.instance(name);
    Columns columns = new Columns(instance);
    State state = new State(columns);
    SplittableRandom random = new SplittableRandom(5);
    for (int step = 0; step < 4_000; step++) {
      int firm = random.nextInt(columns.firms());
      if (state.chosen[firm] >= 0) {
        state.remove(firm);
      } else if (columns.begin(firm) < columns.end(firm)) {
        int column = columns.begin(firm) + random.nextInt(columns.end(firm) - columns.begin(firm));
        long gain = state.gain(firm, column);
        assertThat(state.obstacle(firm, column) == null)
            .isEqualTo(gain != State.DOES_NOT_FIT && gain > 0);
        if (gain != State.DOES_NOT_FIT) {
          long before = state.objective;
          state.place(firm, column);
          assertThat(state.objective).isEqualTo(before + gain);
        }
      }
      if (step % 50 == 0) {
        Verdict verdict = Checker.check(instance, Layout.of(columns, state.chosen));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.objective()).isEqualTo(state.objective);
      }
    }
    for (int firm = 0; firm < columns.firms(); firm++) {
      if (state.chosen[firm] >= 0) {
        state.remove(firm);
      }
    }
    State empty = new State(columns);
    assertThat(state.objective).isEqualTo(empty.objective);
    assertThat(state.free).isEqualTo(empty.free);
    assertThat(state.floorPower).isEqualTo(empty.floorPower);
    assertThat(state.buildingPower).isEqualTo(empty.buildingPower);
    assertThat(state.buildingWater).isEqualTo(empty.buildingWater);
    assertThat(state.zoneRoom).isEqualTo(empty.zoneRoom);
    assertThat(Arrays.stream(state.residentCount).sum()).isZero();
  }
}
