package vn.khuxuong.maps.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads one layer file. What is wrong in it becomes complaints with the place ({@code
 * fields[3].type}); a file with any complaint gives no layer.
 */
final class LayerFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Roles a field may be kept to; the same words as in the security rules. */
  private static final Set<String> ROLES =
      Set.of("FIRM", "PLANNER", "APPROVER", "OFFICER", "ADMIN");

  private static final List<String> SCHEMAS = List.of(Layer.PUBLISHED, Layer.DRAFTING);

  /** Words that mean something else in an address, now or by a standard we follow. */
  private static final Set<String> RESERVED =
      Set.of(
          "f",
          "lang",
          "bbox",
          "crs",
          "datetime",
          "limit",
          "cursor",
          "offset",
          "filter",
          "sortby",
          "properties",
          "ids",
          "q",
          "geometry");

  private final List<String> complaints = new ArrayList<>();
  private @Nullable Layer layer;

  private LayerFile() {}

  /**
   * @param yaml content of the file
   */
  static LayerFile read(byte[] yaml) {
    LayerFile result = new LayerFile();
    try {
      result.layer = result.read(YAML.readTree(yaml));
    } catch (JacksonException e) {
      result.complaints.add("is not YAML: " + e.getOriginalMessage());
    }
    return result;
  }

  List<String> complaints() {
    return complaints;
  }

  /** The layer, or null when there are complaints. */
  @Nullable Layer layer() {
    return complaints.isEmpty() ? layer : null;
  }

  private @Nullable Layer read(JsonNode node) {
    if (!node.isObject()) {
      complaints.add("must be a mapping");
      return null;
    }
    Entry root = Entry.root(node, complaints);
    String id = root.identifier("id");
    if (id != null && id.endsWith(Layer.LABEL_SUFFIX)) {
      root.complain("id", "must not end in " + Layer.LABEL_SUFFIX);
    }
    Text title = root.text("title");
    Text description = root.text("description");
    String schema = schema(root);
    String view = root.identifier("view");
    String now = root.identifierOrNull("now");
    String key = root.identifier("key");
    Layer.Geometry geometry = geometry(root);
    List<Field> fields = fields(root);
    Layer.Zoom zoom = zoom(root);
    Layer.Scale scale = scale(root);
    String style = root.identifier("style");
    String label = root.identifierOrNull("label");
    Layer.Period time = time(root);
    String floor = root.identifierOrNull("floor");
    Integer order = root.integer("order");
    Set<String> roles = roles(root);
    boolean editable = root.flag("editable");
    DataStatus dataStatus = root.oneOf("dataStatus", DataStatus.values(), DataStatus::name);
    Text licence = root.text("licence");
    Text attribution = root.text("attribution");
    root.refuseUnread();
    if (key != null && !key.equals(Layer.ID_COLUMN)) {
      requirePublicField(root, "key", key, fields);
    }
    if (!schema.equals(Layer.PUBLISHED) && roles.isEmpty()) {
      root.complain("roles", "must say who may see what is in schema " + schema);
    }
    if (editable && !hasVersion(fields)) {
      root.complain("editable", "needs the integer field " + Layer.VERSION_FIELD);
    }
    requirePublicField(root, "label", label, fields);
    requirePublicField(root, "floor", floor, fields);
    if (!complaints.isEmpty()
        || id == null
        || title == null
        || description == null
        || view == null
        || key == null
        || geometry == null
        || zoom == null
        || scale == null
        || style == null
        || order == null
        || dataStatus == null
        || licence == null
        || attribution == null) {
      return null;
    }
    return new Layer(
        id,
        title,
        description,
        schema,
        view,
        now,
        key,
        geometry,
        fields,
        zoom,
        scale,
        style,
        label,
        time,
        floor,
        order,
        roles,
        editable,
        dataStatus,
        licence,
        attribution);
  }

  private static String schema(Entry root) {
    String named = root.identifierOrNull("schema");
    if (named != null && !SCHEMAS.contains(named)) {
      root.complain("schema", "must be one of " + SCHEMAS);
    }
    return named == null ? Layer.PUBLISHED : named;
  }

  private static Layer.@Nullable Geometry geometry(Entry root) {
    if (!root.has("geometry")) {
      root.complain("geometry", "is missing");
    }
    Entry entry = root.part("geometry");
    String column = entry.identifier("column");
    String column3857 = entry.identifier("column3857");
    Layer.GeometryType type =
        entry.oneOf("type", Layer.GeometryType.values(), Layer.GeometryType::word);
    Integer storageCrs = entry.integer("storageCrs");
    String label = entry.identifierOrNull("label");
    List<Layer.Coarse> coarse = coarse(entry);
    entry.refuseUnread();
    if ((label != null || !coarse.isEmpty()) && !root.has("now")) {
      root.complain("now", "must name the view with the columns label and coarse speak of");
    }
    return column == null || column3857 == null || type == null || storageCrs == null
        ? null
        : new Layer.Geometry(column, column3857, type, storageCrs, label, coarse);
  }

  private static List<Layer.Coarse> coarse(Entry geometry) {
    List<Layer.Coarse> coarse = new ArrayList<>();
    for (Entry entry : geometry.parts("coarse")) {
      Integer maxZoom = entry.integer("maxZoom");
      String column = entry.identifier("column");
      entry.refuseUnread();
      if (maxZoom != null && column != null) {
        if (!coarse.isEmpty() && coarse.get(coarse.size() - 1).maxZoom() >= maxZoom) {
          entry.complain("maxZoom", "must be above that of the copy before");
        }
        coarse.add(new Layer.Coarse(maxZoom, column));
      }
    }
    return coarse;
  }

  private static List<Field> fields(Entry root) {
    List<Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Entry> entries = root.parts("fields");
    if (entries.isEmpty()) {
      root.complain("fields", "must name at least one field");
    }
    for (Entry entry : entries) {
      String name = entry.identifier("name");
      FieldType type = entry.oneOf("type", FieldType.values(), FieldType::word);
      Text title = entry.text("title");
      String unit = entry.stringOrNull("unit");
      Map<String, Text> values = values(entry);
      Set<String> roles = roles(entry);
      boolean queryable = entry.flag("queryable");
      boolean readOnly = entry.flag("readOnly");
      entry.refuseUnread();
      if (name != null && !names.add(name)) {
        entry.complain("name", "\"" + name + "\" is there twice");
      }
      if (name != null && queryable && RESERVED.contains(name)) {
        entry.complain("queryable", "\"" + name + "\" has another meaning as a parameter");
      }
      if (name != null && type != null && title != null) {
        fields.add(new Field(name, type, title, unit, values, roles, queryable, readOnly));
      }
    }
    return fields;
  }

  private static Set<String> roles(Entry entry) {
    Set<String> roles = entry.words("roles");
    for (String role : roles) {
      if (!ROLES.contains(role)) {
        entry.complain("roles", "\"" + role + "\" is no role");
      }
    }
    return roles;
  }

  private static Map<String, Text> values(Entry field) {
    Map<String, Text> values = new LinkedHashMap<>();
    field
        .named("values")
        .forEach(
            (code, entry) -> {
              Text meaning = entry.asText();
              if (meaning != null) {
                values.put(code, meaning);
              }
            });
    return values;
  }

  private static Layer.@Nullable Zoom zoom(Entry root) {
    if (!root.has("zoom")) {
      root.complain("zoom", "is missing");
    }
    Entry entry = root.part("zoom");
    Integer min = entry.integer("min");
    Integer max = entry.integer("max");
    entry.refuseUnread();
    if (min == null || max == null) {
      return null;
    }
    if (min < 0 || max > 24 || min > max) {
      root.complain("zoom", "must be levels from 0 to 24, the lower first");
      return null;
    }
    return new Layer.Zoom(min, max);
  }

  private static Layer.@Nullable Scale scale(Entry root) {
    if (!root.has("scale")) {
      return Layer.Scale.ANY;
    }
    Entry entry = root.part("scale");
    Double min = entry.has("min") ? entry.number("min") : Double.valueOf(0);
    Double max = entry.has("max") ? entry.number("max") : Double.valueOf(Double.POSITIVE_INFINITY);
    entry.refuseUnread();
    if (min == null || max == null) {
      return null;
    }
    if (!(min >= 0 && min < max)) {
      root.complain("scale", "must be denominators, the smaller first");
      return null;
    }
    return new Layer.Scale(min, max);
  }

  private static Layer.@Nullable Period time(Entry root) {
    if (!root.has("time")) {
      return null;
    }
    Entry entry = root.part("time");
    String from = entry.identifier("from");
    String until = entry.identifierOrNull("until");
    boolean bitemporal = entry.has("bitemporal") && entry.flag("bitemporal");
    entry.refuseUnread();
    return from == null ? null : new Layer.Period(from, until, bitemporal);
  }

  private static boolean hasVersion(List<Field> fields) {
    return fields.stream()
        .anyMatch(
            field -> field.name().equals(Layer.VERSION_FIELD) && field.type() == FieldType.INTEGER);
  }

  /** What everybody sees on the map must be a field that everybody may see. */
  private static void requirePublicField(
      Entry root, String name, @Nullable String wanted, List<Field> fields) {
    if (wanted == null) {
      return;
    }
    boolean found =
        fields.stream().anyMatch(field -> field.name().equals(wanted) && field.roles().isEmpty());
    if (!found) {
      root.complain(name, "\"" + wanted + "\" must be one of the fields, without roles");
    }
  }
}
