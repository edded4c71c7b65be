package vn.khuxuong.tenancy.firm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A rent before and after a cut, in one currency.
 *
 * @param currency ISO 4217: USD with cents, VND without
 * @param perM2Month rent per m² and month
 * @param perM2MonthAfter most that is left of it after the least cut
 * @param perMonth rent of the area per month, null where no area is given
 * @param perMonthAfter most that is left of it
 * @param saved least sum saved over the months of the cut
 */
public record RentCut(
    String currency,
    BigDecimal perM2Month,
    BigDecimal perM2MonthAfter,
    @Nullable BigDecimal perMonth,
    @Nullable BigDecimal perMonthAfter,
    @Nullable BigDecimal saved) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int CENTS = 2;

  /**
   * Cuts a rent.
   *
   * @param areaM2 area let, null where not given
   * @param cutPct least cut, percent
   * @param months the cut lasts
   */
  public static RentCut of(
      String currency,
      BigDecimal perM2Month,
      @Nullable BigDecimal areaM2,
      BigDecimal cutPct,
      int months) {
    int decimals = currency.equals("VND") ? 0 : CENTS;
    BigDecimal left = HUNDRED.subtract(cutPct).divide(HUNDRED);
    BigDecimal before = areaM2 == null ? null : round(perM2Month.multiply(areaM2), decimals);
    BigDecimal after = before == null ? null : round(before.multiply(left), decimals);
    return new RentCut(
        currency,
        round(perM2Month, decimals),
        round(perM2Month.multiply(left), decimals),
        before,
        after,
        before == null || after == null
            ? null
            : before.subtract(after).multiply(BigDecimal.valueOf(months)));
  }

  private static BigDecimal round(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }
}
