package vn.khuxuong.maps.feature;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.Layer;

/** The three lists of a collection's fields. */
enum FieldList {
  SCHEMA("Các thuộc tính", "The properties"),
  QUERYABLES("Thuộc tính dùng để lọc", "Properties to filter by"),
  SORTABLES("Thuộc tính dùng để sắp xếp", "Properties to sort by");

  private final String vi;
  private final String en;

  FieldList(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** Last part of its address and of its link relation. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title(Visit visit) {
    return visit.say(vi, en);
  }

  Map<String, Object> document(Visit visit, Layer layer) {
    return switch (this) {
      case SCHEMA -> LayerSchema.of(visit, layer);
      case QUERYABLES -> LayerSchema.queryables(visit, layer);
      case SORTABLES -> LayerSchema.sortables(visit, layer);
    };
  }

  List<Field> of(Layer layer) {
    return layer.fields().stream().filter(f -> this != QUERYABLES || f.queryable()).toList();
  }
}
