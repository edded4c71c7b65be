package vn.khuxuong.maps.filter;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.khuxuong.maps.layer.FieldType;

/** A value in a comparison. */
public sealed interface Operand extends Term {

  /** What kind of value it is; {@code INTEGER} and {@code NUMBER} may be compared. */
  FieldType type();

  /** Whether no property has a part in it. */
  default boolean isLiteral() {
    return true;
  }

  /**
   * A property of the feature.
   *
   * @param name column of the layer's view, a checked identifier
   */
  record Property(String name, FieldType type) implements Operand {
    @Override
    public boolean isLiteral() {
      return false;
    }
  }

  /** A text in Unicode normal form C. */
  record Words(String value) implements Operand {
    @Override
    public FieldType type() {
      return FieldType.STRING;
    }
  }

  /** A finite number below {@link Limits#MAGNITUDE} decimal digits on either side. */
  record Figure(BigDecimal value) implements Operand {
    @Override
    public FieldType type() {
      return FieldType.NUMBER;
    }
  }

  record Flag(boolean value) implements Operand {
    @Override
    public FieldType type() {
      return FieldType.BOOLEAN;
    }
  }

  /** A civil day of Ho Chi Minh City. */
  record Day(LocalDate value) implements Operand {
    @Override
    public FieldType type() {
      return FieldType.DATE;
    }
  }

  /** A text of which some differences do not count; never folded twice. */
  record Folded(Operand text, Folding folding) implements Operand {
    @Override
    public FieldType type() {
      return FieldType.STRING;
    }

    @Override
    public boolean isLiteral() {
      return text.isLiteral();
    }
  }

  /** Two numbers reckoned into one; null where there is no such number, as 1 / 0. */
  record Arithmetic(Operand left, ArithmeticOperator operator, Operand right) implements Operand {
    @Override
    public FieldType type() {
      return FieldType.NUMBER;
    }

    @Override
    public boolean isLiteral() {
      return left.isLiteral() && right.isLiteral();
    }
  }
}
