package vn.khuxuong.zoning.sheet;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.RingClipper;

/** Shapes of the ground as rings on paper. */
final class Traced {
  private static final double BLEED_MM = 4;

  private Traced() {}

  /**
   * The rings of an area on paper, closed by their first vertex: x, y, x, y … in mm. What lies far
   * outside the window is cut off, so that every page carries its own part only; the cut edges lie
   * outside the window.
   */
  static List<double[]> rings(Geometry area, MapWindow window) {
    Envelope ground = window.ground(BLEED_MM);
    List<double[]> rings = new ArrayList<>();
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon) {
        add(rings, polygon.getExteriorRing(), ground, window);
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          add(rings, polygon.getInteriorRingN(k), ground, window);
        }
      }
    }
    return rings;
  }

  private static void add(
      List<double[]> rings, LinearRing ring, Envelope ground, MapWindow window) {
    Coordinate[] clipped = clip(ring, ground);
    if (clipped.length < 4) {
      return;
    }
    double[] xy = new double[2 * (clipped.length - 1)];
    for (int i = 0; i < clipped.length - 1; i++) {
      xy[2 * i] = window.x(clipped[i].x);
      xy[2 * i + 1] = window.y(clipped[i].y);
    }
    rings.add(xy);
  }

  /** The part of a ring in a box, fewer than four vertices where there is none. */
  static Coordinate[] clip(LinearRing ring, Envelope box) {
    Envelope own = ring.getEnvelopeInternal();
    if (!box.intersects(own)) {
      return new Coordinate[0];
    }
    return box.contains(own)
        ? ring.getCoordinates()
        : new RingClipper(box).clip(ring.getCoordinates());
  }
}
