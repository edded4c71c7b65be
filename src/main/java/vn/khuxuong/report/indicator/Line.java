package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a breakdown.
 *
 * @param key code of the zone or sector, year, country; {@link #OPENING} for the part of the
 *     published balance that is recorded nowhere one by one
 * @param projects null where it is withheld
 * @param capitalUsd null where it is withheld
 * @param capitalVnd at the rates of the days; null where it is withheld, and where the figure was
 *     published in US dollars only
 * @param withheld whether the numbers are withheld because they would tell of single firms
 */
public record Line(
    String key,
    String nameVi,
    String nameEn,
    @Nullable Integer projects,
    @Nullable BigDecimal capitalUsd,
    @Nullable BigDecimal capitalVnd,
    boolean withheld) {
  /** Key of what is in the published balance and in no row. */
  public static final String OPENING = "OPENING";

  Line hidden() {
    return new Line(key, nameVi, nameEn, null, null, null, true);
  }
}
