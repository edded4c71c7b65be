package vn.khuxuong.zoning.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as sentences have them. */
final class Figures {
  private static final int MOST_DECIMALS = 6;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

  private Figures() {}

  /** A day as Vietnamese acts write it. */
  static String vi(LocalDate day) {
    return DAY.format(day);
  }

  /** With a decimal point and at most two decimals. */
  static String en(double value) {
    return plain(value, 2);
  }

  /** With a decimal comma and at most two decimals. */
  static String vi(double value) {
    return en(value).replace('.', ',');
  }

  /** With as many decimals as it takes to tell it from a limit that it does not equal. */
  static String en(double value, double limit) {
    int decimals = 2;
    while (decimals < MOST_DECIMALS
        && value != limit
        && plain(value, decimals).equals(plain(limit, decimals))) {
      decimals++;
    }
    return plain(value, decimals);
  }

  /** As {@link #en(double, double)} with a decimal comma. */
  static String vi(double value, double limit) {
    return en(value, limit).replace('.', ',');
  }

  private static String plain(double value, int decimals) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }
}
