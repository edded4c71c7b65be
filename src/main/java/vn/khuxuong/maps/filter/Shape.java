package vn.khuxuong.maps.filter;

import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.Crs;

/** A shape in a spatial comparison. */
public sealed interface Shape extends Term {

  /** The feature's own. */
  record Own() implements Shape {}

  /**
   * One that the filter gives. Its edges are straight in its own CRS.
   *
   * @param geometry x, y of {@code crs}, valid, in JTS's normal form; not to be changed
   * @param crs never {@link Crs#EPSG_4326}, which is {@link Crs#CRS84} here
   */
  record Given(Geometry geometry, Crs crs) implements Shape {}
}
