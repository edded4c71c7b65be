package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.khuxuong.allocation.solver.Town.firm;
import static vn.khuxuong.allocation.solver.Town.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khuxuong.allocation.solver.Solution.Status;

class AllocatorTest {
  /** Records every report and stops after some of them. */
  private static final class Listener implements Progress {
    final List<Report> reports = new ArrayList<>();
    final int stopAfter;
    private volatile boolean stop;

    Listener(int stopAfter) {
      this.stopAfter = stopAfter;
    }

    @Override
    public void report(Report report) {
      reports.add(report);
      stop |= reports.size() >= stopAfter;
    }

    @Override
    public boolean cancelled() {
      return stop;
    }
  }

  @ParameterizedTest
  @CsvSource({"S-1,3768380", "S-2,12383740", "S-3,5932000", "S-4,14827740", "S-5,7963580"})
  void provesSmallProblemsOptimalAndPriceBoundLiesAbove(String name, long optimum) {
    Instance instance = Fixtures.instance(name);
    Solution solution = Allocator.solve(instance, Budget.ofIterations(100_000, 1), Progress.NONE);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.objective()).isEqualTo(optimum);
    assertThat(solution.bound()).isEqualTo(optimum);
    assertThat(solution.gap()).isZero();
    assertThat(Checker.check(instance, solution.placements())).isEqualTo(solution.verdict());

