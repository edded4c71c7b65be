package vn.khuxuong.maps.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/**
 * Filters as SQL conditions on a layer's view. Column names come from the layer catalogue, all that
 * the asker wrote is bound. A condition never fails for a feature's values: what cannot be reckoned
 * is null and does not fit.
 */
public final class FilterSql {

  private final Layer layer;
  private final Map<String, Object> params;
  private final String prefix;
  private final ShapeSql shapes;

  private FilterSql(Layer layer, Map<String, Object> params, String prefix) {
    this.layer = layer;
    this.params = params;
    this.prefix = prefix;
    this.shapes = new ShapeSql(layer, this::bound);
  }

  /**
   * The condition.
   *
   * @param layer the layer the filter was read for; its columns are taken from whatever the
   *     statement selects from
   * @param params receives the values of the named parameters
   * @param prefix beginning of their names, {@code :prefix0}, {@code :prefix1} and so on; no other
   *     parameter of the statement may begin so
   */
  public static String where(
      Filter filter, Layer layer, Map<String, Object> params, String prefix) {
    return new FilterSql(layer, params, prefix).sql(filter);
  }

  private String bound(Object value) {
    String name = prefix + params.size();
    params.put(name, value);
    return ":" + name;
  }

  private String sql(Filter filter) {
    if (filter instanceof Filter.And and) {
      return row(and.all(), " and ");
    }
    if (filter instanceof Filter.Or or) {
      return row(or.any(), " or ");
    }
    if (filter instanceof Filter.Not not) {
      return "(not " + sql(not.filter()) + ")";
    }
    if (filter instanceof Filter.Truth truth) {
      return truth.value() ? "true" : "false";
    }
    if (filter instanceof Filter.Comparison c) {
      boolean numeric = isReckoned(c.left()) || isReckoned(c.right());
      String order = isOrderOfTexts(c) ? " collate \"C\"" : "";
      String sign = " " + c.operator().sign() + " ";
      return "(" + sql(c.left(), numeric) + order + sign + sql(c.right(), numeric) + ")";
    }
    if (filter instanceof Filter.Between b) {
      boolean numeric = isReckoned(b.value()) || isReckoned(b.low()) || isReckoned(b.high());
      String range = sql(b.low(), numeric) + " and " + sql(b.high(), numeric);
      return "(" + sql(b.value(), numeric) + " between " + range + ")";
    }
    if (filter instanceof Filter.In in) {
      return in(in);
    }
    if (filter instanceof Filter.Like like) {
      return "(" + sql(like.text(), false) + " like " + pattern(like) + ")";
    }
    if (filter instanceof Filter.IsNull isNull) {
      return "(" + sql(isNull.value(), false) + " is null)";
    }
    if (filter instanceof Filter.NoShape) {
      return "(" + shapes.own() + " is null)";
    }
    if (filter instanceof Filter.Spatial spatial) {
      return shapes.sql(spatial);
    }
    return new TimeSql(layer, this::bound).sql((Filter.Temporal) filter);
  }

  private String row(List<Filter> filters, String between) {
    return "(" + String.join(between, filters.stream().map(this::sql).toList()) + ")";
  }

  /** Texts are ordered by their code points, the same on every database. */
  private static boolean isOrderOfTexts(Filter.Comparison comparison) {
    return comparison.left().type() == FieldType.STRING
        && comparison.operator() != ComparisonOperator.EQUAL
        && comparison.operator() != ComparisonOperator.NOT_EQUAL;
  }

  private String in(Filter.In in) {
    if (!in.list().stream().allMatch(FilterSql::isPlain)) {
      boolean numeric =
          isReckoned(in.value()) || in.list().stream().anyMatch(FilterSql::isReckoned);
      List<String> values = in.list().stream().map(item -> sql(item, numeric)).toList();
      return "(" + sql(in.value(), numeric) + " in (" + String.join(", ", values) + "))";
    }
    String value = sql(in.value(), isReckoned(in.value()));
    return "(" + value + " = any (" + array(in) + "))";
  }

  private static boolean isPlain(Operand operand) {
    return operand.isLiteral()
        && !(operand instanceof Operand.Folded)
        && !(operand instanceof Operand.Arithmetic);
  }

  private String array(Filter.In in) {
    List<Object> values = in.list().stream().map(FilterSql::plain).toList();
    if (in.value().type() == FieldType.STRING) {
      return bound(values.toArray(String[]::new)) + "::text[]";
    }
    String type =
        switch (in.value().type()) {
          case BOOLEAN -> "boolean[]";
          case DATE -> "date[]";
          default -> {
            boolean whole = values.stream().allMatch(Long.class::isInstance);
            boolean reckoned = isReckoned(in.value());
            yield whole && !reckoned ? "bigint[]" : reckoned ? "numeric[]" : "float8[]";
          }
        };
    return bound(values.stream().map(String::valueOf).toArray(String[]::new)) + "::" + type;
  }

