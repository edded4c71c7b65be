package vn.khuxuong.maps.wms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.GeoRefusal;
import vn.khuxuong.maps.draw.MapDrawing;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.picture.PictureFormat;
import vn.khuxuong.maps.picture.PictureRequest;
import vn.khuxuong.maps.style.Colour;

/**
 * A checked GetMap request, or the map part of a GetFeatureInfo request.
 *
 * @param layers in the order of drawing, the first lowest
 * @param ground colour below everything, null for transparent
 * @param dpiFactor how much finer than a screen's the picture's pixels are
 */
record MapRequest(
    MapView view,
    List<RequestedLayer> layers,
    @Nullable Colour ground,
    PictureFormat format,
    double dpiFactor) {

  /** Pixels a picture may be wide, and high. */
  static final int MAX_SIZE = PictureRequest.MAX_SIZE;

  /** Layers a request may name, those of groups counted each. */
  static final int MAX_LAYERS = 32;

  MapRequest {
    layers = List.copyOf(layers);
  }

  /** The picture it asks for. */
  PictureRequest picture() {
    return new PictureRequest(
        view, layers.stream().map(RequestedLayer::pictured).toList(), ground, format, dpiFactor);
  }

  /** The scale at which layers are shown or not: that of a usual screen. */
  double scaleDenominator() {
    return view.scaleDenominator() * dpiFactor;
  }

  /** From where features can reach into the picture; null for everywhere. */
  @Nullable BBox reach() {
    try {
      return view.grownBy(MapDrawing.REACH_PX * dpiFactor);
    } catch (GeoRefusal endless) {
      return null;
    }
  }
}
