package vn.khuxuong.space.exchange;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/**
 * A row of the table.
 *
 * @param line where it stands in the file, from 1; 0 for one of the database
 * @param values by column, in their one form; what is empty is left out
 * @param shape degrees of longitude and latitude (WGS 84); null for a lift
 */
record Row(Kind kind, int line, Map<String, String> values, @Nullable Polygon shape) {
  Row {
    values = new TreeMap<>(values);
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  int whole(String name) {
    return Integer.parseInt(value(name));
  }

  /** What tells it apart within its building, such as {@code bay 3/0}. */
  String key() {
    return kind.key().isEmpty()
        ? kind.word()
        : kind.word() + " " + kind.key().stream().map(this::value).collect(Collectors.joining("/"));
  }

  boolean hasShapeOf(Row other) {
    if (shape == null || other.shape == null) {
      return shape == null && other.shape == null;
    }
    return shape.norm().equalsExact(other.shape.norm());
  }
}
