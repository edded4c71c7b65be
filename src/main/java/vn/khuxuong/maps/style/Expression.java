package vn.khuxuong.maps.style;

import org.jspecify.annotations.Nullable;

/**
 * A compiled style expression. Its value is a {@link String}, {@link Double}, {@link Boolean},
 * {@link Colour}, an unmodifiable list of these, or null where the data have no answer.
 */
@FunctionalInterface
interface Expression {

  /**
   * @param feature the feature that is drawn
   * @param zoom of the picture, 256-pixel tiles
   */
  @Nullable Object evaluate(Attributes feature, double zoom);

  /** An expression with the same value everywhere. */
  static Expression constant(@Nullable Object value) {
    return (feature, zoom) -> value;
  }
}
