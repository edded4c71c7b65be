package vn.khuxuong.maps.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/**
 * A letter drawn once: how much of each pixel it covers, and how much the halo around it does.
 * Kept, because drawing outlines is what labels cost, and shared by all threads.
 */
final class Glyph {
  /** Places within a pixel at which a letter may begin. */
  static final int PLACES = 4;

  private static final Cache<Look, Glyph> CACHE =
      Caffeine.newBuilder()
          .maximumWeight(8 << 20)
          .weigher((Look look, Glyph glyph) -> 2 * glyph.fill.length + 150)
          .executor(Runnable::run)
          .build();

  private final byte[] fill;
  private final byte[] halo;
  private final int left;
  private final int top;
  private final int width;

  private record Look(Typeface face, int letter, float size, float haloWidth, int place) {}

  private Glyph(byte[] fill, byte[] halo, int left, int top, int width) {
    this.fill = fill;
    this.halo = halo;
    this.left = left;
    this.top = top;
    this.width = width;
  }

  /**
   * A letter.
   *
   * @param letter code point
   * @param size pixels
   * @param haloWidth pixels, 0 for none
   * @param place at which quarter of a pixel it begins
   */
  static Glyph of(Typeface face, int letter, double size, double haloWidth, int place) {
    return CACHE.get(new Look(face, letter, (float) size, (float) haloWidth, place), Glyph::draw);
  }

  private static Glyph draw(Look look) {
    Shape outline =
        look.face()
            .glyphs(Character.toString(look.letter()), look.size())
            .getOutline((float) look.place() / PLACES, 0);
    Rectangle box = outline.getBounds();
    int margin = (int) Math.ceil(look.haloWidth()) + 1;
    box.grow(margin, margin);
    if (box.isEmpty()) {
      return new Glyph(new byte[0], new byte[0], 0, 0, 1);
    }
    byte[] fill = cover(outline, box);
    byte[] halo =
        look.haloWidth() == 0
            ? new byte[fill.length]
            : cover(
                new BasicStroke(2 * look.haloWidth(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                    .createStrokedShape(outline),
                box);
    return new Glyph(fill, halo, box.x, box.y, box.width);
  }

  private static byte[] cover(Shape shape, Rectangle box) {
    BufferedImage image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.translate(-box.x, -box.y);
    g.fill(shape);
    g.dispose();
    int[] pixels = Rasters.pixels(image);
    byte[] cover = new byte[pixels.length];
    for (int i = 0; i < cover.length; i++) {
      cover[i] = (byte) (pixels[i] >>> 24);
    }
    return cover;
  }

  /**
   * Adds the letter to what the letters of a text cover, and its halo to what their halos do.
   *
   * @param x where it begins, whole pixels
   * @param y of its base line
   * @param rowLength of the two arrays
   */
  void add(byte[] letters, byte[] halos, int rowLength, int x, int y) {
    int rows = letters.length / rowLength;
    for (int i = 0; i < fill.length; i++) {
      int column = x + left + i % width;
      int row = y + top + i / width;
      if (column >= 0 && column < rowLength && row >= 0 && row < rows) {
        int at = row * rowLength + column;
        if ((fill[i] & 0xff) > (letters[at] & 0xff)) {
          letters[at] = fill[i];
        }
        if ((halo[i] & 0xff) > (halos[at] & 0xff)) {
          halos[at] = halo[i];
        }
      }
    }
  }
}
