package vn.khuxuong.maps.style;

import java.awt.geom.Path2D;

/**
 * A named hatch: one tile, repeated without a seam.
 *
 * @param name as styles call it
 * @param width of the tile, pixels
 * @param height of the tile, pixels
 * @param path SVG path data in tile pixels, y down; commands M L H V C Q Z, absolute
 * @param strokeWidth pixels; 0 if the path is filled instead
 * @param repeated false if the tile stands once, in the top right corner of a shape
 * @param mark well-known name of the hatch that comes nearest to it in SLD
 */
public record Pattern(
    String name,
    double width,
    double height,
    String path,
    double strokeWidth,
    boolean repeated,
    String mark) {

  public Pattern {
    if (!(width > 0 && width <= 64 && height > 0 && height <= 64)) {
      throw new IllegalArgumentException(name + ": a tile is 1 to 64 pixels wide and high");
    }
    if (!(strokeWidth >= 0 && strokeWidth <= 16)) {
      throw new IllegalArgumentException(name + ": strokeWidth must lie between 0 and 16");
    }
  }

  /** The path as a shape in tile pixels, y down; stroked or filled as {@link #strokeWidth} says. */
  public Path2D outline() {
    return SvgPath.read(path);
  }
}
