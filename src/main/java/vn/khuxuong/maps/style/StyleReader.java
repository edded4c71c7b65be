package vn.khuxuong.maps.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.khuxuong.maps.layer.Text;

/**
 * Reads style files. Refuses what it does not understand, so that nothing is silently drawn in
 * another way than written.
 */
final class StyleReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> STYLE_KEYS =
      Set.of("version", "name", "metadata", "sources", "sprite", "glyphs", "layers");
  private static final Set<String> METADATA_KEYS =
      Set.of(
          "khu:titleVi", "khu:titleEn", "khu:noteVi", "khu:noteEn", "khu:legend", "khu:legendZoom");
  private static final Set<String> LAYER_KEYS =
      Set.of(
          "id",
          "type",
          "source",
          "source-layer",
          "metadata",
          "filter",
          "minzoom",
          "maxzoom",
          "paint",
          "layout");
  private static final double MAX_ZOOM = 24;

  private final Patterns patterns;
  private final Complaints complaints = new Complaints();
  private final Map<String, List<Object>> branches = new LinkedHashMap<>();

  private StyleReader(Patterns patterns) {
    this.patterns = patterns;
  }

  /**
   * @param text content of a style file
   * @throws StyleException with everything that is wrong
   */
  static Style read(String text, Patterns patterns) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new StyleException(
          List.of(
              "$: is no JSON, line "
                  + e.getLocation().getLineNr()
                  + ": "
                  + e.getOriginalMessage()));
    }
    return new StyleReader(patterns).style(root);
  }

  private Style style(JsonNode root) {
    if (!root.isObject()) {
      throw new StyleException(List.of("$: must be an object"));
    }
    known(root, "$", STYLE_KEYS);
    if (root.path("version").intValue(0) != 8) {
      complaints.add("$.version", "must be 8");
    }
    JsonNode metadata = root.path("metadata");
    known(metadata, "$.metadata", METADATA_KEYS);
    Text title = text(metadata, "khu:title", true);
    Text note = text(metadata, "khu:note", false);
    Map<String, @Nullable Map<String, Text>> labels = labels(metadata.path("khu:legend"));
    double legendZoom = zoom(metadata, "khu:legendZoom", "$.metadata", Style.USUAL_LEGEND_ZOOM);
    List<StyleLayer> layers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    JsonNode list = root.path("layers");
    if (!list.isArray() || list.isEmpty()) {
      complaints.add("$.layers", "must be a list of drawing steps");
    }
    for (int i = 0; i < list.size(); i++) {
      layer(list.path(i), "$.layers[" + i + "]", ids).ifPresent(layers::add);
    }
    numericCodes(labels);
    companions(layers);
    complaints.refuse();
    return new Style(Objects.requireNonNull(title), note, layers, branches, labels, legendZoom);
  }

  private void known(JsonNode object, String path, Set<String> keys) {
    for (String key : object.propertyNames()) {
      if (!keys.contains(key)) {
        complaints.add(path + "." + key, "is not in the style subset");
      }
    }
  }

  private @Nullable Text text(JsonNode metadata, String key, boolean needed) {
    String vi = metadata.path(key + "Vi").stringValue("");
    String en = metadata.path(key + "En").stringValue("");
    if (!vi.isBlank() && !en.isBlank()) {
      return new Text(vi, en);
    }
    if (needed || !vi.isBlank() || !en.isBlank()) {
      complaints.add("$.metadata." + key + "Vi/En", "must both be there");
    }
    return null;
  }

  private Map<String, @Nullable Map<String, Text>> labels(JsonNode legend) {
    Map<String, @Nullable Map<String, Text>> labels = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : legend.properties()) {
      String path = "$.metadata.khu:legend." + field.getKey();
      if (field.getValue().isBoolean() && !field.getValue().booleanValue()) {
        labels.put(field.getKey(), null);
        continue;
      }
      Map<String, Text> words = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> value : field.getValue().properties()) {
        String vi = value.getValue().path(0).stringValue("");
        String en = value.getValue().path(1).stringValue("");
        if (vi.isBlank() || en.isBlank()) {
          complaints.add(path + "." + value.getKey(), "must be [Vietnamese, English]");
        } else {
          words.put(value.getKey(), new Text(vi, en));
        }
      }
      labels.put(field.getKey(), words);
    }
    return labels;
  }

  /** Labels are placed from the last step to the first, so a companion comes later in the file. */
  private void companions(List<StyleLayer> layers) {
    Set<String> later = new HashSet<>();
    for (int i = layers.size() - 1; i >= 0; i--) {
      StyleLayer layer = layers.get(i);
      if (!layer.companion().isEmpty() && !later.contains(layer.companion())) {
        complaints.add(
            "$.layers[" + i + "].metadata.khu:with", "must name a symbol layer that comes later");
      }
      if (layer.type() == LayerType.SYMBOL) {
        later.add(layer.id());
      }
    }
  }

  private void numericCodes(Map<String, @Nullable Map<String, Text>> labels) {
    labels.forEach(
        (field, words) -> {
          boolean numeric = branches.getOrDefault(field, List.of("")).get(0) instanceof Double;
          if (numeric && words != null) {
            words.keySet().stream()
                .filter(code -> !code.matches("-?\\d{1,15}(\\.\\d{1,15})?"))
                .forEach(
                    code ->
                        complaints.add(
                            "$.metadata.khu:legend." + field + "." + code,
                            "must be a number, as the style compares with numbers"));
          }
        });
  }

  private Optional<StyleLayer> layer(JsonNode node, String path, Set<String> ids) {
    known(node, path, LAYER_KEYS);
    known(node.path("metadata"), path + ".metadata", Set.of("khu:fit", "khu:with"));
    String id = node.path("id").stringValue("");
    if (id.isBlank() || !ids.add(id)) {
      complaints.add(path + ".id", "must be a name used once");
    }
    Optional<LayerType> type = LayerType.find(node.path("type").stringValue(""));
    if (type.isEmpty()) {
      complaints.add(
          path + ".type",
          "must be one of "
              + String.join(", ", Arrays.stream(LayerType.values()).map(LayerType::key).toList()));
      return Optional.empty();
    }
    String fit = node.path("metadata").path("khu:fit").stringValue("none");
    if (!Set.of("inside", "none").contains(fit)) {
      complaints.add(path + ".metadata.khu:fit", "must be inside or none");
    }
    String companion = node.path("metadata").path("khu:with").stringValue("");
    double minZoom = zoom(node, "minzoom", path, 0);
    double maxZoom = zoom(node, "maxzoom", path, Double.POSITIVE_INFINITY);
    if (minZoom >= maxZoom) {
      complaints.add(path + ".maxzoom", "must be above minzoom");
    }
    ExpressionReader reader = new ExpressionReader(complaints);
    Expression filter =
        node.has("filter")
            ? reader.filter(node.path("filter"), path + ".filter")
            : Expression.constant(true);
    Map<Property, Expression> properties = new EnumMap<>(Property.class);
    properties(node, "paint", path, type.get(), reader, properties);
    properties(node, "layout", path, type.get(), reader, properties);
    if (type.get() != LayerType.SYMBOL) {
      reader.branches().forEach(this::branch);
    }
    return Optional.of(
        new StyleLayer(
            id,
            type.get(),
            minZoom,
            maxZoom,
            fit.equals("inside"),
            companion,
            filter,
            properties,
            reader.fields()));
  }

  private void branch(String field, Set<Object> values) {
    List<Object> known = branches.computeIfAbsent(field, f -> new ArrayList<>());
    values.stream().filter(value -> !known.contains(value)).forEach(known::add);
  }

  private double zoom(JsonNode node, String key, String path, double otherwise) {
    JsonNode zoom = node.path(key);
    if (zoom.isMissingNode()) {
      return otherwise;
    }
    if (!zoom.isNumber() || zoom.doubleValue() < 0 || zoom.doubleValue() > MAX_ZOOM) {
      complaints.add(path + "." + key, "must be a number from 0 to 24");
      return otherwise;
    }
    return zoom.doubleValue();
  }

  private void properties(
      JsonNode node,
      String group,
      String path,
      LayerType type,
      ExpressionReader reader,
      Map<Property, Expression> into) {
    for (Map.Entry<String, JsonNode> entry : node.path(group).properties()) {
      String here = path + "." + group + "." + entry.getKey();
      Optional<Property> property = Property.find(type, group.equals("paint"), entry.getKey());
      if (property.isEmpty()) {
        complaints.add(
            here, "is no " + group + " property of a " + type.key() + " layer in the style subset");
        continue;
      }
      Expression value =
          property.get() == Property.FILL_PATTERN
              ? reader.property(entry.getValue(), here, property.get(), patterns::fault)
              : reader.property(entry.getValue(), here, property.get());
      into.put(property.get(), value);
    }
  }
}
