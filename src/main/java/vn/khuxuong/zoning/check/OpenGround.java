package vn.khuxuong.zoning.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.khuxuong.zoning.check.Grid.Cell;

/**
 * Ground within one cell that no piece claims and that hangs together there. Never changed; a cell
 * that is worked out again gets new ones.
 */
final class OpenGround {
  /** A notch of 15° between two neighbours is deeper than this times the disc it keeps out. */
  static final double WEDGE = 4;

  private final Cell cell;
  private final Envelope box;
  private final Polygon shape;
  private final @Nullable Geometry beyond;
  private @Nullable List<OpenGround> narrows;

  /**
   * @param beyond unclaimed ground of the cell and a margin around it, from which narrow places are
   *     told; null where no two pieces are near enough to leave any
   */
  OpenGround(Cell cell, Envelope box, Polygon shape, @Nullable Geometry beyond) {
    this.cell = cell;
    this.box = box;
    this.shape = shape;
    this.beyond = beyond;
  }

  Cell cell() {
    return cell;
  }

  Polygon shape() {
    return shape;
  }

  /**
   * The places, longer than a notch, where a disc of diameter {@code widthM} cannot go. Sides of
   * the disc's way that are arcs are approximated, hence the little that is added to its reach.
   */
  List<OpenGround> narrows(double widthM) {
    List<OpenGround> found = narrows;
    if (found == null) {
      found = new ArrayList<>();
      if (beyond != null) {
        Envelope inner = new Envelope(box);
        inner.expandBy(-widthM / 100);
        Geometry reached = beyond.buffer(-widthM / 2).buffer(widthM / 2 * 1.01);
        for (Polygon part : Overlay.polygons(Overlay.difference(shape, reached))) {
          Envelope extent = part.getEnvelopeInternal();
          boolean whole = inner.contains(extent);
          if (!whole || part.getLength() / 2 >= WEDGE * widthM) {
            found.add(new OpenGround(cell, box, part, null));
          }
        }
      }
      narrows = found;
    }
    return found;
  }

  /** Whether a polygon of this cell goes on in one of a neighbouring cell. */
  static boolean meet(
      Polygon here, Cell cell, Polygon there, Cell other, Grid grid, double leastM) {
    boolean vertical = other.column() != cell.column();
    double line =
        vertical
            ? grid.at(Math.max(cell.column(), other.column()))
            : grid.at(Math.max(cell.row(), other.row()));
    for (double[] mine : seams(here, vertical, line, leastM)) {
      for (double[] theirs : seams(there, vertical, line, leastM)) {
        if (Math.min(mine[1], theirs[1]) - Math.max(mine[0], theirs[0]) > leastM) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the ground reaches the eastern or northern line of its cell. */
  boolean goesOn(double leastM) {
    Envelope extent = shape.getEnvelopeInternal();
    return box.getMaxX() - extent.getMaxX() <= leastM || box.getMaxY() - extent.getMaxY() <= leastM;
  }

  boolean liesOnRim(Grid grid, double leastM) {
    return (cell.column() == grid.west() && !seams(shape, true, box.getMinX(), leastM).isEmpty())
        || (cell.column() == grid.east() && !seams(shape, true, box.getMaxX(), leastM).isEmpty())
        || (cell.row() == grid.south() && !seams(shape, false, box.getMinY(), leastM).isEmpty())
        || (cell.row() == grid.north() && !seams(shape, false, box.getMaxY(), leastM).isEmpty());
  }

  /** Stretches of a polygon's outer ring on a line between cells, from and to along the line. */
  private static List<double[]> seams(Polygon shape, boolean vertical, double line, double leastM) {
    List<double[]> stretches = new ArrayList<>();
    Envelope box = shape.getEnvelopeInternal();
    double low = vertical ? box.getMinX() : box.getMinY();
    double high = vertical ? box.getMaxX() : box.getMaxY();
    if (Math.abs(low - line) > leastM && Math.abs(high - line) > leastM) {
      return stretches;
    }
    for (LinearRing ring : Edges.rings(shape)) {
      Coordinate[] corners = ring.getCoordinates();
      for (int i = 1; i < corners.length; i++) {
        Coordinate a = corners[i - 1];
        Coordinate b = corners[i];
        double off =
            vertical
                ? Math.max(Math.abs(a.x - line), Math.abs(b.x - line))
                : Math.max(Math.abs(a.y - line), Math.abs(b.y - line));
        if (off <= leastM) {
          double from = vertical ? a.y : a.x;
          double to = vertical ? b.y : b.x;
          stretches.add(new double[] {Math.min(from, to), Math.max(from, to)});
        }
      }
    }
    return stretches;
  }
}
