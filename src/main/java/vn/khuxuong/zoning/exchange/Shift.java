package vn.khuxuong.zoning.exchange;

import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;

/**
 * Between VN-2000 and WGS 84 there is one right operation, EPSG:6960, and three mistakes that
 * people's programs make. Each knows the mistake well enough to undo it.
 */
enum Shift {
  /** EPSG:6960, as the law of this application has it. */
  RIGHT("", ""),
  /** What PROJ picks when left to itself; parameters from the EPSG registry. */
  EPSG_5194(
      "bằng EPSG:5194 (đồng bằng sông Cửu Long)", "with EPSG:5194 (made for the Mekong delta)"),
  /** The parameters of EPSG:6960 with rotations of the wrong sign: TOWGS84 wants the opposite. */
  WRONG_ROTATION(
      "bằng tham số đúng nhưng sai dấu góc xoay",
      "with the right parameters but rotations of the wrong sign"),
  /** VN-2000 taken for WGS 84. */
  NO_DATUM_SHIFT("mà không chuyển hệ quy chiếu", "without any datum shift");

  private static final double A = 6_378_137;
  private static final double F = 1 / 298.257223563;
  private static final double E2 = F * (2 - F);
  private static final double ARC_SECOND = Math.PI / (180 * 3600);

  private final String vi;
  private final String en;

  Shift(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  String vi() {
    return vi;
  }

  String en() {
    return en;
  }

  /** VN-2000 longitude and latitude of positions that this operation made from WGS 84. */
  void wgs84OfShifted(double[] xy) {
    switch (this) {
      case RIGHT -> CoordinateOperation.between(Crs.CRS84, Crs.EPSG_4756).inverse().apply(xy);
      case NO_DATUM_SHIFT -> {}
      default -> undo(xy, false);
    }
  }

  /** VN-2000 longitude and latitude of WGS 84 positions that this operation made from VN-2000. */
  void vn2000OfShifted(double[] xy) {
    switch (this) {
      case RIGHT -> CoordinateOperation.between(Crs.CRS84, Crs.EPSG_4756).apply(xy);
      case NO_DATUM_SHIFT -> {}
      default -> undo(xy, true);
    }
  }

  /** WGS 84 to VN-2000 as this operation has it, degrees, for one point. */
  double[] toVn2000(double longitude, double latitude) {
    return helmert(longitude, latitude, false);
  }

  /** VN-2000 to WGS 84 as this operation has it, degrees, for one point. */
  double[] toWgs84(double longitude, double latitude) {
    return helmert(longitude, latitude, true);
  }

  /** Finds what the operation made these positions of, to a nanometre. */
  private void undo(double[] xy, boolean forward) {
    for (int i = 0; i < xy.length; i += 2) {
      double x = xy[i];
      double y = xy[i + 1];
      for (int round = 0; round < 6; round++) {
        double[] there = helmert(x, y, forward);
        x += xy[i] - there[0];
        y += xy[i + 1] - there[1];
      }
      xy[i] = x;
      xy[i + 1] = y;
    }
  }

  /** EPSG method 9607, coordinate frame rotation in the geographic 2D domain. */
  private double[] helmert(double longitude, double latitude, boolean forward) {
    boolean delta = this == EPSG_5194;
    double sign = this == WRONG_ROTATION ? -1 : 1;
    double tx = delta ? -192.873 : -191.90441429;
    double ty = delta ? -39.382 : -39.30318279;
    double tz = delta ? -111.202 : -111.45032835;
    double rx = (delta ? 0.00205 : -0.00928836 * sign) * ARC_SECOND;
    double ry = (delta ? 0.0005 : 0.01975479 * sign) * ARC_SECOND;
    double rz = (delta ? -0.00335 : -0.00427372 * sign) * ARC_SECOND;
    double scale = 1 + (delta ? 0.0188e-6 : 0.252906278e-6);
    double[] g = geocentric(longitude, latitude);
    if (forward) {
      return geographic(
          tx + scale * (g[0] + rz * g[1] - ry * g[2]),
          ty + scale * (-rz * g[0] + g[1] + rx * g[2]),
          tz + scale * (ry * g[0] - rx * g[1] + g[2]));
    }
    double x = (g[0] - tx) / scale;
    double y = (g[1] - ty) / scale;
    double z = (g[2] - tz) / scale;
    return geographic(x - rz * y + ry * z, rz * x + y - rx * z, -ry * x + rx * y + z);
  }

  private static double[] geocentric(double longitude, double latitude) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude);
    double n = A / Math.sqrt(1 - E2 * Math.sin(phi) * Math.sin(phi));
    double p = n * Math.cos(phi);
    return new double[] {p * Math.cos(lambda), p * Math.sin(lambda), n * (1 - E2) * Math.sin(phi)};
  }

  private static double[] geographic(double x, double y, double z) {
    double p = Math.hypot(x, y);
    double phi = Math.atan2(z, p * (1 - E2));
    for (int round = 0; round < 6; round++) {
      double n = A / Math.sqrt(1 - E2 * Math.sin(phi) * Math.sin(phi));
      phi = Math.atan2(z + E2 * n * Math.sin(phi), p);
    }
    return new double[] {Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(phi)};
  }
}
