package vn.khuxuong.maps.portrayal;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Styles;
import vn.khuxuong.platform.web.Language;

/**
 * Makes the steps of a style file what MapLibre and its kin understand. Four things differ: our
 * zooms are those of tiles of 256 pixels, theirs of 512; a hatch is drawn in the fill's colour here
 * and is a picture of its own there; labels and centres stand at the one label point of a feature,
 * which tiles have in a layer beside; and what a match compares with is a list, since some read no
 * single values.
 */
final class MapLibreStyle {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> BY_ZOOM = Set.of("step", "interpolate");

  private MapLibreStyle() {}

  /** No style has steps beyond it. */
  private static final double MOST_ZOOM = 25;

  /** A style without sources and layers. */
  static ObjectNode empty(String name, String site, String sprite) {
    ObjectNode style = JSON.createObjectNode();
    style.put("version", 8);
    style.put("name", name);
    style.put("sprite", site + "/styles/sprite/" + sprite);
    style.put("glyphs", site + "/styles/fonts/{fontstack}/{range}.pbf");
    style.putObject("sources");
    style.putArray("layers");
    return style;
  }

  /**
   * Adds a layer's steps and its source.
   *
   * @param text the style file
   * @param language of what the source tells of itself, such as whom it names
   */
  static void add(ObjectNode style, Layer layer, String text, String site, Language language) {
    ObjectNode source = JSON.createObjectNode();
    source.put("type", "vector");
    source.put("url", site + "/tiles/" + layer.id() + ".json?lang=" + language.tag());
    ((ObjectNode) style.get("sources")).set(layer.id(), source);
    ArrayNode steps = (ArrayNode) style.get("layers");
    for (JsonNode step : JSON.readTree(text).path("layers")) {
      steps.add(step((ObjectNode) step, layer));
    }
  }

  private static ObjectNode step(ObjectNode original, Layer layer) {
    ObjectNode step = (ObjectNode) shifted(original);
    step.put("source", layer.id());
    String type = step.path("type").asString();
    boolean atPoint =
        layer.geometry().type().isArea() && (type.equals("symbol") || type.equals("circle"));
    step.put("source-layer", layer.id() + (atPoint ? Layer.LABEL_SUFFIX : ""));
    limit(step, layer);
    if (step.path("layout").has("text-field") && !step.path("layout").has("text-padding")) {
      // lines that stand close under one another at a point are not in each other's way
      ((ObjectNode) step.get("layout")).put("text-padding", 0);
    }
    if (step.path("paint").has("fill-pattern")) {
      ObjectNode paint = (ObjectNode) step.get("paint");
      ArrayNode name = JSON.createArrayNode();
      name.add("concat");
      name.add(paint.get("fill-pattern"));
      name.add(Sprite.BETWEEN);
      name.add(paint.path("fill-color"));
      paint.set("fill-pattern", name);
      paint.remove("fill-color");
    }
    return step;
  }

  /** A step is drawn at the scales at which WMS draws it: those of the step and of the layer. */
  private static void limit(ObjectNode step, Layer layer) {
    double least = Styles.zoom(layer.scale().max());
    if (least > step.path("minzoom").doubleValue(0)) {
      step.put("minzoom", least);
    }
    double most = layer.scale().min() > 0 ? Styles.zoom(layer.scale().min()) : MOST_ZOOM;
    if (most < step.path("maxzoom").doubleValue(MOST_ZOOM)) {
      step.put("maxzoom", most);
    }
    for (String limit : List.of("minzoom", "maxzoom")) {
      if (step.has(limit)) {
        step.put(limit, Math.max(0, step.get(limit).doubleValue() - 1));
      }
    }
  }

  /** A copy in which what depends on the zoom does so one level lower, and matches have lists. */
  private static JsonNode shifted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JSON.createObjectNode();
      node.properties().forEach(entry -> copy.set(entry.getKey(), shifted(entry.getValue())));
      return copy;
    }
    if (!node.isArray()) {
      return node;
    }
    ArrayNode copy = JSON.createArrayNode();
    String operator = node.path(0).isString() ? node.path(0).asString() : "";
    int input = operator.equals("interpolate") ? 2 : 1;
    boolean byZoom =
        BY_ZOOM.contains(operator) && "zoom".equals(node.path(input).path(0).asString(""));
    // step: input, first value, then stops and values; interpolate: kind, input, stops and values
    int firstStop = 3;
    for (int i = 0; i < node.size(); i++) {
      boolean stop = byZoom && i >= firstStop && (i - firstStop) % 2 == 0;
      if (stop && node.get(i).isNumber()) {
        copy.add(node.get(i).doubleValue() - 1);
      } else if (isLabel(operator, i, node)) {
        copy.add(JSON.createArrayNode().add(node.get(i)));
      } else {
        copy.add(shifted(node.get(i)));
      }
    }
    return copy;
  }

  /** A value that a match compares with: QGIS (3.22) reads lists of them only. */
  private static boolean isLabel(String operator, int i, JsonNode node) {
    int firstLabel = 2;
    return operator.equals("match")
        && i >= firstLabel
        && i < node.size() - 1
        && (i - firstLabel) % 2 == 0
        && !node.get(i).isArray();
  }
}
