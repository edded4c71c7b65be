package vn.khuxuong.maps.filter;

import java.util.List;

/**
 * A condition on the features of one layer, checked when it was read: its properties exist, its
 * comparisons are between like types, its size is bounded.
 *
 * <p>Logic is that of SQL: a comparison with a property that has no value is neither true nor
 * false, and a feature fits when the whole is true.
 */
public sealed interface Filter extends Term {

  /** Every one of them, at least two. */
  record And(List<Filter> all) implements Filter {
    public And {
      all = List.copyOf(all);
    }
  }

  /** Any of them, at least two. */
  record Or(List<Filter> any) implements Filter {
    public Or {
      any = List.copyOf(any);
    }
  }

  record Not(Filter filter) implements Filter {}

  /** All features, or none. */
  record Truth(boolean value) implements Filter {}

  /** One value against another of a like type. */
  record Comparison(Operand left, ComparisonOperator operator, Operand right) implements Filter {}

  /**
   * A text against a pattern.
   *
   * @param pattern CQL2's pattern: {@code %} for any characters, {@code _} for one, {@code \}
   *     before a character that stands for itself
   * @param folding what of the pattern's letters does not count
   */
  record Like(Operand text, String pattern, Folding folding) implements Filter {}

  /** A number or day between two others, both included. */
  record Between(Operand value, Operand low, Operand high) implements Filter {}

  /** One of a list, at least one long. */
  record In(Operand value, List<Operand> list) implements Filter {
    public In {
      list = List.copyOf(list);
    }
  }

  record IsNull(Operand value) implements Filter {}

  /** The feature's shape is missing. */
  record NoShape() implements Filter {}

  record Spatial(SpatialRelation relation, Shape left, Shape right) implements Filter {}

  record Temporal(TemporalRelation relation, TimeSpan left, TimeSpan right) implements Filter {}

  /** The one text of all spellings of this condition: CQL2 text, also a key for caches. */
  default String canonical() {
    return Canonical.text(this);
  }
}
