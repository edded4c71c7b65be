package vn.khuxuong.allocation.round;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.Answer;
import vn.khuxuong.allocation.answer.Changes;
import vn.khuxuong.allocation.answer.SolveProblem;
import vn.khuxuong.allocation.answer.StageProgress;
import vn.khuxuong.allocation.round.RoundProcess.Action;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Progress;
import vn.khuxuong.platform.job.Job;
import vn.khuxuong.platform.job.JobHandler;

/**
 * The job that solves a round and stores the answer, its proof and every firm's reason. Who cancels
 * it gets the best answer so far; one that a stopping service interrupts starts over elsewhere.
 */
@Component
class SolveRound implements JobHandler {
  static final String KIND = "allocation.solve";

  private final RunStore runs;
  private final ProgressStore progress;
  private final RoundStore rounds;
  private final RoundSteps steps;
  private final CriteriaJson criteria;
  private final KeepAnswer keep;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  /**
   * What the job is asked.
   *
   * @param seconds budget of time; null for one of work
   * @param iterations budget of work; null for one of time
   * @param show whether the answer is shown to the public at once, as illustrative rounds are
   */
  record Parameters(
      long roundId,
      @Nullable Double seconds,
      @Nullable Long iterations,
      long seed,
      int threads,
      RunStore.Kind kind,
      String username,
      @Nullable String reason,
      @Nullable Long follows,
      Changes changes,
      boolean show) {

    Budget budget() {
      return iterations == null
          ? new Budget(seconds == null ? 60 : seconds, Long.MAX_VALUE, seed, threads)
          : new Budget(Double.POSITIVE_INFINITY, iterations, seed, threads);
    }
  }

  SolveRound(
      RunStore runs,
      ProgressStore progress,
      RoundStore rounds,
      RoundSteps steps,
      CriteriaJson criteria,
      KeepAnswer keep,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.runs = runs;
    this.progress = progress;
    this.rounds = rounds;
    this.steps = steps;
    this.criteria = criteria;
    this.keep = keep;
    this.transaction = transaction;
    this.json = json;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job, JsonNode parameters) {
    if (runs.hasRunOf(job.id())) {
      return; // done before a crash that came between the answer and the job's own end
    }
    Parameters asked = json.treeToValue(parameters, Parameters.class);
    progress.forget(job.id());
    KeepAnswer.Frozen frozen = keep.frozen(asked.roundId());
    Budget budget = asked.budget();
    Answer answer =
        SolveProblem.solve(
            frozen.instance(),
            criteria.sides(rounds.sides(asked.roundId())),
            asked.changes(),
            budget,
            new Told(job, asked, budget));
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the service stops; the job starts over");
    }
    KeepAnswer.Ready ready =
        keep.prepare(
            answer,
            frozen,
            new KeepAnswer.Origin(
                asked.kind(),
                job.id(),
                asked.username(),
                asked.reason(),
                asked.follows(),
                budget,
                job.cancelled(),
                asked.changes()));
    transaction.executeWithoutResult(status -> answer(asked, ready));
  }

  private void answer(Parameters asked, KeepAnswer.Ready ready) {
    Round round = steps.lock(asked.roundId(), Action.ANSWER, Actor.ENGINE, null);
    steps.take(round, Action.ANSWER, RoundSteps.By.engine(), keep.store(round, ready));
    if (asked.show()) {
      show(rounds.find(asked.roundId()).orElseThrow(), RoundSteps.By.engine());
    }
  }

  /** Shows a proposed answer to the public and opens the window for objections. */
  void show(Round round, RoundSteps.By by) {
    var now = rounds.now();
    var until = now.plusHours(criteria.of(round).objectionHours());
    Map<RoundStore.Column, Object> filled = new EnumMap<>(RoundStore.Column.class);
    filled.put(RoundStore.Column.SHOWN_BY, by.username());
    filled.put(RoundStore.Column.SHOWN_AT, now);
    filled.put(RoundStore.Column.OBJECTIONS_UNTIL, until);
    long run = runs.newest(round.id()).orElseThrow().id();
    steps.take(
        round,
        Action.SHOW,
        by,
        Map.of("run", run, "objectionsUntil", until.toInstant().toString()),
        filled);
  }

  /** Passes news to the job's row, and keeps the curve. */
  private final class Told implements StageProgress {
    private final Job job;
    private final Parameters asked;
    private final long total;
    private int points;
    private long objective = Long.MIN_VALUE;
    private long bound = Long.MAX_VALUE;
    private double seconds = -1;

    Told(Job job, Parameters asked, Budget budget) {
      this.job = job;
      this.asked = asked;
      total =
          budget.reproducible()
              ? budget.iterations()
              : Math.max(1, Math.round(budget.seconds() * 1000));
    }

    @Override
    public void report(String stage, Progress.Report report) {
      boolean news = report.objective() != objective || report.bound() != bound;
      if (points == 0 || report.elapsedSeconds() - seconds >= (news ? 0.2 : 2)) {
        progress.insert(job.id(), points++, asked.roundId(), stage, report);
        objective = report.objective();
        bound = report.bound();
        seconds = report.elapsedSeconds();
      }
      Map<String, Object> figures = new HashMap<>();
      figures.put("stage", stage);
      figures.put("objective", report.objective());
      if (report.bound() < Long.MAX_VALUE && report.bound() >= report.objective()) {
        figures.put("bound", report.bound());
        figures.put("gapPct", RunStore.gapPct(report.objective(), report.bound()));
      }
      figures.put("iterations", report.iterations());
      figures.put("seconds", Math.round(report.elapsedSeconds() * 100) / 100.0);
      long done =
          asked.iterations() == null
              ? Math.round(report.elapsedSeconds() * 1000)
              : report.iterations();
      job.progress(Math.min(total - 1, done), total, "Đang giải", "Solving", figures);
    }

    @Override
    public boolean cancelled() {
      return job.cancelled();
    }
  }
}
