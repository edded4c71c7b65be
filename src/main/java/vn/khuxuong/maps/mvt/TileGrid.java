package vn.khuxuong.maps.mvt;

import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;

/**
 * The whole-numbered grid of one tile: x to the east, y to the south, 0, 0 in the north-west
 * corner.
 */
public final class TileGrid {

  /** Units along an edge of a tile. */
  public static final int EXTENT = 4096;

  /** Units by which shapes reach into the neighbour: outlines meet there unseen. */
  public static final int BUFFER = 64;

  /** Farther away than this, in units, nothing can be told apart and everything is cut off. */
  private static final double FAR = 1 << 28;

  private final BBox tile;
  private final double unitsPerX;
  private final double unitsPerY;
  private final CoordinateOperation operation;

  /**
   * @param tile where the tile is, in the CRS of its matrix set
   * @param shapes CRS of the shapes
   */
  public TileGrid(BBox tile, Crs shapes) {
    this.tile = tile;
    this.unitsPerX = EXTENT / tile.width();
    this.unitsPerY = EXTENT / tile.height();
    this.operation = CoordinateOperation.between(shapes, tile.crs());
  }

  /** The tile with its margin, in the CRS of its matrix set. */
  public static BBox withBuffer(BBox tile) {
    double x = tile.width() * BUFFER / EXTENT;
    double y = tile.height() * BUFFER / EXTENT;
    return new BBox(tile.crs(), tile.minX() - x, tile.minY() - y, tile.maxX() + x, tile.maxY() + y);
  }

  /**
   * Takes x, y of the shapes' CRS to the grid, not yet rounded, in place.
   *
   * @return false where a point cannot be shown in the tile's CRS
   */
  boolean place(double[] xy, int points) {
    operation.apply(xy, 0, points);
    double west = tile.minX();
    double north = tile.maxY();
    double sum = 0;
    for (int i = 0; i < 2 * points; i += 2) {
      sum += xy[i] * 0 + xy[i + 1] * 0;
      xy[i] = near((xy[i] - west) * unitsPerX);
      xy[i + 1] = near((north - xy[i + 1]) * unitsPerY);
    }
    return sum == 0; // 0 times anything that is not finite is not 0
  }

  /**
   * As {@link #place} for one point; true only in the one tile that holds it. A point on the west
   * or north edge belongs to the tile, one on the others to the neighbour.
   */
  boolean placeOwn(double[] xy) {
    operation.apply(xy, 0, 1);
    // asked before anything is rounded: neighbours have their edge in common to the last digit
    boolean own =
        xy[0] >= tile.minX() && xy[0] < tile.maxX() && xy[1] > tile.minY() && xy[1] <= tile.maxY();
    xy[0] = (xy[0] - tile.minX()) * unitsPerX;
    xy[1] = (tile.maxY() - xy[1]) * unitsPerY;
    return own;
  }

  private static double near(double units) {
    return Math.max(-FAR, Math.min(FAR, units));
  }
}
