package vn.khuxuong.allocation.round;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.answer.Answer;
import vn.khuxuong.allocation.answer.SolveProblem;
import vn.khuxuong.allocation.answer.StageProgress;
import vn.khuxuong.allocation.solver.Budget;
import vn.khuxuong.allocation.solver.Progress;
import vn.khuxuong.allocation.solver.ResultJson;
import vn.khuxuong.platform.audit.Audit;
import vn.khuxuong.platform.job.Job;
import vn.khuxuong.platform.job.JobHandler;
import vn.khuxuong.platform.problem.ProblemException;

/**
 * Solves a stored run again from its frozen input, changes, seed and budget, and holds the bytes
 * against those that are stored. The job's figures say whether they are the same; where they are
 * not, whether the engine has another version by now.
 */
@Component
class ReplayRun implements JobHandler {
  static final String KIND = "allocation.replay";

  private final RoundStore rounds;
  private final RunStore runs;
  private final KeepAnswer keep;
  private final CriteriaJson criteria;
  private final Audit audit;
  private final JsonMapper json;

  /** What the job is asked. */
  record Parameters(long roundId, long runId) {}

  ReplayRun(
      RoundStore rounds,
      RunStore runs,
      KeepAnswer keep,
      CriteriaJson criteria,
      Audit audit,
      JsonMapper json) {
    this.rounds = rounds;
    this.runs = runs;
    this.keep = keep;
    this.criteria = criteria;
    this.audit = audit;
    this.json = json;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** The stored run, if it can be repeated. */
  RunStore.Kept repeatable(long round, long run) {
    RunStore.Kept kept = runs.find(round, run).orElseThrow(() -> unknown(run));
    if (!kept.reproducible()) {
      throw RoundProblem.NOT_REPRODUCIBLE
          .with(
              "Lần giải này bị giới hạn bằng giây, bị dừng sớm hoặc do cán bộ điều chỉnh.",
              "The run was limited by seconds, was cut short, or was set by an officer.")
          .remedy(
              "Giải với \"iterations\" để giải lại được y hệt.",
              "Solve with \"iterations\" to get a run that can be repeated.");
    }
    return kept;
  }

  static ProblemException unknown(long run) {
    return RoundProblem.UNKNOWN_RUN
        .with("Không có lần giải số " + run + ".", "There is no run " + run + ".")
        .field("run");
  }

  @Override
  public void run(Job job, JsonNode parameters) {
    Parameters asked = json.treeToValue(parameters, Parameters.class);
    RunStore.Kept kept = repeatable(asked.roundId(), asked.runId());
    KeepAnswer.Frozen frozen = keep.frozen(asked.roundId());
    long iterations = Optional.ofNullable(kept.budgetIterations()).orElseThrow();
    Answer answer =
        SolveProblem.solve(
            frozen.instance(),
            criteria.sides(rounds.sides(asked.roundId())),
            keep.changes(kept),
            new Budget(Double.POSITIVE_INFINITY, iterations, kept.json().seed(), kept.threads()),
            new StageProgress() {
              @Override
              public void report(String stage, Progress.Report report) {
                job.progress(
                    Math.min(iterations - 1, report.iterations()),
                    iterations,
                    "Đang giải lại",
                    "Solving again",
                    Map.of("stage", stage, "objective", report.objective()));
              }

              @Override
              public boolean cancelled() {
                return job.cancelled();
              }
            });
    if (job.cancelled()) {
      return;
    }
    String again =
        new String(ResultJson.write(answer.solution(), frozen.sha256()), StandardCharsets.UTF_8);
    boolean same = again.equals(kept.result());
    Map<String, Object> figures = new HashMap<>();
    figures.put("same", same);
    figures.put("storedSha256", kept.resultSha256());
    figures.put("replayedSha256", CriteriaJson.sha256(again));
    figures.put("sameEngine", answer.solution().engine().equals(kept.json().engine()));
    job.progress(
        iterations,
        iterations,
        same ? "Trùng khớp từng byte" : "Khác với kết quả đã lưu",
        same ? "The same bytes" : "Other bytes than stored",
        figures);
    audit.record(
        Audit.SYSTEM,
        "round.replayed",
        "round",
        String.valueOf(asked.roundId()),
        Map.of("run", asked.runId(), "same", same));
  }
}
