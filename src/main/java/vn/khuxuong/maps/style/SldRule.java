package vn.khuxuong.maps.style;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Features of a drawing step that all look the same, and how.
 *
 * @param conditions all must hold
 * @param rest what remains of the step's filter, null for nothing
 * @param paint what the style says about them; constants where it can be told
 * @param minZoom lowest zoom, included
 * @param maxZoom highest zoom, excluded; infinite without limit
 */
record SldRule(
    List<Condition> conditions,
    @Nullable JsonNode rest,
    Map<Property, JsonNode> paint,
    double minZoom,
    double maxZoom) {

  SldRule {
    conditions = List.copyOf(conditions);
    paint = Map.copyOf(paint);
  }

  /** One thing that must be true of a feature. */
  sealed interface Condition {}

  /** The field has one of the values. */
  record Among(String field, List<Object> values) implements Condition {
    Among {
      values = List.copyOf(values);
    }
  }

  /** The field has none of the values, or no value. */
  record NotAmong(String field, List<Object> values) implements Condition {
    NotAmong {
      values = List.copyOf(values);
    }
  }

  /** An expression is true, or is not. */
  record Holds(JsonNode expression, boolean wanted) implements Condition {}

  SldRule under(Condition condition) {
    List<Condition> more = Stream.concat(Stream.of(condition), conditions.stream()).toList();
    return new SldRule(more, rest, paint, minZoom, maxZoom);
  }

  SldRule until(double zoom) {
    return new SldRule(conditions, rest, paint, minZoom, zoom);
  }

  /** Whether it is the same rule at the zooms just below. */
  boolean continues(SldRule before) {
    return before.maxZoom == minZoom
        && before.conditions.equals(conditions)
        && Objects.equals(before.rest, rest)
        && before.paint.equals(paint);
  }
}
