package vn.khuxuong.maps.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/** The fields of a layer as JSON Schema. */
public final class LayerSchema {

  private LayerSchema() {}

  /** What features of the layer hold. */
  static Map<String, Object> of(Visit visit, Layer layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field field : layer.fields()) {
      Map<String, Object> property = property(visit, field);
      if (layer.editable() && field.readOnly()) {
        property.put("readOnly", true);
      }
      if (field.name().equals(layer.key())) {
        property.put("x-ogc-role", "id");
      }
      properties.put(field.name(), property);
    }
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("title", visit.say("Hình dạng", "Geometry"));
    shape.put("x-ogc-role", "primary-geometry");
    String word = layer.geometry().type().word().toLowerCase(Locale.ROOT);
    shape.put("format", "geometry-" + (word.equals("geometry") ? "any" : word));
    properties.put("geometry", shape);
    return document(visit, layer, properties, "schema");
  }

  /** What features of the layer may be filtered by: query parameters compared for equality. */
  static Map<String, Object> queryables(Visit visit, Layer layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    layer.fields().stream()
        .filter(Field::queryable)
        .forEach(field -> properties.put(field.name(), property(visit, field)));
    return document(visit, layer, properties, "queryables");
  }

  private static Map<String, Object> document(
      Visit visit, Layer layer, Map<String, Object> properties, String name) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", visit.root() + "/collections/" + layer.id() + "/" + name);
    document.put("type", "object");
    document.put("title", visit.say(layer.title()));
    document.put("description", visit.say(layer.description()));
    document.put("properties", properties);
    document.put("additionalProperties", false);
    return document;
  }

  /** One field as the schema of its values. */
  public static Map<String, Object> property(Visit visit, Field field) {
    Map<String, Object> property = type(field.type());
    property.put("title", visit.say(field.title()));
    if (field.unit() != null) {
      property.put("x-ogc-unit", field.unit());
    }
    if (!field.values().isEmpty()) {
      List<String> meanings = new ArrayList<>();
      field.values().forEach((code, text) -> meanings.add(code + ": " + visit.say(text)));
      property.put("enum", List.copyOf(field.values().keySet()));
      property.put("description", String.join("; ", meanings));
    }
    return property;
  }

  /** The type as JSON Schema and OpenAPI 3.0 both write it. */
  static Map<String, Object> type(FieldType type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type == FieldType.DATE ? "string" : type.word());
    if (type == FieldType.DATE) {
      schema.put("format", "date");
    }
    return schema;
  }
}
