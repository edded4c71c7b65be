package vn.khuxuong.geo;

/**
 * Ellipsoidal transverse Mercator (EPSG method 9807) on the WGS 84 ellipsoid, latitude of origin 0.
 *
 * <p>Series of Krüger in the third flattening to the fourth order, in the form of Karney 2011
 * (Transverse Mercator with an accuracy of a few nanometers, equations 7 to 36). The first omitted
 * term is below a micrometre anywhere in Vietnam, also nine degrees from the central meridian,
 * which the shorter series of common libraries is not. Results are NaN where the projection has no
 * meaning (more than 80 degrees from the central meridian).
 */
final class TransverseMercator {
  private static final double MAX_LONGITUDE_DIFFERENCE = Math.toRadians(80);
  private static final double MAX_ETA = 2.4;
  private static final double FALSE_EASTING_M = 500_000;

  private static final double N = Ellipsoid.F / (2 - Ellipsoid.F);
  private static final double N2 = N * N;
  private static final double N3 = N2 * N;
  private static final double N4 = N3 * N;
  private static final double RECTIFYING_RADIUS_M =
      Ellipsoid.A / (1 + N) * (1 + N2 / 4 + N4 / 64 + N3 * N3 / 256);

  private static final double[] ALPHA = {
    N / 2 - 2 * N2 / 3 + 5 * N3 / 16 + 41 * N4 / 180,
    13 * N2 / 48 - 3 * N3 / 5 + 557 * N4 / 1440,
    61 * N3 / 240 - 103 * N4 / 140,
    49561 * N4 / 161280
  };
  private static final double[] BETA = {
    N / 2 - 2 * N2 / 3 + 37 * N3 / 96 - N4 / 360,
    N2 / 48 + N3 / 15 - 437 * N4 / 1440,
    17 * N3 / 480 - 37 * N4 / 840,
    4397 * N4 / 161280
  };

  private final double centralMeridianDeg;
  private final double scale;
  private final double centralMeridian;
  private final double radiusM;

  /**
   * @param centralMeridianDeg longitude of the central meridian, degrees
   * @param scale scale factor on the central meridian
   */
  TransverseMercator(double centralMeridianDeg, double scale) {
    this.centralMeridianDeg = centralMeridianDeg;
    this.scale = scale;
    this.centralMeridian = Math.toRadians(centralMeridianDeg);
    this.radiusM = scale * RECTIFYING_RADIUS_M;
  }

  /** Longitude of the central meridian, degrees. */
  double centralMeridianDeg() {
    return centralMeridianDeg;
  }

  /** Scale factor on the central meridian. */
  double scale() {
    return scale;
  }

  /** Replaces longitude, latitude in degrees at {@code i} by east, north in metres. */
  void project(double[] xy, int i) {
    double lambda = Math.toRadians(xy[i]) - centralMeridian;
    double phi = Math.toRadians(xy[i + 1]);
    if (!(Math.abs(lambda) <= MAX_LONGITUDE_DIFFERENCE && Math.abs(phi) <= Math.PI / 2)) {
      xy[i] = Double.NaN;
      xy[i + 1] = Double.NaN;
      return;
    }
    double tau = conformalTangent(Math.tan(phi));
    double cosLambda = Math.cos(lambda);
    double xi = Math.atan2(tau, cosLambda);
    double eta = asinh(Math.sin(lambda) / Math.sqrt(tau * tau + cosLambda * cosLambda));
    addSeries(xy, i, xi, eta, ALPHA, 1);
    double east = FALSE_EASTING_M + radiusM * xy[i + 1];
    double north = radiusM * xy[i];
    xy[i] = east;
    xy[i + 1] = north;
  }

  /** Replaces east, north in metres at {@code i} by longitude, latitude in degrees. */
  void unproject(double[] xy, int i) {
    double xi = xy[i + 1] / radiusM;
    double eta = (xy[i] - FALSE_EASTING_M) / radiusM;
    if (!(Math.abs(xi) <= Math.PI / 2 && Math.abs(eta) <= MAX_ETA)) {
      xy[i] = Double.NaN;
      xy[i + 1] = Double.NaN;
      return;
    }
    addSeries(xy, i, xi, eta, BETA, -1);
    double xiPrime = xy[i];
    double sinhEta = sinh(xy[i + 1]);
    double cosXi = Math.cos(xiPrime);
    double tau = Math.sin(xiPrime) / Math.sqrt(sinhEta * sinhEta + cosXi * cosXi);
    double lambda = Math.atan2(sinhEta, cosXi);
    xy[i] = Math.toDegrees(lambda + centralMeridian);
    xy[i + 1] = Math.toDegrees(Math.atan(geographicTangent(tau)));
  }

  /** Writes xi and eta with the series in sin, cos (2j xi) and sinh, cosh (2j eta) added. */
  private static void addSeries(
      double[] out, int i, double xi, double eta, double[] coefficients, int sign) {
    double sin1 = Math.sin(2 * xi);
    double cos1 = Math.cos(2 * xi);
    double sinh1 = sinh(2 * eta);
    double cosh1 = Math.sqrt(1 + sinh1 * sinh1);
    double sin = 0;
    double cos = 1;
    double sinh = 0;
    double cosh = 1;
    double xiSum = xi;
    double etaSum = eta;
    for (double c : coefficients) {
      double nextSin = sin * cos1 + cos * sin1;
      double nextSinh = sinh * cosh1 + cosh * sinh1;
      cos = cos * cos1 - sin * sin1;
      cosh = cosh * cosh1 + sinh * sinh1;
      sin = nextSin;
      sinh = nextSinh;
      xiSum += sign * c * sin * cosh;
      etaSum += sign * c * cos * sinh;
    }
    out[i] = xiSum;
    out[i + 1] = etaSum;
  }

  private static double conformalTangent(double tau) {
    double root = Math.sqrt(1 + tau * tau);
    double sigma = sinh(Ellipsoid.E * atanh(Ellipsoid.E * tau / root));
    return tau * Math.sqrt(1 + sigma * sigma) - sigma * root;
  }

  /** Newton's method; errors are squared, so a step of 1e-8 was the last one that mattered. */
  private static double geographicTangent(double conformal) {
    double tau = conformal / (1 - Ellipsoid.E2);
    for (int round = 0; round < 5; round++) {
      double trial = conformalTangent(tau);
      double step =
          (conformal - trial)
              / Math.sqrt(1 + trial * trial)
              * (1 + (1 - Ellipsoid.E2) * tau * tau)
              / ((1 - Ellipsoid.E2) * Math.sqrt(1 + tau * tau));
      tau += step;
      if (Math.abs(step) <= 1e-8 * Math.max(1, Math.abs(tau))) {
        break;
      }
    }
    return tau;
  }

  // Plain exp and log: their absolute error, which is all that counts here, is below a nanometre,
  // and they are many times as fast as the library's functions for small arguments.

  private static double sinh(double x) {
    double e = Math.exp(x);
    return (e - 1 / e) / 2;
  }

  private static double asinh(double x) {
    double a = Math.abs(x);
    return Math.copySign(Math.log(a + Math.sqrt(1 + a * a)), x);
  }

  private static double atanh(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }
}
