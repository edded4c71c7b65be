package vn.khuxuong.maps.picture;

import java.util.List;
import vn.khuxuong.maps.layer.Field;

/**
 * One of the selects that make up a picture's statement. Two that are equal are sent once.
 *
 * @param fields the attributes it reads, in the order of their columns
 * @param id what identifies a row, as SQL text
 * @param tail of the select, after the attributes: x, y, extent, shapes, how many features, whether
 *     there were too many bytes, and where from
 * @param arguments of all question marks in {@code tail}
 */
record Branch(List<Field> fields, String id, String tail, List<Object> arguments) {
  Branch {
    fields = List.copyOf(fields);
    arguments = List.copyOf(arguments);
  }

  /** Whether its rows are several features each. */
  boolean isGrouped() {
    return id.equals(LayerSelects.NO_ID);
  }

  /**
   * The select.
   *
   * @param number by which its rows are known
   * @param attributes columns for attributes in the whole statement
   */
  String sql(int number, int attributes) {
    StringBuilder sql = new StringBuilder("(select ").append(number).append(", ").append(id);
    for (int i = 0; i < attributes; i++) {
      sql.append(", ");
      sql.append(i < fields.size() ? LayerSelects.quoted(fields.get(i).name()) : "null");
      sql.append("::text");
    }
    return sql.append(", ").append(tail).append(')').toString();
  }
}
