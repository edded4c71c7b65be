package vn.khuxuong.maps.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Field;
import vn.khuxuong.maps.layer.FieldType;
import vn.khuxuong.maps.layer.Layer;

/** The fields of a layer as JSON Schema. */
public final class LayerSchema {

  private LayerSchema() {}

  private static final Map<String, String> UCUM =
      Map.of(
          "m²", "m2",
          "m", "m",
          "km", "km",
          "ha", "har",
          "t", "t",
          "%", "%",
          "kVA", "kV.A",
          "m³/ngày", "m3/d",
          "kN/m²", "kN/m2");

  /** What features of the layer hold (Part 5, returnables). */
  static Map<String, Object> of(Visit visit, Layer layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (layer.field(layer.key()).isEmpty()) {
      properties.put(Layer.ID_COLUMN, id(visit, layer));
    }
    for (Field field : layer.fields()) {
      Map<String, Object> property = property(visit, field);
      String role = role(layer, field);
      if (role != null) {
        property.put("x-ogc-role", role);
      }
      if (!layer.editable() || field.readOnly()) {
        property.put("readOnly", true);
      }
      properties.put(field.name(), property);
    }
    Map<String, Object> shape = shape(visit, layer);
    shape.put("x-ogc-role", "primary-geometry");
    properties.put(ItemsRequest.GEOMETRY, shape);
    int seq = 1;
    for (Object property : properties.values()) {
      @SuppressWarnings("unchecked")
      Map<String, Object> members = (Map<String, Object>) property;
      members.put("x-ogc-propertySeq", seq++);
    }
    return document(visit, layer, properties, "schema");
  }

  private static @Nullable String role(Layer layer, Field field) {
    Layer.Period time = layer.time();
    if (field.name().equals(layer.key())) {
      return "id";
    }
    if (time != null && field.name().equals(time.from())) {
      return "primary-interval-start";
    }
    return time != null && field.name().equals(time.until()) ? "primary-interval-end" : null;
  }

  private static Map<String, Object> id(Visit visit, Layer layer) {
    Map<String, Object> id = type(layer.keyType());
    id.put("title", visit.say("Định danh", "Identifier"));
    id.put("readOnly", true);
    id.put("x-ogc-role", "id");
    return id;
  }

  private static Map<String, Object> shape(Visit visit, Layer layer) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("title", visit.say("Hình dạng", "Geometry"));
    String word = layer.geometry().type().word().toLowerCase(Locale.ROOT);
    shape.put("format", "geometry-" + (word.equals("geometry") ? "any" : word));
    return shape;
  }

  /** What features of the layer may be filtered by, in expressions and as parameters. */
  static Map<String, Object> queryables(Visit visit, Layer layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (layer.field(Layer.ID_COLUMN).isEmpty()) {
      properties.put(Layer.ID_COLUMN, id(visit, layer));
    }
    layer.fields().stream()
        .filter(Field::queryable)
        .forEach(field -> properties.put(field.name(), property(visit, field)));
    properties.put(ItemsRequest.GEOMETRY, shape(visit, layer));
    return document(visit, layer, properties, "queryables");
  }

  /** What features of the layer may be sorted by. */
  static Map<String, Object> sortables(Visit visit, Layer layer) {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (layer.field(Layer.ID_COLUMN).isEmpty()) {
      properties.put(Layer.ID_COLUMN, id(visit, layer));
    }
    layer.fields().forEach(field -> properties.put(field.name(), property(visit, field)));
    return document(visit, layer, properties, "sortables");
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
    String unit = field.unit();
    if (unit != null && UCUM.containsKey(unit)) {
      property.put("x-ogc-unit", UCUM.get(unit));
    } else if (unit != null) {
      property.put("description", unit); // a price has no unit in UCUM
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
