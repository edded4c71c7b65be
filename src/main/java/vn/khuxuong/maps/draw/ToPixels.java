package vn.khuxuong.maps.draw;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.geo.BBox;
import vn.khuxuong.geo.CoordinateOperation;
import vn.khuxuong.geo.Crs;
import vn.khuxuong.geo.GeoRefusal;

/**
 * Takes coordinates of a CRS to pixels of a picture. Where the two systems differ and there is much
 * to do, it looks between the nodes of a grid that it has made sure of: no more than a fiftieth of
 * a pixel off. Outside the grid it is exact.
 */
final class ToPixels {
  /** How far the grid may be off in the middle of its cells' sides, where it is worst, pixels. */
  private static final double TOLERANCE = 0.02;

  private static final int COARSEST = 4;
  private static final int FINEST = 64;

  /** Fewer vertices than this are projected one by one, as making a grid costs as much. */
  private static final int WORTH_A_GRID = 1_000;

  private final CoordinateOperation operation;
  private final double scaleX;
  private final double scaleY;
  private final double west;
  private final double north;
  private final @Nullable Grid grid;

  private ToPixels(CoordinateOperation operation, MapView view, @Nullable Grid grid) {
    this.operation = operation;
    this.scaleX = 1 / view.pixelWidth();
    this.scaleY = 1 / view.pixelHeight();
    this.west = view.box().minX();
    this.north = view.box().maxY();
    this.grid = grid;
  }

  /** Nodes are x, y in pixels, row by row from the south-west. */
  private static final class Grid {
    private final BBox box;
    private final int cells;
    private final double[] nodes;

    private Grid(BBox box, int cells, double[] nodes) {
      this.box = box;
      this.cells = cells;
      this.nodes = nodes;
    }
  }

  /** Exact for every point. */
  static ToPixels exactly(Crs from, MapView view) {
    return new ToPixels(CoordinateOperation.between(from, view.box().crs()), view, null);
  }

  /**
   * @param vertices about how many will be projected
   */
  static ToPixels of(Crs from, MapView view, long vertices) {
    ToPixels exact = exactly(from, view);
    if (exact.operation.isIdentity() || vertices < WORTH_A_GRID) {
      return exact;
    }
    BBox box;
    try {
      box = view.grownBy(8).transform(from);
    } catch (GeoRefusal endless) {
      return exact;
    }
    if (box.width() == 0 || box.height() == 0) {
      return exact;
    }
    for (int cells = COARSEST; cells <= FINEST; cells *= 2) {
      Grid grid = exact.grid(box, cells);
      ToPixels between = new ToPixels(exact.operation, view, grid);
      if (between.isCloseTo(exact, grid)) {
        return between;
      }
    }
    return exact;
  }

  private Grid grid(BBox box, int cells) {
    int side = cells + 1;
    double[] nodes = new double[2 * side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int at = 2 * (row * side + column);
        nodes[at] = box.minX() + box.width() * column / cells;
        nodes[at + 1] = box.minY() + box.height() * row / cells;
      }
    }
    apply(nodes, 0, side * side);
    return new Grid(box, cells, nodes);
  }

  /**
   * Looks at the middles of the cells' sides: in the middle of a cell the errors of both directions
   * cancel out, as these projections keep angles.
   */
  private boolean isCloseTo(ToPixels exact, Grid grid) {
    int cells = grid.cells;
    double[] middles = new double[4 * cells * cells];
    int at = 0;
    for (int row = 0; row < cells; row++) {
      for (int column = 0; column < cells; column++) {
        double x = grid.box.width() / cells;
        double y = grid.box.height() / cells;
        middles[at++] = grid.box.minX() + (column + 0.5) * x;
        middles[at++] = grid.box.minY() + row * y;
        middles[at++] = grid.box.minX() + column * x;
        middles[at++] = grid.box.minY() + (row + 0.5) * y;
      }
    }
    double[] wanted = middles.clone();
    apply(middles, 0, middles.length / 2);
    exact.apply(wanted, 0, wanted.length / 2);
    for (int i = 0; i < wanted.length; i++) {
      if (!(Math.abs(middles[i] - wanted[i]) <= TOLERANCE)) {
        return false;
      }
    }
    return true;
  }

  /** Turns x, y of the CRS into pixels, in place; not finite where the picture's CRS ends. */
  void apply(double[] xy, int offset, int points) {
    int end = offset + 2 * points;
    if (grid != null) {
      for (int i = offset; i < end; i += 2) {
        if (!between(grid, xy, i)) {
          operation.apply(xy, i, 1);
          place(xy, i);
        }
      }
      return;
    }
    operation.apply(xy, offset, points);
    for (int i = offset; i < end; i += 2) {
      place(xy, i);
    }
  }

  private void place(double[] xy, int i) {
    xy[i] = (xy[i] - west) * scaleX;
    xy[i + 1] = (north - xy[i + 1]) * scaleY;
  }

  private static boolean between(Grid grid, double[] xy, int i) {
    BBox box = grid.box;
    int cells = grid.cells;
    double u = (xy[i] - box.minX()) / box.width() * cells;
    double v = (xy[i + 1] - box.minY()) / box.height() * cells;
    if (!(u >= 0 && u <= cells && v >= 0 && v <= cells)) {
      return false;
    }
    int column = Math.min((int) u, cells - 1);
    int row = Math.min((int) v, cells - 1);
    u -= column;
    v -= row;
    double[] nodes = grid.nodes;
    int low = 2 * (row * (cells + 1) + column);
    int high = low + 2 * (cells + 1);
    for (int k = 0; k < 2; k++) {
      double south = nodes[low + k] + u * (nodes[low + 2 + k] - nodes[low + k]);
      double north = nodes[high + k] + u * (nodes[high + 2 + k] - nodes[high + k]);
      xy[i + k] = south + v * (north - south);
    }
    return true;
  }
}
