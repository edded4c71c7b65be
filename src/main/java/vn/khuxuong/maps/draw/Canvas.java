package vn.khuxuong.maps.draw;

import java.util.Arrays;
import vn.khuxuong.maps.style.Colour;

/**
 * A band of rows of a picture while it is painted. All painting goes through this class, so that
 * another way of filling pixels replaces nothing else. Coordinates are those of the whole picture.
 * Belongs to one thread.
 */
final class Canvas {
  /** Pixels of one colour that are worth being looked for. */
  private static final int LONG_RUN = 32;

  private final Brushes brushes;
  private final int[] pixels;
  private final int width;
  private final int top;
  private final int bottom;

  /**
   * An empty band.
   *
   * @param top its first row
   * @param bottom the row after its last
   * @param ground premultiplied
   */
  Canvas(Brushes brushes, int width, int top, int bottom, int ground) {
    this(brushes, brushes.pixels(width * (bottom - top)), width, top, bottom, ground);
  }

  /**
   * A band that is painted into pixels of the caller.
   *
   * @param pixels may be longer than the band
   */
  Canvas(Brushes brushes, int[] pixels, int width, int top, int bottom, int ground) {
    this.brushes = brushes;
    this.pixels = pixels;
    this.width = width;
    this.top = top;
    this.bottom = bottom;
    Arrays.fill(pixels, 0, width * (bottom - top), ground);
  }

  /** The pixels row by row, alpha, red, green, blue premultiplied; may be longer than the band. */
  int[] pixels() {
    return pixels;
  }

  int width() {
    return width;
  }

  /** First row of the picture. */
  int top() {
    return top;
  }

  int rows() {
    return bottom - top;
  }

  /**
   * Fills the polygons of several ranges of rings as one area.
   *
   * @param ranges first ring and ring after the last, in turn
   */
  void fill(Shapes shapes, int[] ranges, Colour colour) {
    int above = Blend.premultiplied(colour.argb());
    boolean opaque = above >>> 24 == 255;
    brushes.coverage.polygons(
        shapes,
        ranges,
        width,
        top,
        bottom,
        (y, from, to, share) -> {
          int at = (y - top) * width + from;
          int end = at + to - from;
          if (share == 255 && opaque) {
            Arrays.fill(pixels, at, end, above);
            return;
          }
          lay(scaled(above, share), at, end);
        });
  }

  /** Lays a colour on pixels next to one another: on a long run of one colour all at once. */
  private void lay(int above, int from, int end) {
    int at = from;
    while (end - at >= LONG_RUN) {
      int unlike = Arrays.mismatch(pixels, at, end - 1, pixels, at + 1, end);
      int run = unlike < 0 ? end - at : unlike + 1;
      if (run < LONG_RUN) {
        break;
      }
      Arrays.fill(pixels, at, at + run, Blend.over(above, pixels[at]));
      at += run;
    }
    if (at == end) {
      return;
    }
    int before = pixels[at];
    int laid = Blend.over(above, before);
    for (; at < end; at++) {
      int below = pixels[at];
      if (below != before) {
        before = below;
        laid = Blend.over(above, below);
      }
      pixels[at] = laid;
    }
  }

  /**
   * Hatches the polygons of several ranges of rings.
   *
   * @param ranges first ring and ring after the last, in turn
   * @param left column of the picture at which a tile of the hatch begins
   * @param upper row at which a tile begins
   */
  void hatch(Shapes shapes, int[] ranges, Hatch hatch, int left, int upper) {
    brushes.coverage.polygons(
        shapes,
        ranges,
        width,
        top,
        bottom,
        (y, from, to, share) -> {
          int line = y - upper;
          if (hatch.repeated()) {
            hatch(y, from, to, share, hatch, Math.floorMod(line, hatch.height()), left);
          } else if (line >= 0 && line < hatch.height()) {
            int start = Math.max(from, left);
            hatch(y, start, Math.min(to, left + hatch.width()), share, hatch, line, left);
          }
        });
  }

