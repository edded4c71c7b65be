package vn.khuxuong.geo;

import org.locationtech.jts.geom.Geometry;

/**
 * An area as Vietnamese law counts it: on the plane of the zone's VN-2000 projection, edges
 * straight between its vertices there, no correction to the ellipsoid.
 *
 * @param m2 square metres
 * @param crs the legal CRS in which it was computed
 */
public record LegalArea(double m2, Crs crs) {
  /**
   * Area of a shape, 0 for points and lines.
   *
   * @param shape in {@code shapeCrs}, x, y
   * @param legal a projected VN-2000 system, of the zone, see {@link Crs#isLegal}
   */
  public static LegalArea of(Geometry shape, Crs shapeCrs, Crs legal) {
    requireLegal(legal);
    return new LegalArea(
        CoordinateOperation.between(shapeCrs, legal).apply(shape).getArea(), legal);
  }

  /** The legal CRS must be one. */
  public LegalArea {
    requireLegal(crs);
  }

  static void requireLegal(Crs crs) {
    if (!crs.isLegal()) {
      throw new IllegalArgumentException(crs.code() + " is no projected VN-2000 system");
    }
  }

  /** Hectares. */
  public double ha() {
    return m2 / 10_000;
  }

  /** How it was computed, in Vietnamese, to be shown beside the number. */
  public String methodVi() {
    return "Diện tích phẳng trong " + crs.nameVi() + " (" + crs.code() + "), chuyển đổi EPSG:6960";
  }

  /** How it was computed, in English. */
  public String methodEn() {
    return "Plane area in " + crs.nameEn() + " (" + crs.code() + "), transformation EPSG:6960";
  }
}
