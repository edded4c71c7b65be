package vn.khuxuong.maps.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.maps.style.Attributes;
import vn.khuxuong.maps.style.Patterns;
import vn.khuxuong.maps.style.Property;
import vn.khuxuong.maps.style.Style;
import vn.khuxuong.maps.style.StyleLayer;

/**
 * Fills, hatches and lines drawn by Java2D feature by feature and packed by zlib, in the most
 * straightforward way: what the pictures of {@link MapDrawing} are compared with.
 */
public final class Java2dDrawing {
  private final Patterns patterns;
  private final MapView view;
  private final BufferedImage image;
  private final Graphics2D graphics;

  public Java2dDrawing(Patterns patterns, MapView view) {
    this.patterns = patterns;
    this.view = view;
    this.image = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** A feature's rings and lines in pixels. */
  private record Placed(Attributes attributes, Path2D path, boolean area) {}

  /** Draws the features of one layer over what is there. */
  public void draw(Style style, List<MapFeature> features) {
    List<Placed> placed = new ArrayList<>();
    for (MapFeature feature : features) {
      CoordinateOperation operation = CoordinateOperation.between(feature.crs(), view.box().crs());
      Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
      boolean area = add(path, feature.shape(), operation);
      placed.add(new Placed(feature.attributes(), path, area));
    }
    double zoom = view.zoom();
    for (StyleLayer step : style.layers()) {
      if (!step.isVisibleAt(zoom)) {
        continue;
      }
      for (Placed one : placed) {
        if (step.accepts(one.attributes(), zoom)) {
          switch (step.type()) {
            case FILL -> fill(step, one, zoom);
            case LINE -> line(step, one, zoom);
            default -> {}
          }
        }
      }
    }
  }

  private boolean add(Path2D path, Geometry shape, CoordinateOperation operation) {
    boolean area = false;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        append(path, polygon.getExteriorRing(), operation);
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          append(path, polygon.getInteriorRingN(k), operation);
        }
        area = true;
      } else if (part instanceof LineString line) {
        append(path, line, operation);
      }
    }
    return area;
  }

  private void append(Path2D path, LineString line, CoordinateOperation operation) {
    CoordinateSequence from = line.getCoordinateSequence();
    double[] xy = new double[2 * from.size()];
    for (int i = 0; i < from.size(); i++) {
      xy[2 * i] = from.getX(i);
      xy[2 * i + 1] = from.getY(i);
    }
    operation.apply(xy);
    view.toPixels(xy);
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    if (line.isClosed()) {
      path.closePath();
    }
  }

  private void fill(StyleLayer step, Placed one, double zoom) {
    var colour =
        Painting.faded(step, Property.FILL_COLOR, Property.FILL_OPACITY, one.attributes(), zoom);
    if (!one.area() || colour.argb() >>> 24 == 0) {
      return;
    }
    if (!step.has(Property.FILL_PATTERN)) {
      graphics.setPaint(new Color(colour.argb(), true));
      graphics.fill(one.path());
      return;
    }
    patterns
        .find(step.text(Property.FILL_PATTERN, one.attributes(), zoom))
        .filter(pattern -> pattern.repeated())
        .ifPresent(
            pattern -> {
              Hatch hatch = Hatch.of(pattern, colour, 1);
              BufferedImage tile =
                  Rasters.over(hatch.pixels().clone(), hatch.width(), hatch.height());
              graphics.setPaint(
                  new TexturePaint(
                      tile,
                      new Rectangle2D.Double(
                          -view.worldOffsetX(hatch.width()),
                          -view.worldOffsetY(hatch.height()),
                          hatch.width(),
                          hatch.height())));
              graphics.fill(one.path());
            });
  }

  private void line(StyleLayer step, Placed one, double zoom) {
    var colour =
        Painting.faded(step, Property.LINE_COLOR, Property.LINE_OPACITY, one.attributes(), zoom);
    float width = (float) step.number(Property.LINE_WIDTH, one.attributes(), zoom);
    List<Double> dashes = step.numbers(Property.LINE_DASHARRAY, one.attributes(), zoom);
    float[] dash = dashes.isEmpty() ? null : new float[dashes.size()];
    for (int i = 0; i < dashes.size(); i++) {
      dash[i] = dashes.get(i).floatValue() * width;
    }
    graphics.setPaint(new Color(colour.argb(), true));
    graphics.setStroke(
        new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 2, dash, 0));
    graphics.draw(one.path());
  }

  /** Graphics for further shapes, in pixels. */
  Graphics2D graphics() {
    return graphics;
  }

  /** The pixels row by row, premultiplied. */
  int[] pixels() {
    return Rasters.pixels(image);
  }

  /** As an RGBA PNG file by zlib at its fastest. */
  public byte[] png() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(view.width())
            .putInt(view.height())
            .put((byte) 8)
            .put((byte) 6)
            .array();
    chunk(png, "IHDR", header, header.length);
    byte[] row = new byte[1 + 4 * view.width()];
    byte[] packed = new byte[row.length * view.height() + 1000];
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    int filled = 0;
    for (int y = 0; y < view.height(); y++) {
      for (int x = 0; x < view.width(); x++) {
        int pixel = Blend.straight(pixels()[y * view.width() + x]);
        row[4 * x + 1] = (byte) (pixel >>> 16);
        row[4 * x + 2] = (byte) (pixel >>> 8);
        row[4 * x + 3] = (byte) pixel;
        row[4 * x + 4] = (byte) (pixel >>> 24);
      }
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        filled += deflater.deflate(packed, filled, packed.length - filled);
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      filled += deflater.deflate(packed, filled, packed.length - filled);
    }
    deflater.end();
    chunk(png, "IDAT", packed, filled);
    chunk(png, "IEND", new byte[0], 0);
    graphics.dispose();
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] data, int length) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    png.writeBytes(type);
    png.write(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