  private void hatch(int y, int from, int to, int share, Hatch hatch, int line, int left) {
    int[] tile = hatch.pixels();
    int tileWidth = hatch.width();
    int row = (y - top) * width;
    if (to - from < tileWidth) {
      for (int x = from; x < to; x++) {
        int above = tile[line * tileWidth + Math.floorMod(x - left, tileWidth)];
        if (above != 0) {
          pixels[row + x] = Blend.over(scaled(above, share), pixels[row + x]);
        }
      }
      return;
    }
    for (int column : hatch.inked(line)) {
      int above = scaled(tile[line * tileWidth + column], share);
      int x = from + Math.floorMod(column - from + left, tileWidth);
      for (; x < to; x += tileWidth) {
        pixels[row + x] = Blend.over(above, pixels[row + x]);
      }
    }
  }

  private static int scaled(int above, int share) {
    return share == 255 ? above : Blend.scaled(above, share);
  }

  /**
   * Draws the edges and lines of several ranges of rings at once; where they meet nothing gets
   * darker.
   *
   * @param ranges first ring and ring after the last, in turn
   * @param lineWidth pixels
   * @param dash lengths of dashes and gaps in pixels, an even number; empty for a solid line
   */
  void lines(Shapes shapes, int[] ranges, Colour colour, double lineWidth, double[] dash) {
    if (lineWidth > LineMask.WIDEST) {
      for (int i = 0; i < ranges.length; i += 2) {
        ThickLines.draw(
            pixels, width, top, bottom, shapes, ranges[i], ranges[i + 1], colour, lineWidth, dash);
      }
      return;
    }
    LineMask mask = brushes.mask;
    mask.begin(width, top, bottom);
    mask.add(shapes, ranges, lineWidth, dash);
    mask.blend(pixels, Blend.premultiplied(colour.argb()));
  }

  /** Draws a disc and its edge. */
  void circle(double x, double y, double radius, Colour fill, Colour edge, double edgeWidth) {
    double reach = radius + edgeWidth / 2 + 1;
    int inside = Blend.premultiplied(fill.argb());
    int around = Blend.premultiplied(edge.argb());
    int x0 = (int) Math.max(0, Math.floor(x - reach));
    int x1 = (int) Math.min(width - 1, Math.ceil(x + reach));
    int y0 = (int) Math.max(top, Math.floor(y - reach));
    int y1 = (int) Math.min(bottom - 1, Math.ceil(y + reach));
    for (int row = y0; row <= y1; row++) {
      for (int column = x0; column <= x1; column++) {
        double away = Math.hypot(column + 0.5 - x, row + 0.5 - y);
        int at = (row - top) * width + column;
        lay(inside, radius + 0.5 - away, 1, at);
        if (edgeWidth > 0) {
          double cover = edgeWidth / 2 + 0.5 - Math.abs(away - radius);
          lay(around, cover, Math.min(1, edgeWidth), at);
        }
      }
    }
  }

  private void lay(int above, double cover, double most, int at) {
    int share = (int) (Math.max(0, Math.min(most, cover)) * 255 + 0.5);
    if (share > 0) {
      pixels[at] = Blend.over(Blend.scaled(above, share), pixels[at]);
    }
  }

  /** Lays a finished text on the picture, its upper left pixel at x, y. */
  void text(TextPicture text, int x, int y) {
    int x0 = Math.max(0, x);
    int x1 = Math.min(width, x + text.imageWidth());
    int y0 = Math.max(top, y);
    int y1 = Math.min(bottom, y + text.imageHeight());
    int[] letters = text.pixels();
    for (int row = y0; row < y1; row++) {
      int from = (row - y) * text.imageWidth() + x0 - x;
      int at = (row - top) * width + x0;
      for (int column = x0; column < x1; column++, at++, from++) {
        int above = letters[from];
        if (above != 0) {
          pixels[at] = Blend.over(above, pixels[at]);
        }
      }
    }
  }
}
