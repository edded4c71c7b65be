package vn.khuxuong.geo;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * A box with its CRS, in x, y order. Finite, and never inside out; it may be flat.
 *
 * @param minX west or lowest east, in the CRS's unit
 * @param minY south or lowest north
 */
public record BBox(Crs crs, double minX, double minY, double maxX, double maxY) {
  /** Vietnam with its sea, the frame in which shapes are accepted. */
  public static final BBox VIETNAM = new BBox(Crs.CRS84, 102, 6, 118, 24);

  private static final int STEPS_PER_EDGE = 20;
  private static final double MERCATOR_MAX_LATITUDE = 85.0511287798066;

  /** Refuses ({@code BAD_BBOX}) what is not finite or inside out. */
  public BBox {
    if (!Double.isFinite(minX + minY + maxX + maxY)) {
      throw bad(
          "có tọa độ không phải là số hữu hạn", "has a coordinate that is not a finite number");
    }
    if (minX > maxX || minY > maxY) {
      throw bad("có cận dưới lớn hơn cận trên", "has a minimum above its maximum");
    }
  }

  /** The box around a JTS envelope, which must not be null (empty). */
  public static BBox of(Crs crs, Envelope e) {
    return new BBox(crs, e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY());
  }

  /**
   * The BBOX of a WMS request: four numbers in the protocol's order, minima below maxima.
   *
   * @throws GeoRefusal {@code BAD_BBOX}
   */
  public static BBox parse(String text, Crs crs, AxisOrder order) {
    double[] n = numbers(text);
    if (n.length != 4) {
      throw bad("cần đúng 4 số", "needs exactly four numbers");
    }
    BBox box = arranged(crs, order, n[0], n[1], n[2], n[3]);
    if (box.minX >= box.maxX || box.minY >= box.maxY) {
      throw bad("không có diện tích", "has no area");
    }
    return box;
  }

  /**
   * The bbox of OGC API: four numbers, or six of which the heights are left out. West beyond east
   * in a geographic CRS means a box over the antimeridian: two boxes come back.
   *
   * @param order {@link AxisOrder#GEOJSON} without a {@code bbox-crs}, else {@link
   *     AxisOrder#OGC_API_WITH_CRS}
   * @throws GeoRefusal {@code BAD_BBOX}
   */
  public static List<BBox> parseOgcApi(String text, Crs crs, AxisOrder order) {
    double[] n = numbers(text);
    if (n.length == 6) {
      n = new double[] {n[0], n[1], n[3], n[4]};
    }
    if (n.length != 4) {
      throw bad("cần 4 hoặc 6 số", "needs four or six numbers");
    }
    boolean swaps = order.swaps(crs);
    double west = swaps ? n[1] : n[0];
    double east = swaps ? n[3] : n[2];
    double south = swaps ? n[0] : n[1];
    double north = swaps ? n[2] : n[3];
    if (crs.isGeographic() && west > east && west <= 180 && east >= -180) {
      return List.of(
          new BBox(crs, west, south, 180, north), new BBox(crs, -180, south, east, north));
    }
    return List.of(new BBox(crs, west, south, east, north));
  }

  private static BBox arranged(Crs crs, AxisOrder order, double a, double b, double c, double d) {
    return order.swaps(crs) ? new BBox(crs, b, a, d, c) : new BBox(crs, a, b, c, d);
  }

  private static double[] numbers(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length > 6) {
      throw bad("có quá nhiều số", "has too many numbers");
    }
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      if (!part.matches("[+-]?(\\d{1,20}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?")) {
        throw bad("có phần không phải là số", "has a part that is not a number");
      }
      numbers[i] = Double.parseDouble(part);
    }
    return numbers;
  }

  private static GeoRefusal bad(String vi, String en) {
    return new GeoRefusal(
        GeoRefusal.Code.BAD_BBOX,
        "Khung tọa độ (bbox) " + vi + ".",
        "The bounding box " + en + ".");
  }

  /**
   * The smallest box in {@code target} that holds this one's outline, followed in small steps (an
   * edge straight here is bent there).
   *
   * @throws GeoRefusal {@code BAD_BBOX} when no part of it can be shown in {@code target}
   */
  public BBox transform(Crs target) {
    if (crs.srid() == target.srid()) {
      return new BBox(target, minX, minY, maxX, maxY);
    }
    double lowY = minY;
    double highY = maxY;
    if (target == Crs.EPSG_3857 && crs.isGeographic()) {
      lowY = Math.max(lowY, -MERCATOR_MAX_LATITUDE);
      highY = Math.min(highY, MERCATOR_MAX_LATITUDE);
    }
    double[] xy = new double[2 * (STEPS_PER_EDGE + 1) * (STEPS_PER_EDGE + 1)];
    int k = 0;
    for (int i = 0; i <= STEPS_PER_EDGE; i++) {
      double x = minX + (maxX - minX) * i / STEPS_PER_EDGE;
      for (int j = 0; j <= STEPS_PER_EDGE; j++) {
        xy[k++] = i == STEPS_PER_EDGE ? maxX : x;
        xy[k++] = j == STEPS_PER_EDGE ? highY : lowY + (highY - lowY) * j / STEPS_PER_EDGE;
      }
    }
    CoordinateOperation.between(crs, target).apply(xy);
    Envelope envelope = new Envelope();
    for (int i = 0; i < xy.length; i += 2) {
      if (Double.isFinite(xy[i]) && Double.isFinite(xy[i + 1])) {
        envelope.expandToInclude(xy[i], xy[i + 1]);
      }
    }
    if (envelope.isNull()) {
      throw bad("nằm ngoài vùng biểu diễn được", "lies outside what the target system can show");
    }
    return of(target, envelope);
  }

  /** Width in the CRS's unit. */
  public double width() {
    return maxX - minX;
  }

  /** Height in the CRS's unit. */
  public double height() {
    return maxY - minY;
  }

  /** Whether the boxes share a point; both must be in the same CRS. */
  public boolean intersects(BBox other) {
    if (crs.srid() != other.crs.srid()) {
      throw new IllegalArgumentException("boxes in " + crs.code() + " and " + other.crs.code());
    }
    return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
  }

  /** This box grown by {@code margin}, in the CRS's unit, on every side. */
  public BBox grownBy(double margin) {
    return new BBox(crs, minX - margin, minY - margin, maxX + margin, maxY + margin);
  }

  /** As a JTS envelope. */
  public Envelope envelope() {
    return new Envelope(minX, maxX, minY, maxY);
  }

  /** As a polygon with the CRS's SRID. */
  public Polygon toPolygon() {
    return crs.geometryFactory()
        .createPolygon(
            new Coordinate[] {
              new Coordinate(minX, minY),
              new Coordinate(maxX, minY),
              new Coordinate(maxX, maxY),
              new Coordinate(minX, maxY),
              new Coordinate(minX, minY)
            });
  }

  /** {@code a,b,c,d} in a protocol's order: degrees with 9 decimals, metres with 3. */
  public String format(AxisOrder order) {
    String one = crs.isGeographic() ? "%.9f" : "%.3f";
    String four = one + "," + one + "," + one + "," + one;
    return order.swaps(crs)
        ? String.format(Locale.ROOT, four, minY, minX, maxY, maxX)
        : String.format(Locale.ROOT, four, minX, minY, maxX, maxY);
  }
}
