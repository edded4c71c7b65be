package vn.khuxuong.geo;

import org.locationtech.jts.geom.Geometry;

/**
 * A length as Vietnamese law counts it: on the plane of the zone's VN-2000 projection.
 *
 * @param m metres; the perimeter, holes included, for a polygon
 * @param crs the legal CRS in which it was computed
 */
public record LegalLength(double m, Crs crs) {
  /** The legal CRS must be one. */
  public LegalLength {
    LegalArea.requireLegal(crs);
  }

  /**
   * Length of a line or perimeter of a polygon.
   *
   * @param shape in {@code shapeCrs}, x, y
   * @param legal a projected VN-2000 system
   */
  public static LegalLength of(Geometry shape, Crs shapeCrs, Crs legal) {
    LegalArea.requireLegal(legal);
    return new LegalLength(
        CoordinateOperation.between(shapeCrs, legal).apply(shape).getLength(), legal);
  }

  /** How it was computed, in Vietnamese. */
  public String methodVi() {
    return "Độ dài phẳng trong " + crs.nameVi() + " (" + crs.code() + "), chuyển đổi EPSG:6960";
  }

  /** How it was computed, in English. */
  public String methodEn() {
    return "Plane length in " + crs.nameEn() + " (" + crs.code() + "), transformation EPSG:6960";
  }
}
