package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.khuxuong.geo.Crs;

/**
 * A made-up clean coverage: columns and rows of pieces whose shared edges wiggle like a stream. The
 * same numbers give the same coordinates on every machine.
 *
 * @param columns pieces from west to east
 * @param rows pieces from south to north
 * @param sideM usual side of a piece
 * @param verticesPerSide vertices of a side with one of its ends
 */
record WigglyGrid(int columns, int rows, double sideM, int verticesPerSide) {
  private static final double EAST = 590_000;
  private static final double NORTH = 1_190_000;

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        String id = id(column, row);
        pieces.add(new Piece(id, id, shape(column, row), 0));
      }
    }
    return pieces;
  }

  static String id(int column, int row) {
    return String.format(Locale.ROOT, "P%03d-%03d", row, column);
  }

  /** The rectangle they fill. */
  Geometry outline() {
    Coordinate[] ring = {
      corner(0, 0), corner(columns, 0), corner(columns, rows), corner(0, rows), corner(0, 0)
    };
    return Crs.EPSG_9210.geometryFactory().createPolygon(ring);
  }

  private Geometry shape(int column, int row) {
    List<Coordinate> ring = new ArrayList<>();
    append(ring, side(column, row, true), false);
    append(ring, side(column + 1, row, false), false);
    append(ring, side(column, row + 1, true), true);
    append(ring, side(column, row, false), true);
    ring.add(ring.get(0).copy());
    return Crs.EPSG_9210.geometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static void append(List<Coordinate> ring, List<Coordinate> side, boolean turned) {
    if (turned) {
      Collections.reverse(side);
    }
    ring.addAll(side.subList(0, side.size() - 1));
  }

  /** From a corner eastwards or northwards to the next. */
  private List<Coordinate> side(int column, int row, boolean eastwards) {
    Coordinate from = corner(column, row);
    Coordinate to = eastwards ? corner(column + 1, row) : corner(column, row + 1);
    boolean edge = eastwards ? row == 0 || row == rows : column == 0 || column == columns;
    SplittableRandom random = random(column, row, eastwards ? 1 : 2);
    double bend = edge ? 0 : sideM * 0.05;
    List<Coordinate> side = new ArrayList<>();
    side.add(from);
    for (int i = 1; i < verticesPerSide; i++) {
      double along = (double) i / verticesPerSide;
      double off = bend * (random.nextDouble() - 0.5);
      double x = from.x + (to.x - from.x) * along + (eastwards ? 0 : off);
      double y = from.y + (to.y - from.y) * along + (eastwards ? off : 0);
      side.add(new Coordinate(x, y));
    }
    side.add(to);
    return side;
  }

  private Coordinate corner(int column, int row) {
    SplittableRandom random = random(column, row, 0);
    double dx = column == 0 || column == columns ? 0 : (random.nextDouble() - 0.5) * sideM * 0.3;
    double dy = row == 0 || row == rows ? 0 : (random.nextDouble() - 0.5) * sideM * 0.3;
    return new Coordinate(EAST + column * sideM + dx, NORTH + row * sideM + dy);
  }

  private SplittableRandom random(int column, int row, int what) {
    return new SplittableRandom((column * 10_007L + row) * 3 + what);
  }
}
