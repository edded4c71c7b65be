package vn.khuxuong.maps.style;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of features while a style is taken apart into rules.
 *
 * @param zoom at which they are drawn
 * @param equal fields whose value is known
 * @param unequal fields of which it is known what they are not
 * @param decided conditions of which it is known whether they hold
 */
record Knowledge(
    double zoom,
    Map<String, Object> equal,
    Map<String, Set<Object>> unequal,
    Map<JsonNode, Boolean> decided) {

  Knowledge {
    equal = Map.copyOf(equal);
    unequal = Map.copyOf(unequal);
    decided = Map.copyOf(decided);
  }

  /** Nothing but the zoom. */
  static Knowledge at(double zoom) {
    return new Knowledge(zoom, Map.of(), Map.of(), Map.of());
  }

  Knowledge withValue(String field, Object value) {
    Map<String, Object> more = new HashMap<>(equal);
    more.put(field, value);
    return new Knowledge(zoom, more, unequal, decided);
  }

  Knowledge without(String field, Set<Object> values) {
    Map<String, Set<Object>> more = new HashMap<>(unequal);
    Set<Object> all = new HashSet<>(values);
    all.addAll(more.getOrDefault(field, Set.of()));
    more.put(field, Set.copyOf(all));
    return new Knowledge(zoom, equal, more, decided);
  }

  Knowledge when(JsonNode condition, boolean holds) {
    Map<JsonNode, Boolean> more = new HashMap<>(decided);
    more.put(condition, holds);
    return new Knowledge(zoom, equal, unequal, more);
  }

  /** Whether it is known that the field does not have the value. */
  boolean excludes(String field, @Nullable Object value) {
    return value != null && unequal.getOrDefault(field, Set.of()).contains(value);
  }
}
