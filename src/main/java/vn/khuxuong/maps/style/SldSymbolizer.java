package vn.khuxuong.maps.style;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.khuxuong.maps.xml.XmlWriter;

/**
 * Writes how a rule paints as one symbolizer of OGC 05-077r4 (Symbology Encoding 1.1), lengths in
 * pixels.
 */
final class SldSymbolizer {
  private final XmlWriter xml;
  private final Patterns patterns;
  private final LayerType type;
  private final SldRule rule;

  SldSymbolizer(XmlWriter xml, Patterns patterns, LayerType type, SldRule rule) {
    this.xml = xml;
    this.patterns = patterns;
    this.type = type;
    this.rule = rule;
  }

  /** Whether anything of it can be seen. */
  boolean isVisible() {
    if (text(Property.VISIBILITY).equals("none")) {
      return false;
    }
    return switch (type) {
      case FILL ->
          (isPainted(Property.FILL_COLOR, Property.FILL_OPACITY) && (!hatched() || hatch() != null))
              || rule.paint().containsKey(Property.FILL_OUTLINE_COLOR);
      case LINE ->
          isPainted(Property.LINE_COLOR, Property.LINE_OPACITY) && number(Property.LINE_WIDTH) > 0;
      case CIRCLE -> number(Property.CIRCLE_RADIUS) > 0;
      case SYMBOL -> !new SldLabel(rule.paint().get(Property.TEXT_FIELD)).isEmpty();
    };
  }

  /** The symbolizer. */
  void write() {
    switch (type) {
      case FILL -> fill();
      case LINE -> {
        xml.open("se:LineSymbolizer");
        stroke(
            colour(Property.LINE_COLOR).faded(number(Property.LINE_OPACITY)),
            number(Property.LINE_WIDTH),
            numbers(Property.LINE_DASHARRAY));
        xml.close();
      }
      case CIRCLE -> circle();
      case SYMBOL -> label();
    }
  }

  private void fill() {
    xml.open("se:PolygonSymbolizer");
    Colour colour = colour(Property.FILL_COLOR).faded(number(Property.FILL_OPACITY));
    Pattern hatch = hatch();
    if (hatch != null) {
      xml.open("se:Fill").open("se:GraphicFill").open("se:Graphic").open("se:Mark");
      xml.element("se:WellKnownName", hatch.mark());
      if (hatch.strokeWidth() == 0) {
        fillWith(colour);
      } else {
        stroke(colour, hatch.strokeWidth(), List.of());
      }
      xml.close();
      xml.element("se:Size", plain(Math.max(hatch.width(), hatch.height())));
      xml.close().close().close();
    } else if (!hatched()) {
      fillWith(colour);
    }
    if (rule.paint().containsKey(Property.FILL_OUTLINE_COLOR)) {
      stroke(
          colour(Property.FILL_OUTLINE_COLOR).faded(number(Property.FILL_OPACITY)), 1, List.of());
    }
    xml.close();
  }

  private void circle() {
    double edge = number(Property.CIRCLE_STROKE_WIDTH);
    xml.open("se:PointSymbolizer").open("se:Graphic").open("se:Mark");
    xml.element("se:WellKnownName", "circle");
    fillWith(colour(Property.CIRCLE_COLOR).faded(number(Property.CIRCLE_OPACITY)));
    if (edge > 0) {
      stroke(colour(Property.CIRCLE_STROKE_COLOR), edge, List.of());
    }
    xml.close();
    xml.element("se:Size", plain(2 * number(Property.CIRCLE_RADIUS) + edge));
    xml.close().close();
  }

