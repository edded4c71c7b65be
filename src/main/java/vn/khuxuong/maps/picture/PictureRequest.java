package vn.khuxuong.maps.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.maps.draw.MapView;
import vn.khuxuong.maps.style.Colour;

/**
 * A picture that a door wants. Two requests that are equal get the same bytes.
 *
 * @param view which part of the world, and how many pixels
 * @param layers in the order of drawing, the first lowest
 * @param ground opaque colour below everything, null for transparent
 * @param format of the file
 * @param dpiFactor how many pixels stand where a screen of 90 dots an inch has one: lines, letters
 *     and hatches get as much larger, and the style is that of the scale on such a screen; from
 *     {@link #MIN_DPI_FACTOR} to {@link #MAX_DPI_FACTOR}
 */
public record PictureRequest(
    MapView view,
    List<PictureLayer> layers,
    @Nullable Colour ground,
    PictureFormat format,
    double dpiFactor) {

  /** Pixels a picture may be wide, and high. */
  public static final int MAX_SIZE = 4096;

  /** 45 dots an inch. */
  public static final double MIN_DPI_FACTOR = 0.5;

  /** 720 dots an inch. */
  public static final double MAX_DPI_FACTOR = 8;

  public PictureRequest {
    if (!(dpiFactor >= MIN_DPI_FACTOR && dpiFactor <= MAX_DPI_FACTOR)) {
      throw new IllegalArgumentException("dpiFactor " + dpiFactor);
    }
    if (view.width() > MAX_SIZE || view.height() > MAX_SIZE) {
      throw new IllegalArgumentException("larger than " + MAX_SIZE + " pixels");
    }
    layers = List.copyOf(layers);
  }

  /** A PNG picture for screens of usual resolution. */
  public static PictureRequest png(
      MapView view, List<PictureLayer> layers, @Nullable Colour ground) {
    return new PictureRequest(view, layers, ground, PictureFormat.PNG, 1);
  }

  /** How many pixels must be held at once: JPEG is packed from the whole picture. */
  int pixelsHeld() {
    return format == PictureFormat.JPEG ? view.width() * view.height() : 0;
  }
}
