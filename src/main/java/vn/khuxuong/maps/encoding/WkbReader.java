package vn.khuxuong.maps.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks through the well-known binary of the database, ISO and little endian, x and y, without
 * making shapes of it. Collections come part by part.
 */
final class WkbReader {

  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;
  static final int MULTI_POINT = 4;
  static final int MULTI_LINE = 5;
  static final int MULTI_POLYGON = 6;
  static final int COLLECTION = 7;

  private static final String[] NAMES = {
    "",
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection"
  };

  private final ByteBuffer in;

  WkbReader(byte[] wkb) {
    in = ByteBuffer.wrap(wkb);
  }

  /** The kind of shape that begins here. */
  int kind() throws IOException {
    byte order = in.get();
    in.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int kind = in.getInt();
    if (kind < POINT || kind > COLLECTION) {
      throw new IOException("The database has a shape of kind " + kind + " with more than x and y");
    }
    return kind;
  }

  static String name(int kind) {
    return NAMES[kind];
  }

  int count() {
    return in.getInt();
  }

  double ordinate() {
    return in.getDouble();
  }

  /** Reads {@code points} pairs into the beginning of an array, which is made larger if need be. */
  double[] pairs(int points, double[] reused) {
    double[] xy = reused.length >= 2 * points ? reused : new double[2 * points + points];
    for (int i = 0; i < 2 * points; i++) {
      xy[i] = in.getDouble();
    }
    return xy;
  }

  /** Twice the area within a ring, above 0 when it runs counter-clockwise. */
  static double doubleArea(double[] xy, int points) {
    double area = 0;
    double x0 = xy[0];
    double y0 = xy[1];
    for (int i = 2; i + 3 < 2 * points; i += 2) {
      area += (xy[i] - x0) * (xy[i + 3] - y0) - (xy[i + 2] - x0) * (xy[i + 1] - y0);
    }
    return area;
  }
}
