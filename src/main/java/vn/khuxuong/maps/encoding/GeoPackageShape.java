package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A shape as GeoPackage keeps it (OGC 12-128r17, 2.1.3): a head with the CRS and the bounds, then
 * the well-known binary as the database gave it.
 */
final class GeoPackageShape {

  private static final int HEAD = 8;
  private static final int BOUNDS = 4 * Double.BYTES;
  private static final byte LITTLE_ENDIAN = 1;
  private static final byte WITH_BOUNDS = 1 << 1;
  private static final byte EMPTY = 1 << 4;

  private double minX = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;
  private final byte[] bytes;

  /**
   * @param wkb ISO well-known binary, x and y
   */
  GeoPackageShape(byte[] wkb, int srid) throws IOException {
    measure(new WkbReader(wkb));
    boolean empty = isEmpty();
    ByteBuffer blob = ByteBuffer.allocate(HEAD + (empty ? 0 : BOUNDS) + wkb.length);
    blob.order(ByteOrder.LITTLE_ENDIAN).put((byte) 'G').put((byte) 'P').put((byte) 0);
    blob.put((byte) (LITTLE_ENDIAN | (empty ? EMPTY : WITH_BOUNDS))).putInt(srid);
    if (!empty) {
      blob.putDouble(minX).putDouble(maxX).putDouble(minY).putDouble(maxY);
    }
    bytes = blob.put(wkb).array();
  }

  private void measure(WkbReader in) throws IOException {
    int kind = in.kind();
    switch (kind) {
      case WkbReader.POINT -> points(in, 1);
      case WkbReader.LINE -> points(in, in.count());
      case WkbReader.POLYGON -> {
        for (int i = in.count(); i > 0; i--) {
          points(in, in.count());
        }
      }
      default -> {
        for (int i = in.count(); i > 0; i--) {
          measure(in);
        }
      }
    }
  }

  /** The numbers of an empty point are none and change nothing. */
  private void points(WkbReader in, int count) {
    for (int i = 0; i < count; i++) {
      double x = in.ordinate();
      double y = in.ordinate();
      if (!Double.isNaN(x)) {
        minX = Math.min(minX, x);
        maxX = Math.max(maxX, x);
        minY = Math.min(minY, y);
        maxY = Math.max(maxY, y);
      }
    }
  }

  boolean isEmpty() {
    return minX > maxX;
  }

  byte[] bytes() {
    return bytes;
  }

  double minX() {
    return minX;
  }

  double maxX() {
    return maxX;
  }

  double minY() {
    return minY;
  }

  double maxY() {
    return maxY;
  }
}
