package vn.khuxuong.maps.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.geo.CoordinateOperation;

/** A shape in pixels of a picture, to be asked how far a point is from it. */
final class PixelShape {
  /** Vertices nearer to the one before than this make no difference on a screen. */
  private static final double DETAIL = 0.25;

  private final List<double[]> rings = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();
  private final List<double[]> points = new ArrayList<>();

  private PixelShape() {}

  /**
   * A geometry on a picture.
   *
   * @param operation from the geometry's CRS to the view's
   * @return null where a part of it cannot be shown in the view's CRS
   */
  static @Nullable PixelShape of(Geometry shape, CoordinateOperation operation, MapView view) {
    PixelShape pixels = new PixelShape();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (!pixels.add(shape.getGeometryN(i), operation, view)) {
        return null;
      }
    }
    return pixels;
  }

  private boolean add(Geometry part, CoordinateOperation operation, MapView view) {
    if (part instanceof Polygon polygon) {
      if (polygon.isEmpty()) {
        return true;
      }
      boolean shown = add(rings, polygon.getExteriorRing(), operation, view);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        shown &= add(rings, polygon.getInteriorRingN(i), operation, view);
      }
      return shown;
    }
    if (part instanceof LineString line) {
      return add(lines, line, operation, view);
    }
    return !(part instanceof Point point)
        || point.isEmpty()
        || add(points, point.getCoordinateSequence(), operation, view);
  }

  private boolean add(
      List<double[]> to, LineString line, CoordinateOperation operation, MapView view) {
    return line.isEmpty() || add(to, line.getCoordinateSequence(), operation, view);
  }

  private boolean add(
      List<double[]> to, CoordinateSequence from, CoordinateOperation operation, MapView view) {
    double[] xy = new double[2 * from.size()];
    for (int i = 0; i < from.size(); i++) {
      xy[2 * i] = from.getX(i);
      xy[2 * i + 1] = from.getY(i);
    }
    operation.apply(xy);
    view.toPixels(xy);
    for (int i = 0; i < xy.length; i += 2) {
      if (!Double.isFinite(xy[i]) || !Double.isFinite(xy[i + 1])) {
        return false;
      }
    }
    to.add(thinned(xy));
    return true;
  }

  private static double[] thinned(double[] xy) {
    int kept = 2;
    int last = xy.length - 2;
    for (int i = 2; i <= last; i += 2) {
      boolean far =
          Math.abs(xy[i] - xy[kept - 2]) >= DETAIL || Math.abs(xy[i + 1] - xy[kept - 1]) >= DETAIL;
      if (far || i == last) {
        xy[kept] = xy[i];
        xy[kept + 1] = xy[i + 1];
        kept += 2;
      }
    }
    return kept >= xy.length ? xy : Arrays.copyOf(xy, kept);
  }

  /** Whether a point lies in its inside. */
  private boolean contains(double x, double y) {
    boolean in = false;
    for (double[] ring : rings) {
      for (int i = 0; i + 3 < ring.length; i += 2) {
        double y0 = ring[i + 1];
        double y1 = ring[i + 3];
        if ((y0 > y) != (y1 > y) && x < ring[i] + (y - y0) / (y1 - y0) * (ring[i + 2] - ring[i])) {
          in = !in;
        }
      }
    }
    return in;
  }

  /** Distance of a point from it: 0 in its inside. */
  double distance(double x, double y) {
    if (contains(x, y)) {
      return 0;
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] point : points) {
      nearest = Math.min(nearest, Math.hypot(point[0] - x, point[1] - y));
    }
    for (List<double[]> list : List.of(rings, lines)) {
      for (double[] xy : list) {
        for (int i = 0; i + 3 < xy.length; i += 2) {
          nearest = Math.min(nearest, distance(x, y, xy, i));
        }
      }
    }
    return nearest;
  }

  private static double distance(double x, double y, double[] xy, int i) {
    double dx = xy[i + 2] - xy[i];
    double dy = xy[i + 3] - xy[i + 1];
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - xy[i]) * dx + (y - xy[i + 1]) * dy) / length;
    double at = Math.max(0, Math.min(1, along));
    return Math.hypot(x - xy[i] - at * dx, y - xy[i + 1] - at * dy);
  }
}
