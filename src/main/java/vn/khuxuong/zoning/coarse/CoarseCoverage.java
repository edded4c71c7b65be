package vn.khuxuong.zoning.coarse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.check.CommonEdges;

/**
 * Simplifies polygons that lie side by side so that they still do: a common edge loses the same
 * vertices on both sides (Visvalingam and Whyatt, with topology kept). Coordinates are EPSG:3857.
 */
final class CoarseCoverage {
  private static final double SAME_VERTEX = 0.01;
  private static final double SAME_LINE = 0.5;
  private static final int GENTLER = 6;
  private static final double COLLAPSED = 0.2;

  private final List<Polygon> knitted;
  private final boolean isTight;

  /**
   * @param polygons that tile an area, or nearly so: what is nearer than a centimetre becomes one
   */
  CoarseCoverage(List<Polygon> polygons) {
    this.knitted = CommonEdges.knit(polygons, SAME_VERTEX);
    this.isTight = CoverageValidator.isValid(knitted.toArray(Geometry[]::new));
  }

  /**
   * The polygons with fewer vertices, in their order; none is lost. Where the tolerance would make
   * one collapse, all are simplified more gently.
   *
   * @param tolerance root of the area of the largest triangle that may be cut off, in metres of
   *     EPSG:3857
   */
  List<Polygon> simplified(double tolerance) {
    Geometry[] coverage = knitted.toArray(Geometry[]::new);
    double gentle = tolerance;
    for (int i = 0; i < GENTLER; i++) {
      CoverageSimplifier simplifier = new CoverageSimplifier(coverage);
      simplifier.setRemovableRingSizeFactor(0);
      List<Polygon> simplified = polygons(simplifier.simplify(gentle));
      if (simplified != null && isGood(simplified)) {
        return simplified;
      }
      gentle /= 2;
    }
    return knitted;
  }

  private static @Nullable List<Polygon> polygons(Geometry[] shapes) {
    List<Polygon> polygons = new ArrayList<>();
    for (Geometry shape : shapes) {
      if (!(shape instanceof Polygon polygon)) {
        return null;
      }
      polygons.add(polygon);
    }
    return polygons;
  }

  private boolean isGood(List<Polygon> simplified) {
    for (int i = 0; i < simplified.size(); i++) {
      Polygon polygon = simplified.get(i);
      if (polygon.isEmpty()
          || !polygon.isValid()
          || polygon.getArea() < COLLAPSED * knitted.get(i).getArea()) {
        return false;
      }
    }
    return !isTight || CoverageValidator.isValid(simplified.toArray(Geometry[]::new));
  }

  /** Whether the polygons neither overlap nor have cracks between them. */
  boolean isTight() {
    return isTight;
  }

  /** Whether the outer edge of the polygons is the boundary of a zone. */
  boolean fills(Geometry zone) {
    if (!isTight) {
      return false;
    }
    Geometry union = CoverageUnion.union(knitted.toArray(Geometry[]::new));
    Geometry edge = union.getBoundary();
    Geometry boundary = zone.getBoundary();
    return Math.abs(union.getArea() - zone.getArea()) < SAME_LINE * boundary.getLength()
        && edge.getNumGeometries() == boundary.getNumGeometries()
        && DiscreteHausdorffDistance.distance(edge, boundary) < SAME_LINE;
  }

  /** The area that polygons of a coverage cover together. */
  static MultiPolygon union(List<Polygon> polygons) {
    Geometry union = CoverageUnion.union(polygons.toArray(Geometry[]::new));
    return union instanceof MultiPolygon parts
        ? parts
        : union.getFactory().createMultiPolygon(new Polygon[] {(Polygon) union});
  }
}
