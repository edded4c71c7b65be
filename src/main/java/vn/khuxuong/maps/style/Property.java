package vn.khuxuong.maps.style;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paint and layout properties of the subset, named and meant as in the MapLibre style
 * specification. One meaning is our own: a fill layer with {@code fill-pattern} draws the named
 * hatch in the layer's {@code fill-color}.
 */
// Every default is of an immutable type, which the checker cannot see behind Object and List.
@SuppressWarnings("ImmutableEnumChecker")
public enum Property {
  VISIBILITY("visibility", null, false, "visible", List.of("visible", "none")),

  FILL_COLOR("fill-color", LayerType.FILL, true, Kind.COLOUR, Colour.BLACK),
  FILL_OPACITY("fill-opacity", LayerType.FILL, 1.0, 1.0),
  FILL_OUTLINE_COLOR("fill-outline-color", LayerType.FILL, true, Kind.COLOUR, null),
  FILL_PATTERN("fill-pattern", LayerType.FILL, true, Kind.TEXT, null),

  LINE_COLOR("line-color", LayerType.LINE, true, Kind.COLOUR, Colour.BLACK),
  LINE_OPACITY("line-opacity", LayerType.LINE, 1.0, 1.0),
  LINE_WIDTH("line-width", LayerType.LINE, 1.0, 100),
  LINE_DASHARRAY("line-dasharray", LayerType.LINE, true, Kind.NUMBERS, null),

  CIRCLE_COLOR("circle-color", LayerType.CIRCLE, true, Kind.COLOUR, Colour.BLACK),
  CIRCLE_OPACITY("circle-opacity", LayerType.CIRCLE, 1.0, 1.0),
  CIRCLE_RADIUS("circle-radius", LayerType.CIRCLE, 5.0, 100),
  CIRCLE_STROKE_COLOR("circle-stroke-color", LayerType.CIRCLE, true, Kind.COLOUR, Colour.BLACK),
  CIRCLE_STROKE_WIDTH("circle-stroke-width", LayerType.CIRCLE, 0.0, 100),

  TEXT_COLOR("text-color", LayerType.SYMBOL, true, Kind.COLOUR, Colour.BLACK),
  TEXT_HALO_COLOR("text-halo-color", LayerType.SYMBOL, true, Kind.COLOUR, Colour.TRANSPARENT),
  TEXT_HALO_WIDTH("text-halo-width", LayerType.SYMBOL, 0.0, 20),
  TEXT_FIELD("text-field", LayerType.SYMBOL, false, Kind.TEXT, ""),
  TEXT_SIZE("text-size", LayerType.SYMBOL, false, Kind.NUMBER, 16.0),
  TEXT_FONT("text-font", LayerType.SYMBOL, false, Kind.TEXTS, List.of("DejaVu Sans")),
  TEXT_ANCHOR(
      "text-anchor",
      LayerType.SYMBOL,
      false,
      "center",
      List.of(
          "center",
          "left",
          "right",
          "top",
          "bottom",
          "top-left",
          "top-right",
          "bottom-left",
          "bottom-right")),
  TEXT_OFFSET("text-offset", LayerType.SYMBOL, false, Kind.NUMBERS, List.of(0.0, 0.0)),
  TEXT_VARIABLE_ANCHOR_OFFSET(
      "text-variable-anchor-offset", LayerType.SYMBOL, false, Kind.ANCHORS, null),
  TEXT_ALLOW_OVERLAP("text-allow-overlap", LayerType.SYMBOL, false, Kind.FLAG, false),
  SYMBOL_SORT_KEY("symbol-sort-key", LayerType.SYMBOL, false, Kind.NUMBER, 0.0);

  private final String key;
  private final @Nullable LayerType layerType;
  private final boolean paint;
  private final Kind kind;
  private final @Nullable Object standard;
  private final double most;
  private final List<String> words;

  Property(
      String key,
      @Nullable LayerType layerType,
      boolean paint,
      Kind kind,
      @Nullable Object standard) {
    this.key = key;
    this.layerType = layerType;
    this.paint = paint;
    this.kind = kind;
    this.standard = standard;
    this.most = Double.MAX_VALUE;
    this.words = List.of();
  }

  Property(String key, LayerType layerType, double standard, double most) {
    this.key = key;
    this.layerType = layerType;
    this.paint = true;
    this.kind = Kind.NUMBER;
    this.standard = standard;
    this.most = most;
    this.words = List.of();
  }

  Property(
      String key,
      @Nullable LayerType layerType,
      boolean paint,
      String standard,
      List<String> words) {
    this.key = key;
    this.layerType = layerType;
    this.paint = paint;
    this.kind = Kind.TEXT;
    this.standard = standard;
    this.most = Double.MAX_VALUE;
    this.words = words;
  }

  static Optional<Property> find(LayerType type, boolean paint, String key) {
    return Arrays.stream(values())
        .filter(p -> p.key.equals(key) && p.paint == paint)
        .filter(p -> p.layerType == null || p.layerType == type)
        .findFirst();
  }

  /** The name in the file. */
  public String key() {
    return key;
  }

  Kind kind() {
    return kind;
  }

  /** The value where the style says nothing, or null for "not drawn". */
  @Nullable Object standard() {
    return standard;
  }

  /**
   * Whether a constant may stand here.
   *
   * @return what is wrong with it, or empty
   */
  Optional<String> fault(Object value) {
    if (value instanceof Double number) {
      boolean signed = this == SYMBOL_SORT_KEY;
      if ((!signed && number < 0) || number > most) {
        return Optional.of("must lie between 0 and " + (most > 1e9 ? "∞" : (long) most));
      }
    }
    if (value instanceof String word && !words.isEmpty() && !words.contains(word)) {
      return Optional.of("must be one of " + String.join(", ", words));
    }
    if (this == TEXT_OFFSET && value instanceof List<?> pair && pair.size() != 2) {
      return Optional.of("must be two numbers, in ems");
    }
    if (this == LINE_DASHARRAY
        && value instanceof List<?> dashes
        && (dashes.isEmpty() || dashes.stream().noneMatch(d -> d instanceof Double n && n > 0))) {
      return Optional.of("must hold a length above 0, in line widths");
    }
    if (this == TEXT_FIELD && value instanceof String text && text.contains("{")) {
      return Optional.of("tokens in braces are not read; use [\"get\", …]");
    }
    return Optional.empty();
  }
}
