package vn.khuxuong.maps.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.stream.DoubleStream;
import vn.khuxuong.maps.style.Colour;

/** Draws lines too wide for {@link LineMask} by Java2D, whose corners are exact. */
final class ThickLines {
  private ThickLines() {}

  /**
   * @param pixels of the rows from {@code top} to {@code bottom}
   * @param dash lengths of dashes and gaps in pixels, empty for a solid line
   */
  static void draw(
      int[] pixels,
      int width,
      int top,
      int bottom,
      Shapes shapes,
      int first,
      int last,
      Colour colour,
      double lineWidth,
      double[] dash) {
    BufferedImage image = Rasters.over(pixels, width, bottom - top);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(new Color(colour.argb(), true));
    g.translate(0, -top);
    double reach = lineWidth * 2;
    PixelClip window = new PixelClip(-reach, top - reach, width + reach, bottom + reach);
    Path2D path = new Path2D.Double();
    double period = DoubleStream.of(dash).sum();
    for (int ring = first; ring < last; ring++) {
      if (shapes.kind(ring) == Shapes.POINT
          || !window.meets(
              shapes.minX(ring), shapes.minY(ring), shapes.maxX(ring), shapes.maxY(ring))) {
        continue;
      }
      double[] xy = shapes.ring(ring);
      if (window.holds(shapes.minX(ring), shapes.minY(ring))
          && window.holds(shapes.maxX(ring), shapes.maxY(ring))) {
        append(path, xy);
        if (shapes.isArea(ring)) {
          path.closePath();
        }
        if (period > 0) {
          stroke(g, path, lineWidth, dash, 0);
        }
        continue;
      }
      for (PixelClip.Piece piece : window.line(xy)) {
        append(path, piece.xy());
        if (period > 0) {
          stroke(g, path, lineWidth, dash, piece.from() % period);
        }
      }
    }
    if (period == 0) {
      stroke(g, path, lineWidth, dash, 0);
    }
    g.dispose();
  }

  private static void append(Path2D path, double[] xy) {
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
  }

  private static void stroke(
      Graphics2D g, Path2D path, double lineWidth, double[] dash, double phase) {
    float[] lengths = new float[dash.length];
    for (int i = 0; i < dash.length; i++) {
      lengths[i] = (float) dash[i];
    }
    g.setStroke(
        new BasicStroke(
            (float) lineWidth,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            2,
            dash.length == 0 ? null : lengths,
            (float) phase));
    g.draw(path);
    path.reset();
  }
}
