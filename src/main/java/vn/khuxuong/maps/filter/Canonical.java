package vn.khuxuong.maps.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import vn.khuxuong.geo.Crs;

/**
 * Writes a filter as CQL2 text in one way: negations moved inwards, conditions in a row sorted and
 * without repetition, properties before literals, BETWEEN as two comparisons. None of it changes
 * which features fit. Shapes in other systems than CRS84 carry an SRID in front, x first, so that
 * the text alone says all. {@link FilterReader#ecql} reads it, unless a text in it has a backslash
 * before an apostrophe or at its end, which CQL2 text cannot say.
 */
final class Canonical {

  private static final String FALSE = "FALSE";
  private static final String TRUE = "TRUE";

  private Canonical() {}

  static String text(Filter filter) {
    return text(filter, false);
  }

  private static String text(Filter filter, boolean negated) {
    if (filter instanceof Filter.Not not) {
      return text(not.filter(), !negated);
    }
    if (filter instanceof Filter.And and) {
      return row(and.all(), negated, !negated);
    }
    if (filter instanceof Filter.Or or) {
      return row(or.any(), negated, negated);
    }
    if (filter instanceof Filter.Between between) {
      return row(
          List.of(
              new Filter.Comparison(
                  between.value(), ComparisonOperator.GREATER_OR_EQUAL, between.low()),
              new Filter.Comparison(
                  between.value(), ComparisonOperator.LESS_OR_EQUAL, between.high())),
          negated,
          !negated);
    }
    return single(filter, negated);
  }

  /**
   * @param all whether all must hold, else any
   */
  private static String row(List<Filter> filters, boolean negated, boolean all) {
    SortedSet<String> texts = new TreeSet<>();
    for (Filter filter : filters) {
      collect(filter, negated, all, texts);
    }
    if (texts.contains(all ? FALSE : TRUE)) {
      return all ? FALSE : TRUE;
    }
    texts.remove(all ? TRUE : FALSE);
    if (texts.isEmpty()) {
      return all ? TRUE : FALSE;
    }
    return texts.size() == 1
        ? texts.first()
        : "(" + String.join(all ? " AND " : " OR ", texts) + ")";
  }

  /** Adds a condition to a row, or its parts when it is a row of the same kind. */
  private static void collect(
      Filter filter, boolean negated, boolean all, SortedSet<String> texts) {
    if (filter instanceof Filter.Not not) {
      collect(not.filter(), !negated, all, texts);
    } else if (filter instanceof Filter.And and && all != negated) {
      and.all().forEach(part -> collect(part, negated, all, texts));
    } else if (filter instanceof Filter.Or or && all == negated) {
      or.any().forEach(part -> collect(part, negated, all, texts));
    } else {
      texts.add(text(filter, negated));
    }
  }

  private static String single(Filter filter, boolean negated) {
    String not = negated ? "NOT " : "";
    if (filter instanceof Filter.Truth truth) {
      return truth.value() != negated ? TRUE : FALSE;
    }
    if (filter instanceof Filter.Comparison comparison) {
      return comparison(comparison, negated);
    }
    if (filter instanceof Filter.In in) {
      SortedSet<String> values = new TreeSet<>();
      in.list().forEach(value -> values.add(text(value)));
      return values.size() == 1
          ? text(in.value()) + (negated ? " <> " : " = ") + values.first()
          : text(in.value()) + " " + not + "IN (" + String.join(",", values) + ")";
    }
    if (filter instanceof Filter.Like like) {
      String pattern = folded(quoted(like.pattern()), like.folding());
      return text(like.text()) + " " + not + "LIKE " + pattern;
    }
    if (filter instanceof Filter.IsNull isNull) {
      return text(isNull.value()) + " IS " + not + "NULL";
    }
    if (filter instanceof Filter.NoShape) {
      return "geom IS " + not + "NULL";
    }
    if (filter instanceof Filter.Spatial spatial) {
      return spatial(spatial, negated);
    }
    return temporal((Filter.Temporal) filter, negated);
  }

