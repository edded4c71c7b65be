package vn.khuxuong.allocation.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import vn.khuxuong.allocation.solver.Instance.Bay;
import vn.khuxuong.allocation.solver.Instance.Building;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Flags;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Policy;
import vn.khuxuong.allocation.solver.Instance.Weights;
import vn.khuxuong.allocation.solver.Instance.Zone;

/**
 * The generalised assignment problem (Ross and Soland, 1975), the core of allocation without its
 * rules and an outside yardstick for the engines: every job to one agent at least cost, within each
 * agent's capacity.
 *
 * <p>An agent becomes a building of one floor and a job a firm of one bay; what the job uses of the
 * agent is the power it draws there. Placing a job earns twice the largest cost less its own cost,
 * so that leaving one out never pays. With n jobs and a bound B on the points, no assignment costs
 * less than 2n · largest - B.
 */
public final class AssignmentProblem {
  /** Most jobs: each takes a bay of one floor. */
  public static final int MOST_JOBS = Instance.MOST_BAYS;

  private static final int MOST_AGENTS = 200;
  private static final String ANY = "ANY";

  final int[][] cost;
  final int[][] use;
  final int[] capacity;

  /** Points of placing a job, before its cost. */
  final int bonus;

  /**
   * An assignment with its proof.
   *
   * @param agents the agent of each job, -1 for none
   * @param cost sum over the jobs that have one
   * @param bound no assignment of all jobs costs less
   * @param complete whether every job has an agent and every agent's capacity is kept
   * @param iterations of the search
   */
  public record Answer(
      List<Integer> agents, long cost, long bound, boolean complete, long iterations) {
    public Answer {
      agents = List.copyOf(agents);
    }
  }

  private AssignmentProblem(int[][] cost, int[][] use, int[] capacity) {
    this.cost = cost;
    this.use = use;
    this.capacity = capacity;
    bonus = 2 * Math.max(1, Arrays.stream(cost).flatMapToInt(Arrays::stream).max().orElse(0));
  }

  /**
   * Reads the format of the literature's files: numbers of agents and jobs, the costs agent by
   * agent, the uses agent by agent, the capacities; whole numbers between white space.
   *
   * @throws InstanceFault for anything else
   */
  public static AssignmentProblem read(String text) {
    StringTokenizer words = new StringTokenizer(text);
    int agents = number(words, "agents", MOST_AGENTS);
    int jobs = number(words, "jobs", MOST_JOBS);
    InstanceFault.atLeast(1, "agents", agents);
    InstanceFault.atLeast(1, "jobs", jobs);
    int[][] cost = new int[agents][jobs];
    int[][] use = new int[agents][jobs];
    for (int[][] matrix : new int[][][] {cost, use}) {
      for (int[] row : matrix) {
        Arrays.setAll(row, j -> number(words, matrix == cost ? "cost" : "use", 1_000_000));
      }
    }
    int[] capacity = new int[agents];
    Arrays.setAll(capacity, a -> number(words, "capacity", 100_000_000));
    InstanceFault.unless(!words.hasMoreTokens(), "file", "has numbers after the capacities");
    return new AssignmentProblem(cost, use, capacity);
  }

  private static int number(StringTokenizer words, String name, int most) {
    InstanceFault.unless(words.hasMoreTokens(), name, "is missing");
    try {
      int number = Integer.parseInt(words.nextToken());
      InstanceFault.within(0, most, name, number);
      return number;
    } catch (NumberFormatException e) {
      throw new InstanceFault(name, "must be a whole number");
    }
  }

  /** Number of jobs. */
  public int jobs() {
    return cost[0].length;
  }

  /**
   * Solves it without the exact solver. A round of pricing counts as many iterations as there are
   * jobs.
   */
  public Answer solve(Budget budget) {
    return new AssignmentSolve(this, budget).solve();
  }

  /** Cost and capacities counted from the numbers of the problem alone. */
  Answer answer(List<Integer> agents, long bound, long iterations) {
    long total = 0;
    long[] used = new long[capacity.length];
    boolean complete = true;
    for (int job = 0; job < agents.size(); job++) {
      int agent = agents.get(job);
      complete &= agent >= 0;
      if (agent >= 0) {
        total += cost[agent][job];
        used[agent] += use[agent][job];
      }
    }
    for (int agent = 0; agent < used.length; agent++) {
      complete &= used[agent] <= capacity[agent];
    }
    return new Answer(agents, total, bound, complete, iterations);
  }

  /** The columns of an instance of this form, with each pair's own worth and use. */
  Columns columns() {
    Columns columns = new Columns(instance());
    for (int job = 0; job < jobs(); job++) {
      for (int c = columns.begin(job); c < columns.end(job); c++) {
        int agent = columns.building(c);
        columns.value[c] = (long) bonus - cost[agent][job];
        columns.power1[c] = use[agent][job];
      }
    }
    return columns;
  }

  private Instance instance() {
    List<String> any = List.of(ANY);
    List<Bay> bays = list(jobs(), i -> new Bay(1, 0));
    Flags domestic = new Flags(false, false, false, true, false);
    return new Instance(
        "assignment",
        new Weights(0, 0, 0, 0),
        List.of(0),
        new Policy(1, 0, 0, 0, 0, 0, Map.of(ANY, 0), 1),
        List.of(),
        List.of(new Zone("Z", "Z", 0)),
        list(capacity.length, a -> new Building("B" + a, "Z", 0, 0)),
        list(
            capacity.length,
            a ->
                new Floor(
                    "F" + a, "B" + a, 1, bays, List.of(), 0, 0, capacity[a], 0, any, any, 1, 0)),
        List.of(),
        list(
            jobs(),
            j ->
                new Firm(
                    "J" + j,
                    j,
                    ANY,
                    domestic,
                    ANY,
                    1,
                    1,
                    1,
                    0,
                    0,
                    0,
                    0,
                    0,
                    ANY,
                    List.of(),
                    null,
                    0,
                    0,
                    1,
                    0,
                    List.of("Z"),
                    true,
                    false)));
  }

  private static <T> List<T> list(int count, IntFunction<T> make) {
    return IntStream.range(0, count).mapToObj(make).toList();
  }
}
