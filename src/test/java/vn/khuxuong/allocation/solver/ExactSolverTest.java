package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khuxuong.allocation.solver.ExactSolver.Effort;
import vn.khuxuong.allocation.solver.ExactSolver.Outcome;

/** The native solver lives in a process of its own; here that process comes to harm. */
class ExactSolverTest {
  private static final Effort EFFORT = new Effort(60, 60, 1, 1, true);

  private final Columns columns = new Columns(Fixtures.instance("S-2"));

  private ExactModel model() {
    ExactModel model = new ExactModel(columns);
    model.hint(BestFit.solve(columns).chosen);
    return model;
  }

  @Test
  void processIsUsedAgainAndReplacedAfterItWasKilled() {
    ExactSolver solver = new ExactSolver(ExactProcess::command);
    Outcome first = solver.solve(model(), EFFORT, () -> false);
    assertThat(first.notice).isNull();
    assertThat(first.bound).isEqualTo(12_383_740);
    List<Long> idle = solver.idle();
    assertThat(idle).hasSize(1);
    assertThat(solver.solve(model(), EFFORT, () -> false).chosen).isEqualTo(first.chosen);
    assertThat(solver.idle()).isEqualTo(idle);

    ProcessHandle process = ProcessHandle.of(idle.get(0)).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    assertThat(solver.solve(model(), EFFORT, () -> false).chosen).isEqualTo(first.chosen);
    assertThat(solver.idle()).hasSize(1).isNotEqualTo(idle);
  }

  @Test
  void stopKillsTheProcessAndLeavesNoAnswer() {
    ExactSolver solver = new ExactSolver(ExactProcess::command);
    Outcome outcome = solver.solve(model(), EFFORT, () -> true);
    assertThat(outcome.chosen).isNull();
    assertThat(outcome.bound).isEqualTo(Long.MAX_VALUE);
    assertThat(outcome.notice).contains("stopped");
    assertThat(solver.idle()).isEmpty();
  }

  @Test
  void processThatIsNoWorkerIsToldOf() {
    ExactSolver solver = new ExactSolver(() -> List.of("/bin/echo", "hello"));
    Outcome outcome = solver.solve(model(), EFFORT, () -> false);
    assertThat(outcome.chosen).isNull();
    assertThat(outcome.notice).contains("exact solver not available");
  }
}
