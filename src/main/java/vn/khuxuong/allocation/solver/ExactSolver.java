package vn.khuxuong.allocation.solver;

import com.google.ortools.sat.CpModelProto;
import com.google.ortools.sat.CpSolverResponse;
import com.google.ortools.sat.SatParameters;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link ExactModel}s in CP-SAT, each in a process of its own that is limited in time and
 * memory. Whatever goes wrong in there, from a native library that is missing to a crash, ends as
 * an {@link Outcome} without an answer and with a notice. Processes that are idle wait for the next
 * model: starting one takes longer than most solves.
 */
final class ExactSolver {
  /** The one that the service uses. */
  static final ExactSolver SHARED = new ExactSolver(ExactProcess::command);

  private static final int MOST_IDLE = 2;
  private static final double LARGEST_BOUND = 1e15;

  private final Supplier<List<String>> command;
  private final Deque<ExactProcess> idle = new ArrayDeque<>();

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

  /**
   * How much one solve may take.
   *
   * @param seconds most wall-clock seconds, or infinite for a limit of work
   * @param work most deterministic work, about seconds on a fast core, when time has no limit
   * @param workers threads of the solver; 1 where time has no limit, so that the outcome does not
   *     depend on the machine
   * @param simplifies whether the model is simplified before it is solved: pays where the solve is
   *     long
   * @param gap points from the proven best at which an answer is good enough, 0 for the best
   */
  record Effort(
      double seconds, double work, int workers, long seed, boolean simplifies, double gap) {
    Effort(double seconds, double work, int workers, long seed, boolean simplifies) {
      this(seconds, work, workers, seed, simplifies, 0);
    }

    Effort within(double points) {
      return new Effort(seconds, work, workers, seed, simplifies, points);
    }

    private SatParameters parameters() {
      SatParameters.Builder parameters =
          SatParameters.newBuilder()
              .setRandomSeed((int) (seed & Integer.MAX_VALUE))
              .setMaxMemoryInMb(Budget.EXACT_MEMORY_MB)
              .setNumWorkers(workers)
              .setMaxDeterministicTime(work);
      if (!Double.isInfinite(seconds)) {
        parameters.setMaxTimeInSeconds(seconds);
      }
      if (gap > 0) {
        parameters.setAbsoluteGapLimit(gap);
      }
      if (!simplifies) {
        parameters.setLinearizationLevel(2).setCpModelPresolve(false);
      }
      return parameters.build();
    }
  }

  /**
   * @param command starts an {@link ExactWorker}
   */
  ExactSolver(Supplier<List<String>> command) {
    this.command = command;
  }

  /** Starts as many processes as will be used, so that they load while others work. */
  void prepare(int processes) {
    synchronized (idle) {
      idle.removeIf(process -> !process.alive());
      try {
        while (idle.size() < Math.min(processes, MOST_IDLE)) {
          idle.add(new ExactProcess(command.get()));
        }
      } catch (IOException e) {
        // Told of when a model is to be solved.
      }
    }
  }

  private ExactProcess take() throws IOException {
    synchronized (idle) {
      while (!idle.isEmpty()) {
        ExactProcess process = idle.remove();
        if (process.alive()) {
          return process;
        }
      }
    }
    return new ExactProcess(command.get());
  }

  private void giveBack(ExactProcess process) {
    synchronized (idle) {
      if (idle.size() < MOST_IDLE && process.alive()) {
        idle.add(process);
        return;
      }
    }
    process.close();
  }

  /** Process ids of those that are idle. */
  List<Long> idle() {
    synchronized (idle) {
      return idle.stream().map(ExactProcess::pid).toList();
    }
  }

  /**
   * Solves one model.
   *
   * @param stop polled from the calling thread
   */
  Outcome solve(ExactModel model, Effort effort, BooleanSupplier stop) {
    CpSolverResponse response;
    try {
      response = ask(model.program(), effort, stop);
    } catch (IOException | LinkageError e) {
      return Outcome.nothing("exact solver not available: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.nothing("interrupted");
    }
    // The solver's bound is a whole number that comes as a double; a huge one when there is none.
    double proven = response.getBestObjectiveBound();
    long bound = proven < LARGEST_BOUND ? Math.round(proven) : Long.MAX_VALUE;
    return switch (response.getStatus()) {
      case OPTIMAL, FEASIBLE ->
          new Outcome(model.chosen(variable -> response.getSolution(variable) == 1), bound, null);
      case UNKNOWN -> new Outcome(null, bound, null);
      default -> Outcome.nothing("exact solver answered " + response.getStatus());
    };
  }

  private CpSolverResponse ask(CpModelProto model, Effort effort, BooleanSupplier stop)
      throws IOException, InterruptedException {
    ExactProcess process = take();
    CpSolverResponse response = process.solve(model, effort.parameters(), effort.seconds, stop);
    giveBack(process);
    return response;
  }
}
