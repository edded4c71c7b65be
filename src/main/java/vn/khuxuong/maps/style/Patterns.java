package vn.khuxuong.maps.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hatches that styles may name. They are defined once, in {@code static/map/patterns.json},
 * which the web page reads as well.
 */
public final class Patterns {
  private static final String RESOURCE = "/static/map/patterns.json";

  private final Map<String, Pattern> byName;

  private Patterns(Map<String, Pattern> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /** Reads the definitions shipped with the application. */
  public static Patterns load() {
    try (InputStream in = Patterns.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return of(JsonMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Patterns of(JsonNode root) {
    Map<String, Pattern> byName = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("patterns").properties()) {
      JsonNode node = entry.getValue();
      Pattern pattern =
          new Pattern(
              entry.getKey(),
              node.path("width").doubleValue(),
              node.path("height").doubleValue(),
              node.path("path").stringValue(),
              node.path("strokeWidth").doubleValue(0),
              node.path("repeated").booleanValue(true),
              node.path("mark").stringValue("shape://slash"));
      byName.put(pattern.name(), pattern);
    }
    return new Patterns(byName);
  }

  /** The pattern of that name, if there is one. */
  public Optional<Pattern> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them by name. */
  public Map<String, Pattern> all() {
    return byName;
  }

  /** What is wrong with a constant where a pattern's name must stand; an empty name is none. */
  Optional<String> fault(Object value) {
    return "".equals(value) || byName.containsKey(value)
        ? Optional.empty()
        : Optional.of("no such pattern; there are " + String.join(", ", byName.keySet()));
  }
}
