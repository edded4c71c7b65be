package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Changes of vertices that leave a shape's rings in place. */
final class Rings {
  private Rings() {}

  /**
   * A shape with other vertices; of those that fall within {@code sameM} of the one before only
   * that one stays. A ring that would have fewer than three corners stays as it was.
   */
  static Geometry map(Geometry shape, UnaryOperator<Coordinate> move, double sameM) {
    List<Polygon> parts = new ArrayList<>();
    for (Polygon part : Overlay.polygons(shape)) {
      List<LinearRing> rings = Edges.rings(part).stream().map(r -> map(r, move, sameM)).toList();
      parts.add(
          part.getFactory()
              .createPolygon(
                  rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
    }
    return shape instanceof Polygon
        ? parts.get(0)
        : shape.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static LinearRing map(LinearRing ring, UnaryOperator<Coordinate> move, double sameM) {
    List<Coordinate> corners = new ArrayList<>();
    for (Coordinate corner : ring.getCoordinates()) {
      Coordinate to = move.apply(corner);
      if (corners.isEmpty() || to.distance(corners.get(corners.size() - 1)) > sameM) {
        corners.add(to.copy());
      }
    }
    Coordinate start = corners.get(0);
    while (corners.size() > 1 && corners.get(corners.size() - 1).distance(start) <= sameM) {
      corners.remove(corners.size() - 1);
    }
    corners.add(start.copy());
    return corners.size() < 4
        ? ring
        : ring.getFactory().createLinearRing(corners.toArray(Coordinate[]::new));
  }

  /** The vertex before this one on its ring, null where the shape does not have it. */
  static @Nullable Coordinate before(Geometry shape, Coordinate vertex) {
    for (LinearRing ring : Edges.rings(shape)) {
      Coordinate[] corners = ring.getCoordinates();
      for (int i = 1; i < corners.length; i++) {
        if (corners[i].equals2D(vertex)) {
          return corners[i - 1];
        }
      }
    }
    return null;
  }

  static boolean has(Geometry shape, Coordinate vertex) {
    for (Coordinate corner : shape.getCoordinates()) {
      if (corner.equals2D(vertex)) {
        return true;
      }
    }
    return false;
  }
}
