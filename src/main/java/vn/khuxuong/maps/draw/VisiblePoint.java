package vn.khuxuong.maps.draw;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** A point in the widest visible part of a shape whose own label point is off the picture. */
final class VisiblePoint {
  private static final GeometryFactory PIXELS = new GeometryFactory();

  private VisiblePoint() {}

  /** In pixels; null where nothing of the range of rings is wide enough to be seen. */
  static double @Nullable [] of(Shapes shapes, int first, int last, MapView view) {
    PixelClip picture = new PixelClip(0, 0, view.width(), view.height());
    double[] best = null;
    double widest = 0;
    for (int ring = first; ring < last; ring++) {
      if (!shapes.isArea(ring)) {
        continue;
      }
      double[] seen = picture.ring(shapes.ring(ring));
      if (seen.length < 6) {
        continue;
      }
      double[] closed = Arrays.copyOf(seen, seen.length + 2);
      closed[seen.length] = seen[0];
      closed[seen.length + 1] = seen[1];
      LinearRing edge = PIXELS.createLinearRing(new PackedCoordinateSequence.Double(closed, 2, 0));
      Polygon part = PIXELS.createPolygon(edge);
      Coordinate at = InteriorPointArea.getInteriorPoint(part);
      if (at != null && part.getArea() > widest && shapes.contains(first, last, at.x, at.y)) {
        widest = part.getArea();
        best = new double[] {at.x, at.y};
      }
    }
    return best;
  }
}
