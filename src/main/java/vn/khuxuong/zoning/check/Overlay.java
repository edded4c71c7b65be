package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

/**
 * Set operations on areas that never throw: what floating point cannot do is done again with
 * snapping, and at last on a grid of a tenth of a millimetre, where it always succeeds.
 */
final class Overlay {
  private static final PrecisionModel TENTH_OF_MILLIMETRE = new PrecisionModel(1e4);

  private Overlay() {}

  static Geometry intersection(Geometry a, Geometry b) {
    return robust(a, b, OverlayNG.INTERSECTION);
  }

  static Geometry difference(Geometry a, Geometry b) {
    return robust(a, b, OverlayNG.DIFFERENCE);
  }

  /** As {@link #difference} where edges nearer than {@code snapM} count as one. */
  static Geometry differenceSnapped(Geometry a, Geometry b, double snapM) {
    return snapped(a, b, OverlayNG.DIFFERENCE, snapM);
  }

  /** Union of two where edges nearer than {@code snapM} count as one. */
  static Geometry unionSnapped(Geometry a, Geometry b, double snapM) {
    return snapped(a, b, OverlayNG.UNION, snapM);
  }

  /** Union of many where edges nearer than {@code snapM} count as one; any order, same answer. */
  static Geometry unionSnapped(List<Polygon> parts, double snapM) {
    UnionStrategy strategy =
        new UnionStrategy() {
          @Override
          public Geometry union(Geometry a, Geometry b) {
            return unionSnapped(a, b, snapM);
          }

          @Override
          public boolean isFloatingPrecision() {
            return true;
          }
        };
    UnaryUnionOp union = new UnaryUnionOp(parts);
    union.setUnionFunction(strategy);
    return area(union.union());
  }

  /** The polygons of a result, without points and lines. */
  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons;
  }

  /** What of a result is an area. */
  static Geometry area(Geometry result) {
    return result instanceof Polygonal ? result : join(polygons(result), result.getFactory());
  }

  /** One polygon as it is, several as a multipolygon. */
  static Geometry join(List<Polygon> parts, GeometryFactory factory) {
    return parts.size() == 1
        ? parts.get(0)
        : factory.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static Geometry snapped(Geometry a, Geometry b, int operation, double snapM) {
    try {
      return area(OverlayNG.overlay(a, b, operation, new SnappingNoder(snapM)));
    } catch (RuntimeException e) {
      return robust(a, b, operation);
    }
  }

  private static Geometry robust(Geometry a, Geometry b, int operation) {
    try {
      return area(OverlayNGRobust.overlay(a, b, operation));
    } catch (RuntimeException e) {
      return area(OverlayNG.overlay(a, b, operation, TENTH_OF_MILLIMETRE));
    }
  }
}
