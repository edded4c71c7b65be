package vn.khuxuong.maps.filter;

import java.util.Locale;
import java.util.Optional;

/** The operators of arithmetic. */
public enum ArithmeticOperator {
  PLUS("+"),
  MINUS("-"),
  TIMES("*"),
  DIVIDED_BY("/"),
  MODULO("%"),
  /** Whole part of a quotient. */
  DIV("div"),
  POWER("^");

  private final String sign;

  ArithmeticOperator(String sign) {
    this.sign = sign;
  }

  /** As CQL2 writes it. */
  String sign() {
    return sign;
  }

  static Optional<ArithmeticOperator> of(String sign) {
    String wanted = sign.toLowerCase(Locale.ROOT);
    for (ArithmeticOperator operator : values()) {
      if (operator.sign.equals(wanted)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
