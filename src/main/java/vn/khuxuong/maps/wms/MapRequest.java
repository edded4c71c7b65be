package vn.khuxuong.maps.wms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.picture.PictureRequest;
import vn.khuxuong.maps.style.Colour;

/**
 * A checked GetMap request, or the map part of a GetFeatureInfo request.
 *
 * @param layers in the order of drawing, the first lowest
 * @param ground colour below everything, null for transparent
 * @param floor only features on this storey, in layers that have storeys; null for all
 */
record MapRequest(
    MapView view, List<RequestedLayer> layers, @Nullable Colour ground, @Nullable Integer floor) {

  /** Pixels a picture may be wide, and high. */
  static final int MAX_SIZE = PictureRequest.MAX_SIZE;

  /** Layers a request may name. */
  static final int MAX_LAYERS = 32;

  MapRequest {
    layers = List.copyOf(layers);
  }

  /** The picture it asks for. */
  PictureRequest picture() {
    return PictureRequest.png(view, layers.stream().map(layer -> layer.on(floor)).toList(), ground);
  }
}
