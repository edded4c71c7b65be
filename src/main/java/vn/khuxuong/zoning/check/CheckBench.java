package vn.khuxuong.zoning.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * How the check's cost grows with the plan, and what an edit costs beside a check of the whole.
 * Only ratios mean anything on a machine one shares; times are shown beside them.
 */
public final class CheckBench {
  private static final int[] COLUMNS = {10, 25, 100};
  private static final int[] ROWS = {5, 20, 50};
  private static final int VERTICES_PER_SIDE = 25;
  private static final double SIDE_M = 110;
  private static final int EDITS = 15;

  private CheckBench() {}

  private record Line(int pieces, double fullS, double editS, boolean same) {}

  /**
   * Prints a line for 50, 500 and 5,000 subzones of 100 vertices each.
   *
   * @param args {@code --quick} leaves the largest out
   * @return 0 done, 1 if an incremental answer was not the full one, 2 bad usage
   */
  public static int run(List<String> args, PrintStream out) {
    if (!Set.of("--quick").containsAll(args)) {
      out.println("usage: khu bench checks [--quick]");
      return 2;
    }
    out.println("subzones  vertices  full     edit      edit:full  per subzone  same answer");
    int sizes = args.isEmpty() ? COLUMNS.length : COLUMNS.length - 1;
    List<Line> lines = new ArrayList<>();
    measure(new WigglyGrid(COLUMNS[1], ROWS[1], SIDE_M, VERTICES_PER_SIDE), 3);
    for (int i = 0; i < sizes; i++) {
      Line line = measure(new WigglyGrid(COLUMNS[i], ROWS[i], SIDE_M, VERTICES_PER_SIDE), 5);
      lines.add(line);
      out.println(row(line, lines.get(0)));
    }
    out.println(
        "edit: one vertex moves 1 m, median of "
            + EDITS
            + "; per subzone: cost of the full check, smallest plan = 1");
    return lines.stream().allMatch(Line::same) ? 0 : 1;
  }

  private static String row(Line line, Line first) {
    double growth = line.fullS() / line.pieces() / (first.fullS() / first.pieces());
    return String.format(
        Locale.ROOT,
        "%8d  %8d  %5.2f s  %6.1f ms  1:%-7.0f  %11.2f  %s",
        line.pieces(),
        line.pieces() * 4 * VERTICES_PER_SIDE,
        line.fullS(),
        line.editS() * 1000,
        line.fullS() / line.editS(),
        growth,
        line.same() ? "yes" : "NO");
  }

  private static Line measure(WigglyGrid grid, int rounds) {
    List<Piece> pieces = grid.pieces();
    Geometry outline = grid.outline();
    double[] full = new double[rounds];
    Coverage clean = null;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      clean = Coverage.of(pieces, outline, Tolerances.standard());
      full[i] = (System.nanoTime() - start) / 1e9;
    }
    double[] edits = new double[EDITS];
    Coverage after = clean;
    for (int i = 0; clean != null && i < EDITS; i++) {
      Piece moved = nudged(pieces.get((i * 37 + pieces.size() / 2) % pieces.size()));
      long start = System.nanoTime();
      after = clean.with(List.of(moved), List.of());
      edits[i] = (System.nanoTime() - start) / 1e9;
    }
    boolean same =
        after != null
            && !after.findings().isEmpty()
            && after
                .findings()
                .equals(Coverage.of(after.pieces(), outline, Tolerances.standard()).findings());
    return new Line(pieces.size(), median(full), median(edits), same);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Piece nudged(Piece piece) {
    Geometry shape = piece.shape().copy();
    Coordinate vertex = shape.getCoordinates()[VERTICES_PER_SIDE / 2];
    vertex.setX(vertex.getX() + 1);
    vertex.setY(vertex.getY() + 1);
    shape.geometryChanged();
    return new Piece(piece.id(), piece.label(), shape, piece.leastWidthM());
  }
}
