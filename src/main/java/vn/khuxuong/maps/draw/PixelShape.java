package vn.khuxuong.maps.draw;

import java.awt.geom.Path2D;
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

/** A shape in pixels of a picture: x0, y0, x1, y1, … for each ring, line or point. */
final class PixelShape {
  /** Vertices nearer to the one before than this make no difference on a screen. */
  private static final double DETAIL = 0.25;

  /** How far beyond the picture shapes are kept: more than any line is wide. */
  private static final double MARGIN = 160;

  private final List<double[]> rings = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();
  private final List<double[]> points = new ArrayList<>();
  private final PixelClip clip;
  private double minX = Double.POSITIVE_INFINITY;
  private double minY = Double.POSITIVE_INFINITY;
  private double maxX = Double.NEGATIVE_INFINITY;
  private double maxY = Double.NEGATIVE_INFINITY;

  private PixelShape(int width, int height) {
    this.clip = new PixelClip(-MARGIN, -MARGIN, width + MARGIN, height + MARGIN);
  }

  /** A box on a picture, for legends. */
  static PixelShape box(double left, double top, double right, double bottom) {
    PixelShape box = new PixelShape((int) right, (int) bottom);
    box.minX = left;
    box.minY = top;
    box.maxX = right;
    box.maxY = bottom;
    box.rings.add(new double[] {left, top, right, top, right, bottom, left, bottom, left, top});
    return box;
  }

  /**
   * A geometry on a picture.
   *
   * @param operation from the geometry's CRS to the view's
   * @return null where a part of it cannot be shown in the view's CRS
   */
  static @Nullable PixelShape of(Geometry shape, CoordinateOperation operation, MapView view) {
    PixelShape pixels = new PixelShape(view.width(), view.height());
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
      minX = Math.min(minX, xy[i]);
      maxX = Math.max(maxX, xy[i]);
      minY = Math.min(minY, xy[i + 1]);
      maxY = Math.max(maxY, xy[i + 1]);
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

  boolean isArea() {
    return !rings.isEmpty();
  }

  double minX() {
    return minX;
  }

  double minY() {
    return minY;
  }

  double maxX() {
    return maxX;
  }

  double maxY() {
    return maxY;
  }

  List<double[]> points() {
    return points;
  }

  /** Whether it shares anything with a box around the picture that is {@code margin} wider. */
  boolean touches(MapView view, double margin) {
    return maxX >= -margin
        && minX <= view.width() + margin
        && maxY >= -margin
        && minY <= view.height() + margin;
  }

  private boolean needsClip() {
    return !clip.holds(minX, minY) || !clip.holds(maxX, maxY);
  }

  /** Its rings as far as the picture and its surroundings reach. */
  List<double[]> visibleRings() {
    return needsClip() ? rings.stream().map(clip::ring).filter(r -> r.length >= 6).toList() : rings;
  }

  /** Its inside as an even-odd path, clipped to the picture's surroundings. */
  Path2D inside() {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[] ring : visibleRings()) {
      append(path, ring);
      path.closePath();
    }
    return path;
  }

  /** A piece of an edge: its vertices, and how far from the edge's start it begins. */
  static final class Piece {
    private final double[] xy;
    private final double from;
    private final boolean closed;

    Piece(double[] xy, double from, boolean closed) {
      this.xy = xy;
      this.from = from;
      this.closed = closed;
    }

    double[] xy() {
      return xy;
    }

    double from() {
      return from;
    }

    boolean closed() {
      return closed;
    }
  }

  /** Its edges and lines as far as the picture and its surroundings reach. */
  List<Piece> edges() {
    List<Piece> pieces = new ArrayList<>();
    boolean clipped = needsClip();
    for (double[] ring : rings) {
      if (clipped) {
        pieces.addAll(clip.line(ring));
      } else {
        pieces.add(new Piece(ring, 0, true));
      }
    }
    for (double[] line : lines) {
      if (clipped) {
        pieces.addAll(clip.line(line));
      } else {
        pieces.add(new Piece(line, 0, false));
      }
    }
    return pieces;
  }

  static void append(Path2D path, double[] xy) {
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
  }

  /** Whether a point lies in its inside. */
  boolean contains(double x, double y) {
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

  /** Whether a box lies wholly in its inside. */
  boolean holds(double left, double top, double right, double bottom) {
    if (!contains((left + right) / 2, (top + bottom) / 2)) {
      return false;
    }
    PixelClip box = new PixelClip(left, top, right, bottom);
    for (double[] ring : rings) {
      for (int i = 0; i + 3 < ring.length; i += 2) {
        if (box.segment(ring[i], ring[i + 1], ring[i + 2], ring[i + 3]) != null) {
          return false;
        }
      }
    }
    return true;
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