  private static String comparison(Filter.Comparison comparison, boolean negated) {
    ComparisonOperator operator =
        negated ? comparison.operator().opposite() : comparison.operator();
    String left = text(comparison.left());
    String right = text(comparison.right());
    boolean leftLast = comparison.left().isLiteral() && !comparison.right().isLiteral();
    boolean alike = comparison.left().isLiteral() == comparison.right().isLiteral();
    return leftLast || (alike && left.compareTo(right) > 0)
        ? right + " " + operator.mirrored().sign() + " " + left
        : left + " " + operator.sign() + " " + right;
  }

  private static String spatial(Filter.Spatial spatial, boolean negated) {
    SpatialRelation relation = spatial.relation();
    boolean disjoint = relation == SpatialRelation.DISJOINT;
    if (disjoint) {
      relation = SpatialRelation.INTERSECTS;
    }
    String left = text(spatial.left());
    String right = text(spatial.right());
    boolean ownLast = spatial.right() instanceof Shape.Own;
    boolean noneOwn = spatial.left() instanceof Shape.Given && !ownLast;
    boolean swaps = ownLast || (noneOwn && left.compareTo(right) > 0);
    String call =
        swaps
            ? relation.mirrored() + "(" + right + "," + left + ")"
            : relation + "(" + left + "," + right + ")";
    return (negated != disjoint ? "NOT S_" : "S_") + call;
  }

  private static String temporal(Filter.Temporal temporal, boolean negated) {
    TemporalRelation relation = temporal.relation();
    boolean disjoint = relation == TemporalRelation.DISJOINT;
    if (disjoint) {
      relation = TemporalRelation.INTERSECTS;
    }
    String left = text(temporal.left());
    String right = text(temporal.right());
    boolean alike = temporal.left().isLiteral() == temporal.right().isLiteral();
    boolean swaps = alike ? left.compareTo(right) > 0 : temporal.left().isLiteral();
    String call =
        swaps
            ? relation.mirrored() + "(" + right + "," + left + ")"
            : relation + "(" + left + "," + right + ")";
    return (negated != disjoint ? "NOT T_" : "T_") + call;
  }

  private static String text(Operand operand) {
    if (operand instanceof Operand.Property property) {
      return name(property.name());
    }
    if (operand instanceof Operand.Words words) {
      return quoted(words.value());
    }
    if (operand instanceof Operand.Figure figure) {
      return number(figure.value());
    }
    if (operand instanceof Operand.Flag flag) {
      return flag.value() ? TRUE : FALSE;
    }
    if (operand instanceof Operand.Day day) {
      return "DATE('" + day.value() + "')";
    }
    if (operand instanceof Operand.Folded folded) {
      return folded(text(folded.text()), folded.folding());
    }
    Operand.Arithmetic sum = (Operand.Arithmetic) operand;
    return "(" + text(sum.left()) + " " + sum.operator().sign() + " " + text(sum.right()) + ")";
  }

  private static String folded(String text, Folding folding) {
    String cased = folding.cases() ? "CASEI(" + text + ")" : text;
    return folding.accents() ? "ACCENTI(" + cased + ")" : cased;
  }

  private static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String text(Shape shape) {
    if (!(shape instanceof Shape.Given given)) {
      return "geom";
    }
    String srid = given.crs() == Crs.CRS84 ? "" : "SRID=" + given.crs().srid() + ";";
    return srid + wkt(given.geometry());
  }

  private static String wkt(Geometry geometry) {
    return new WKTWriter(2).write(geometry).replace(", ", ",").replace(" (", "(");
  }

  private static String text(TimeSpan span) {
    return span.isInstant()
        ? instant(span.first(), "DATE(", ")")
        : "INTERVAL(" + instant(span.first(), "", "") + "," + instant(span.last(), "", "") + ")";
  }

  private static String instant(TimeSpan.Bound bound, String before, String after) {
    if (bound instanceof TimeSpan.Property property) {
      return name(property.name());
    }
    return bound instanceof TimeSpan.Day day ? before + "'" + day.value() + "'" + after : "'..'";
  }

  /** Names that mean something in CQL2 stand in quotation marks. */
  private static String name(String column) {
    return TextParser.isWord(column.toUpperCase(Locale.ROOT)) ? "\"" + column + "\"" : column;
  }

  /** A backslash before an apostrophe would hide it, so apostrophes are doubled one by one. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
