package vn.khuxuong.report.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a breakdown.
 *
 * @param key code of the zone or sector, year, country; {@link #OPENING} for the part of the
 *     published balance that is recorded nowhere one by one, {@link #OTHER} for sectors and
 *     countries of fewer than three firms, as the public sees them
 * @param capitalVnd at the rates of the days; null where the figure was published in US dollars
 *     only
 */
public record Line(
    String key,
    String nameVi,
    String nameEn,
    int projects,
    BigDecimal capitalUsd,
    @Nullable BigDecimal capitalVnd) {
  /** Key of what is in the published balance and in no row. */
  public static final String OPENING = "OPENING";

  /** Key of what is too rare to be published by itself. */
  public static final String OTHER = "OTHER";
}
