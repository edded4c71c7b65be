package vn.khuxuong.maps.style;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a style layer draws its features. */
public enum LayerType {
  /** Inside of polygons, plain or hatched. */
  FILL,
  /** Lines and the edges of polygons. */
  LINE,
  /** A disc on each point, or on the label point of other shapes. */
  CIRCLE,
  /** Text on the label point. */
  SYMBOL;

  /** The word in the file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LayerType> find(String key) {
    return Arrays.stream(values()).filter(t -> t.key().equals(key)).findFirst();
  }
}
