package vn.khuxuong.zoning.check;

/**
 * What is too small to be meant, in metres on the ground.
 *
 * @param sameM vertices nearer than this are one vertex. Two values of the storage grid are 0.11 mm
 *     apart, arithmetic errs by a nanometre
 * @param noiseM an overlap or gap that is nowhere wider than this is rounding: two vertices moved
 *     by half a grid step each leave an edge by 0.16 mm at most
 * @param closeM neighbouring vertices nearer than this cannot be told apart in the field; cadastral
 *     corners are surveyed to centimetres
 * @param sliverM a polygon nowhere wider than this carries no use of land
 * @param narrowGapM a gap nowhere wider than this was left by mistake; a wider one may be meant
 */
public record Tolerances(
    double sameM, double noiseM, double closeM, double sliverM, double narrowGapM) {

  /** Refuses tolerances that are not positive or not in order. */
  public Tolerances {
    if (!(sameM > 0 && noiseM > sameM && closeM > noiseM && sliverM > closeM)
        || !(narrowGapM > closeM && narrowGapM < 1000)) {
      throw new IllegalArgumentException("tolerances out of order");
    }
  }

  /** For plans in the legal CRS with coordinates on the storage grid. */
  public static Tolerances standard() {
    return new Tolerances(1e-5, 1e-3, 0.01, 1, 2);
  }
}
