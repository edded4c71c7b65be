package vn.khuxuong.maps.wms;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.layer.Layer;
import vn.khuxuong.maps.picture.PictureLayer;
import vn.khuxuong.maps.style.Style;

/**
 * A layer in the style it is asked for.
 *
 * @param layer with the fields that the client may see
 * @param styleName as the capabilities call it
 */
record RequestedLayer(Layer layer, String styleName, Style style) {

  /** As a picture shows it. */
  PictureLayer on(@Nullable Integer floor) {
    return new PictureLayer(layer, style, null, null, null, floor);
  }

  /** Smallest scale at which it is drawn, as a denominator; infinite without limit. */
  double maxScaleDenominator() {
    return on(null).maxScaleDenominator();
  }

  /** Largest scale at which it is drawn, as a denominator; 0 without limit. */
  double minScaleDenominator() {
    return on(null).minScaleDenominator();
  }
}
