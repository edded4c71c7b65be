package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.ortools.sat.SatParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void workerLeavesNoFilesBehindWhileItRuns(@TempDir Path temporary) {
    ExactSolver solver =
        new ExactSolver(
            () -> {
              List<String> command = new ArrayList<>(ExactProcess.command());
              command.add(1, "-Djava.io.tmpdir=" + temporary);
              return command;
            });
    Outcome outcome = solver.solve(model(), EFFORT, () -> false);
    assertThat(outcome.notice).isNull();
    assertThat(outcome.bound).isEqualTo(12_383_740);
    assertThat(solver.idle()).hasSize(1);
    assertThat(temporary).isEmptyDirectory();
  }

  /** A process that says it is a worker and then does something else. */
  private static List<String> worker(String then) {
    return List.of("/bin/sh", "-c", "printf KHU1; " + then);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 3", "read x; kill -9 $$", "printf '\\377\\377\\377\\377'; sleep 9"})
  void solveGoesOnWithoutAWorkerThatComesToHarm(String then) {
    ExactSolver solver = new ExactSolver(() -> worker(then));
    Solution solution =
        Allocator.solve(
            Fixtures.instance("S-2"), Budget.ofIterations(30_000, 1), Progress.NONE, solver);
    assertThat(solution.notice()).contains("exact solver not available");
    assertThat(solution.verdict().feasible()).isTrue();
    assertThat(solution.bound()).isGreaterThanOrEqualTo(12_383_740);
    assertThat(solver.idle()).isEmpty();
  }

  @Test
  void workerThatAnswersNothingIsKilledWhenItsTimeIsOver() {
    ExactSolver solver = new ExactSolver(() -> worker("exec sleep 600"));
    Outcome outcome = solver.solve(model(), new Effort(0.1, 1, 1, 1, false), () -> false);
    assertThat(outcome.notice).contains("took longer than it was allowed");
    assertThat(solver.idle()).isEmpty();
  }

  @Test
  void workerThatTakesTooMuchMemoryIsKilled() throws IOException {
    List<String> command = new ArrayList<>(ExactProcess.command());
    command.set(command.indexOf("-Xmx192m"), "-Xmx900m");
    command.set(command.size() - 1, Hungry.class.getName());
    ExactProcess process = new ExactProcess(command);
    SatParameters little = SatParameters.newBuilder().setMaxMemoryInMb(1).build();
    assertThatThrownBy(() -> process.solve(model().program(), little, 60, () -> false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more memory");
    ProcessHandle.of(process.pid())
        .ifPresent(handle -> handle.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    assertThat(process.alive()).isFalse();
  }

  /** Says that it is a worker and fills 700 MB; 1 MB is allowed beside what a worker needs. */
  static final class Hungry {
    private Hungry() {}

    public static void main(String[] args) throws InterruptedException {
      System.out.print("KHU1");
      System.out.flush();
      byte[][] food = new byte[70][10_000_000];
      for (byte[] bite : food) {
        Arrays.fill(bite, (byte) 1);
      }
      Thread.sleep(60_000L + food.length);
    }
  }
}
