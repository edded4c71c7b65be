package vn.khuxuong.maps.style;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One drawing step of a style: which features, at which zooms, with which paint. */
public final class StyleLayer {
  private final String id;
  private final LayerType type;
  private final double minZoom;
  private final double maxZoom;
  private final boolean fitsInside;
  private final String companion;
  private final Expression filter;
  private final EnumMap<Property, Expression> properties = new EnumMap<>(Property.class);
  private final Set<String> fields;

  StyleLayer(
      String id,
      LayerType type,
      double minZoom,
      double maxZoom,
      boolean fitsInside,
      String companion,
      Expression filter,
      Map<Property, Expression> properties,
      Set<String> fields) {
    this.id = id;
    this.type = type;
    this.minZoom = minZoom;
    this.maxZoom = maxZoom;
    this.fitsInside = fitsInside;
    this.companion = companion;
    this.filter = filter;
    this.properties.putAll(properties);
    this.fields = Set.copyOf(fields);
  }

  /** The step's name, unique in its style. */
  public String id() {
    return id;
  }

  /** How it draws. */
  public LayerType type() {
    return type;
  }

  /** Lowest zoom at which it draws, included. */
  public double minZoom() {
    return minZoom;
  }

  /** Highest zoom, excluded. */
  public double maxZoom() {
    return maxZoom;
  }

  /** Whether a label that is wider or higher than its polygon is left out. */
  public boolean fitsInside() {
    return fitsInside;
  }

  /**
   * The step whose label must stand for this one's to stand as well, such as the code above an
   * area; empty for none.
   */
  public String companion() {
    return companion;
  }

  /** The fields it needs of each feature. */
  public Set<String> fields() {
    return fields;
  }

  /** Whether it draws anything at a zoom. */
  public boolean isVisibleAt(double zoom) {
    return zoom >= minZoom
        && zoom < maxZoom
        && !"none".equals(value(Property.VISIBILITY, Attributes.NONE, zoom));
  }

  /** Whether its filter lets a feature through. */
  public boolean accepts(Attributes feature, double zoom) {
    return Boolean.TRUE.equals(filter.evaluate(feature, zoom));
  }

  /** Whether the style says anything about a property. */
  public boolean has(Property property) {
    return properties.containsKey(property);
  }

  /** A number; the property's default where the feature gives none. */
  public double number(Property property, Attributes feature, double zoom) {
    Object value = value(property, feature, zoom);
    Object number = value instanceof Double ? value : property.standard();
    return (Double) Objects.requireNonNull(number);
  }

  /** A number that all features share, or 0 where each has its own. */
  public double common(Property property, double zoom) {
    boolean[] asked = {false};
    double number =
        number(
            property,
            field -> {
              asked[0] = true;
              return null;
            },
            zoom);
    return asked[0] ? 0 : number;
  }

  /** A colour, transparent where the style gives none and the property has no default. */
  public Colour colour(Property property, Attributes feature, double zoom) {
    Colour colour = Values.colour(value(property, feature, zoom));
    if (colour == null) {
      colour = (Colour) property.standard();
    }
    return colour == null ? Colour.TRANSPARENT : colour;
  }

  /** Text, empty where there is none. */
  public String text(Property property, Attributes feature, double zoom) {
    return Values.text(value(property, feature, zoom));
  }

  /** A list of numbers, empty where there is none. */
  public List<Double> numbers(Property property, Attributes feature, double zoom) {
    List<Double> numbers = Values.numbers(value(property, feature, zoom));
    return numbers.isEmpty() ? Values.numbers(property.standard()) : numbers;
  }

  /**
   * Where a label may stand, the best place first: those of {@code text-variable-anchor-offset}, or
   * the one of {@code text-anchor} and {@code text-offset}.
   */
  public List<AnchorOffset> anchors(Attributes feature, double zoom) {
    if (value(Property.TEXT_VARIABLE_ANCHOR_OFFSET, feature, zoom) instanceof List<?> places) {
      return places.stream().map(AnchorOffset.class::cast).toList();
    }
    List<Double> offset = numbers(Property.TEXT_OFFSET, feature, zoom);
    return List.of(
        new AnchorOffset(text(Property.TEXT_ANCHOR, feature, zoom), offset.get(0), offset.get(1)));
  }

  /** Whether a switch is on. */
  public boolean flag(Property property, Attributes feature, double zoom) {
    return Boolean.TRUE.equals(value(property, feature, zoom));
  }

  /** Whether labels are set in bold. */
  public boolean bold(Attributes feature, double zoom) {
    return value(Property.TEXT_FONT, feature, zoom) instanceof List<?> fonts
        && !fonts.isEmpty()
        && fonts.get(0).toString().endsWith("Bold");
  }

  private @Nullable Object value(Property property, Attributes feature, double zoom) {
    Expression expression = properties.get(property);
    Object value = expression == null ? null : expression.evaluate(feature, zoom);
    return value == null ? property.standard() : value;
  }
}
