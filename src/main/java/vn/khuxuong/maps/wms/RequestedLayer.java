package vn.khuxuong.maps.wms;

import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.style.Style;

/**
 * A layer in the style it is asked for.
 *
 * @param layer with the fields that the client may see
 * @param styleName as the capabilities call it
 */
record RequestedLayer(Layer layer, String styleName, Style style) {
  private static final double TOLERANCE = 1.000_001;

  /** Smallest scale at which it is drawn, as a denominator; infinite without limit. */
  double maxScaleDenominator() {
    double byStyle =
        style.minZoom() == 0 ? Double.POSITIVE_INFINITY : MapView.scaleDenominator(style.minZoom());
    return Math.min(layer.scale().max(), byStyle);
  }

  /** Largest scale at which it is drawn, as a denominator; 0 without limit. */
  double minScaleDenominator() {
    double byStyle =
        style.maxZoom() == Double.POSITIVE_INFINITY ? 0 : MapView.scaleDenominator(style.maxZoom());
    return Math.max(layer.scale().min(), byStyle);
  }

  /** Whether anything of it can be seen in a view. */
  boolean isDrawnIn(MapView view) {
    double scale = view.scaleDenominator();
    return scale <= maxScaleDenominator() * TOLERANCE && scale * TOLERANCE >= minScaleDenominator();
  }
}
