package vn.khuxuong.maps.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The steps of a style that draw at one zoom, each with a filter and properties in SQL.
 *
 * @param fields that decide how a feature is painted, not those of its label's text
 */
record StyleSteps(List<Step> steps, List<String> fields) {
  private static final List<String> PAINT =
      List.of(
          "fill-color",
          "fill-opacity",
          "fill-pattern",
          "line-color",
          "line-width",
          "line-dasharray",
          "circle-color",
          "circle-radius",
          "circle-stroke-color",
          "circle-stroke-width",
          "text-color",
          "text-halo-color",
          "text-halo-width",
          "text-size",
          "text-font",
          "text-offset",
          "text-variable-anchor-offset");

  /**
   * One step.
   *
   * @param constants properties that are the same for every feature
   * @param varying properties that are not, as SQL
   * @param text SQL of the label's text, empty where it has none
   */
  record Step(
      String id,
      String type,
      boolean fitsInside,
      String filter,
      Map<String, JsonNode> constants,
      Map<String, String> varying,
      String text) {

    /**
     * SQL of all that tells the step's ways to paint from each other; empty where it paints not.
     */
    String key() {
      String values =
          varying.isEmpty()
              ? "'+'"
              : "concat_ws(';', '+', " + String.join(", ", varying.values()) + ")";
      return "case when " + filter + " then " + values + " else '' end";
    }

    /** The properties of features whose {@link #key} has this value. */
    Map<String, JsonNode> properties(String key) {
      Map<String, JsonNode> all = new LinkedHashMap<>(constants);
      String[] values = key.split(";", -1);
      int i = 1;
      for (String name : varying.keySet()) {
        all.put(name, JsonNodeFactory.instance.stringNode(values[i++]));
      }
      return all;
    }
  }

  /** Reads a style file's steps. */
  static StyleSteps of(JsonNode style, double zoom) {
    StyleSql sql = new StyleSql(zoom);
    StyleSql texts = new StyleSql(zoom);
    List<Step> steps = new ArrayList<>();
    for (JsonNode layer : style.path("layers")) {
      boolean visible =
          zoom >= layer.path("minzoom").doubleValue(0)
              && zoom < layer.path("maxzoom").doubleValue(99);
      if (visible) {
        steps.add(step(layer, sql, texts));
      }
    }
    return new StyleSteps(steps, List.copyOf(sql.fields()));
  }

  private static Step step(JsonNode layer, StyleSql sql, StyleSql texts) {
    Map<String, JsonNode> constants = new LinkedHashMap<>();
    Map<String, String> varying = new LinkedHashMap<>();
    for (String name : PAINT) {
      JsonNode node = layer.path("paint").path(name);
      node = sql.atZoom(node.isMissingNode() ? layer.path("layout").path(name) : node);
      if (node.isMissingNode()) {
        continue;
      }
      if (StyleSql.isConstant(node)) {
        constants.put(name, node);
      } else {
        varying.put(name, sql.value(node));
      }
    }
    JsonNode text = layer.path("layout").path("text-field");
    return new Step(
        layer.path("id").stringValue(),
        layer.path("type").stringValue(),
        layer.path("metadata").path("khu:fit").stringValue("").equals("inside"),
        sql.condition(layer.path("filter")),
        constants,
        varying,
        text.isMissingNode() ? "" : texts.value(text));
  }
}
