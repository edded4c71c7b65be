package vn.khuxuong.allocation.solver;

import java.util.Arrays;

/**
 * The Lagrangian relaxation of a generalised assignment problem in which agents keep their
 * capacities and jobs may be done by several agents or by none: every job has a price, and every
 * agent takes the jobs that earn it most, a knapsack that is solved exactly by dynamic programming
 * (Fisher, Jaikumar and Van Wassenhove, 1986). Its best bound is that of column generation over
 * whole knapsacks, which lies above the linear relaxation's.
 *
 * <p>Prices follow the volume algorithm (Barahona and Anbil, 2000); the running average of the
 * agents' choices tells how likely each agent is to do each job. Not for use by several threads;
 * {@link #copy} gives another one its own.
 */
final class AgentKnapsacks {
  private static final double FIRST_WEIGHT = 0.1;
  private static final double LEAST_WEIGHT = 0.02;
  private static final double LONGEST_STEP = 1.5;
  private static final int MOST_FAILURES = 10;

  final int agents;
  final int jobs;
  private final int[][] cost;
  private final int[][] use;
  private final int most;

  /** Price of each job: what an agent is paid for doing it. */
  private final double[] price;

  /** By agent and job, the running average of the choices, 0 to 1. */
  private final double[][] share;

  private final boolean[][] chosen;
  private final boolean[][] taken;
  private final double[] worth;

  /** Prices of the greatest bound. */
  private final double[] best;

  private double bound = Double.NEGATIVE_INFINITY;

  AgentKnapsacks(int[][] cost, int[][] use, int[] capacity) {
    this.cost = cost;
    this.use = use;
    agents = cost.length;
    jobs = cost[0].length;
    most = Arrays.stream(capacity).max().orElse(0);
    price = new double[jobs];
    best = new double[jobs];
    share = new double[agents][jobs];
    chosen = new boolean[agents][jobs];
    taken = new boolean[jobs][most + 1];
    worth = new double[most + 1];
  }

  /** The same prices and shares, to go on from separately. */
  AgentKnapsacks copy() {
    AgentKnapsacks copy = new AgentKnapsacks(cost, use, new int[] {most});
    System.arraycopy(best, 0, copy.price, 0, jobs);
    System.arraycopy(best, 0, copy.best, 0, jobs);
    for (int a = 0; a < agents; a++) {
      System.arraycopy(share[a], 0, copy.share[a], 0, jobs);
    }
    copy.bound = bound;
    return copy;
  }

  /** Begins with each job's least cost where one unit of an agent costs {@code ofUse}. */
  void start(double[] ofUse) {
    for (int job = 0; job < jobs; job++) {
      int least = 0;
      for (int a = 0; a < agents; a++) {
        if (at(a, job, ofUse) < at(least, job, ofUse)) {
          least = a;
        }
      }
      price[job] = at(least, job, ofUse);
      share[least][job] = 1;
    }
    System.arraycopy(price, 0, best, 0, jobs);
  }

  private double at(int agent, int job, double[] ofUse) {
    return cost[agent][job] + ofUse[agent] * use[agent][job];
  }

  /** Raises the bound round by round; {@link #round} is one. */
  final class Ascent {
    private final boolean[] all = new boolean[jobs];
    private final int[] capacity;
    private final double known;
    private double step = 0.3;
    private int failures;
    private int rounds;

    /**
     * @param known cost of an assignment, the level that the bound cannot pass
     */
    Ascent(int[] capacity, double known) {
      this.capacity = capacity;
      this.known = known;
      Arrays.fill(all, true);
    }

    void round() {
      double reached = solve(all, capacity);
      average(all, Math.max(LEAST_WEIGHT, FIRST_WEIGHT - rounds * 0.0005));
      rounds++;
      if (reached > bound) {
        bound = reached;
        System.arraycopy(price, 0, best, 0, jobs);
        step = Math.min(LONGEST_STEP, step * 1.1);
        failures = 0;
      } else if (++failures >= MOST_FAILURES) {
        step *= 0.7;
        failures = 0;
      }
      move(best, all, step * Math.max(1, known - bound));
    }
  }

  /** One more round over the jobs that are open and the room that is left; moves on from there. */
  void round(boolean[] open, int[] room, double weight, double length) {
    solve(open, room);
    average(open, weight);
    move(price, open, length);
  }

  /** Every agent's best knapsack; the bound that follows from it. */
  private double solve(boolean[] open, int[] room) {
    double sum = 0;
    for (int job = 0; job < jobs; job++) {
      sum += open[job] ? price[job] : 0;
    }
    for (int a = 0; a < agents; a++) {
      sum -= fill(a, open, room[a]);
    }
    return sum;
  }

  private double fill(int a, boolean[] open, int room) {
    Arrays.fill(worth, 0, room + 1, 0);
    for (int job = 0; job < jobs; job++) {
      double gain = price[job] - cost[a][job];
      int used = use[a][job];
      boolean[] takes = taken[job];
      Arrays.fill(takes, 0, room + 1, false);
      if (!open[job] || gain <= 0) {
        continue;
      }
      for (int q = room; q >= used; q--) {
        double with = worth[q - used] + gain;
        if (with > worth[q]) {
          worth[q] = with;
          takes[q] = true;
        }
      }
    }
    int q = room;
    for (int job = jobs - 1; job >= 0; job--) {
      chosen[a][job] = taken[job][q];
      q -= chosen[a][job] ? use[a][job] : 0;
    }
    return worth[room];
  }

  private void average(boolean[] open, double weight) {
    for (int a = 0; a < agents; a++) {
      for (int job = 0; job < jobs; job++) {
        if (open[job]) {
          share[a][job] += weight * ((chosen[a][job] ? 1 : 0) - share[a][job]);
        }
      }
    }
  }

  /** Pays more for jobs that nobody takes and less for those that several do. */
  private void move(double[] from, boolean[] open, double length) {
    double[] lack = new double[jobs];
    double norm = 0;
    for (int job = 0; job < jobs; job++) {
      if (open[job]) {
        lack[job] = 1;
        for (int a = 0; a < agents; a++) {
          lack[job] -= share[a][job];
        }
        norm += lack[job] * lack[job];
      }
    }
    for (int job = 0; job < jobs; job++) {
      price[job] = from[job] + length / Math.max(0.5, norm) * lack[job];
    }
  }

  /** How likely an agent is to do a job, 0 to 1. */
  double share(int agent, int job) {
    return share[agent][job];
  }

  /** No assignment of all jobs costs less. */
  long bound() {
    // Sums of doubles err by far less than this, and costs are whole.
    return bound == Double.NEGATIVE_INFINITY ? 0 : Math.max(0, (long) Math.ceil(bound - 1e-4));
  }
}
