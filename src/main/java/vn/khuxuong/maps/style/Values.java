package vn.khuxuong.maps.style;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values style expressions compute with, and how JSON and data become such values. */
final class Values {
  private Values() {}

  /** A value of a published view as expressions know it: text, number, flag or null. */
  static @Nullable Object ofData(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    }
    return value.toString();
  }

  /** A JSON scalar; null for null. */
  static @Nullable Object ofScalar(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isString() ? node.stringValue() : null;
  }

  /**
   * A constant of the style file as a value of a kind.
   *
   * @return empty if it is of another kind
   */
  static Optional<Object> ofJson(JsonNode node, Kind kind) {
    return switch (kind) {
      case COLOUR ->
          node.isString() ? Colour.find(node.stringValue()).map(c -> c) : Optional.empty();
      case NUMBER -> node.isNumber() ? Optional.of(node.doubleValue()) : Optional.empty();
      case TEXT -> node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
      case FLAG -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
      case NUMBERS -> list(node, JsonNode::isNumber, JsonNode::doubleValue);
      case TEXTS -> list(node, JsonNode::isString, JsonNode::stringValue);
      case ANCHORS -> anchors(node);
      case ANY ->
          node.isArray()
              ? list(node, JsonNode::isValueNode, Values::ofScalar)
              : Optional.ofNullable(ofScalar(node));
    };
  }

  private static Optional<Object> anchors(JsonNode node) {
    boolean paired = node.isArray() && !node.isEmpty() && node.size() % 2 == 0;
    List<AnchorOffset> anchors = new ArrayList<>();
    for (int i = 0; paired && i < node.size(); i += 2) {
      JsonNode anchor = node.path(i);
      JsonNode offset = node.path(i + 1);
      paired =
          anchor.isString()
              && Property.TEXT_ANCHOR.fault(anchor.stringValue()).isEmpty()
              && offset.size() == 2
              && offset.path(0).isNumber()
              && offset.path(1).isNumber();
      if (paired) {
        anchors.add(
            new AnchorOffset(
                anchor.stringValue(), offset.path(0).doubleValue(), offset.path(1).doubleValue()));
      }
    }
    return paired ? Optional.of(List.copyOf(anchors)) : Optional.empty();
  }

  private static Optional<Object> list(
      JsonNode node, Function<JsonNode, Boolean> fits, Function<JsonNode, @Nullable Object> value) {
    if (!node.isArray() || !node.valueStream().allMatch(fits::apply)) {
      return Optional.empty();
    }
    return Optional.of(node.valueStream().map(value).toList());
  }

  /** As text: numbers without a needless fraction, null as nothing. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      BigDecimal plain = BigDecimal.valueOf(number).stripTrailingZeros();
      return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
    return value instanceof Colour colour ? colour.css() : value.toString();
  }

  /** A value as a colour, where it is one or the name of one. */
  static @Nullable Colour colour(@Nullable Object value) {
    if (value instanceof Colour colour) {
      return colour;
    }
    return value instanceof String css ? Colour.find(css).orElse(null) : null;
  }

  /** A value as a list of numbers, empty where it is none. */
  static List<Double> numbers(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    return list.stream().filter(Double.class::isInstance).map(Double.class::cast).toList();
  }
}
