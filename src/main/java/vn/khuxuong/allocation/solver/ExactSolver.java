package vn.khuxuong.allocation.solver;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the {@link ExactModel} in CP-SAT, limited in time and memory. Whatever goes wrong in there,
 * from a native library that is missing to a model it refuses, ends as an {@link Outcome} without
 * an answer and with a notice.
 */
final class ExactSolver {
  private static final long POLL_MILLIS = 50;

  private final Runnable natives;

  /** What came of it. */
  static final class Outcome {
    /** A column for each firm, -1 for none; null when the solver found no answer. */
    final int @Nullable [] chosen;

    /** Points that no answer exceeds; {@link Long#MAX_VALUE} when nothing is proven. */
    final long bound;

    /** Why there is no answer, or null. */
    final @Nullable String notice;

    private Outcome(int @Nullable [] chosen, long bound, @Nullable String notice) {
      this.chosen = chosen;
      this.bound = bound;
      this.notice = notice;
    }

    private static Outcome nothing(@Nullable String notice) {
      return new Outcome(null, Long.MAX_VALUE, notice);
    }
  }

  ExactSolver() {
    this(Loader::loadNativeLibraries);
  }

  /**
   * @param natives loads the native library; may throw anything
   */
  ExactSolver(Runnable natives) {
    this.natives = natives;
  }

  /**
   * Solves the whole problem.
   *
   * @param hint a feasible answer to start from
   * @param seconds most wall-clock seconds, or infinite for a limit of deterministic work
   * @param work most deterministic work (about seconds on a fast core) when time has no limit
   * @param stop polled from the calling thread
   */
  Outcome solve(
      Columns columns, int[] hint, double seconds, double work, long seed, BooleanSupplier stop) {
    CpSolver solver;
    ExactModel model;
    try {
      natives.run();
      model = new ExactModel(columns);
      model.hint(hint);
      solver = new CpSolver();
    } catch (LinkageError | RuntimeException e) {
      return Outcome.nothing("exact solver not available: " + e);
    }
    solver
        .getParameters()
        .setRandomSeed((int) (seed & Integer.MAX_VALUE))
        .setMaxMemoryInMb(Budget.EXACT_MEMORY_MB);
    if (Double.isInfinite(seconds)) {
      // One worker and a limit of work: the outcome does not depend on the machine.
      solver.getParameters().setNumWorkers(1).setMaxDeterministicTime(work);
    } else {
      solver.getParameters().setNumWorkers(2).setMaxTimeInSeconds(seconds);
    }
    FutureTask<CpSolverStatus> task = new FutureTask<>(() -> solver.solve(model.model));
    Thread thread = new Thread(task, "allocation-exact");
    thread.setDaemon(true);
    thread.start();
    try {
      return outcome(await(task, solver, stop), solver, model);
    } catch (ExecutionException e) {
      return Outcome.nothing("exact solver failed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      solver.stopSearch();
      return Outcome.nothing("interrupted");
    }
  }

  private static CpSolverStatus await(
      FutureTask<CpSolverStatus> task, CpSolver solver, BooleanSupplier stop)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (stop.getAsBoolean()) {
          solver.stopSearch();
        }
      }
    }
  }

  private static Outcome outcome(CpSolverStatus status, CpSolver solver, ExactModel model) {
    return switch (status) {
      case OPTIMAL, FEASIBLE ->
          // The solver's bound is a whole number that comes back as a double.
          new Outcome(
              model.chosen(solver::booleanValue), Math.round(solver.bestObjectiveBound()), null);
      case UNKNOWN -> Outcome.nothing(null);
      default -> Outcome.nothing("exact solver answered " + status);
    };
  }
}
