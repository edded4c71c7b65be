package vn.khuxuong.allocation.solver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.solver.Solution.Status;

/**
 * The one entry to the engines: an instance and a budget in, a checked answer with a proven bound
 * out. Small problems are solved to proof; all others get ruin and recreate and the price bound.
 * The best answer so far is kept outside every engine, so none can lose it.
 */
public final class Allocator {
  private static final String VERSION = "khuxuong-allocator/3";
  private static final long REPORT_NANOS = 250_000_000L;

  private static final int FEW_COLUMNS = 2_000;
  private static final int FEW_FIRMS = 30;
  private static final int MOST_COLUMNS_OF_FEW_FIRMS = 30_000;
  private static final long WARM_UP = 20_000;
  private static final int MOST_ROUNDS = 3_000;

  /**
   * Shares of the time after which the search makes way for the sharper bound: with few buildings
   * that takes many rounds, with many there is time for one or two.
   */
  private static final double SEARCH_SHARE_OF_FEW = 0.45;

  private static final double SEARCH_SHARE = 0.6;

  /** Shares of the first search's heat: the whole, and what does not undo a good answer. */
  private static final double HOT = 1;

  private static final double WARM = 0.1;

  private static final int MOST_BUILDINGS_SHARPENED = 120;

  /** Deterministic work for bounding all buildings once. */
  private static final double WORK_PER_ROUND = 24;

  /** Iterations of the search that cost about as much as bounding one building. */
  private static final long ITERATIONS_PER_FILLING = 100_000;

  /** Deterministic work that a small problem gets before its model is simplified. */
  private static final double WORK_AT_ONCE = 1;

  private final Instance instance;
  private final Budget budget;
  private final Progress progress;
  private final ExactSolver exactSolver;
  private final Stopwatch stopwatch;
  private final Columns columns;
  private final Fillings fillings;
  private final Set<String> engines = new LinkedHashSet<>();
  private int[] best;
  private long objective;
  private long bound = Long.MAX_VALUE;
  private long iterations;
  private long reported = System.nanoTime() - REPORT_NANOS;
  private @Nullable String notice;

  private Allocator(Instance instance, Budget budget, Progress progress, ExactSolver exactSolver) {
    this.instance = instance;
    this.budget = budget;
    this.progress = progress;
    this.exactSolver = exactSolver;
    stopwatch = new Stopwatch(budget.seconds());
    columns = new Columns(instance);
    fillings = new Fillings(columns);
    State first = BestFit.solve(columns);
    engines.add("best-fit");
    best = first.chosen;
    objective = first.objective;
  }

  /**
   * Solves one instance.
   *
   * @param progress is told of advances on this thread, and may stop the solve
   * @return the best answer found, checked; its budget ran out, it was stopped or it is optimal
   * @throws IllegalStateException if the checker refuses the answer, which is a defect of an engine
   */
  public static Solution solve(Instance instance, Budget budget, Progress progress) {
    return solve(instance, budget, progress, ExactSolver.SHARED);
  }

  static Solution solve(
      Instance instance, Budget budget, Progress progress, ExactSolver exactSolver) {
    return new Allocator(instance, budget, progress, exactSolver).solve();
  }

  /**
   * The naive baseline: firms in order of priority and arrival, each on the block that fits best.
   *
   * @return the checker's verdict on it
   */
  public static Verdict baseline(Instance instance) {
    Columns columns = new Columns(instance);
    return Checker.check(instance, Layout.of(columns, BestFit.solve(columns).chosen));
  }

  private Solution solve() {
    report();
    if (small() || sweeps() > 0) {
      exactSolver.prepare(small() ? 1 : 2);
    }
    PriceBound priceBound = proveBound();
    Prices prices = priceBound.prices();
    if (small() && !finished()) {
      search(prices, HOT, Math.min(WARM_UP, budget.iterations()), 0.1);
      if (!finished()) {
        solveExactly();
      }
    }
    if (!finished()) {
      boolean sharpens = !small() && sweeps() > 0;
      double share = few() ? SEARCH_SHARE_OF_FEW : SEARCH_SHARE;
      search(prices, HOT, budget.iterations() - iterations, sharpens ? share : 1);
      if (sharpens) {
        sharpen(priceBound);
        if (!finished()) {
          search(prices, WARM, budget.iterations() - iterations, 1);
        }
      }
    }
    State state = State.of(columns, best);
    BestFit.complete(state);
    return checked(Layout.of(columns, state.chosen));
  }

  private boolean small() {
    return columns.count() <= FEW_COLUMNS
        || (columns.firms() <= FEW_FIRMS && columns.count() <= MOST_COLUMNS_OF_FEW_FIRMS);
  }

  private boolean few() {
    return columns.buildings() <= RuinAndRecreate.FEW_BUILDINGS;
  }

  private boolean finished() {
    return objective >= bound || stopwatch.passed(1) || progress.cancelled();
  }

