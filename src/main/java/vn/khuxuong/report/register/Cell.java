package vn.khuxuong.report.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a register.
 *
 * @param kind what it holds
 * @param text as it is read; a number with a decimal point
 * @param day only for a date
 */
record Cell(Kind kind, String text, @Nullable LocalDate day) {
  static final Cell EMPTY = new Cell(Kind.TEXT, "", null);

  /** What a cell can hold. */
  enum Kind {
    TEXT,
    NUMBER,
    DATE,
    FORMULA,
    ERROR,
    MERGED
  }

  static Cell text(String text) {
    return new Cell(Kind.TEXT, text.strip(), null);
  }

  boolean isEmpty() {
    return kind == Kind.TEXT && text.isEmpty();
  }
}
