package vn.khuxuong.maps.tile;

import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.maps.mvt.TileGrid;

/**
 * A tile of a matrix set.
 *
 * @param level 0 is the coarsest
 * @param column from the west
 * @param row from the north
 */
record Tile(TileMatrixSet set, int level, int column, int row) {

  /** Where it is. Neighbours share their edge to the last digit. */
  BBox bounds() {
    double size = set.tileSize(level);
    return new BBox(
        set.crs(),
        set.originX() + size * column,
        set.originY() - size * (row + 1),
        set.originX() + size * (column + 1),
        set.originY() - size * row);
  }

  /** Its grid, for shapes in EPSG:3857. */
  TileGrid grid() {
    return new TileGrid(
        set.crs(), set.originX(), set.originY(), set.tileSize(level), column, row, Crs.EPSG_3857);
  }

  /** The whole web-map zoom next to its scale, by which layers say where they make sense. */
  int zoom() {
    return (int) Math.round(set.zoom(level));
  }

  /** {@code set/level/column/row}. */
  @Override
  public String toString() {
    return set.id() + "/" + level + "/" + column + "/" + row;
  }
}