    Columns columns = new Columns(instance);
    for (int rounds : new int[] {1, 2, 10, 100, 1_000}) {
      PriceBound bound = new PriceBound(columns);
      bound.lower(BestFit.solve(columns).objective, rounds, () -> false);
      assertThat(bound.bound()).as("after %s rounds", rounds).isGreaterThanOrEqualTo(optimum);
      if (rounds == 1_000) {
        sharpensAndStaysAbove(optimum, columns, bound);
      }
    }
  }

  private static void sharpensAndStaysAbove(long optimum, Columns columns, PriceBound bound) {
    Fillings fillings = new Fillings(columns);
    fillings.addAll(BestFit.solve(columns).chosen);
    BuildingBound sharper =
        new BuildingBound(
            columns,
            bound,
            fillings,
            ExactSolver.SHARED,
            new ExactSolver.Effort(60, 5, 1, 1, false));
    long[] last = {Long.MAX_VALUE};
    sharper.lower(
        Long.MIN_VALUE / 4,
        4,
        () -> false,
        () -> {
          assertThat(sharper.bound()).isBetween(optimum, last[0]);
          last[0] = sharper.bound();
        });
    assertThat(sharper.notice()).isNull();
    assertThat(sharper.rounds()).isPositive();
    assertThat(sharper.bound()).isBetween(optimum, bound.bound() + columns.firms() + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-2", "M-6"})
  void sameSeedAndIterationsGiveTheSameBytes(String name) {
    Instance instance = Fixtures.instance(name);
    Budget budget = Budget.ofIterations(30_000, 7);
    byte[] once = ResultJson.write(Allocator.solve(instance, budget, Progress.NONE), "00");
    byte[] twice = ResultJson.write(Allocator.solve(instance, budget, Progress.NONE), "00");
    assertThat(twice).isEqualTo(once);

    AtomicBoolean idle = new AtomicBoolean();
    Thread load =
        new Thread(
            () -> {
              while (!idle.get()) {
                Thread.onSpinWait();
              }
            });
    load.setDaemon(true);
    load.start();
    try {
      byte[] loaded = ResultJson.write(Allocator.solve(instance, budget, Progress.NONE), "00");
      assertThat(loaded).as("with one core loaded").isEqualTo(once);
    } finally {
      idle.set(true);
    }
  }

  @Test
  void anotherSeedSearchesElsewhere() {
    Instance instance = Fixtures.instance("M-6");
    Solution one = Allocator.solve(instance, Budget.ofIterations(30_000, 1), Progress.NONE);
    Solution two = Allocator.solve(instance, Budget.ofIterations(30_000, 2), Progress.NONE);
    assertThat(two.placements()).isNotEqualTo(one.placements());
  }

  @Test
  void beatsBestFitByFarOnTwoHundredFirmsAndStaysBelowTheBound() {
    Instance instance = Fixtures.instance("M-6");
    Columns columns = new Columns(instance);
    State baseline = BestFit.solve(columns);
    Verdict naive = Checker.check(instance, Layout.of(columns, baseline.chosen));
    assertThat(naive.faults()).isEmpty();
    assertThat(naive.objective()).isEqualTo(baseline.objective);

    Solution solution = Allocator.solve(instance, Budget.ofIterations(200_000, 1), Progress.NONE);
    assertThat(solution.verdict().faults()).isEmpty();
    assertThat(solution.objective()).isGreaterThan(naive.objective() * 115 / 100);
    assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
    assertThat(solution.gap()).isBetween(0.0, 0.03);
    assertThat(solution.iterations()).isEqualTo(200_000);
  }

  @Test
  void workerThatCannotStartLeavesTheSearchAndABound() {
    ExactSolver broken = new ExactSolver(() -> List.of("/nowhere/java"));
    Instance instance = Fixtures.instance("S-2");
    Solution solution =
        Allocator.solve(instance, Budget.ofIterations(40_000, 1), Progress.NONE, broken);
    assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
    assertThat(solution.notice()).contains("exact solver not available", "/nowhere/java");
    assertThat(solution.engine()).contains("ruin-and-recreate").doesNotContain("cp-sat");
    assertThat(solution.bound()).isGreaterThanOrEqualTo(12_383_740);
    assertThat(solution.objective()).isBetween(12_000_000L, 12_383_740L);
  }

  @Test
  void stopsWhenToldAndKeepsTheBestAnswer() {
    Instance instance = Fixtures.instance("M-6");
    Listener listener = new Listener(3);
    Solution solution = Allocator.solve(instance, Budget.ofSeconds(600, 1), listener);
    assertThat(solution.elapsedSeconds()).isLessThan(60);
    assertThat(solution.verdict().faults()).isEmpty();
    assertThat(solution.bound()).isGreaterThanOrEqualTo(solution.objective());
  }

  @Test
  void reportsAtMostFourTimesASecondAndNeverLosesGround() {
    Listener listener = new Listener(Integer.MAX_VALUE);
    Solution solution =
        Allocator.solve(Fixtures.instance("M-6"), Budget.ofSeconds(1.5, 1), listener);
    assertThat(listener.reports).hasSizeBetween(2, 7);
    for (int i = 1; i < listener.reports.size(); i++) {
      Progress.Report before = listener.reports.get(i - 1);
      Progress.Report now = listener.reports.get(i);
      assertThat(now.elapsedSeconds() - before.elapsedSeconds()).isGreaterThan(0.24);
      assertThat(now.objective()).isGreaterThanOrEqualTo(before.objective());
      assertThat(now.bound()).isLessThanOrEqualTo(before.bound());
      assertThat(now.iterations()).isGreaterThanOrEqualTo(before.iterations());
    }
    Progress.Report last = listener.reports.get(listener.reports.size() - 1);
    assertThat(solution.objective()).isGreaterThanOrEqualTo(last.objective());
  }

  @Test
  void nobodyToPlaceIsOptimalAtOnce() {
    Instance empty = new Town().building("B1").add(floor("G", "B1", 1, 4)).build();
    Solution solution = Allocator.solve(empty, Budget.ofSeconds(10, 1), Progress.NONE);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.objective()).isEqualTo(-10_000);
    Instance nowhere = new Town().add(firm("F1", 100, 200)).build();
    assertThat(Allocator.solve(nowhere, Budget.ofSeconds(10, 1), Progress.NONE).status())
        .isEqualTo(Status.OPTIMAL);
  }

  @Test
  void leavesNeutralFirmBetweenTwoThatRepel() {
    Town town = new Town().building("B1").repel("SHAKE", "FINE", Instance.Scope.ADJACENT);
    town.add(floor("G", "B1", 1, 3));
    town.add(firm("A", 100, 100).trait("SHAKE")).add(firm("B", 100, 100).trait("FINE"));
    town.add(firm("C", 100, 100));
    Solution solution = Allocator.solve(town.build(), Budget.ofSeconds(10, 1), Progress.NONE);
    assertThat(solution.placements()).hasSize(3);
    assertThat(solution.placements().get(2).blocks().get(0).startBay()).isEqualTo(1);
  }

  @Test
  void budgetNeedsALimit() {
    assertThatThrownBy(() -> new Budget(Double.POSITIVE_INFINITY, Long.MAX_VALUE, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Budget.ofSeconds(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Budget.ofSeconds(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Budget.ofIterations(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
