package vn.khuxuong.allocation.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire shapes of rounds; months are {@code yyyy-MM}, areas m². */
final class RoundJson {
  private RoundJson() {}

  /** All rounds, the newest first. */
  record Rounds(List<Summary> rounds) {}

  /** A round in a list. */
  record Summary(
      long id,
      String code,
      String titleVi,
      String titleEn,
      String status,
      String referenceMonth,
      String dataStatus,
      RunSummary run) {}

  /** How far the newest run of a round is. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunSummary(
      String state,
      @Nullable Long objective,
      @Nullable Long bound,
      @Nullable BigDecimal gapPct,
      @Nullable Integer firms,
      @Nullable Integer placed) {}

  /** A round with its newest answer. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Round(
      long id,
      String code,
      String titleVi,
      String titleEn,
      String status,
      String referenceMonth,
      String dataStatus,
      Object run,
      List<Placement> placements,
      List<Cause> causes,
      @Nullable List<Reason> reasons) {}

  /**
   * An answer: all one needs to judge it and to ask for it again.
   *
   * @param gapPct how much better than this any answer could be at most, in per cent of the bound
   * @param checker verdict of the independent checker
   */
  record Run(
      String state,
      String status,
      String engine,
      long seed,
      BigDecimal budgetSeconds,
      BigDecimal seconds,
      long iterations,
      long objective,
      long bound,
      BigDecimal gapPct,
      Parts parts,
      String checker,
      String inputSha256,
      int firms,
      int placed,
      long demandM2,
      long supplyM2,
      long placedM2,
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
}
