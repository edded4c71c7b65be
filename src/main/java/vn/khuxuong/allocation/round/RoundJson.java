package vn.khuxuong.allocation.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.allocation.answer.Sides;

/** The wire shapes of rounds; months are {@code yyyy-MM}, areas m². */
final class RoundJson {
  private RoundJson() {}

  /** All rounds, the newest first. */
  record Rounds(List<Summary> rounds) {}

  /** A round in a list; {@code run} is null while nothing was solved. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Summary(
      long id,
      String code,
      String titleVi,
      String titleEn,
      String status,
      String referenceMonth,
      String dataStatus,
      @Nullable OffsetDateTime deadline,
      @Nullable OffsetDateTime objectionsUntil,
      @Nullable RunSummary run) {}

  /** How far the newest run of a round is. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunSummary(
      String state,
      @Nullable Long objective,
      @Nullable Long bound,
      @Nullable BigDecimal gapPct,
      @Nullable Integer firms,
      @Nullable Integer placed) {}

  /**
   * A round with its newest answer.
   *
   * @param criteria the published rule set, byte for byte as {@code rulesSha256} covers it
   * @param open what the caller may do now, by {@code RoundProcess}; left out for the public
   * @param smePlacedM2 of {@code run.placedM2} what micro, small and medium firms get; null where
   *     there is no answer
   * @param job that solves it, for staff
   * @param version as the entity tag has it, for {@code If-Match}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Round(
      long id,
      String code,
      String titleVi,
      String titleEn,
      String status,
      String referenceMonth,
      String dataStatus,
      @Nullable OffsetDateTime deadline,
      @Nullable OffsetDateTime openedAt,
      @Nullable OffsetDateTime closedAt,
      @Nullable OffsetDateTime shownAt,
      @Nullable OffsetDateTime objectionsUntil,
      @Nullable OffsetDateTime approvedAt,
      @Nullable Long approvedRun,
      @Nullable String rulesSha256,
      @JsonRawValue @Nullable String criteria,
      @Nullable Object run,
      List<Placement> placements,
      List<Cause> causes,
      @Nullable List<Sides.QuotaVerdict> quotas,
      @Nullable Long smePlacedM2,
      @Nullable List<Reason> reasons,
      @Nullable Set<RoundProcess.Action> open,
      @Nullable String job,
      @Nullable List<List<String>> related,
      int version) {}

  /**
   * An answer: all one needs to judge it and to ask for it again.
   *
   * @param gapPct how much better than this any answer could be at most, in per cent of the bound
   * @param checker verdict of the independent checker
   * @param moved applications with another place than in the run before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Run(
      String state,
      long id,
      String status,
      String engine,
      long seed,
      @Nullable BigDecimal budgetSeconds,
      @Nullable Long budgetIterations,
      BigDecimal seconds,
      long iterations,
      long objective,
      long bound,
      BigDecimal gapPct,
      Parts parts,
      String checker,
      String inputSha256,
      @Nullable String rulesSha256,
      int firms,
      int placed,
      long demandM2,
      long supplyM2,
      long placedM2,
      int moved,
      OffsetDateTime finishedAt) {}

  /** The objective's four parts, unweighted. */
  record Parts(long demand, long preference, long vacantRuns, long clusterLinks) {}

  /** One block of bays for one application; a split firm has two. */
  record Placement(
      String application,
      String buildingCode,
      int level,
      int firstBay,
      int bayCount,
      int areaM2,
      String start,
      int termMonths,
      String sectorVi,
      String sectorEn) {}

  /** How many applications were not placed for one kind of reason. */
  record Cause(String code, String vi, String en, long firms) {}

  /** Why one application got what it got. */
  record Reason(
      String application, String code, String vi, String en, @JsonRawValue String detail) {}

  /** Placements in one building. */
  record Placements(List<Placement> placements) {}

  /** A point of the curve of a solve; {@code seconds} since it began. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Point(
      String stage,
      BigDecimal seconds,
      long iterations,
      long objective,
      @Nullable Long bound,
      @Nullable BigDecimal gapPct) {}

  /** The curve of the newest solve. */
  record Progress(String job, String state, List<Point> points) {}

  /** An application of a round; {@code placed} is left out until the draft is shown. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(String application, int place, int points, @Nullable Boolean placed) {}

  /** Applications by their place in the order that decides ties. */
  record Entries(String tieBreak, List<Entry> applications) {}

  /** The draw of lots; {@code seed} is there once applications have closed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Lot(String commitment, @Nullable String seed, List<String> applications) {}

  /** A queued job. */
  record Queued(String job, String progress) {}
}
