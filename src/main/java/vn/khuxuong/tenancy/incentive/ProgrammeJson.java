package vn.khuxuong.tenancy.incentive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it is sent; members as in {@link Programme}.
 *
 * @param conditions all must hold, each by one of its facts
 * @param match what its rules say of the firm that was asked about, null in the catalogue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgrammeJson(
    String code,
    Programme.Kind kind,
    LocalDate from,
    @Nullable LocalDate until,
    List<Lack> lacks,
    List<List<Fact>> conditions,
    @Nullable BigDecimal sharePct,
    @Nullable BigDecimal cutPct,
    @Nullable Integer cutMonths,
    String nameVi,
    String nameEn,
    String whoVi,
    String whoEn,
    String givesVi,
    String givesEn,
    String untilVi,
    String untilEn,
    String bodyVi,
    String bodyEn,
    String sourceVi,
    String sourceEn,
    @Nullable String article,
    Programme.Status status,
    @Nullable String openVi,
    @Nullable String openEn,
    LocalDate checkedOn,
    @Nullable MatchJson match) {

  /**
   * What the rules say of a firm.
   *
   * @param vi why, in a sentence
   * @param missing evidence that is missing; one of each group is enough
   */
  record MatchJson(Match.Verdict verdict, String vi, String en, List<List<Evidence>> missing) {
    static MatchJson of(Match match) {
      return new MatchJson(
          match.verdict(),
          match.sentence(true),
          match.sentence(false),
          match.missing().stream()
              .map(any -> any.stream().sorted().map(Evidence::of).toList())
              .toList());
    }
  }

  /** Evidence that is missing, and where it is given. */
  record Evidence(Fact fact, Fact.Proof proof, String vi, String en) {
    static Evidence of(Fact fact) {
      return new Evidence(
          fact,
          fact.proof(),
          fact.text(Fact.State.MISSING, true),
          fact.text(Fact.State.MISSING, false));
    }
  }

  static ProgrammeJson of(Programme one, @Nullable Match match) {
    return new ProgrammeJson(
        one.code(),
        one.kind(),
        one.from(),
        one.until(),
        one.lacks().stream().sorted().toList(),
        one.conditions().stream().map(any -> any.stream().sorted().toList()).toList(),
        one.sharePct(),
        one.cutPct(),
        one.cutMonths(),
        one.nameVi(),
        one.nameEn(),
        one.whoVi(),
        one.whoEn(),
        one.givesVi(),
        one.givesEn(),
        one.untilVi(),
        one.untilEn(),
        one.bodyVi(),
        one.bodyEn(),
        one.sourceVi(),
        one.sourceEn(),
        one.article(),
        one.status(),
        one.openVi(),
        one.openEn(),
        one.checkedOn(),
        match == null ? null : MatchJson.of(match));
  }
}
