package vn.khuxuong.maps.draw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads well-known binary (ISO and PostGIS's extended form, either byte order, z and m passed over)
 * into {@link Shapes}, several geometries one after the other. What lies off the picture, or cannot
 * be shown in its CRS, is left out; vertices that make no difference are dropped.
 */
final class ShapeReader {
  private static final VarHandle DOUBLE_LE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE_BE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT_LE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT_BE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int EXTENDED_Z = 0x8000_0000;
  private static final int EXTENDED_M = 0x4000_0000;
  private static final int EXTENDED_SRID = 0x2000_0000;
  private static final int DEEPEST = 8;

  private final ToPixels projection;
  private final PixelClip window;
  private final Shapes shapes;
  private byte[] bytes = new byte[0];
  private int at;
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  /**
   * @param window what lies wholly outside of it is left out, pixels
   */
  ShapeReader(ToPixels projection, PixelClip window, Shapes shapes) {
    this.projection = projection;
    this.window = window;
    this.shapes = shapes;
  }

  /**
   * Adds the shapes of some bytes.
   *
   * @throws IllegalArgumentException for bytes that are no well-known binary
   */
  void read(byte[] wkb) {
    bytes = wkb;
    at = 0;
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
    while (at < bytes.length) {
      geometry(0);
    }
  }

  /** Width times height of the box around all that was read last, in square pixels, seen or not. */
  double extent() {
    return maxX < minX ? 0 : (maxX - minX) * (maxY - minY);
  }

  private void geometry(int depth) {
    need(5);
    boolean little = bytes[at] == 1;
    at++;
    int type = integer(little);
    int dimensions = 2;
    if ((type & EXTENDED_SRID) != 0) {
      need(4);
      at += 4;
    }
    dimensions += (type & EXTENDED_Z) != 0 ? 1 : 0;
    dimensions += (type & EXTENDED_M) != 0 ? 1 : 0;
    int code = type & 0xfff_ffff;
    dimensions += code >= 3000 ? 2 : code >= 1000 ? 1 : 0;
    switch (code % 1000) {
      case 1 -> point(little, dimensions);
      case 2 -> line(little, dimensions);
      case 3 -> polygon(little, dimensions);
      case 4, 5, 6, 7 -> {
        if (depth == DEEPEST) {
          throw new IllegalArgumentException("a collection in a collection in a collection");
        }
        int parts = count(little, 5);
        for (int i = 0; i < parts; i++) {
          geometry(depth + 1);
        }
      }
      default -> throw new IllegalArgumentException("geometry of type " + code);
    }
  }

  private void point(boolean little, int dimensions) {
    need(8 * dimensions);
    int before = shapes.count();
    if (vertices(Shapes.POINT, 1, little, dimensions)) {
      keepIfSeen(before);
    }
  }

  private void line(boolean little, int dimensions) {
    int points = count(little, 8 * dimensions);
    int before = shapes.count();
    if (points > 0 && vertices(Shapes.LINE, points, little, dimensions)) {
      keepIfSeen(before);
    }
  }

  private void polygon(boolean little, int dimensions) {
    int before = shapes.count();
    int rings = count(little, 4);
    boolean shown = true;
    for (int i = 0; i < rings; i++) {
      int points = count(little, 8 * dimensions);
      if (points > 0) {
        shown &= vertices(i == 0 ? Shapes.SHELL : Shapes.HOLE, points, little, dimensions);
      }
    }
    if (!shown) {
      shapes.cut(before);
    } else if (shapes.count() > before) {
      keepIfSeen(before);
    }
  }

  private void keepIfSeen(int ring) {
    if (!window.meets(shapes.minX(ring), shapes.minY(ring), shapes.maxX(ring), shapes.maxY(ring))) {
      shapes.cut(ring);
    }
  }

  /** Reads vertices; false, with nothing added, where one cannot be shown. */
  private boolean vertices(byte kind, int points, boolean little, int dimensions) {
    double[] xy = shapes.room(2 * points);
    int from = shapes.next();
    int to = from;
    VarHandle ordinate = little ? DOUBLE_LE : DOUBLE_BE;
    int stride = 8 * dimensions;
    for (int i = 0; i < points; i++) {
      xy[to++] = (double) ordinate.get(bytes, at);
      xy[to++] = (double) ordinate.get(bytes, at + 8);
      at += stride;
    }
    projection.apply(xy, from, points);
    double sum = 0;
    double left = minX;
    double top = minY;
    double right = maxX;
    double bottom = maxY;
    for (int i = from; i < to; i += 2) {
      double x = xy[i];
      double y = xy[i + 1];
      sum += x * 0 + y * 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    if (sum != 0) { // 0 times anything that is not finite is not 0
      return false;
    }
    minX = left;
    minY = top;
    maxX = right;
    maxY = bottom;
    shapes.add(kind, Thinning.thin(xy, from, to) - from);
    return true;
  }

  private int count(boolean little, int bytesEach) {
    need(4);
    int count = integer(little);
    if (count < 0 || (long) count * bytesEach > bytes.length - at) {
      throw new IllegalArgumentException("a shape of " + count + " parts in too few bytes");
    }
    return count;
  }

  private int integer(boolean little) {
    int value = (int) (little ? INT_LE : INT_BE).get(bytes, at);
    at += 4;
    return value;
  }

  private void need(int count) {
    if (bytes.length - at < count) {
      throw new IllegalArgumentException("a shape ends too early");
    }
  }
}
