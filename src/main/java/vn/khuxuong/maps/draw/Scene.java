package vn.khuxuong.maps.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.style.Colour;

/**
 * All that a picture shows.
 *
 * @param view which part of the world, and how many pixels
 * @param dpiFactor pixels of the picture for one of a usual screen: lines, letters and hatches are
 *     that much larger, and the style is that of the scale there
 * @param layers the first lowest, all labels on top
 * @param ground opaque colour below everything, or null for a transparent picture
 */
public record Scene(MapView view, double dpiFactor, List<Sketch> layers, @Nullable Colour ground) {

  public Scene {
    layers = List.copyOf(layers);
  }

  /** The zoom of the style. */
  public double zoom() {
    return view.zoomAt(dpiFactor);
  }

  /** The colour all pixels begin with, premultiplied. */
  int blank() {
    return ground == null ? 0 : Blend.premultiplied(ground.argb());
  }
}
