package vn.khuxuong.maps.style;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attribute values of one feature, as style expressions see them. */
@FunctionalInterface
public interface Attributes {

  /** A feature without attributes. */
  Attributes NONE = field -> null;

  /**
   * The value of a field: a string, number or boolean, or null where the feature has none.
   *
   * @param field the column of the published view
   */
  @Nullable Object value(String field);

  /** The attributes in a map from field to value. */
  static Attributes of(Map<String, ?> values) {
    return values::get;
  }
}
