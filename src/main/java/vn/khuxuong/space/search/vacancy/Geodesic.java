package vn.khuxuong.space.search.vacancy;

import java.util.List;

/**
 * Straight-line distance on the ellipsoid of WGS 84, by Vincenty's inverse formula (Survey Review
 * XXIII 176, 1975); agrees with PostGIS's {@code st_distance(geography)} to a millimetre.
 */
final class Geodesic {
  private static final double A = 6_378_137;
  private static final double F = 1 / 298.257223563;
  private static final double B = A * (1 - F);
  private static final double E2 = F * (2 - F);
  private static final int MOST_STEPS = 100;
  private static final double ENOUGH = 1e-12;

  private Geodesic() {}

  /**
   * Metres between two points in degrees. Points almost opposite on the globe, for which the
   * formula does not converge, count as half the way round.
   */
  static double metres(double lon1, double lat1, double lon2, double lat2) {
    double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat1)));
    double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat2)));
    double l = Math.toRadians(lon2 - lon1);
    double lambda = l;
    for (int step = 0; step < MOST_STEPS; step++) {
      double sinLambda = Math.sin(lambda);
      double cosLambda = Math.cos(lambda);
      double sinSigma =
          Math.hypot(
              Math.cos(u2) * sinLambda,
              Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * cosLambda);
      if (sinSigma == 0) {
        return 0;
      }
      double cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * cosLambda;
      double sigma = Math.atan2(sinSigma, cosSigma);
      double sinAlpha = Math.cos(u1) * Math.cos(u2) * sinLambda / sinSigma;
      double cos2Alpha = 1 - sinAlpha * sinAlpha;
      double cosMid = cos2Alpha == 0 ? 0 : cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cos2Alpha;
      double c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
      double before = lambda;
      lambda =
          l
              + (1 - c)
                  * F
                  * sinAlpha
                  * (sigma + c * sinSigma * (cosMid + c * cosSigma * (2 * cosMid * cosMid - 1)));
      if (Math.abs(lambda - before) < ENOUGH) {
        return length(cos2Alpha, sigma, sinSigma, cosSigma, cosMid);
      }
    }
    return Math.PI * B;
  }

  private static double length(
      double cos2Alpha, double sigma, double sinSigma, double cosSigma, double cosMid) {
    double k = cos2Alpha * (A * A - B * B) / (B * B);
    double a = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)));
    double b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)));
    double mid2 = 2 * cosMid * cosMid - 1;
    double delta =
        b
            * sinSigma
            * (cosMid
                + b
                    / 4
                    * (cosSigma * mid2
                        - b
                            / 6
                            * cosMid
                            * (4 * sinSigma * sinSigma - 3)
                            * (4 * cosMid * cosMid - 3)));
    return B * a * (sigma - delta);
  }

  /**
   * A point in space, metres from the middle of the earth. The straight way through the ground is
   * never longer than that along it.
   */
  record Point(double x, double y, double z) {

    static Point of(double lon, double lat) {
      double phi = Math.toRadians(lat);
      double lambda = Math.toRadians(lon);
      double n = A / Math.sqrt(1 - E2 * Math.sin(phi) * Math.sin(phi));
      return new Point(
          n * Math.cos(phi) * Math.cos(lambda),
          n * Math.cos(phi) * Math.sin(lambda),
          n * (1 - E2) * Math.sin(phi));
    }

    double chord(Point other) {
      double dx = x - other.x;
      double dy = y - other.y;
      double dz = z - other.z;
      return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }

  /** A ball that holds some points, to leave out many of them at once. */
  record Ball(Point middle, double radius) {

    static Ball around(List<Point> points) {
      Point middle =
          new Point(
              points.stream().mapToDouble(Point::x).average().orElse(0),
              points.stream().mapToDouble(Point::y).average().orElse(0),
              points.stream().mapToDouble(Point::z).average().orElse(0));
      return new Ball(middle, points.stream().mapToDouble(middle::chord).max().orElse(0));
    }

    /** Metres from a point that no point in it is nearer than. */
    double atLeast(Point point) {
      return Math.max(0, middle.chord(point) - radius);
    }
  }
}
