package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The boundary of an area, made quick to ask what is near. Segments have the area on their right,
 * however the rings were drawn.
 */
final class Edges {
  private final Set<Coordinate> vertices = new HashSet<>();
  private final HPRtree index = new HPRtree();

  Edges(Geometry area) {
    for (Polygon polygon : Overlay.polygons(area)) {
      add(polygon.getExteriorRing(), false);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        add(polygon.getInteriorRingN(i), true);
      }
    }
    index.build();
  }

  private void add(LinearRing ring, boolean counterClockwise) {
    Coordinate[] corners = ring.getCoordinates();
    boolean turn = Orientation.isCCW(corners) != counterClockwise;
    for (int i = 0; i + 1 < corners.length; i++) {
      Coordinate from = corners[turn ? i + 1 : i];
      Coordinate to = corners[turn ? i : i + 1];
      vertices.add(from);
      index.insert(new Envelope(from, to), new LineSegment(from, to));
    }
  }

  static List<LinearRing> rings(Geometry area) {
    List<LinearRing> rings = new ArrayList<>();
    for (Polygon polygon : Overlay.polygons(area)) {
      rings.add(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        rings.add(polygon.getInteriorRingN(i));
      }
    }
    return rings;
  }

  Set<Coordinate> vertices() {
    return vertices;
  }

  boolean hasVertex(Coordinate place) {
    return vertices.contains(place);
  }

  /** Segments whose envelope comes within {@code distanceM} of the place. */
  List<LineSegment> near(Coordinate place, double distanceM) {
    Envelope around = new Envelope(place);
    around.expandBy(distanceM);
    List<LineSegment> near = new ArrayList<>(4);
    index.query(around, found -> near.add((LineSegment) found));
    return near;
  }

  /** Adds the segments whose envelope meets the box, but for those of no length. */
  void collect(Envelope box, Collection<LineSegment> into) {
    index.query(
        box,
        found -> {
          LineSegment segment = (LineSegment) found;
          if (!segment.p0.equals2D(segment.p1)) {
            into.add(segment);
          }
        });
  }

  boolean touches(Coordinate place, double distanceM) {
    for (LineSegment segment : near(place, distanceM)) {
      if (Distance.pointToSegment(place, segment.p0, segment.p1) <= distanceM) {
        return true;
      }
    }
    return false;
  }

  /** Whether a vertex lies within {@code distanceM} of the place. */
  boolean hasVertexNear(Coordinate place, double distanceM) {
    if (vertices.contains(place)) {
      return true;
    }
    for (LineSegment segment : near(place, distanceM)) {
      if (place.distance(segment.p0) <= distanceM || place.distance(segment.p1) <= distanceM) {
        return true;
      }
    }
    return false;
  }

  /** How much of another area's boundary runs along this one, within {@code distanceM}. */
  double lengthAlongM(Geometry other, double distanceM) {
    double length = 0;
    for (LinearRing ring : rings(other)) {
      Coordinate[] corners = ring.getCoordinates();
      for (int i = 0; i + 1 < corners.length; i++) {
        if (touches(LineSegment.midPoint(corners[i], corners[i + 1]), distanceM)) {
          length += corners[i].distance(corners[i + 1]);
        }
      }
    }
    return length;
  }
}
