package vn.khuxuong.geo;

/**
 * VN-2000 to WGS 84 by EPSG:6960 and nothing else: seven parameters, coordinate frame rotation,
 * published accuracy 1 m.
 *
 * <p>The formulas are those of EPSG method 9607 (geog2D domain): geographic to geocentric at
 * ellipsoidal height 0, linearised rotation, and back, the new height being dropped. Dropping it
 * makes a trip there and back close to a millimetre at worst (0.2 mm in Ho Chi Minh City), not to
 * the last digit; PROJ does the same and agrees with this class to a tenth of a micrometre.
 */
final class DatumShift {
  /** The same as WKT and PROJ write it: position vector signs, metres, arc seconds, ppm. */
  static final String TOWGS84 =
      "-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278";

  private static final double TX = -191.90441429;
  private static final double TY = -39.30318279;
  private static final double TZ = -111.45032835;
  private static final double ARC_SECOND = Math.PI / (180 * 3600);

  /** Coordinate frame signs, as the registry prints them. */
  private static final double RX = -0.00928836 * ARC_SECOND;

  private static final double RY = 0.01975479 * ARC_SECOND;
  private static final double RZ = -0.00427372 * ARC_SECOND;
  private static final double SCALE = 1 + 0.252906278e-6;

  private DatumShift() {}

  /** Replaces longitude, latitude (degrees) on VN-2000 at {@code i} by those on WGS 84. */
  static void toWgs84(double[] xy, int i) {
    double lambda = Math.toRadians(xy[i]);
    double phi = Math.toRadians(xy[i + 1]);
    double sin = Math.sin(phi);
    double n = Ellipsoid.A / Math.sqrt(1 - Ellipsoid.E2 * sin * sin);
    double p = n * Math.cos(phi);
    double x = p * Math.cos(lambda);
    double y = p * Math.sin(lambda);
    double z = n * (1 - Ellipsoid.E2) * sin;
    toGeographic(
        xy,
        i,
        TX + SCALE * (x + RZ * y - RY * z),
        TY + SCALE * (-RZ * x + y + RX * z),
        TZ + SCALE * (RY * x - RX * y + z));
  }

  /** Replaces longitude, latitude (degrees) on WGS 84 at {@code i} by those on VN-2000. */
  static void toVn2000(double[] xy, int i) {
    double lambda = Math.toRadians(xy[i]);
    double phi = Math.toRadians(xy[i + 1]);
    double sin = Math.sin(phi);
    double n = Ellipsoid.A / Math.sqrt(1 - Ellipsoid.E2 * sin * sin);
    double p = n * Math.cos(phi);
    double x = (p * Math.cos(lambda) - TX) / SCALE;
    double y = (p * Math.sin(lambda) - TY) / SCALE;
    double z = (n * (1 - Ellipsoid.E2) * sin - TZ) / SCALE;
    toGeographic(xy, i, x - RZ * y + RY * z, RZ * x + y - RX * z, -RY * x + RX * y + z);
  }

  /** Bowring's formula: exact to far below a micrometre this close to the ellipsoid. */
  private static void toGeographic(double[] xy, int i, double x, double y, double z) {
    double p = Math.sqrt(x * x + y * y);
    double adjacent = p * Ellipsoid.B;
    double opposite = z * Ellipsoid.A;
    double hypotenuse = Math.sqrt(adjacent * adjacent + opposite * opposite);
    double sin = opposite / hypotenuse;
    double cos = adjacent / hypotenuse;
    xy[i] = Math.toDegrees(Math.atan2(y, x));
    xy[i + 1] =
        Math.toDegrees(
            Math.atan2(
                z + Ellipsoid.EP2 * Ellipsoid.B * sin * sin * sin,
                p - Ellipsoid.E2 * Ellipsoid.A * cos * cos * cos));
  }
}
