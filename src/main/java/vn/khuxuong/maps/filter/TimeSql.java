package vn.khuxuong.maps.filter;

import java.util.function.Function;
import vn.khuxuong.maps.layer.Layer;

/**
 * Temporal conditions by the table of OGC 21-065r2, 7.5, on first and last days, both included. The
 * layer's own period ends before its second column, has no beginning or no end where a column is
 * null, and its last day is the one before.
 */
final class TimeSql {

  private final Layer layer;
  private final Function<Object, String> bound;

  TimeSql(Layer layer, Function<Object, String> bound) {
    this.layer = layer;
    this.bound = bound;
  }

  String sql(Filter.Temporal temporal) {
    String a = first(temporal.left());
    String b = last(temporal.left());
    String c = first(temporal.right());
    String d = last(temporal.right());
    return switch (temporal.relation()) {
      case AFTER -> all(a + " > " + d);
      case BEFORE -> all(b + " < " + c);
      case CONTAINS -> all(a + " < " + c, b + " > " + d);
      case DISJOINT -> "(not " + all(a + " <= " + d, b + " >= " + c) + ")";
      case DURING -> all(a + " > " + c, b + " < " + d);
      case EQUALS -> all(a + " = " + c, b + " = " + d);
      case FINISHEDBY -> all(a + " < " + c, b + " = " + d);
      case FINISHES -> all(a + " > " + c, b + " = " + d);
      case INTERSECTS -> all(a + " <= " + d, b + " >= " + c);
      case MEETS -> all(b + " = " + c);
      case METBY -> all(a + " = " + d);
      case OVERLAPPEDBY -> all(a + " > " + c, a + " < " + d, b + " > " + d);
      case OVERLAPS -> all(a + " < " + c, b + " > " + c, b + " < " + d);
      case STARTEDBY -> all(a + " = " + c, b + " > " + d);
      case STARTS -> all(a + " = " + c, b + " < " + d);
    };
  }

  private static String all(String... conditions) {
    return "(" + String.join(" and ", conditions) + ")";
  }

  private String first(TimeSpan span) {
    if (span.first() instanceof TimeSpan.Property property) {
      Layer.Period time = layer.time();
      boolean own = !span.isInstant() && time != null && time.from().equals(property.name());
      return own ? "coalesce(" + column(property) + ", '-infinity')" : column(property);
    }
    return span.first() instanceof TimeSpan.Day day ? day(day) : "'-infinity'::date";
  }

  private String last(TimeSpan span) {
    if (span.last() instanceof TimeSpan.Property property) {
      Layer.Period time = layer.time();
      boolean own = !span.isInstant() && time != null && property.name().equals(time.until());
      return own ? "coalesce(" + column(property) + " - 1, 'infinity')" : column(property);
    }
    return span.last() instanceof TimeSpan.Day day ? day(day) : "'infinity'::date";
  }

  private String day(TimeSpan.Day day) {
    return bound.apply(day.value()) + "::date";
  }

  private static String column(TimeSpan.Property property) {
    return "\"" + property.name() + "\"";
  }
}
