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

  private final double originX;
  private final double originY;
  private final double unitsPerX;
  private final double unitsPerY;
  private final double offsetX;
  private final double offsetY;
  private final CoordinateOperation operation;

  /**
   * The grid of a tile that is no part of a set.
   *
   * @param tile where the tile is
   * @param shapes CRS of the shapes
   */
  public TileGrid(BBox tile, Crs shapes) {
    this.originX = tile.minX();
    this.originY = tile.maxY();
    this.unitsPerX = EXTENT / tile.width();
    this.unitsPerY = EXTENT / tile.height();
    this.offsetX = 0;
    this.offsetY = 0;
    this.operation = CoordinateOperation.between(shapes, tile.crs());
  }

  /**
   * The grid of a tile of a set, or of some tiles beside one another that begin with it. Whichever
   * tile a vertex is looked at from, it falls on the same place, as the set has one grid.
   *
   * @param set CRS of the matrix set
   * @param originX west edge of column 0
   * @param originY north edge of row 0
   * @param tileSize edge of a tile in the unit of the CRS
   * @param shapes CRS of the shapes
   */
  public TileGrid(
      Crs set, double originX, double originY, double tileSize, int column, int row, Crs shapes) {
    this.originX = originX;
    this.originY = originY;
    this.unitsPerX = EXTENT / tileSize;
    this.unitsPerY = EXTENT / tileSize;
    this.offsetX = (double) column * EXTENT;
    this.offsetY = (double) row * EXTENT;
    this.operation = CoordinateOperation.between(shapes, set);
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
    double sum = 0;
    for (int i = 0; i < 2 * points; i += 2) {
      sum += xy[i] * 0 + xy[i + 1] * 0;
      xy[i] = near((xy[i] - originX) * unitsPerX - offsetX);
      xy[i + 1] = near((originY - xy[i + 1]) * unitsPerY - offsetY);
    }
    return sum == 0; // 0 times anything that is not finite is not 0
  }

  /**
   * As {@link #place} for one point; true only in the one tile that holds it. A point on the west
   * or north edge belongs to the tile, one on the others to the neighbour.
   */
  boolean placeOwn(double[] xy) {
    return place(xy, 1) && tile(xy[0]) == 0 && tile(xy[1]) == 0;
  }

  /** The tile that holds an ordinate, counted from the first of the grid. */
  static int tile(double units) {
    return (int) Math.floor(units / EXTENT);
  }

  private static double near(double units) {
    return Math.max(-FAR, Math.min(FAR, units));
  }
}
