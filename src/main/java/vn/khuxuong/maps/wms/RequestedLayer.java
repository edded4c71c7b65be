package vn.khuxuong.maps.wms;

import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.picture.PictureLayer;
import vn.khuxuong.maps.style.Style;

/**
 * A layer in the style it is asked for.
 *
 * @param layer with the fields that the client may see
 * @param styleName as the capabilities call it
 * @param selection which of its features
 */
record RequestedLayer(Layer layer, String styleName, Style style, Selection selection) {
  private static final double TOLERANCE = 1.000_001;

  RequestedLayer(Layer layer, String styleName, Style style) {
    this(layer, styleName, style, Selection.ALL);
  }

  RequestedLayer only(Selection wanted) {
    return new RequestedLayer(layer, styleName, style, wanted);
  }

  /** As a picture shows it. */
  PictureLayer pictured() {
    return new PictureLayer(
        layer, style, selection.condition(), selection.day(), selection.asOf(), null);
  }

  /** Smallest scale at which it is drawn, as a denominator; infinite without limit. */
  double maxScaleDenominator() {
    return pictured().maxScaleDenominator();
  }

  /** Largest scale at which it is drawn, as a denominator; 0 without limit. */
  double minScaleDenominator() {
    return pictured().minScaleDenominator();
  }

  /** Whether anything of it can be seen at a scale. */
  boolean isDrawnAt(double scaleDenominator) {
    return scaleDenominator <= maxScaleDenominator() * TOLERANCE
        && scaleDenominator * TOLERANCE >= minScaleDenominator();
  }
}
