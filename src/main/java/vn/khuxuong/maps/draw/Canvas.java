package vn.khuxuong.maps.draw;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.khuxuong.maps.style.Colour;
import vn.khuxuong.maps.style.Pattern;

/**
 * The picture while it is painted. All painting goes through this class, so that another way of
 * filling pixels replaces nothing else. Belongs to one thread.
 */
final class Canvas implements AutoCloseable {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final int offsetX;
  private final int offsetY;
  private final Map<Hatch, BufferedImage> tiles = new HashMap<>();
  private boolean painted;

  private record Hatch(String pattern, Colour colour) {}

  /**
   * @param offsetX where the left edge lies in the hatches' common grid, pixels
   * @param offsetY where the upper edge lies in it
   */
  Canvas(int width, int height, int offsetX, int offsetY) {
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    this.graphics = image.createGraphics();
    this.offsetX = offsetX;
    this.offsetY = offsetY;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** Covers everything with one colour, as a ground. */
  void ground(Colour colour) {
    graphics.setComposite(AlphaComposite.Src);
    graphics.setColor(new Color(colour.argb(), true));
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  /** Whether anything was drawn besides the ground. */
  boolean isPainted() {
    return painted;
  }

  void fill(PixelShape shape, Colour colour) {
    if (visible(colour) && shape.isArea()) {
      paint(colour);
      graphics.fill(shape.inside());
    }
  }

  /** Hatches a shape; the hatch goes on over the edges of pictures that lie side by side. */
  void hatch(PixelShape shape, Pattern pattern, Colour colour) {
    if (!visible(colour) || !shape.isArea()) {
      return;
    }
    painted = true;
    Path2D inside = shape.inside();
    if (!pattern.repeated()) {
      corner(inside, shape, pattern, colour);
      return;
    }
    int width = (int) pattern.width();
    int height = (int) pattern.height();
    Rectangle2D anchor =
        new Rectangle2D.Double(
            -Math.floorMod(offsetX, width), -Math.floorMod(offsetY, height), width, height);
    BufferedImage tile =
        tiles.computeIfAbsent(new Hatch(pattern.name(), colour), hatch -> tile(pattern, colour));
    graphics.setPaint(new TexturePaint(tile, anchor));
    graphics.fill(inside);
  }

  private static BufferedImage tile(Pattern pattern, Colour colour) {
    BufferedImage tile =
        new BufferedImage(
            (int) pattern.width(), (int) pattern.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = tile.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(new Color(colour.argb(), true));
    g.fill(drawn(pattern));
    g.dispose();
    return tile;
  }

  private static Shape drawn(Pattern pattern) {
    Path2D path = pattern.outline();
    return pattern.strokeWidth() == 0
        ? path
        : new BasicStroke(
                (float) pattern.strokeWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
            .createStrokedShape(path);
  }

  /** Puts the tile once on the vertex that lies farthest to the top right. */
  private void corner(Path2D inside, PixelShape shape, Pattern pattern, Colour colour) {
    double bestX = 0;
    double bestY = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (double[] ring : shape.visibleRings()) {
      for (int i = 0; i < ring.length; i += 2) {
        if (ring[i] - ring[i + 1] > best) {
          best = ring[i] - ring[i + 1];
          bestX = ring[i];
          bestY = ring[i + 1];
        }
      }
    }
    Shape before = graphics.getClip();
    graphics.clip(inside);
    paint(colour);
    AffineTransform move = AffineTransform.getTranslateInstance(bestX - pattern.width(), bestY);
    graphics.fill(move.createTransformedShape(drawn(pattern)));
    graphics.setClip(before);
  }

  /**
   * Draws edges and lines.
   *
   * @param width pixels
   * @param dashes lengths of dashes and gaps in pixels; empty for a solid line
   */
  void stroke(PixelShape shape, Colour colour, double width, List<Double> dashes) {
    if (!visible(colour) || width <= 0) {
      return;
    }
    paint(colour);
    float[] dash = evenly(dashes);
    double period = IntStream.range(0, dash.length).mapToDouble(i -> dash[i]).sum();
    Path2D path = new Path2D.Double();
    for (PixelShape.Piece piece : shape.edges()) {
      if (period > 0) {
        path.reset();
      }
      PixelShape.append(path, piece.xy());
      if (piece.closed()) {
        path.closePath();
      }
      if (period > 0) {
        graphics.setStroke(
            new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                2,
                dash,
                (float) (piece.from() % period)));
        graphics.draw(path);
      }
    }
    if (period == 0) {
      graphics.setStroke(
          new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 2));
      graphics.draw(path);
    }
  }

  /** Lengths as Java2D takes them: an even number, none so short that drawing takes for ever. */
  private static float[] evenly(List<Double> dashes) {
    int count = dashes.size() % 2 == 0 ? dashes.size() : dashes.size() * 2;
    float[] even = new float[count];
    float sum = 0;
    for (int i = 0; i < count; i++) {
      even[i] = dashes.get(i % dashes.size()).floatValue();
      sum += even[i];
    }
    return sum < 1 ? new float[0] : even;
  }

  void circle(double x, double y, double radius, Colour fill, Colour stroke, double strokeWidth) {
    Shape disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    if (visible(fill)) {
      paint(fill);
      graphics.fill(disc);
    }
    if (visible(stroke) && strokeWidth > 0) {
      paint(stroke);
      graphics.setStroke(new BasicStroke((float) strokeWidth));
      graphics.draw(disc);
    }
  }

  /** Lays a finished text on the picture, its upper left pixel at x, y. */
  void text(TextPicture text, int x, int y) {
    painted = true;
    graphics.drawImage(text.image(), x, y, null);
  }

  private static boolean visible(Colour colour) {
    return colour.argb() >>> 24 != 0;
  }

  private void paint(Colour colour) {
    painted = true;
    graphics.setPaint(new Color(colour.argb(), true));
  }

  /** The pixels row by row, alpha, red, green, blue premultiplied. */
  int[] pixels() {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
