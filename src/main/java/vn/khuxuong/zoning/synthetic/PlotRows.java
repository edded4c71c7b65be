package vn.khuxuong.zoning.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.khuxuong.zoning.synthetic.Patchwork.Cell;

/** Double rows of plots, back to back, with lanes between: the fabric of a block. */
final class PlotRows {
  private static final double LANE_M = 8;
  private static final double STEP_M = 0.5;
  private static final double ASIDE_M = 0.4;
  private static final double DEEPER_THAN_WIDE = 1.5;
  private static final double LEAST_DEPTH_M = 26;
  private static final double LEAST_WIDTH_M = 16;

  private PlotRows() {}

  /**
   * The rings of the plots in an upright box, closed, counterclockwise.
   *
   * @param wanted how many, roughly
   */
  static List<List<Coordinate>> in(Envelope box, double wanted, Random random) {
    List<List<Coordinate>> rings = new ArrayList<>();
    if (box.isNull() || wanted < 1) {
      return rings;
    }
    double depth = Math.max(LEAST_DEPTH_M, Math.sqrt(box.getArea() / wanted * DEEPER_THAN_WIDE));
    int pairs = (int) Math.max(1, Math.round((box.getHeight() + LANE_M) / (2 * depth + LANE_M)));
    double pairDepth = (box.getHeight() - (pairs - 1) * LANE_M) / pairs;
    int columns =
        (int)
            Math.max(
                1,
                Math.min(
                    (double) Math.round(wanted / (2 * pairs)), box.getWidth() / LEAST_WIDTH_M));
    for (int pair = 0; pair < pairs; pair++) {
      double front = box.getMinY() + pair * (pairDepth + LANE_M);
      double[][] cuts = {cuts(box, columns, random), cuts(box, columns, random)};
      List<List<Double>> bends =
          List.of(bends(box, columns, random), List.of(), bends(box, columns, random));
      Patchwork fabric = new Patchwork(cuts, bends, new Fronts(front, pairDepth / 2, random));
      for (Cell cell : fabric.cells()) {
        rings.add(cell.ring());
      }
    }
    return rings;
  }

  private static double[] cuts(Envelope box, int columns, Random random) {
    double[] cuts = new double[columns + 1];
    double pitch = box.getWidth() / columns;
    for (int i = 0; i <= columns; i++) {
      boolean end = i == 0 || i == columns;
      double u = box.getMinX() + pitch * (i + (end ? 0 : 0.5 * (random.nextDouble() - 0.5)));
      cuts[i] = Math.rint(u / STEP_M) * STEP_M;
    }
    return cuts;
  }

  /** Where a front bends a little between the corners. */
  private static List<Double> bends(Envelope box, int columns, Random random) {
    List<Double> bends = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      double u = box.getMinX() + box.getWidth() * random.nextDouble();
      bends.add(Math.rint(u / STEP_M) * STEP_M);
    }
    return bends;
  }

  /** Fronts and backs that are nearly straight; every station is asked for once. */
  private record Fronts(double front, double depth, Random random) implements Patchwork.Form {
    @Override
    public Coordinate station(int line, double u) {
      double aside = ASIDE_M * (2 * random.nextDouble() - 1);
      return new Coordinate(u, front + line * depth + aside);
    }

    @Override
    public List<Coordinate> way(Coordinate from, Coordinate to, boolean border) {
      return List.of(from, to);
    }
  }
}
