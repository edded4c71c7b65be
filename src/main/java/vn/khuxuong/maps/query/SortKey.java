package vn.khuxuong.maps.query;

import vn.khuxuong.maps.layer.FieldType;

/**
 * One property that features are ordered by. Texts go by their code points; features without a
 * value come last in both directions.
 *
 * @param column a checked identifier
 */
public record SortKey(String column, FieldType type, boolean descending) {

  /** {@code +column} or {@code -column}. */
  String text() {
    return (descending ? "-" : "+") + column;
  }

  /** The column as it is compared. */
  String sql() {
    String quoted = "\"" + column + "\"";
    return type == FieldType.STRING ? quoted + "::text collate \"C\"" : quoted;
  }
}
