package vn.khuxuong.allocation.round;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.khuxuong.allocation.answer.Sides;
import vn.khuxuong.allocation.solver.Instance;
import vn.khuxuong.allocation.solver.Placement;
import vn.khuxuong.platform.problem.ProblemException;

/** Closed rounds for those who work beside them: scenarios and files. */
@Component
public class ClosedRounds {
  private final ReadRound read;
  private final RoundStore rounds;
  private final RunStore runs;
  private final KeepAnswer keep;
  private final CriteriaJson criteria;
  private final RoundRecords records;

  ClosedRounds(
      ReadRound read,
      RoundStore rounds,
      RunStore runs,
      KeepAnswer keep,
      CriteriaJson criteria,
      RoundRecords records) {
    this.read = read;
    this.rounds = rounds;
    this.runs = runs;
    this.keep = keep;
    this.criteria = criteria;
    this.records = records;
  }

  /**
   * A frozen round with its newest answer.
   *
   * @param run id of the newest run, null where nothing was solved; then there are no placements
   */
  public record Frozen(
      Instance instance, Sides sides, @Nullable Long run, List<Placement> placements) {
    public Frozen {
      placements = List.copyOf(placements);
    }
  }

  /**
   * The frozen round.
   *
   * @throws ProblemException where there is none, or it is not closed yet
   */
  @Transactional(readOnly = true)
  public Frozen frozen(long id) {
    Round round = rounds.find(id).orElseThrow(() -> RoundSteps.unknown(id));
    if (!round.status().frozen()) {
      throw RoundProblem.NOT_YET.with("Đợt chưa khóa hồ sơ.", "The round is not closed yet.");
    }
    Instance instance = keep.frozen(id).instance();
    Optional<RunStore.Kept> run = runs.newest(id);
    return new Frozen(
        instance,
        criteria.sides(rounds.sides(id)),
        run.map(RunStore.Kept::id).orElse(null),
        run.map(kept -> KeepAnswer.placements(kept, instance)).orElse(List.of()));
  }

  /** A line of a round's annex: one application, in the order of ties. */
  public record Line(
      String application,
      int place,
      int points,
      String building,
      String floor,
      String bays,
      String areaM2,
      String start,
      @Nullable String reasonVi,
      @Nullable String reasonEn) {}

  /**
   * A round on paper.
   *
   * @param rows one for each application; reasons for officers only
   * @param head hash of the newest step, by which later changes of earlier ones show
   */
  public record Annex(
      String code,
      String titleVi,
      String titleEn,
      String status,
      @Nullable String rulesSha256,
      String inputSha256,
      String resultSha256,
      long objective,
      long bound,
      String gapPct,
      String engine,
      long seed,
      String checker,
      int firms,
      int placed,
      long placedM2,
      String approvedAt,
      String dataStatus,
      String head,
      List<Sides.QuotaVerdict> quotas,
      List<Line> rows) {
    public Annex {
      quotas = List.copyOf(quotas);
      rows = List.copyOf(rows);
    }
  }

  /**
   * The annex of a round, as far as the caller may see it.
   *
   * @throws ProblemException where there is no answer that the caller may see
   */
  @Transactional(readOnly = true)
  public Annex annex(long id) {
    Round round = read.visible(id);
    RunStore.Kept run =
        read.run(round)
            .orElseThrow(
                () ->
                    RoundProblem.NOT_YET.with(
                        "Dự thảo kết quả chưa công khai.", "The draft is not shown yet."));
    RoundJson.Run figures = run.json();
    return new Annex(
        round.code(),
        round.titleVi(),
        round.titleEn(),
        round.status().name(),
        figures.rulesSha256(),
        figures.inputSha256(),
        run.resultSha256(),
        figures.objective(),
        figures.bound(),
        figures.gapPct().toPlainString(),
        figures.engine(),
        figures.seed(),
        figures.checker(),
        figures.firms(),
        figures.placed(),
        figures.placedM2(),
        round.approvedAt() == null ? "" : round.approvedAt().toString(),
        round.dataStatus(),
        records.head(id),
        read.report(run).quotas(),
        AnnexLines.of(
            rounds.entries(id),
            runs.placements(run.id(), Optional.empty()),
            ReadRound.officer() ? runs.reasons(run.id()) : List.of()));
  }
}
