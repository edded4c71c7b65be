package vn.khuxuong.allocation.round;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.allocation.fairness.Fairness;
import vn.khuxuong.allocation.round.RoundProcess.Actor;
import vn.khuxuong.platform.problem.ProblemException;

/** Who sees what of a round, in one place. */
@Component
class ReadRound {
  private final RoundStore rounds;
  private final RunStore runs;
  private final ProgressStore progress;
  private final CriteriaJson criteria;
  private final JsonMapper json;

  ReadRound(
      RoundStore rounds,
      RunStore runs,
      ProgressStore progress,
      CriteriaJson criteria,
      JsonMapper json) {
    this.rounds = rounds;
    this.runs = runs;
    this.progress = progress;
    this.criteria = criteria;
    this.json = json;
  }

  /** Whether the caller is an officer; the public may ask too. */
  static boolean officer() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
        && who.getAuthorities().stream().anyMatch(a -> "ROLE_OFFICER".equals(a.getAuthority()));
  }

  /**
   * A round that the caller may see: anybody once it was opened.
   *
   * @throws ProblemException {@link RoundProblem#UNKNOWN_ROUND}
   */
  Round visible(long id) {
    return rounds
        .find(id)
        .filter(round -> officer() || round.openedAt() != null)
        .orElseThrow(() -> RoundSteps.unknown(id));
  }

  /** Whether the caller may see who was placed where. */
  static boolean mayRead(Round round) {
    return officer() || round.status().shown();
  }

  /** The newest run, where the caller may see it. */
  Optional<RunStore.Kept> run(Round round) {
    return mayRead(round) ? runs.newest(round.id()) : Optional.empty();
  }

  @Transactional(readOnly = true)
  public RoundJson.Rounds list() {
    Map<Long, RoundJson.RunSummary> solved = runs.summaries();
    return new RoundJson.Rounds(
        rounds.list(officer()).stream().map(round -> summary(round, solved)).toList());
  }

  private RoundJson.Summary summary(Round round, Map<Long, RoundJson.RunSummary> solved) {
    boolean told = mayRead(round) && round.status() != RoundProcess.State.SOLVING;
    return new RoundJson.Summary(
        round.id(),
        round.code(),
        round.titleVi(),
        round.titleEn(),
        round.status().name(),
        round.month0().toString(),
        round.dataStatus(),
        round.deadline(),
        round.objectionsUntil(),
        Optional.ofNullable(told ? solved.get(round.id()) : null)
            .or(() -> working(round))
            .orElse(null));
  }

  /** The run to show; none while a new one is being worked out. */
  private Optional<RunStore.Kept> solved(Round round) {
    return round.status() == RoundProcess.State.SOLVING ? Optional.empty() : run(round);
  }

  private Optional<RoundJson.RunSummary> working(Round round) {
    return round.status().frozen()
        ? progress
            .newestJob(round.id())
            .filter(job -> !job.state().equals("DONE"))
            .map(job -> new RoundJson.RunSummary(job.state(), null, null, null, null, null))
        : Optional.empty();
  }

  @Transactional(readOnly = true)
  public RoundJson.Round json(Round round) {
    boolean officer = officer();
    Optional<RunStore.Kept> run = run(round);
    Long runId = run.map(RunStore.Kept::id).orElse(null);
    Optional<?> shown = solved(round).map(RunStore.Kept::json);
    return new RoundJson.Round(
        round.id(),
        round.code(),
        round.titleVi(),
        round.titleEn(),
        round.status().name(),
        round.month0().toString(),
        round.dataStatus(),
        round.deadline(),
        round.openedAt(),
        round.closedAt(),
        round.shownAt(),
        round.objectionsUntil(),
        round.approvedAt(),
        round.approvedRun(),
        round.criteria() == null ? null : CriteriaJson.sha256(round),
        round.criteria(),
        shown.isPresent() ? shown.get() : working(round).orElse(null),
        runId == null ? List.of() : runs.placements(runId, Optional.empty()),
        runId == null ? List.of() : runs.causes(runId),
        run.map(kept -> report(kept).quotas()).orElse(null),
        run.map(kept -> smeM2(report(kept))).orElse(null),
        runId != null && officer ? runs.reasons(runId) : null,
        officer ? RoundProcess.open(round.status(), Actor.OFFICER) : null,
        officer ? job(round) : null,
        officer ? rounds.relatedCodes(round.id()) : null,
        round.version());
  }

  private static @Nullable Long smeM2(RunReport report) {
    List<Fairness.Share> kinds = report.fairness().round().kinds();
    return kinds.isEmpty()
        ? null
        : kinds.stream()
            .filter(share -> share.by().equals("SIZE") && !share.kind().equals("LARGE"))
            .mapToLong(Fairness.Share::areaM2)
            .sum();
  }

  private @Nullable String job(Round round) {
    return progress.newestJob(round.id()).map(found -> found.id().toString()).orElse(null);
  }

  /** What is told of a run beyond its points; of runs from before nothing is. */
  RunReport report(RunStore.Kept run) {
    return run.report().equals("{}")
        ? RunReport.NONE
        : json.readValue(run.report(), RunReport.class);
  }

  @Transactional(readOnly = true)
  public RoundJson.Placements placements(long id, Optional<String> building) {
    Round round = visible(id);
    return new RoundJson.Placements(
        run(round).map(found -> runs.placements(found.id(), building)).orElse(List.of()));
  }

  @Transactional(readOnly = true)
  public RoundJson.Entries applications(long id) {
    Round round = visible(id);
    Optional<RunStore.Kept> run = run(round);
    Set<String> placed = new HashSet<>();
    run.ifPresent(
        found ->
            runs.placements(found.id(), Optional.empty())
                .forEach(placement -> placed.add(placement.application())));
    return new RoundJson.Entries(
        criteria.of(round).tieBreak().name(),
        rounds.entries(id).stream()
            .map(
                entry ->
                    new RoundJson.Entry(
                        entry.application(),
                        entry.place(),
                        entry.points(),
                        run.isEmpty() ? null : placed.contains(entry.application())))
            .toList());
  }

  @Transactional(readOnly = true)
  public RoundJson.Lot lot(long id) {
    Round round = visible(id);
    String commitment = round.lotCommitment();
    if (commitment == null) {
      throw RoundProblem.NOT_YET.with(
          "Đợt này không bốc thăm, hoặc chưa mở.", "This round draws no lots, or is not open yet.");
    }
    return new RoundJson.Lot(
        commitment,
        round.lotSeed(),
        rounds.entries(id).stream().map(RoundStore.Entry::application).sorted().toList());
  }

  @PreAuthorize("hasRole('OFFICER')")
  @Transactional(readOnly = true)
  public RoundJson.Progress progress(long id) {
    visible(id);
    ProgressStore.SolveJob job =
        progress
            .newestJob(id)
            .orElseThrow(
                () ->
                    RoundProblem.NOT_YET.with(
                        "Đợt chưa được giải.", "The round was not sent to the solver yet."));
    return new RoundJson.Progress(job.id().toString(), job.state(), progress.list(job.id()));
  }
}
