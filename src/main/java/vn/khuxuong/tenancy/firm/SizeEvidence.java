package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures that decide on a firm's size, of its last financial year.
 *
 * @param year they are of, null where not said
 * @param insuredEmployees yearly average of employees who pay social insurance
 * @param revenueBnVnd revenue of the year in billion VND, null for a firm without a full year
 * @param capitalBnVnd total capital in billion VND, null where not said
 */
public record SizeEvidence(
    @Nullable Integer year,
    int insuredEmployees,
    @Nullable BigDecimal revenueBnVnd,
    @Nullable BigDecimal capitalBnVnd) {

  /** Refuses figures that say nothing. */
  public SizeEvidence {
    if (insuredEmployees < 0
        || (revenueBnVnd == null && capitalBnVnd == null)
        || (revenueBnVnd != null && revenueBnVnd.signum() < 0)
        || (capitalBnVnd != null && capitalBnVnd.signum() < 0)) {
      throw new IllegalArgumentException("Evidence of size");
    }
  }
}
