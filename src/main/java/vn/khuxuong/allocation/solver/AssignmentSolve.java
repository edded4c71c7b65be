package vn.khuxuong.allocation.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * One solve of an {@link AssignmentProblem}: {@link PriceBound} prices the capacities, {@link
 * AgentKnapsacks} the jobs; then {@link AssignmentDive}s from there, each improved by the search's
 * {@link Exchanges}, until the budget ends or the cost meets the bound.
 */
final class AssignmentSolve {
  /** Share of the search's steps that exchange few jobs: with all placed, little else works. */
  private static final double EXCHANGES = 0.98;

  private static final int MOST_PRICINGS = 400;
  private static final int MOST_PRICE_ROUNDS = 1_000;
  private static final long FIRST_SEARCH = 200_000;
  private static final long SEARCH_AFTER_DIVE = 60_000;

  /** Most cells of the dynamic program's table. */
  private static final long LARGEST_TABLE = 50_000_000;

  private final AssignmentProblem problem;
  private final Budget budget;
  private final Stopwatch stopwatch;
  private final Columns columns;
  private final SplittableRandom random;
  private final double unit;
  private final Guide guide;
  private int[] best;
  private long objective;
  private long bound;
  private long iterations;

  AssignmentSolve(AssignmentProblem problem, Budget budget) {
    this.problem = problem;
    this.budget = budget;
    stopwatch = new Stopwatch(budget.seconds());
    columns = problem.columns();
    random = new SplittableRandom(budget.seed());
    State first = BestFit.solve(columns);
    best = first.chosen;
    objective = first.objective;
    PriceBound priceBound = new PriceBound(columns);
    priceBound.lower(objective, MOST_PRICE_ROUNDS, () -> stopwatch.passed(0.1));
    bound = (long) problem.bonus * problem.jobs() - priceBound.bound();
    unit = unit(priceBound.prices());
    guide = new Guide(columns, priceBound.prices(), unit, EXCHANGES);
  }

  AssignmentProblem.Answer solve() {
    search(best, Math.min(FIRST_SEARCH, budget.iterations() / 4), random.nextLong(), true);
    long most = Arrays.stream(problem.capacity).max().orElse(0);
    if (problem.jobs() * (most + 1) <= LARGEST_TABLE) {
      AgentKnapsacks knapsacks = price();
      dive(knapsacks);
    } else {
      search(best, budget.iterations() - iterations, random.nextLong(), true);
    }
    List<Integer> agents = new ArrayList<>();
    for (int column : best) {
      agents.add(column < 0 ? -1 : columns.building(column));
    }
    return problem.answer(agents, bound, iterations);
  }

  private long cost() {
    return (long) problem.bonus * problem.jobs() - objective;
  }

  private boolean finished() {
    return cost() <= bound || stopwatch.passed(1) || iterations >= budget.iterations();
  }

  /** Searches from an assignment; keeps the outcome if it is the best. */
  private RuinAndRecreate search(int[] start, long steps, long seed, boolean counts) {
    RuinAndRecreate search =
        new RuinAndRecreate(
            columns,
            guide,
            start,
            new Budget(
                Double.POSITIVE_INFINITY, Math.max(1, steps), seed, counts ? budget.threads() : 1));
    search.run(() -> 0, () -> stopwatch.passed(1), (points, done) -> {});
    if (counts) {
      keep(search);
    }
    return search;
  }

  private void keep(RuinAndRecreate search) {
    iterations += search.iterations();
    if (search.bestObjective() > objective) {
      objective = search.bestObjective();
      best = search.best();
    }
  }

  private AgentKnapsacks price() {
    AgentKnapsacks knapsacks = new AgentKnapsacks(problem.cost, problem.use, problem.capacity);
    knapsacks.start(guide.prices.floorPower);
    AgentKnapsacks.Ascent ascent = knapsacks.new Ascent(problem.capacity, cost());
    long half = budget.iterations() / 2;
    for (int round = 0; round < MOST_PRICINGS && !finished() && !stopwatch.passed(0.5); round++) {
      if (iterations >= half) {
        break;
      }
      ascent.round();
      iterations += problem.jobs();
      bound = Math.max(bound, knapsacks.bound());
    }
    return knapsacks;
  }

  /** As many dives at a time as there are threads; which is best does not depend on their pace. */
  private void dive(AgentKnapsacks knapsacks) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            budget.threads(),
            task -> {
              Thread thread = new Thread(task, "assignment-dive");
              thread.setDaemon(true);
              return thread;
            });
    try {
      while (!finished()) {
        List<Future<Dived>> results = new ArrayList<>();
        for (int t = 0; t < budget.threads(); t++) {
          long seed = random.nextLong();
          results.add(pool.submit(() -> dived(knapsacks, seed)));
        }
        for (Future<Dived> result : results) {
          Dived dived = await(result);
          iterations += (long) dived.rounds * problem.jobs();
          keep(dived.search);
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** What came of a dive. */
  private record Dived(RuinAndRecreate search, int rounds) {}

  private Dived dived(AgentKnapsacks knapsacks, long seed) {
    AssignmentDive dive =
        new AssignmentDive(knapsacks.copy(), problem.use, problem.capacity, unit, seed);
    int[] agents = dive.run(() -> stopwatch.passed(1));
    int[] chosen =
        IntStream.range(0, agents.length)
            .map(job -> agents[job] < 0 ? -1 : columns.begin(job, agents[job]))
            .toArray();
    return new Dived(search(chosen, SEARCH_AFTER_DIVE, seed, false), dive.rounds());
  }

  private static Dived await(Future<Dived> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while assigning", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the assignment failed", e.getCause());
    }
  }

  /** What separates a job's three best agents beyond the prices, on average. */
  private double unit(Prices prices) {
    double sum = 0;
    int last = columns.buildings() - 1;
    for (int job = 0; job < problem.jobs(); job++) {
      double[] earned = new double[columns.buildings()];
      for (int c = columns.begin(job); c < columns.end(job); c++) {
        earned[columns.building(c)] = columns.value[c] - prices.ofColumn(job, c);
      }
      Arrays.sort(earned);
      sum += (earned[last] - earned[Math.max(0, last - 2)]) / 2;
    }
    return Math.max(0.5, sum / problem.jobs());
  }
}
