package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons as lists of closed vertex arrays, shell first. */
final class Rings {
  private Rings() {}

  /** All rings of a polygon or of the parts of a multipolygon. The arrays are not to be written. */
  static List<Coordinate[]> of(Geometry areas) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int part = 0; part < areas.getNumGeometries(); part++) {
      if (areas.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
        rings.add(polygon.getExteriorRing().getCoordinates());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          rings.add(polygon.getInteriorRingN(i).getCoordinates());
        }
      }
    }
    return rings;
  }

  /** A polygon of rings, shell first; holes that collapsed are left out. */
  static Polygon polygon(List<Coordinate[]> rings, GeometryFactory factory) {
    LinearRing shell = null;
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] ring : rings) {
      Coordinate[] clean = withoutRepeats(ring);
      if (shell == null) {
        shell = clean.length < 4 ? factory.createLinearRing() : factory.createLinearRing(clean);
      } else if (clean.length >= 4) {
        holes.add(factory.createLinearRing(clean));
      }
    }
    return factory.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  /** Every ring through {@code change}. */
  static Polygon mapped(Polygon polygon, UnaryOperator<Coordinate[]> change) {
    return polygon(of(polygon).stream().map(change).toList(), polygon.getFactory());
  }

  private static Coordinate[] withoutRepeats(Coordinate[] ring) {
    List<Coordinate> kept = new ArrayList<>(ring.length);
    for (Coordinate c : ring) {
      if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(c)) {
        kept.add(c);
      }
    }
    return kept.toArray(Coordinate[]::new);
  }

  /** A ring without one vertex, closed again. */
  static Coordinate[] without(Coordinate[] ring, Coordinate vertex) {
    List<Coordinate> kept = new ArrayList<>(Arrays.asList(ring).subList(0, ring.length - 1));
    kept.removeIf(vertex::equals2D);
    if (!kept.isEmpty()) {
      kept.add(kept.get(0));
    }
    return kept.toArray(Coordinate[]::new);
  }
}
