package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentProblemTest {
  private static final int AGENTS = 3;
  private static final int JOBS = 7;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void comesNearWhatEnumerationFindsAndBoundsItFromBelow(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] cost = new int[AGENTS][JOBS];
    int[][] use = new int[AGENTS][JOBS];
    for (int a = 0; a < AGENTS; a++) {
      for (int j = 0; j < JOBS; j++) {
        cost[a][j] = 10 + random.nextInt(40);
        use[a][j] = 5 + random.nextInt(20);
      }
    }
    int capacity = 45;
    long least = least(cost, use, new int[] {capacity, capacity, capacity}, 0);
    StringJoiner text = new StringJoiner(" ").add(AGENTS + " " + JOBS);
    for (int[][] matrix : new int[][][] {cost, use}) {
      for (int[] row : matrix) {
        for (int number : row) {
          text.add(String.valueOf(number));
        }
      }
    }
    text.add(capacity + " " + capacity + " " + capacity);

    AssignmentProblem.Answer answer =
        AssignmentProblem.read(text.toString()).solve(Budget.ofIterations(20_000, 1));
    assertThat(answer.complete()).isTrue();
    assertThat(answer.cost()).isBetween(least, least * 21 / 20);
    assertThat(answer.bound()).isBetween(1L, least);
  }

  private static long least(int[][] cost, int[][] use, int[] left, int job) {
    if (job == JOBS) {
      return 0;
    }
    long least = 1_000_000;
    for (int a = 0; a < AGENTS; a++) {
      if (left[a] >= use[a][job]) {
        left[a] -= use[a][job];
        least = Math.min(least, cost[a][job] + least(cost, use, left, job + 1));
        left[a] += use[a][job];
      }
    }
    return least;
  }

  @Test
  void refusesWhatIsNoProblem() {
    assertThatThrownBy(() -> AssignmentProblem.read("2 2 1 2 3"))
        .isInstanceOf(InstanceFault.class)
        .hasMessageContaining("cost");
    assertThatThrownBy(() -> AssignmentProblem.read("1 1 x 1 1"))
        .isInstanceOf(InstanceFault.class)
        .hasMessageContaining("whole number");
    assertThatThrownBy(() -> AssignmentProblem.read("1 1 1 1 1 1"))
        .isInstanceOf(InstanceFault.class)
        .hasMessageContaining("after the capacities");
    assertThatThrownBy(() -> AssignmentProblem.read("1 501"))
        .isInstanceOf(InstanceFault.class)
        .hasMessageContaining("500");
  }
}
