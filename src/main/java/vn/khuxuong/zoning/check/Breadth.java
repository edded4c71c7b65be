package vn.khuxuong.zoning.check;

import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * How wide an area is at its widest: the diameter of the largest circle inside it, metres.
 *
 * <p>An area A with boundary length P holds a circle of radius A/P at least, because every point of
 * it lies within that circle's radius of the boundary; and of radius √(A/π) at most. Between the
 * two the area is eroded until nothing is left.
 */
final class Breadth {
  private static final double PRECISION = 0.01;

  /** Eroding a jagged outline of more points than this takes longer than looking for the circle. */
  private static final int MANY_POINTS = 200;

  private Breadth() {}

  static double leastM(Geometry area) {
    double length = area.getLength();
    return length == 0 ? 0 : 2 * area.getArea() / length;
  }

  static double mostM(Geometry area) {
    Envelope box = area.getEnvelopeInternal();
    double disc = 2 * Math.sqrt(area.getArea() / Math.PI);
    return Math.min(disc, Math.min(box.getWidth(), box.getHeight()));
  }

  /** Whether somewhere the area is wider than {@code widthM}. */
  static boolean exceeds(Geometry area, double widthM) {
    if (leastM(area) > widthM) {
      return true;
    }
    return mostM(area) > widthM && !erodes(area, widthM);
  }

  /** The width to one per cent. */
  static double ofM(Geometry area) {
    double low = leastM(area);
    if (area.getNumPoints() > MANY_POINTS && low > 0) {
      return 2 * new MaximumInscribedCircle(area, PRECISION * low / 2).getRadiusLine().getLength();
    }
    double high = mostM(area);
    while (high - low > PRECISION * high) {
      double middle = (low + high) / 2;
      if (erodes(area, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  private static boolean erodes(Geometry area, double widthM) {
    return area.buffer(-widthM / 2, 4).isEmpty();
  }
}
