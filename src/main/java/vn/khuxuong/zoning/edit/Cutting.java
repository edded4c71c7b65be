package vn.khuxuong.zoning.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Takes polygons apart along lines that were fitted in, and puts parts together. */
final class Cutting {
  private Cutting() {}

  /**
   * The parts into which lines cut a polygon. Only vertices that are there already are used. Parts
   * too small to be meant go to the neighbour they share most of their outline with.
   *
   * @param lines fitted in by {@link Noding#cut} just before
   */
  static List<Polygon> parts(Polygon polygon, Collection<Coordinate[]> lines) {
    Set<LineSegment> edges = new LinkedHashSet<>();
    Rings.of(polygon).forEach(ring -> edges.addAll(segments(ring)));
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(polygon);
    for (Coordinate[] line : lines) {
      for (LineSegment segment : segments(line)) {
        if (inside.locate(segment.midPoint()) == Location.INTERIOR) {
          edges.add(segment);
        }
      }
    }
    Polygonizer polygonizer = new Polygonizer();
    for (LineSegment edge : edges) {
      polygonizer.add(edge.toGeometry(polygon.getFactory()));
    }
    List<Polygon> parts = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon part = (Polygon) face;
      if (inside.locate(part.getInteriorPoint().getCoordinate()) != Location.EXTERIOR) {
        // the polygonizer starts rings where it likes
        part.normalize();
        parts.add(part);
      }
    }
    parts.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    return withoutNoise(parts);
  }

  private static List<LineSegment> segments(Coordinate[] line) {
    List<LineSegment> segments = new ArrayList<>(line.length);
    for (int i = 0; i + 1 < line.length; i++) {
      LineSegment segment = new LineSegment(line[i], line[i + 1]);
      segment.normalize();
      segments.add(segment);
    }
    return segments;
  }

  private static List<Polygon> withoutNoise(List<Polygon> largestFirst) {
    List<Polygon> parts = new ArrayList<>(largestFirst);
    for (int i = parts.size() - 1; i > 0; i--) {
      Polygon small = parts.get(i);
      if (small.getArea() >= Fabric.NOISE_M2) {
        continue;
      }
      int host = host(small, parts.subList(0, i));
      if (host >= 0 && union(List.of(parts.get(host), small)) instanceof Polygon joined) {
        parts.set(host, joined);
        parts.remove(i);
      }
    }
    return parts;
  }

  private static int host(Polygon small, List<Polygon> candidates) {
    int host = -1;
    double longest = 0;
    for (int i = 0; i < candidates.size(); i++) {
      double border = border(small, candidates.get(i));
      if (border > longest) {
        longest = border;
        host = i;
      }
    }
    return host;
  }

  /** Length of the edges that two polygons share to the last bit, m. */
  static double border(Polygon one, Polygon other) {
    Set<LineSegment> edges = new HashSet<>();
    Rings.of(one).forEach(ring -> edges.addAll(segments(ring)));
    double length = 0;
    for (Coordinate[] ring : Rings.of(other)) {
      for (LineSegment segment : segments(ring)) {
        length += edges.contains(segment) ? segment.getLength() : 0;
      }
    }
    return length;
  }

  /** All ground of the shapes; every vertex of the outline is one of theirs. */
  static Geometry union(Collection<? extends Geometry> shapes) {
    Geometry first = shapes.iterator().next();
    Geometry all = first.getFactory().createGeometryCollection(shapes.toArray(Geometry[]::new));
    return shapes.size() == 1 ? first : OverlayNGRobust.union(all).norm();
  }

  static Geometry difference(Geometry from, Geometry what) {
    return OverlayNGRobust.overlay(from, what, OverlayNG.DIFFERENCE).norm();
  }

  static Geometry intersection(Geometry one, Geometry other) {
    return OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
  }

  /** The polygons of a result, lines and points left out, nothing smaller than noise. */
  static List<Polygon> polygons(Geometry areas) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < areas.getNumGeometries(); i++) {
      if (areas.getGeometryN(i) instanceof Polygon polygon
          && polygon.getArea() >= Fabric.NOISE_M2) {
        polygons.add(polygon);
      }
    }
    polygons.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    return polygons;
  }
}
