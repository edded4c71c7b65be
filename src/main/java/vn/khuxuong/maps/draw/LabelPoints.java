package vn.khuxuong.maps.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Where a shape's label belongs: the centre of the largest circle in its largest polygon. The place
 * depends on the shape alone, so neighbouring tiles agree on it; it is kept under the shape's
 * content, so an edited shape gets a new one.
 */
final class LabelPoints {
  private static final int DETAIL = 200;
  private static final Cache<Long, Coordinate> CACHE =
      Caffeine.newBuilder().maximumSize(100_000).build();

  private LabelPoints() {}

  /** The label point in the shape's own CRS; the shape must not be empty. */
  static Coordinate of(Geometry shape) {
    Coordinate point = CACHE.get(content(shape), content -> find(shape));
    return new Coordinate(point);
  }

  private static Coordinate find(Geometry shape) {
    Geometry largest = shape.getGeometryN(0);
    for (int i = 1; i < shape.getNumGeometries(); i++) {
      Geometry part = shape.getGeometryN(i);
      boolean larger =
          part.getArea() > largest.getArea()
              || (part.getArea() == largest.getArea() && part.getLength() > largest.getLength());
      largest = larger ? part : largest;
    }
    if (!(largest instanceof Polygon) || largest.getArea() == 0) {
      return largest.getInteriorPoint().getCoordinate();
    }
    double tolerance = Math.sqrt(largest.getArea()) / DETAIL;
    return MaximumInscribedCircle.getCenter(largest, tolerance).getCoordinate();
  }

  /** A 64-bit digest of all vertices. */
  private static long content(Geometry shape) {
    long[] hash = {shape.getNumPoints()};
    shape.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            hash[0] = mixed(hash[0] ^ Double.doubleToLongBits(sequence.getX(i)));
            hash[0] = mixed(hash[0] + Double.doubleToLongBits(sequence.getY(i)));
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return false;
          }
        });
    return hash[0];
  }

  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
