package vn.khuxuong.geo;

/** The ellipsoid of WGS 84 (EPSG:7030), which VN-2000 uses as well, placed differently. */
final class Ellipsoid {
  /** Semi-major axis, metres. */
  static final double A = 6_378_137;

  /** Flattening. */
  static final double F = 1 / 298.257223563;

  /** Semi-minor axis, metres. */
  static final double B = A * (1 - F);

  /** First eccentricity squared. */
  static final double E2 = F * (2 - F);

  /** First eccentricity. */
  static final double E = Math.sqrt(E2);

  /** Second eccentricity squared. */
  static final double EP2 = E2 / (1 - E2);

  private Ellipsoid() {}
}
