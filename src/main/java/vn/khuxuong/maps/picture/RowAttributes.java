package vn.khuxuong.maps.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.style.Attributes;

/** The attributes of a row that came as text, each as the kind of value its field has. */
final class RowAttributes implements Attributes {
  private final List<Field> fields;
  private final @Nullable Object[] values;

  RowAttributes(List<Field> fields) {
    this.fields = fields;
    this.values = new @Nullable Object[fields.size()];
  }

  void set(int i, @Nullable String text) {
    values[i] = value(fields.get(i), text);
  }

  /** A value as styles see it. */
  static @Nullable Object value(Field field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (field.type()) {
      case INTEGER, NUMBER -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case STRING, DATE -> text;
    };
  }

  @Override
  public @Nullable Object value(String field) {
    for (int i = 0; i < values.length; i++) {
      if (fields.get(i).name().equals(field)) {
        return values[i];
      }
    }
    return null;
  }
}
