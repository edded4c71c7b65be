package vn.khuxuong.maps.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Pattern;

/**
 * A hatch in its colour: the pixels of one tile, premultiplied, row by row. Shared by all threads.
 */
final class Hatch {
  /** Parts of a pixel by which a tile that stands once may be moved. */
  private static final int FINE = 4;

  private static final Cache<Look, Hatch> CACHE =
      Caffeine.newBuilder().maximumSize(500).executor(Runnable::run).build();

  private final int[] pixels;
  private final int width;
  private final int height;
  private final boolean repeated;

  private final int[][] inked;

  private Hatch(int[] pixels, int width, int height, boolean repeated) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.repeated = repeated;
    this.inked = new int[height][];
    for (int row = 0; row < height; row++) {
      int from = row * width;
      inked[row] = IntStream.range(0, width).filter(x -> pixels[from + x] != 0).toArray();
    }
  }

  private record Look(Pattern pattern, Colour colour, double scale, int moveX, int moveY) {}

  /**
   * @param scale pixels of the picture for a pixel of the pattern
   */
  static Hatch of(Pattern pattern, Colour colour, double scale) {
    return CACHE.get(new Look(pattern, colour, scale, 0, 0), Hatch::draw);
  }

  /** A tile that stands once, moved to the right and down by a part of a pixel. */
  static Hatch moved(Pattern pattern, Colour colour, double scale, double x, double y) {
    int moveX = (int) (x * FINE);
    int moveY = (int) (y * FINE);
    return CACHE.get(new Look(pattern, colour, scale, moveX, moveY), Hatch::draw);
  }

  /** Not to be changed. */
  int[] pixels() {
    return pixels;
  }

  /** The columns in which a row of the tile has anything; not to be changed. */
  int[] inked(int row) {
    return inked[row];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Whether the tile goes on and on, else it stands once. */
  boolean repeated() {
    return repeated;
  }

  private static Hatch draw(Look look) {
    Pattern pattern = look.pattern();
    boolean repeated = pattern.repeated();
    double width = pattern.width() * look.scale();
    double height = pattern.height() * look.scale();
    int tileWidth = (int) Math.max(1, repeated ? Math.round(width) : Math.ceil(width) + 1);
    int tileHeight = (int) Math.max(1, repeated ? Math.round(height) : Math.ceil(height) + 1);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            look.moveX() / (double) FINE, look.moveY() / (double) FINE);
    place.scale(
        repeated ? tileWidth / pattern.width() : look.scale(),
        repeated ? tileHeight / pattern.height() : look.scale());
    BufferedImage tile = new BufferedImage(tileWidth, tileHeight, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = tile.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(new Color(look.colour().argb(), true));
    g.fill(place.createTransformedShape(drawn(pattern)));
    g.dispose();
    return new Hatch(Rasters.pixels(tile), tileWidth, tileHeight, repeated);
  }

  private static Shape drawn(Pattern pattern) {
    Path2D path = pattern.outline();
    return pattern.strokeWidth() == 0
        ? path
        : new BasicStroke(
                (float) pattern.strokeWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
            .createStrokedShape(path);
  }
}
