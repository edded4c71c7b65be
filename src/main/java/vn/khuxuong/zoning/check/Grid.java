package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Square cells over the ground, by which work is shared. They follow from the extent alone, so that
 * a coverage has the same cells whatever its history: sides are powers of two, lines keep off round
 * coordinates, where drawings have theirs.
 *
 * @param sizeM side of a cell
 * @param west first column; east, south and north alike, all inclusive. What lies beyond counts to
 *     the outermost cells
 */
record Grid(double sizeM, long west, long south, long east, long north) {
  /** A zone has 16 to 32 columns or rows. */
  static final int ZONE = 4;

  /** Land without a zone may be a whole city: 64 to 128 columns or rows. */
  static final int LAND = 6;

  private static final double LEAST_M = 32;

  private static final double OFFSET_M = 0.2718281828;

  record Cell(long column, long row) {}

  static Grid over(Envelope extent, int fineness) {
    double side = Math.max(1, Math.max(extent.getWidth(), extent.getHeight()));
    double size = Math.max(LEAST_M, Math.scalb(1.0, Math.getExponent(side) - fineness));
    return new Grid(
        size,
        line(extent.getMinX(), size),
        line(extent.getMinY(), size),
        line(extent.getMaxX(), size),
        line(extent.getMaxY(), size));
  }

  private static long line(double ordinate, double size) {
    return (long) Math.floor((ordinate - OFFSET_M) / size);
  }

  /** Where the lower side of a column or row lies. */
  double at(long line) {
    return line * sizeM + OFFSET_M;
  }

  Envelope box(Cell cell) {
    return new Envelope(
        at(cell.column()), at(cell.column() + 1), at(cell.row()), at(cell.row() + 1));
  }

  List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (long column = west; column <= east; column++) {
      for (long row = south; row <= north; row++) {
        cells.add(new Cell(column, row));
      }
    }
    return cells;
  }

  /** Cells within {@code reachM} of a box. */
  List<Cell> around(Envelope box, double reachM) {
    List<Cell> cells = new ArrayList<>();
    if (box.isNull()) {
      return cells;
    }
    long right = column(box.getMaxX() + reachM);
    long top = row(box.getMaxY() + reachM);
    for (long column = column(box.getMinX() - reachM); column <= right; column++) {
      for (long row = row(box.getMinY() - reachM); row <= top; row++) {
        cells.add(new Cell(column, row));
      }
    }
    return cells;
  }

  private long column(double x) {
    return Math.max(west, Math.min(east, line(x, sizeM)));
  }

  private long row(double y) {
    return Math.max(south, Math.min(north, line(y, sizeM)));
  }

  /** Whether a point lies on a line between cells. */
  boolean isOnLine(double x, double y, double distanceM) {
    return offLine(x) <= distanceM || offLine(y) <= distanceM;
  }

  private double offLine(double ordinate) {
    double lines = (ordinate - OFFSET_M) / sizeM;
    return Math.abs(lines - Math.rint(lines)) * sizeM;
  }
}
