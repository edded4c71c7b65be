package vn.khuxuong.allocation.solver;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Makes an assignment from the prices of {@link AgentKnapsacks}: the jobs whose agent is clearest
 * are settled, the prices of the others follow for a few rounds in the room that is left, and so on
 * (diving, as in branch and price; Savelsbergh, 1997). A little chance in what counts as clear
 * makes every dive another.
 */
final class AssignmentDive {
  private static final int ROUNDS_BETWEEN = 5;

  /** Share of the jobs left that is settled at a time. */
  private static final double SETTLED = 0.05;

  private static final double STEP = 0.02;
  private static final double WEIGHT = 0.1;
  private static final double CHANCE = 0.15;

  private final AgentKnapsacks knapsacks;
  private final int[][] use;
  private final int[] room;
  private final double unit;
  private final SplittableRandom random;
  private final int[] agentOf;
  private final boolean[] open;
  private int left;
  private int rounds;

  /**
   * @param knapsacks its own copy; it is changed
   * @param unit what separates a job's best agents, in costs
   */
  AssignmentDive(AgentKnapsacks knapsacks, int[][] use, int[] capacity, double unit, long seed) {
    this.knapsacks = knapsacks;
    this.use = use;
    this.unit = unit;
    room = capacity.clone();
    random = new SplittableRandom(seed);
    agentOf = new int[knapsacks.jobs];
    open = new boolean[knapsacks.jobs];
    Arrays.fill(agentOf, -1);
    Arrays.fill(open, true);
    left = open.length;
  }

  /** The agent of each job, -1 where none has room left; capacities are kept. */
  int[] run(BooleanSupplier stop) {
    while (left > 0 && !stop.getAsBoolean()) {
      for (int i = 0; i < ROUNDS_BETWEEN; i++) {
        knapsacks.round(open, room, WEIGHT, STEP * unit * left);
        rounds++;
      }
      settle(Math.max(1, (int) (left * SETTLED)));
    }
    return agentOf.clone();
  }

  private void settle(int most) {
    double[] clear = new double[open.length];
    int[] likeliest = new int[open.length];
    for (int job = 0; job < open.length; job++) {
      likeliest[job] = likeliest(job);
      clear[job] =
          likeliest[job] < 0 ? 2 : knapsacks.share(likeliest[job], job) + chance(open[job]);
    }
    for (int i = 0; i < most; i++) {
      int next = -1;
      for (int job = 0; job < open.length; job++) {
        next = open[job] && (next < 0 || clear[job] > clear[next]) ? job : next;
      }
      if (next < 0) {
        return;
      }
      int agent = likeliest[next];
      if (agent >= 0 && use[agent][next] > room[agent]) {
        // Another took its room just now: it waits for the next prices.
        clear[next] = -1;
        continue;
      }
      open[next] = false;
      left--;
      agentOf[next] = agent;
      if (agent >= 0) {
        room[agent] -= use[agent][next];
      }
    }
  }

  private double chance(boolean isOpen) {
    return isOpen ? CHANCE * random.nextDouble() : 0;
  }

  /** The likeliest agent that has room for an open job; -1 for none. */
  private int likeliest(int job) {
    int best = -1;
    for (int a = 0; open[job] && a < room.length; a++) {
      if (use[a][job] <= room[a]
          && (best < 0 || knapsacks.share(a, job) > knapsacks.share(best, job))) {
        best = a;
      }
    }
    return best;
  }

  /** Rounds of prices so far. */
  int rounds() {
    return rounds;
  }
}
