package vn.khuxuong.maps.bench;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One class of a map file: how features of one kind are painted and labelled. */
final class MapClass {
  /** MapServer's sizes of text are points at 96 dots an inch. */
  private static final double POINTS_PER_PIXEL = 0.75;

  private final MapSymbols symbols;
  private final StringBuilder text = new StringBuilder();

  MapClass(MapSymbols symbols) {
    this.symbols = symbols;
  }

  /**
   * The class as text.
   *
   * @param value of the layer's class item, empty where all features are of one class
   * @param key of the features, as {@link StyleSteps.Step#key} of every step, with ~ between
   */
  String text(String value, StyleSteps style, String key) {
    String[] keys = key.split("~", -1);
    text.append("    CLASS\n");
    if (!value.isEmpty()) {
      text.append("      EXPRESSION \"").append(value).append("\"\n");
    }
    int label = 0;
    for (int i = 0; i < keys.length; i++) {
      StyleSteps.Step step = style.steps().get(i);
      boolean symbol = step.type().equals("symbol");
      if (!keys[i].isEmpty()) {
        Map<String, JsonNode> properties = step.properties(keys[i]);
        switch (step.type()) {
          case "fill" -> fill(properties);
          case "line" -> line(properties);
          case "circle" -> circle(properties);
          case "symbol" -> label(properties, step.fitsInside(), label);
          default -> throw new IllegalStateException("No class for " + step.type());
        }
      }
      label += symbol ? 1 : 0;
    }
    return text.append("    END\n").toString();
  }

  private void fill(Map<String, JsonNode> properties) {
    String pattern = word(properties, "fill-pattern", "");
    String colour = word(properties, "fill-color", "#000000");
    double opacity = number(properties, "fill-opacity", 1);
    if (properties.containsKey("fill-pattern")) {
      String symbol = symbols.hatch(pattern, colour, opacity);
      if (!symbol.isEmpty()) {
        text.append("      STYLE SYMBOL \"").append(symbol).append("\" END\n");
      }
    } else if (!colour.endsWith("00") || colour.length() != 9) {
      text.append("      STYLE COLOR \"").append(faded(colour, opacity)).append("\" END\n");
    }
  }

  private void line(Map<String, JsonNode> properties) {
    double width = number(properties, "line-width", 1);
    text.append("      STYLE OUTLINECOLOR \"")
        .append(word(properties, "line-color", "#000000"))
        .append("\" WIDTH ")
        .append(width);
    JsonNode dashes = properties.get("line-dasharray");
    if (dashes != null) {
      text.append(" LINECAP BUTT PATTERN");
      dashes.forEach(
          dash -> text.append(String.format(Locale.ROOT, " %.2f", dash.doubleValue() * width)));
      text.append(" END");
    }
    text.append(" END\n");
  }

  private void circle(Map<String, JsonNode> properties) {
    double diameter = 2 * number(properties, "circle-radius", 5);
    double edge = number(properties, "circle-stroke-width", 0);
    if (edge > 0) {
      dot(word(properties, "circle-stroke-color", "#000000"), diameter + 2 * edge);
    }
    dot(word(properties, "circle-color", "#000000"), diameter);
  }

  private void dot(String colour, double diameter) {
    text.append("      STYLE GEOMTRANSFORM \"centroid\" SYMBOL \"dot\" COLOR \"")
        .append(colour)
        .append("\" SIZE ")
        .append(diameter)
        .append(" END\n");
  }

  private void label(Map<String, JsonNode> properties, boolean fits, int number) {
    double size = number(properties, "text-size", 16);
    JsonNode fonts = properties.get("text-font");
    boolean bold = fonts != null && fonts.path(0).stringValue("").endsWith("Bold");
    double up = 0;
    JsonNode places = properties.get("text-variable-anchor-offset");
    JsonNode offset = places == null ? properties.get("text-offset") : places.path(1);
    if (offset != null) {
      up = offset.path(1).doubleValue(0);
    }
    boolean centred = places == null || places.path(0).stringValue("").equals("center");
    text.append(
        String.format(
            Locale.ROOT,
            "      LABEL TYPE TRUETYPE FONT \"%s\" SIZE %.2f COLOR \"%s\" POSITION %s"
                + " OFFSET 0 %d PARTIALS FALSE FORCE GROUP%s",
            bold ? "bold" : "plain",
            size * POINTS_PER_PIXEL,
            word(properties, "text-color", "#000000"),
            centred ? "CC" : "AUTO",
            Math.round(up * size),
            fits ? " MINFEATURESIZE AUTO" : ""));
    double halo = number(properties, "text-halo-width", 0);
    if (halo > 0) {
      text.append(" OUTLINECOLOR \"").append(word(properties, "text-halo-color", "#ffffff"));
      text.append("\" OUTLINEWIDTH ").append(Math.max(1, Math.round(halo)));
    }
    text.append(" TEXT \"[text").append(number).append("]\" END\n");
  }

  private static String faded(String colour, double opacity) {
    return opacity >= 1 || colour.length() != 7
        ? colour
        : colour + String.format(Locale.ROOT, "%02x", Math.round(opacity * 255));
  }

  private static String word(Map<String, JsonNode> properties, String name, String otherwise) {
    JsonNode node = properties.get(name);
    return node == null ? otherwise : node.stringValue(otherwise);
  }

  private static double number(Map<String, JsonNode> properties, String name, double otherwise) {
    JsonNode node = properties.get(name);
    if (node == null) {
      return otherwise;
    }
    return node.isString() ? Double.parseDouble(node.stringValue()) : node.doubleValue();
  }
}
