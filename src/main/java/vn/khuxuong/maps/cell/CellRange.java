package vn.khuxuong.maps.cell;

import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.Crs;

/**
 * Cells next to one another of a grid over the world in EPSG:3857: columns from the west, rows from
 * the south, all included.
 *
 * @param level the world is two to the power of it cells wide
 */
public record CellRange(int level, int firstX, int firstY, int lastX, int lastY) {
  private static final double RADIUS = 6_378_137;
  private static final double WORLD = 2 * Math.PI * RADIUS;

  /** Least width of a cell in pixels; the most is twice as much. */
  private static final int CELL_PX = 512;

  private static final int MAX_LEVEL = 22;

  /**
   * The cells that a box touches.
   *
   * @param box in EPSG:3857
   * @param pixel metres
   */
  public static CellRange of(BBox box, double pixel) {
    double level = Math.floor(Math.log(WORLD / (pixel * CELL_PX)) / Math.log(2));
    CellRange world = new CellRange((int) Math.max(0, Math.min(MAX_LEVEL, level)), 0, 0, 0, 0);
    return new CellRange(
        world.level,
        world.at(box.minX()),
        world.at(box.minY()),
        world.at(box.maxX()),
        world.at(box.maxY()));
  }

  /** The column of an x, the row of a y. */
  public int at(double ordinate) {
    double cell = Math.floor((ordinate + WORLD / 2) / size());
    return (int) Math.max(0, Math.min((1 << level) - 1, cell));
  }

  private double size() {
    return WORLD / (1 << level);
  }

  public long count() {
    return (lastX - firstX + 1L) * (lastY - firstY + 1L);
  }

  public CellRange cell(int x, int y) {
    return new CellRange(level, x, y, x, y);
  }

  /** This and another of the same level, and what lies between. */
  public CellRange with(CellRange other) {
    return new CellRange(
        level,
        Math.min(firstX, other.firstX),
        Math.min(firstY, other.firstY),
        Math.max(lastX, other.lastX),
        Math.max(lastY, other.lastY));
  }

  private double edge(int cell) {
    return cell * size() - WORLD / 2;
  }

  /** The box of all cells; beyond the edge of the world it has no end that matters. */
  public BBox box() {
    return new BBox(Crs.EPSG_3857, edge(firstX), edge(firstY), edge(lastX + 1), edge(lastY + 1));
  }

  /** The same box in degrees, longitude first. */
  public BBox degrees() {
    return new BBox(
        Crs.CRS84,
        Math.toDegrees(edge(firstX) / RADIUS),
        latitude(edge(firstY)),
        Math.toDegrees(edge(lastX + 1) / RADIUS),
        latitude(edge(lastY + 1)));
  }

  private static double latitude(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(y / RADIUS)));
  }
}