  /** What JDBC binds for a literal: whole numbers as such, so that indexes on them serve. */
  private static Object plain(Operand literal) {
    if (literal instanceof Operand.Words words) {
      return words.value();
    }
    if (literal instanceof Operand.Day day) {
      return day.value();
    }
    if (literal instanceof Operand.Flag flag) {
      return flag.value();
    }
    BigDecimal number = ((Operand.Figure) literal).value();
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    boolean fits = whole && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return fits ? (Object) number.longValueExact() : (Object) number.doubleValue();
  }

  /**
   * An operand.
   *
   * @param numeric whether it is to be PostgreSQL's {@code numeric}, which neither overflows nor
   *     rounds to binary
   */
  private String sql(Operand operand, boolean numeric) {
    if (operand instanceof Operand.Property property) {
      String column = "\"" + property.name() + "\"";
      return switch (property.type()) {
        case STRING -> column + "::text";
        case INTEGER, NUMBER -> numeric ? column + "::numeric" : column;
        case BOOLEAN, DATE -> column;
      };
    }
    if (operand instanceof Operand.Folded folded) {
      String text = folded(sql(folded.text(), false), folded.folding());
      // a sub-select of constants is run once, not once a feature
      return folded.isLiteral() ? "(select " + text + ")" : text;
    }
    if (operand instanceof Operand.Arithmetic arithmetic) {
      return arithmetic(arithmetic);
    }
    if (operand instanceof Operand.Figure figure && numeric) {
      return bound(figure.value()) + "::numeric";
    }
    Object value = plain(operand);
    String type =
        value instanceof Long
            ? "bigint"
            : switch (operand.type()) {
              case STRING -> "text";
              case DATE -> "date";
              case BOOLEAN -> "boolean";
              default -> "float8";
            };
    return bound(value) + "::" + type;
  }

  private static boolean isReckoned(Operand operand) {
    return operand instanceof Operand.Arithmetic;
  }

  private String arithmetic(Operand.Arithmetic arithmetic) {
    String left = sql(arithmetic.left(), true);
    String right = sql(arithmetic.right(), true);
    return switch (arithmetic.operator()) {
      case PLUS, MINUS, TIMES ->
          "(" + left + " " + arithmetic.operator().sign() + " " + right + ")";
      case DIVIDED_BY -> "(" + left + " / nullif(" + right + ", 0))";
      case MODULO -> "mod(" + left + ", nullif(" + right + ", 0))";
      case DIV -> "div(" + left + ", nullif(" + right + ", 0))";
      case POWER -> POWER.formatted(left, right);
    };
  }

  /** Null where a power is no real number or beyond 10^300. */
  private static final String POWER =
      "(select case when x = 0 and y < 0 or x < 0 and y <> trunc(y) then null"
          + " when x = 0 or y = 0 then (case when y = 0 then 1 else 0 end)::numeric"
          + " when abs(x) > 1e300 or abs(x) < 1e-300 or abs(y) > 1e6 then null"
          + " when abs(y::float8 * ln(abs(x::float8))) > 690 then null"
          + " else power(x::float8, y::float8)::numeric end"
          + " from (select %s, %s offset 0) as power(x, y))";

  /**
   * The same form the search of the rest of the product uses, taken apart: {@code lower} for
   * capitals, {@code unaccent} and đ as d for accents.
   */
  private static String folded(String text, Folding folding) {
    String folded = text;
    if (folding.accents()) {
      folded =
          "translate(public.unaccent('public.unaccent'::regdictionary, normalize("
              + folded
              + ", NFC)), 'đĐ', 'dD')";
    }
    return folding.cases() ? "lower(" + folded + ")" : folded;
  }

  /** Of a folded pattern only the texts between wildcards are folded. */
  private String pattern(Filter.Like like) {
    if (like.folding().isNone()) {
      return bound(like.pattern()) + "::text";
    }
    List<String> pieces = new ArrayList<>();
    pieces.add("''");
    for (LikePattern.Piece piece : LikePattern.pieces(like.pattern())) {
      String text = bound(piece.text()) + "::text";
      pieces.add(
          piece.wildcard()
              ? text
              : "regexp_replace("
                  + folded(text, like.folding())
                  + ", '([\\\\%_])', '\\\\\\1', 'g')");
    }
    return "(select " + String.join(" || ", pieces) + ")";
  }
}
