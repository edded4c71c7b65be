package vn.khuxuong.allocation.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked answer with its proof.
 *
 * @param instance id of the instance
 * @param engine engines that took part and their version
 * @param status whether the objective is proven to be the best
 * @param placements firms placed, in the instance's order; firms not listed wait
 * @param firms number of firms that applied
 * @param bound points that no answer exceeds, proven
 * @param budget what the solve was allowed
 * @param iterations of the search that were done
 * @param elapsedSeconds wall-clock time; says nothing about the answer and is not written with it
 * @param verdict the checker's; always feasible, its objective is the answer's
 * @param notice why an engine could not take part, for an operator; null when all could
 */
public record Solution(
    String instance,
    String engine,
    Status status,
    List<Placement> placements,
    int firms,
    long bound,
    Budget budget,
    long iterations,
    double elapsedSeconds,
    Verdict verdict,
    @Nullable String notice) {

  /** What is proven about an answer. */
  public enum Status {
    /** No answer has more points. */
    OPTIMAL,
    /** A valid answer; {@link #gap()} tells how far from the best it may be. */
    FEASIBLE
  }

  public Solution {
    placements = List.copyOf(placements);
    if (!verdict.feasible()) {
      throw new IllegalArgumentException("infeasible answer: " + verdict.faults().get(0));
    }
    if (bound < verdict.objective()) {
      throw new IllegalArgumentException("bound below the answer's own objective");
    }
    if ((status == Status.OPTIMAL) != (bound == verdict.objective())) {
      throw new IllegalArgumentException("status does not follow from bound and objective");
    }
  }

  /** Points of the answer. */
  public long objective() {
    return verdict.objective();
  }

  /** How far the answer may be from the best: (bound - objective) / |bound|; 0 when optimal. */
  public double gap() {
    return (double) (bound - objective()) / Math.max(1, Math.abs(bound));
  }
}
