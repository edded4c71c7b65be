package vn.khuxuong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khuxuong.allocation.solver.Town.firm;
import static vn.khuxuong.allocation.solver.Town.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.khuxuong.allocation.solver.Instance.Firm;
import vn.khuxuong.allocation.solver.Instance.Floor;
import vn.khuxuong.allocation.solver.Instance.Scope;
import vn.khuxuong.allocation.solver.Instance.Weights;
import vn.khuxuong.allocation.solver.Placement.Block;
import vn.khuxuong.allocation.solver.Solution.Status;

/**
 * The columns leave out positions that do not matter. Here every placement bay by bay is tried with
 * the checker alone, in random problems small enough for it: the best must be what the engines
 * prove, and every bound must lie at or above it.
 */
class EnumerationTest {
  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 1; seed <= 40; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void provesWhatEnumerationOfAllPlacementsFinds(long seed) {
    Instance instance = random(seed);
    long best = best(instance);

    Solution solution = Allocator.solve(instance, Budget.ofIterations(2_000, 1), Progress.NONE);
    assertThat(solution.objective()).isEqualTo(best);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);

    Columns columns = new Columns(instance);
    PriceBound bound = new PriceBound(columns);
    bound.lower(BestFit.solve(columns).objective, 500, () -> false);
    assertThat(bound.bound()).isGreaterThanOrEqualTo(best);

    Fillings fillings = new Fillings(columns);
    fillings.addAll(BestFit.solve(columns).chosen);
    BuildingBound sharper =
        new BuildingBound(
            columns,
            bound,
            fillings,
            ExactSolver.SHARED,
            new ExactSolver.Effort(60, 10, 1, seed, false));
    sharper.lower(Long.MIN_VALUE / 4, 3, () -> false, () -> {});
    assertThat(sharper.rounds()).isPositive();
    assertThat(sharper.bound()).isBetween(best, bound.bound() + columns.firms() + 2);

    RuinAndRecreate search =
        new RuinAndRecreate(
            columns,
            bound.prices(),
            BestFit.solve(columns).chosen,
            Budget.ofIterations(2_000, seed));
    search.run(() -> 0, () -> false, (objective, iterations) -> {});
    assertThat(search.bestObjective()).isLessThanOrEqualTo(best);
  }

  private static Instance random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Town town = new Town().building("B1", "Z1", 60 + random.nextInt(60), 3 + random.nextInt(6));
    // Weights under which runs and links matter as much as area.
    town.weights =
        new Weights(1, random.nextInt(3), 5_000 * random.nextInt(4), 5_000 * random.nextInt(3));
    String[] traits = {"SHAKE", "FINE", "ODOUR", "CALM"};
    town.repel("SHAKE", "FINE", Scope.ADJACENT);
    if (random.nextBoolean()) {
      town.repel("ODOUR", "FINE", Scope.ADJACENT);
    }
    if (random.nextInt(3) == 0) {
      town.repel("SHAKE", "SHAKE", Scope.ADJACENT);
    }
    if (random.nextBoolean()) {
      town.repel("SHAKE", "ODOUR", Scope.FLOOR);
    }
    for (int level = 1; level <= 2; level++) {
      Town.FloorDraft floor = floor("F" + level, "B1", level, 5).power(30 + random.nextInt(40));
      if (random.nextInt(3) == 0) {
        floor.areas(100, 80 + random.nextInt(60), 100, 90, 120);
      }
      if (random.nextInt(3) == 0) {
        floor.from(0, 0, random.nextInt(9), 0, 0);
      }
      if (random.nextBoolean()) {
        floor.breaks(1 + random.nextInt(4));
      }
      town.add(floor);
    }
    if (random.nextBoolean()) {
      town.tenant("T", "F2", random.nextBoolean() ? 0 : 4, 1, traits[random.nextInt(4)]);
    }
    int firms = 3 + random.nextInt(2);
    for (int i = 0; i < firms; i++) {
      int least = 80 + random.nextInt(180);
      Town.FirmDraft firm =
          firm("A" + i, least, least + 60 + random.nextInt(150))
              .power(10 + random.nextInt(30))
              .water(random.nextInt(3));
      if (random.nextInt(4) > 0) {
        firm.trait(traits[random.nextInt(4)]);
      }
      if (random.nextInt(3) == 0) {
        firm.split();
      }
      if (random.nextBoolean()) {
        firm.cluster("M");
      }
      if (random.nextBoolean()) {
        firm.supporting();
      }
      town.add(firm);
    }
    return town.build();
  }

  private static long best(Instance instance) {
    List<List<Placement>> choices = new ArrayList<>();
    for (Firm firm : instance.firms()) {
      choices.add(choices(instance, firm));
    }
    return best(instance, choices, 0, new ArrayList<>());
  }

  private static long best(
      Instance instance, List<List<Placement>> choices, int firm, List<Placement> chosen) {
    Verdict verdict = Checker.check(instance, chosen);
    if (!verdict.feasible()) {
      return Long.MIN_VALUE;
    }
    if (firm == choices.size()) {
      return verdict.objective();
    }
    long best = best(instance, choices, firm + 1, chosen);
    for (Placement placement : choices.get(firm)) {
      chosen.add(placement);
      best = Math.max(best, best(instance, choices, firm + 1, chosen));
      chosen.remove(chosen.size() - 1);
    }
    return best;
  }

  /** Every placement of a firm that the checker accepts when it is alone, at its earliest month. */
  private static List<Placement> choices(Instance instance, Firm firm) {
    List<Block> blocks = new ArrayList<>();
    for (Floor floor : instance.floors()) {
      for (int from = 0; from < floor.bays().size(); from++) {
        for (int count = 1; from + count <= floor.bays().size(); count++) {
          blocks.add(new Block(floor.id(), from, count));
        }
      }
    }
    List<List<Block>> shapes = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      shapes.add(List.of(blocks.get(i)));
      for (int j = i + 1; j < blocks.size(); j++) {
        shapes.add(List.of(blocks.get(i), blocks.get(j)));
      }
    }
    List<Placement> choices = new ArrayList<>();
    for (List<Block> shape : shapes) {
      for (int start = firm.startEarliest(); start <= firm.startLatest(); start++) {
        Placement placement = new Placement(firm.id(), start, shape);
        if (Checker.check(instance, List.of(placement)).feasible()) {
          choices.add(placement);
          break;
        }
      }
    }
    return choices;
  }
}
