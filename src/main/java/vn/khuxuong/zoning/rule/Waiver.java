package vn.khuxuong.zoning.rule;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A decision of an authority that frees one plan from one rule.
 *
 * @param decisionNo number of the decision
 * @param decidedOn day it was signed
 */
public record Waiver(String decisionNo, LocalDate decidedOn) {

  /** A decision without a number or a day frees nobody. */
  public Waiver {
    Objects.requireNonNull(decidedOn, "decidedOn");
    if (decisionNo.isBlank()) {
      throw new IllegalArgumentException("decisionNo is empty");
    }
  }
}