  private void label() {
    double size = number(Property.TEXT_SIZE);
    xml.open("se:TextSymbolizer").open("se:Label");
    new SldLabel(rule.paint().get(Property.TEXT_FIELD)).write(xml);
    xml.close().open("se:Font");
    svg("font-family", "DejaVu Sans");
    List<?> fonts = constant(Property.TEXT_FONT) instanceof List<?> list ? list : List.of("");
    svg("font-weight", fonts.get(0).toString().endsWith("Bold") ? "bold" : "normal");
    svg("font-size", plain(size));
    xml.close();
    AnchorOffset place = place();
    xml.open("se:LabelPlacement").open("se:PointPlacement").open("se:AnchorPoint");
    boolean left = place.anchor().contains("left");
    boolean right = place.anchor().contains("right");
    boolean top = place.anchor().contains("top");
    boolean bottom = place.anchor().contains("bottom");
    xml.element("se:AnchorPointX", left ? "0" : right ? "1" : "0.5");
    xml.element("se:AnchorPointY", bottom ? "0" : top ? "1" : "0.5").close();
    xml.open("se:Displacement");
    xml.element("se:DisplacementX", plain(place.x() * size));
    xml.element("se:DisplacementY", plain(-place.y() * size));
    xml.close().close().close();
    if (number(Property.TEXT_HALO_WIDTH) > 0) {
      xml.open("se:Halo").element("se:Radius", plain(number(Property.TEXT_HALO_WIDTH)));
      fillWith(colour(Property.TEXT_HALO_COLOR));
      xml.close();
    }
    fillWith(colour(Property.TEXT_COLOR));
    xml.close();
  }

  /** The first place a label may stand; SE knows one only. */
  private AnchorOffset place() {
    if (constant(Property.TEXT_VARIABLE_ANCHOR_OFFSET) instanceof List<?> places) {
      return (AnchorOffset) places.get(0);
    }
    List<Double> offset = numbers(Property.TEXT_OFFSET);
    return new AnchorOffset(text(Property.TEXT_ANCHOR), offset.get(0), offset.get(1));
  }

  private void fillWith(Colour colour) {
    xml.open("se:Fill");
    svg("fill", rgb(colour));
    svg("fill-opacity", opacity(colour));
    xml.close();
  }

  /**
   * @param dashes in line widths; empty for a line without gaps
   */
  private void stroke(Colour colour, double width, List<Double> dashes) {
    xml.open("se:Stroke");
    svg("stroke", rgb(colour));
    svg("stroke-opacity", opacity(colour));
    svg("stroke-width", plain(width));
    if (!dashes.isEmpty()) {
      svg(
          "stroke-dasharray",
          dashes.stream().map(dash -> plain(dash * width)).collect(Collectors.joining(" ")));
    }
    xml.close();
  }

  private void svg(String name, String value) {
    xml.open("se:SvgParameter").attribute("name", name).text(value).close();
  }

  private boolean hatched() {
    return rule.paint().containsKey(Property.FILL_PATTERN);
  }

  private @Nullable Pattern hatch() {
    return patterns.find(text(Property.FILL_PATTERN)).orElse(null);
  }

  private boolean isPainted(Property colour, Property opacity) {
    return colour(colour).argb() >>> 24 > 0 && number(opacity) > 0;
  }

  /** A property's value, its default where the features themselves would decide. */
  private @Nullable Object constant(Property property) {
    JsonNode node = rule.paint().get(property);
    Optional<Object> value =
        node == null || !Reduction.isConstant(node)
            ? Optional.empty()
            : Values.ofJson(Reduction.content(node), property.kind());
    return value.orElse(property.standard());
  }

  private Colour colour(Property property) {
    Colour colour = Values.colour(constant(property));
    return colour == null ? Colour.TRANSPARENT : colour;
  }

  private double number(Property property) {
    return constant(property) instanceof Double number ? number : 0;
  }

  private List<Double> numbers(Property property) {
    return Values.numbers(constant(property));
  }

  private String text(Property property) {
    return Values.text(constant(property));
  }

  private static String rgb(Colour colour) {
    return String.format(Locale.ROOT, "#%06x", colour.argb() & 0xffffff);
  }

  private static String opacity(Colour colour) {
    return plain((colour.argb() >>> 24) / 255.0);
  }

  private static String plain(double number) {
    return Values.text(Math.round(number * 1000) / 1000.0);
  }
}
