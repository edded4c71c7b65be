package vn.khuxuong.allocation.whatif;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.Answer;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.allocation.answer.QuotaCount;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.answer.SolveProblem;
import vn.khuxuong.allocation.answer.StageProgress;
import vn.khuxuong.allocation.round.ClosedRounds;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Checker;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Progress;
import vn.khuxuong.allocation.solver.Verdict;
import vn.khuxuong.platform.job.Job;
import vn.khuxuong.platform.job.JobHandler;

/**
 * The job that solves a scenario and its round without the change, with the same budget and seed.
 */
@Component
class SolveScenario implements JobHandler {
  static final String KIND = "allocation.whatif";
  private static final long SEED = 1;

  private final ScenarioStore store;
  private final ClosedRounds rounds;
  private final JsonMapper json;

  /** What the job is asked. */
  record Parameters(long scenario) {}

  /** One side of the comparison. */
  record Side(
      long objective, long bound, int placed, long areaM2, List<Sides.QuotaVerdict> quotas) {}

  /**
   * What came of it; the two sides are solved alike, and each takes what was found for the other,
   * or for the round itself, where that is worth more: else chance would look like a consequence.
   *
   * @param without the round with nothing changed
   */
  record Figures(Side without, Side with) {}

  /** Placements of a scenario. */
  record Result(List<Placement> without, List<Placement> with) {}

  SolveScenario(ScenarioStore store, ClosedRounds rounds, JsonMapper json) {
    this.store = store;
    this.rounds = rounds;
    this.json = json;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, JsonNode parameters) {
    long id = json.treeToValue(parameters, Parameters.class).scenario();
    ScenarioStore.Kept kept = store.find(id).orElse(null);
    if (kept == null) {
      return; // it was thrown away before its turn
    }
    ScenarioAsked asked = json.readValue(kept.asked(), ScenarioAsked.class);
    ClosedRounds.Frozen frozen = rounds.frozen(kept.roundId());
    Fork fork = Fork.of(frozen.instance(), frozen.sides(), asked);
    Budget budget = new Budget(Double.POSITIVE_INFINITY, asked.budget(), SEED, 2);
    StageProgress progress = progress(job, asked.budget());
    Answer without =
        SolveProblem.solve(frozen.instance(), frozen.sides(), Changes.none(), budget, progress);
    Answer with =
        SolveProblem.solve(fork.instance(), fork.sides(), Changes.none(), budget, progress);
    if (job.cancelled()) {
      return;
    }
    List<List<Placement>> found =
        List.of(without.solution().placements(), with.solution().placements(), frozen.placements());
    List<Placement> unchanged = best(frozen.instance(), frozen.sides(), without, found);
    List<Placement> changed = best(fork.instance(), fork.sides(), with, found);
    store.solved(
        id,
        json.writeValueAsString(new Result(unchanged, changed)),
        json.writeValueAsString(
            new Figures(
                side(frozen.instance(), frozen.sides(), without, unchanged),
                side(fork.instance(), fork.sides(), with, changed))));
  }

  /** Of some placements those that may stand, miss the quotas least and are worth most. */
  private static List<Placement> best(
      Instance instance, Sides sides, Answer own, List<List<Placement>> found) {
    QuotaCount quotas = new QuotaCount(instance, sides);
    List<Placement> best = own.solution().placements();
    long missed = quotas.missedM2(best);
    long objective = own.solution().objective();
    for (List<Placement> placements : found) {
      if (!isPossible(instance, own, placements)) {
        continue;
      }
      long misses = quotas.missedM2(placements);
      long points = Checker.check(instance, placements).objective();
      if (misses < missed || (misses == missed && points > objective)) {
        best = placements;
        missed = misses;
        objective = points;
      }
    }
    return best;
  }

  /** Whether what was found elsewhere may stand: nobody who takes no part, no rule broken. */
  private static boolean isPossible(Instance instance, Answer own, List<Placement> placements) {
    Set<String> firms =
        instance.firms().stream().map(Instance.Firm::id).collect(Collectors.toSet());
    firms.removeAll(own.aside().keySet());
    return placements.stream().map(Placement::firm).allMatch(firms::contains)
        && Checker.check(instance, placements).feasible();
  }

  private static Side side(
      Instance instance, Sides sides, Answer answer, List<Placement> placements) {
    Verdict verdict = Checker.check(instance, placements);
    return new Side(
        verdict.objective(),
        Math.max(answer.solution().bound(), verdict.objective()),
        placements.size(),
        verdict.areaM2(),
        new QuotaCount(instance, sides).verdicts(placements));
  }

  private static StageProgress progress(Job job, long total) {
    return new StageProgress() {
      @Override
      public void report(String stage, Progress.Report report) {
        job.progress(
            Math.min(total - 1, report.iterations()),
            total,
            "Đang tính phương án thử",
            "Working out the scenario",
            Map.of("objective", report.objective()));
      }

      @Override
      public boolean cancelled() {
        return job.cancelled();
      }
    };
  }
}
