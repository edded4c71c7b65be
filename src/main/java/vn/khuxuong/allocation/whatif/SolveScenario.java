package vn.khuxuong.allocation.whatif;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.Answer;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.answer.SolveProblem;
import vn.khuxuong.allocation.answer.StageProgress;
import vn.khuxuong.allocation.round.ClosedRounds;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.allocation.solver.Progress;
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
   * What came of it; the two sides are solved alike.
   *
   * @param without the round with nothing changed, at the scenario's budget
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
    if (!job.cancelled()) {
      store.solved(
          id,
          json.writeValueAsString(
              new Result(without.solution().placements(), with.solution().placements())),
          json.writeValueAsString(new Figures(side(without), side(with))));
    }
  }

  private static Side side(Answer answer) {
    return new Side(
        answer.solution().objective(),
        answer.solution().bound(),
        answer.solution().placements().size(),
        answer.solution().verdict().areaM2(),
        answer.quotas());
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
