package vn.khuxuong.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Which ordinate a protocol writes first. The only place that decides; everything behind the doors
 * is x, y.
 *
 * <p>EPSG:4326 and EPSG:4756 are latitude, longitude in the registry; every other CRS here, and so
 * every projected VN-2000 system, is east, north or longitude, latitude. What differs is whether a
 * protocol respects the registry.
 */
public enum AxisOrder {
  /** OGC 01-068r3: x, y always. */
  WMS_1_1_1(Rule.X_FIRST),
  /** OGC 06-042, 6.7.2: the registry's order; {@code CRS:84} is longitude first. */
  WMS_1_3_0(Rule.REGISTRY),
  /** OGC 18-058r1: coordinates and boxes in the registry's order once a CRS is named. */
  OGC_API_WITH_CRS(Rule.REGISTRY),
  /** RFC 7946: longitude, latitude. */
  GEOJSON(Rule.X_FIRST),
  /** WKT as PostGIS and JTS write it: x, y. */
  WKT(Rule.X_FIRST),
  /** WKT with a leading SRID: x, y as well. */
  EWKT(Rule.X_FIRST),
  /** WKB and EWKB: x, y. */
  WKB(Rule.X_FIRST),
  /** GML with {@code srsName} as URN or URI: the registry's order. */
  GML_URN(Rule.REGISTRY),
  /** GML 2 with {@code srsName="EPSG:…"}: x, y. */
  GML_SHORT(Rule.X_FIRST),
  /** Tiles, by definition in Web Mercator: x, y. */
  TILES(Rule.X_FIRST),
  /**
   * Coordinate tables on Vietnamese plan drawings, where X is north and Y is east in every
   * projected system.
   */
  PLAN_DRAWING(Rule.NORTH_FIRST);

  private enum Rule {
    X_FIRST,
    REGISTRY,
    NORTH_FIRST
  }

  private final Rule rule;

  AxisOrder(Rule rule) {
    this.rule = rule;
  }

  /** Whether the protocol writes y (latitude, north) first in this CRS. */
  public boolean swaps(Crs crs) {
    return switch (rule) {
      case X_FIRST -> false;
      case REGISTRY -> crs == Crs.EPSG_4326 || crs == Crs.EPSG_4756;
      case NORTH_FIRST -> crs != Crs.CRS84;
    };
  }

  /** A pair as the protocol writes it, taken in as x, y. */
  public Coordinate toXy(Crs crs, double first, double second) {
    return swaps(crs) ? new Coordinate(second, first) : new Coordinate(first, second);
  }

  /**
   * The geometry with its ordinates as the protocol writes them; the same object when nothing
   * changes. Applied twice it is back to x, y.
   */
  public Geometry arrange(Crs crs, Geometry geometry) {
    if (!swaps(crs)) {
      return geometry;
    }
    Geometry copy = geometry.copy();
    copy.apply(new Swap());
    return copy;
  }

  private static final class Swap implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      if (index == 0) {
        for (int i = 0; i < sequence.size(); i++) {
          double x = sequence.getX(i);
          sequence.setOrdinate(i, CoordinateSequence.X, sequence.getY(i));
          sequence.setOrdinate(i, CoordinateSequence.Y, x);
        }
      }
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
