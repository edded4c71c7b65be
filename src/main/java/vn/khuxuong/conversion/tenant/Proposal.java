package vn.khuxuong.conversion.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the score says of a tenant and why.
 *
 * @param weightSet number of the set of weights
 * @param points of 100, over the criteria that are known; null where nothing is
 * @param knownPct share of all weights whose criterion is known
 * @param verdict null where too little is known
 */
public record Proposal(
    int weightSet,
    @Nullable Double points,
    double knownPct,
    @Nullable Verdict verdict,
    String reasonVi,
    String reasonEn,
    List<Contribution> contributions) {

  /** Copies the contributions. */
  public Proposal {
    contributions = List.copyOf(contributions);
  }

  /**
   * What a criterion adds.
   *
   * @param value measured, null where unknown
   * @param degree how far it meets the criterion, 0 to 1, null where unknown
   * @param points of 100, null where unknown
   */
  public record Contribution(
      String criterion,
      String nameVi,
      String nameEn,
      double weight,
      @Nullable Double value,
      String unitVi,
      String unitEn,
      double good,
      double bad,
      @Nullable Double degree,
      @Nullable Double points,
      String reasonVi,
      String reasonEn) {}
}
