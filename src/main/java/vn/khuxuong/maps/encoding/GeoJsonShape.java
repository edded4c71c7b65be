package vn.khuxuong.maps.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import vn.khuxuong.geo.AxisOrder;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoJson;

/**
 * Writes the database's shapes as GeoJSON: outer rings counter-clockwise, degrees with 9 and metres
 * with 4 decimals at most.
 */
final class GeoJsonShape {

  private static final byte[][] HEADS = new byte[WkbReader.COLLECTION + 1][];

  static {
    for (int kind = WkbReader.POINT; kind < HEADS.length; kind++) {
      String list = kind == WkbReader.COLLECTION ? "geometries\":[" : "coordinates\":";
      HEADS[kind] = ("{\"type\":\"" + WkbReader.name(kind) + "\",\"" + list).getBytes(UTF_8);
    }
  }

  private final Utf8Out out;
  private final int decimals;
  private final boolean swapped;
  private double[] xy = new double[512];

  /**
   * @param crs system of the coordinates
   * @param order which of them is written first
   */
  GeoJsonShape(Utf8Out out, Crs crs, AxisOrder order) {
    this.out = out;
    this.decimals =
        crs.unit() == Crs.Unit.DEGREE ? GeoJson.DEGREE_DECIMALS : GeoJson.METRE_DECIMALS;
    this.swapped = order.swaps(crs);
  }

  void write(byte[] wkb) throws IOException {
    write(new WkbReader(wkb));
  }

  private void write(WkbReader in) throws IOException {
    int kind = in.kind();
    out.raw(HEADS[kind]);
    if (kind == WkbReader.COLLECTION) {
      int count = in.count();
      for (int i = 0; i < count; i++) {
        comma(i);
        write(in);
      }
      out.raw("]}");
      return;
    }
    coordinates(in, kind);
    out.raw('}');
  }

  private void coordinates(WkbReader in, int kind) throws IOException {
    switch (kind) {
      case WkbReader.POINT -> point(in);
      case WkbReader.LINE -> line(in, 0);
      case WkbReader.POLYGON -> polygon(in);
      default -> {
        out.raw('[');
        int count = in.count();
        for (int i = 0; i < count; i++) {
          comma(i);
          coordinates(in, in.kind());
        }
        out.raw(']');
      }
    }
  }

  private void point(WkbReader in) throws IOException {
    double x = in.ordinate();
    double y = in.ordinate();
    if (Double.isNaN(x)) {
      out.raw("[]"); // the empty point
    } else {
      position(x, y);
    }
  }

  private void polygon(WkbReader in) throws IOException {
    out.raw('[');
    int rings = in.count();
    for (int i = 0; i < rings; i++) {
      comma(i);
      line(in, i == 0 ? 1 : -1);
    }
    out.raw(']');
  }

  /**
   * @param turn 1 for a ring that must run counter-clockwise, -1 for clockwise, 0 for a line
   */
  private void line(WkbReader in, int turn) throws IOException {
    int points = in.count();
    xy = in.pairs(points, xy);
    boolean reversed = turn != 0 && points > 0 && WkbReader.doubleArea(xy, points) * turn < 0;
    out.raw('[');
    for (int i = 0; i < points; i++) {
      comma(i);
      int at = 2 * (reversed ? points - 1 - i : i);
      position(xy[at], xy[at + 1]);
    }
    out.raw(']');
  }

  private void position(double x, double y) throws IOException {
    out.position(swapped ? y : x, swapped ? x : y, decimals);
  }

  private void comma(int i) throws IOException {
    if (i > 0) {
      out.raw(',');
    }
  }
}