  private PriceBound proveBound() {
    PriceBound priceBound = new PriceBound(columns);
    int rounds =
        (int)
            (budget.reproducible()
                ? Math.max(200, Math.min(MOST_ROUNDS, budget.iterations() / 100))
                : MOST_ROUNDS);
    priceBound.lower(
        objective,
        rounds,
        () -> {
          bound = Math.min(bound, priceBound.bound());
          report();
          return stopwatch.passed(0.25) || progress.cancelled();
        });
    engines.add("price-bound");
    bound = Math.min(bound, priceBound.bound());
    return priceBound;
  }

  /**
   * How often the bound may be sharpened building by building; 0 where that would take too long.
   */
  private int sweeps() {
    if (columns.buildings() > MOST_BUILDINGS_SHARPENED) {
      return 0;
    }
    long each = ITERATIONS_PER_FILLING * Math.max(1, columns.buildings());
    return budget.reproducible() ? (int) Math.min(40, budget.iterations() / each) : 40;
  }

  private void sharpen(PriceBound priceBound) {
    // Reproducible: one worker and a limit of deterministic work for each building.
    double work = WORK_PER_ROUND / Math.max(1, columns.buildings());
    ExactSolver.Effort effort =
        new ExactSolver.Effort(Double.POSITIVE_INFINITY, work, 1, budget.seed(), false);
    fillings.addAll(best);
    BuildingBound sharper = new BuildingBound(columns, priceBound, fillings, exactSolver, effort);
    sharper.lower(
        objective,
        sweeps(),
        this::finished,
        () -> {
          bound = Math.min(bound, sharper.bound());
          report();
        });
    notice = sharper.notice();
    if (sharper.rounds() > 0) {
      engines.add("building-bound");
    }
  }

  /**
   * @param heat share of the full heat to begin with
   * @param share of the budget's time after which it stops
   */
  private void search(Prices prices, double heat, long most, double share) {
    if (most < 1) {
      return;
    }
    Budget allowed = new Budget(budget.seconds(), most, budget.seed(), budget.threads());
    RuinAndRecreate search = new RuinAndRecreate(columns, prices, best, allowed);
    search.beginAt(heat);
    long before = iterations;
    double from = stopwatch.used();
    search.run(
        () -> from >= share ? 1 : (stopwatch.used() - from) / (share - from),
        () -> stopwatch.passed(share) || finished(),
        (points, done) -> {
          if (points > objective) {
            keep(search.best(), points);
            if (few()) {
              fillings.addAll(best);
            }
          }
          iterations = before + done;
          report();
        });
    engines.add("ruin-and-recreate");
  }

  /** As it is first, which proves most small problems at once; then simplified, for longer. */
  private void solveExactly() {
    double seconds = budget.reproducible() ? budget.seconds() : stopwatch.left() * 0.6;
    solveExactly(new ExactSolver.Effort(seconds, WORK_AT_ONCE, 1, budget.seed(), false));
    if (!finished() && notice == null) {
      seconds = budget.reproducible() ? budget.seconds() : stopwatch.left() * 0.6;
      double work = Math.max(2, Math.min(60, budget.iterations() / 50_000.0));
      int workers = budget.reproducible() ? 1 : 2;
      solveExactly(new ExactSolver.Effort(seconds, work, workers, budget.seed(), true));
    }
  }

  private void solveExactly(ExactSolver.Effort effort) {
    ExactModel model = new ExactModel(columns);
    model.hint(best);
    ExactSolver.Outcome outcome =
        exactSolver.solve(
            model,
            effort,
            () -> {
              report();
              return progress.cancelled();
            });
    notice = outcome.notice;
    if (outcome.chosen != null) {
      engines.add("cp-sat");
      keep(outcome.chosen, State.of(columns, outcome.chosen).objective);
    }
    if (outcome.bound < objective) {
      notice = "exact solver's bound " + outcome.bound + " is below a known answer: dropped";
    } else {
      bound = Math.min(bound, outcome.bound);
    }
  }

  private void keep(int[] chosen, long points) {
    if (points > objective) {
      best = chosen;
      objective = points;
    }
  }

  private void report() {
    long now = System.nanoTime();
    if (now - reported >= REPORT_NANOS) {
      reported = now;
      progress.report(new Progress.Report(objective, bound, stopwatch.elapsed(), iterations));
    }
  }

  private Solution checked(List<Placement> placements) {
    Verdict verdict = Checker.check(instance, placements);
    if (!verdict.feasible() || verdict.objective() < objective) {
      throw new IllegalStateException(
          "the checker refuses the answer: objective "
              + verdict.objective()
              + ", claimed "
              + objective
              + ", "
              + verdict.faults());
    }
    return new Solution(
        instance.id(),
        VERSION + " " + String.join("+", engines),
        bound == verdict.objective() ? Status.OPTIMAL : Status.FEASIBLE,
        placements,
        instance.firms().size(),
        bound,
        budget,
        iterations,
        stopwatch.elapsed(),
        verdict,
        notice);
  }
}
