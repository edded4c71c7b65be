package vn.khuxuong.maps.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import vn.khuxuong.maps.style.Colour;

/**
 * A text drawn once, with its halo around it. Finished ones are kept and shared, as drawing letters
 * is what labels cost.
 */
final class TextPicture {
  private static final long CACHE_BYTES = 16 << 20;
  private static final int LONGEST = 120;
  private static final double LINE_HEIGHT = 1.3;

  private static final Cache<Look, TextPicture> CACHE =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Look look, TextPicture text) -> text.bytes() + 200)
          .build();

  private final int[] pixels;
  private final int imageWidth;
  private final int imageHeight;
  private final int margin;
  private final int width;
  private final int height;

  private TextPicture(BufferedImage image, int margin, int width, int height) {
    this.pixels = Rasters.pixels(image);
    this.imageWidth = image.getWidth();
    this.imageHeight = image.getHeight();
    this.margin = margin;
    this.width = width;
    this.height = height;
  }

  /**
   * What a text looks like; lines are parted by line feeds.
   *
   * @param size of the letters, pixels
   * @param haloWidth pixels
   */
  record Look(
      String text, boolean bold, double size, Colour colour, Colour halo, double haloWidth) {}

  static TextPicture of(Look look) {
    return CACHE.get(look, TextPicture::draw);
  }

  /** The text with its halo, row by row, premultiplied; not to be changed. */
  int[] pixels() {
    return pixels;
  }

  /** Pixels in a row. */
  int imageWidth() {
    return imageWidth;
  }

  /** Rows. */
  int imageHeight() {
    return imageHeight;
  }

  /** How far the halo reaches beyond the letters' box, pixels. */
  int margin() {
    return margin;
  }

  /** Width of the letters' box. */
  int width() {
    return width;
  }

  /** Height of the letters' box. */
  int height() {
    return height;
  }

  private int bytes() {
    return 4 * pixels.length;
  }

  private static TextPicture draw(Look look) {
    Typeface face = Typeface.of(look.bold());
    String text = look.text().length() > LONGEST ? look.text().substring(0, LONGEST) : look.text();
    String[] lines = text.split("\n");
    double ascent = face.ascent(look.size());
    double lineHeight = LINE_HEIGHT * look.size();
    double widest = 0;
    GlyphVector[] glyphs = new GlyphVector[lines.length];
    for (int i = 0; i < lines.length; i++) {
      glyphs[i] = face.glyphs(lines[i], look.size());
      widest = Math.max(widest, glyphs[i].getLogicalBounds().getWidth());
    }
    int width = (int) Math.ceil(widest);
    int height =
        (int) Math.ceil(ascent + face.descent(look.size()) + lineHeight * (lines.length - 1));
    int margin = (int) Math.ceil(look.haloWidth()) + 1;
    Path2D outline = new Path2D.Double();
    for (int i = 0; i < lines.length; i++) {
      double x = margin + (width - glyphs[i].getLogicalBounds().getWidth()) / 2;
      double y = margin + ascent + i * lineHeight;
      outline.append(glyphs[i].getOutline((float) x, (float) y), false);
    }
    BufferedImage image =
        new BufferedImage(
            Math.max(1, width + 2 * margin),
            Math.max(1, height + 2 * margin),
            BufferedImage.TYPE_INT_ARGB_PRE);
    paint(image, outline, look);
    return new TextPicture(image, margin, width, height);
  }

  private static void paint(BufferedImage image, Shape outline, Look look) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    if (look.haloWidth() > 0 && look.halo().argb() >>> 24 != 0) {
      g.setColor(new Color(look.halo().argb(), true));
      g.setStroke(
          new BasicStroke(
              (float) (2 * look.haloWidth()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(outline);
    }
    g.setColor(new Color(look.colour().argb(), true));
    g.fill(outline);
    g.dispose();
  }
}
