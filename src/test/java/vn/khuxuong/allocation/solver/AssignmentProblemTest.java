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
  void findsWhatEnumerationFindsAndBoundsItFromBelow(long seed) {
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
    AssignmentProblem.Answer answer =
        problem(cost, use, capacity).solve(Budget.ofIterations(20_000, 1));
    assertThat(answer.complete()).isTrue();
    assertThat(answer.cost()).isEqualTo(least);
    assertThat(answer.bound()).isBetween(least * 9 / 10, least);

    // The exact knapsacks by themselves, round by round: no bound above the least cost.
    AgentKnapsacks knapsacks =
        new AgentKnapsacks(cost, use, new int[] {capacity, capacity, capacity});
    knapsacks.start(new double[AGENTS]);
    int[] capacities = {capacity, capacity, capacity};
    AgentKnapsacks.Ascent ascent = knapsacks.new Ascent(capacities, least);
    for (int round = 0; round < 200; round++) {
      ascent.round();
      assertThat(knapsacks.bound()).as("round %s", round).isLessThanOrEqualTo(least);
    }
    assertThat(knapsacks.bound()).isGreaterThanOrEqualTo(least * 9 / 10);
  }

  /**
   * Costs fall as uses rise, as in type d of the literature: what a short search by exchanges alone
   * leaves several percent above the bound.
   */
  @Test
  void staysWithinHalfAPercentOfTheBoundWhereCostAndUseOpposeEachOther() {
    SplittableRandom random = new SplittableRandom(11);
    int agents = 8;
    int jobs = 80;
    int[][] cost = new int[agents][jobs];
    int[][] use = new int[agents][jobs];
    long total = 0;
    for (int a = 0; a < agents; a++) {
      for (int j = 0; j < jobs; j++) {
        use[a][j] = 1 + random.nextInt(100);
        cost[a][j] = 111 - use[a][j] + random.nextInt(21) - 10;
        total += use[a][j];
      }
    }
    AssignmentProblem problem = problem(cost, use, (int) (total * 8 / 10 / agents / agents));
    Budget budget = Budget.ofIterations(1_500_000, 3);
    AssignmentProblem.Answer answer = problem.solve(budget);
    assertThat(answer.complete()).isTrue();
    assertThat(answer.cost()).isBetween(answer.bound(), answer.bound() * 1005 / 1000);
    assertThat(problem.solve(budget)).isEqualTo(answer);
  }

  private static AssignmentProblem problem(int[][] cost, int[][] use, int capacity) {
    StringJoiner text = new StringJoiner(" ").add(cost.length + " " + cost[0].length);
    for (int[][] matrix : new int[][][] {cost, use}) {
      for (int[] row : matrix) {
        for (int number : row) {
          text.add(String.valueOf(number));
        }
      }
    }
    for (int a = 0; a < cost.length; a++) {
      text.add(String.valueOf(capacity));
    }
    return AssignmentProblem.read(text.toString());
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
