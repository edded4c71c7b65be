package vn.khuxuong.zoning;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;

/**
 * Coordinates of plans are stored on a grid of 10⁻⁹ degrees (0.11 mm), so that what leaves in any
 * format and comes back is the same to the last digit.
 */
public final class StorageGrid {
  private static final double PER_DEGREE = 1e9;

  private StorageGrid() {}

  /** Nearest grid value of a longitude or latitude. */
  public static double snap(double degrees) {
    return Math.rint(degrees * PER_DEGREE) / PER_DEGREE;
  }

  /** A copy of a shape in EPSG:4326, x, y, with every vertex on the grid. */
  public static Geometry snap(Geometry lonLat) {
    Geometry copy = lonLat.copy();
    copy.apply(new Rounding());
    return copy;
  }

  /**
   * What a shape in a legal CRS becomes when it is stored: longitude, latitude on the grid. Reading
   * it again and storing that changes nothing more.
   */
  public static Geometry toStored(Geometry shape, Crs legal) {
    return snap(CoordinateOperation.between(Crs.CRS84, legal).inverse().apply(shape));
  }

  /** A stored shape in the legal CRS. */
  public static Geometry fromStored(Geometry lonLat, Crs legal) {
    return CoordinateOperation.between(Crs.CRS84, legal).apply(lonLat);
  }

  /** A shape in the legal CRS as it will be after storing and reading. */
  public static Geometry settle(Geometry shape, Crs legal) {
    return fromStored(toStored(shape, legal), legal);
  }

  private static final class Rounding implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      sequence.setOrdinate(index, 0, snap(sequence.getX(index)));
      sequence.setOrdinate(index, 1, snap(sequence.getY(index)));
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
