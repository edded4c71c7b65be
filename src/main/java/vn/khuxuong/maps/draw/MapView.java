package vn.khuxuong.maps.draw;

import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.maps.style.Styles;

/**
 * Which part of the world a picture shows, and how large it is.
 *
 * @param box what the picture shows, x, y in its CRS; has an area
 * @param width pixels
 * @param height pixels
 */
public record MapView(BBox box, int width, int height) {
  private static final double PIXEL_M = 0.000_28;
  private static final double METRES_PER_DEGREE = Math.toRadians(6_378_137);
  private static final double MAX_ZOOM = 30;

  public MapView {
    if (width < 1 || height < 1 || box.width() <= 0 || box.height() <= 0) {
      throw new IllegalArgumentException("a view has an area");
    }
  }

  /** Width of a pixel in the unit of the CRS. */
  public double pixelWidth() {
    return box.width() / width;
  }

  /** Height of a pixel in the unit of the CRS. */
  public double pixelHeight() {
    return box.height() / height;
  }

  /** The scale's denominator for pixels of 0.28 mm, OGC 06-042, 7.2.4.6.9. */
  public double scaleDenominator() {
    double metres = box.crs().isGeographic() ? METRES_PER_DEGREE : 1;
    return pixelWidth() * metres / PIXEL_M;
  }

  /** The zoom of style files: of 256-pixel web map tiles, from 0 to 30. */
  public double zoom() {
    return zoom(scaleDenominator());
  }

  /** The zoom of a picture that has {@code dpiFactor} pixels where a usual screen has one. */
  public double zoomAt(double dpiFactor) {
    return zoom(scaleDenominator() * dpiFactor);
  }

  /** The zoom at which web maps have a scale. */
  public static double zoom(double scaleDenominator) {
    double zoom = Styles.zoom(scaleDenominator);
    return Math.max(0, Math.min(MAX_ZOOM, zoom));
  }

  /** The scale that web maps have at a zoom. */
  public static double scaleDenominator(double zoom) {
    return Styles.SCALE_AT_ZOOM_0 / Math.pow(2, zoom);
  }

  /** Whether pixels are wide enough apart to be told from one another in double precision. */
  public boolean isResolvable() {
    double reach =
        Math.max(
            Math.max(Math.abs(box.minX()), Math.abs(box.maxX())),
            Math.max(Math.abs(box.minY()), Math.abs(box.maxY())));
    double pixel = Math.min(pixelWidth(), pixelHeight());
    return pixel > Math.ulp(reach) * 8 && Double.isFinite(1 / pixel);
  }

  /** Whether this looks like one of many tiles, whose labels must go on in the next. */
  public boolean isTile() {
    return width == height && (width == 256 || width == 512);
  }

  /** The box grown by pixels on each side. */
  public BBox grownBy(double pixels) {
    double dx = pixels * pixelWidth();
    double dy = pixels * pixelHeight();
    return new BBox(box.crs(), box.minX() - dx, box.minY() - dy, box.maxX() + dx, box.maxY() + dy);
  }

  /**
   * How far a feature is from a point of the picture: 0 on it, infinite where the picture's CRS
   * cannot show it.
   *
   * @param x pixels from the left edge
   * @param y pixels from the upper edge
   */
  public double distance(MapFeature feature, double x, double y) {
    CoordinateOperation operation = CoordinateOperation.between(feature.crs(), box.crs());
    PixelShape shape = PixelShape.of(feature.shape(), operation, this);
    return shape == null ? Double.POSITIVE_INFINITY : shape.distance(x, y);
  }

  /** Turns x, y of the CRS into pixels, in place. */
  void toPixels(double[] xy) {
    double scaleX = 1 / pixelWidth();
    double scaleY = 1 / pixelHeight();
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] = (xy[i] - box.minX()) * scaleX;
      xy[i + 1] = (box.maxY() - xy[i + 1]) * scaleY;
    }
  }

  /** Where the picture's left edge lies in a grid of whole pixels over the world. */
  int worldOffsetX(int period) {
    return (int) Math.floorMod(Math.round(box.minX() / pixelWidth()), (long) period);
  }

  /** Where the picture's upper edge lies in that grid. */
  int worldOffsetY(int period) {
    return (int) Math.floorMod(Math.round(-box.maxY() / pixelHeight()), (long) period);
  }
}
