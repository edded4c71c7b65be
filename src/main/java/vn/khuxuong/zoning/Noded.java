package vn.khuxuong.zoning;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Tells an outline that only got more vertices from one that was drawn anew. */
final class Noded {
  /** Farther from the edge than this is another course; what drawing calls the same place. */
  private static final double BESIDE_M = 0.001;

  private Noded() {}

  /** Whether every vertex is still there, and each new one lies on an edge of the old outline. */
  static boolean isWithMoreVertices(Polygon then, Polygon now) {
    if (then.getNumInteriorRing() != now.getNumInteriorRing()
        || !isWithMoreVertices(then.getExteriorRing(), now.getExteriorRing())) {
      return false;
    }
    for (int i = 0; i < then.getNumInteriorRing(); i++) {
      if (!isWithMoreVertices(then.getInteriorRingN(i), now.getInteriorRingN(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithMoreVertices(LinearRing then, LinearRing now) {
    Coordinate[] old = then.getCoordinates();
    Coordinate[] noded = now.getCoordinates();
    if (noded.length < old.length || !old[0].equals2D(noded[0])) {
      return false;
    }
    int reached = 0;
    for (int i = 1; i < noded.length; i++) {
      if (reached + 1 == old.length) {
        return false;
      }
      if (noded[i].equals2D(old[reached + 1])) {
        reached++;
      } else if (new LineSegment(old[reached], old[reached + 1]).distance(noded[i]) > BESIDE_M) {
        return false;
      }
    }
    return reached + 1 == old.length;
  }
}
