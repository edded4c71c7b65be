package vn.khuxuong.tenancy.incentive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it is sent.
 *
 * @param programme its members stand among those of this record
 * @param match what its rules say of the firm that was asked about, null in the catalogue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgrammeJson(@JsonUnwrapped Programme programme, @Nullable MatchJson match) {

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
    return new ProgrammeJson(one, match == null ? null : MatchJson.of(match));
  }
}
