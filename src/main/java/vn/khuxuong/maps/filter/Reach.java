package vn.khuxuong.maps.filter;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;

/**
 * Where features must be to fit a filter, so that an edit elsewhere is known to leave the answer as
 * it is.
 */
public final class Reach {

  /** An edge that is straight in another system bends in degrees, between the steps followed. */
  private static final double MARGIN_SHARE = 0.001;

  private static final double MARGIN_DEGREES = 1e-6;

  private Reach() {}

  /**
   * A box that every feature touches that fits.
   *
   * @return in {@link Crs#CRS84}; null where features may be anywhere
   */
  public static @Nullable BBox of(Filter filter) {
    if (filter instanceof Filter.Spatial spatial) {
      return of(spatial);
    }
    if (filter instanceof Filter.And and) {
      return anyOf(and);
    }
    return filter instanceof Filter.Or or ? around(or) : null;
  }

  private static @Nullable BBox anyOf(Filter.And and) {
    for (Filter each : and.all()) {
      BBox box = of(each);
      if (box != null) {
        return box;
      }
    }
    return null;
  }

  private static @Nullable BBox around(Filter.Or or) {
    Envelope all = new Envelope();
    for (Filter each : or.any()) {
      BBox box = of(each);
      if (box == null) {
        return null;
      }
      all.expandToInclude(box.envelope());
    }
    return BBox.of(Crs.CRS84, all);
  }

  private static @Nullable BBox of(Filter.Spatial spatial) {
    if (spatial.relation() == SpatialRelation.DISJOINT) {
      return null;
    }
    boolean own = spatial.left() instanceof Shape.Own || spatial.right() instanceof Shape.Own;
    Shape other = spatial.left() instanceof Shape.Own ? spatial.right() : spatial.left();
    if (!own || !(other instanceof Shape.Given given) || given.geometry().isEmpty()) {
      return null;
    }
    try {
      BBox box = BBox.of(given.crs(), given.geometry().getEnvelopeInternal()).transform(Crs.CRS84);
      return box.grownBy(MARGIN_DEGREES + MARGIN_SHARE * Math.max(box.width(), box.height()));
    } catch (GeoRefusal nowhere) {
      return null;
    }
  }
}
