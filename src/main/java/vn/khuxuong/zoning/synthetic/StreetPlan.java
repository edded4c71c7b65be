package vn.khuxuong.zoning.synthetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.synthetic.Patchwork.Cell;

/**
 * Rows of blocks with roads and canals between them, in a frame of its own in metres, and what each
 * block is for. The outer edge follows the ground, inner ones are straight.
 */
final class StreetPlan {
  /** Cuts lie on multiples of this, so that none is nearly another. */
  private static final double STEP_M = 6;

  private static final double STATION_M = 132;
  private static final int MOST_ROWS = 6;

  private final Random random;
  private final List<Double> heights = new ArrayList<>();
  private final List<double[]> cuts = new ArrayList<>();
  private final List<List<LandUse>> uses = new ArrayList<>();
  private final Patchwork patchwork;
  private final List<Block> blocks;

  /** A cell and its use. */
  record Block(Cell cell, LandUse use) {}

  /**
   * @param subzones how many, roughly
   * @param buildings for how many there must be room
   * @param outlineVertices how many, roughly
   */
  StreetPlan(int subzones, int buildings, int outlineVertices, Random random) {
    this.random = random;
    int rows = (int) Math.max(1, Math.min(MOST_ROWS, Math.round(Math.sqrt(subzones) / 1.7)));
    boolean edge = rows > 1 && random.nextBoolean();
    int cellsOfRow = Math.max(4, Math.round((subzones - rows + 1f - (edge ? 1 : 0) - 1) / rows));
    for (int row = 0; row < rows; row++) {
      addBlocks(cellsOfRow);
    }
    for (int row = rows - 1; row > 0; row--) {
      addStrip(row, random.nextInt(4) == 0 ? LandUse.WATER : LandUse.ROAD);
    }
    if (edge) {
      addStrip(cuts.size(), LandUse.GREEN);
    }
    patchwork = lay(outlineVertices);
    blocks = given(buildings);
  }

  private void addBlocks(int cells) {
    List<Double> row = new ArrayList<>();
    List<LandUse> use = new ArrayList<>();
    double u = STEP_M * random.nextInt(30);
    row.add(u);
    for (int i = 0; i < cells; i++) {
      boolean road = i % 4 == 2 && i + 1 < cells;
      u += STEP_M * (road ? 4 + random.nextInt(3) : 48 + random.nextInt(26));
      row.add(u);
      use.add(road ? LandUse.ROAD : LandUse.INDUSTRY);
    }
    cuts.add(row.stream().mapToDouble(Double::doubleValue).toArray());
    uses.add(use);
    heights.add(STEP_M * (42 + random.nextInt(24)));
  }

  /** A strip below the row of the given number, as long as the longer of its neighbours. */
  private void addStrip(int row, LandUse use) {
    double from = Double.MAX_VALUE;
    double to = 0;
    for (int i = Math.max(0, row - 1); i <= Math.min(row, cuts.size() - 1); i++) {
      from = Math.min(from, cuts.get(i)[0]);
      to = Math.max(to, cuts.get(i)[cuts.get(i).length - 1]);
    }
    cuts.add(row, new double[] {from, to});
    uses.add(row, List.of(use));
    heights.add(row, STEP_M * (5 + random.nextInt(4) + (use == LandUse.GREEN ? 3 : 0)));
  }

  private Patchwork lay(int outlineVertices) {
    double[] floor = new double[heights.size() + 1];
    for (int i = 0; i < heights.size(); i++) {
      floor[i + 1] = floor[i] + heights.get(i);
    }
    double tilt = (random.nextDouble() - 0.5) * 0.06;
    List<List<Double>> further = new ArrayList<>();
    int pieces = 0;
    for (int line = 0; line < floor.length; line++) {
      boolean border = line == 0 || line == heights.size();
      further.add(new ArrayList<>());
      for (double u = STATION_M; border && u < 100 * STATION_M; u += STATION_M) {
        further.get(line).add(u);
      }
    }
    pieces += 2 * (int) (cuts.get(0)[cuts.get(0).length - 1] / STATION_M) + 4 * heights.size();
    int perPiece = Math.max(1, Math.round((float) outlineVertices / pieces));
    return new Patchwork(cuts.toArray(double[][]::new), further, new Ground(floor, tilt, perPiece));
  }

  private final class Ground implements Patchwork.Form {
    private final double[] floor;
    private final double tilt;
    private final int pieces;

    Ground(double[] floor, double tilt, int pieces) {
      this.floor = floor;
      this.tilt = tilt;
      this.pieces = pieces;
    }

    @Override
    public Coordinate station(int line, double u) {
      return new Coordinate(u, floor[line] + tilt * u);
    }

    @Override
    public List<Coordinate> way(Coordinate from, Coordinate to, boolean border) {
      double length = from.distance(to);
      int count = border && length > STATION_M / 2 ? (int) (pieces * Math.ceil(length / 300)) : 1;
      return Wiggle.between(from, to, count, random);
    }
  }

  /** Gives each block its use, with enough of them for the buildings. */
  private List<Block> given(int buildings) {
    List<Block> all = new ArrayList<>();
    List<Integer> free = new ArrayList<>();
    for (Cell cell : patchwork.cells()) {
      LandUse use = uses.get(cell.row()).get(cell.column());
      if (use == LandUse.INDUSTRY) {
        free.add(all.size());
      }
      all.add(new Block(cell, use));
    }
    Collections.shuffle(free, random);
    int n = free.size();
    int next = 0;
    int room = 0;
    while (room < buildings && next < n - 3) {
      Block block = all.get(free.get(next));
      room += ZoneDrawing.sitesIn(block.cell().inside());
      all.set(free.get(next++), new Block(block.cell(), LandUse.HIGHRISE));
    }
    List<LandUse> others = new ArrayList<>(List.of(LandUse.SERVICE));
    if (n > 6) {
      others.addAll(List.of(LandUse.GREEN, LandUse.SUPPORT));
    }
    for (int i = 10; i < n; i += 8) {
      others.addAll(List.of(LandUse.WAREHOUSE, LandUse.TECH, LandUse.SUPPORT));
    }
    for (LandUse use : others) {
      if (next < n - 1) {
        Block block = all.get(free.get(next));
        all.set(free.get(next++), new Block(block.cell(), use));
      }
    }
    return all;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Coordinate> outline() {
    return patchwork.outline();
  }

  /** The box of the whole plan. */
  Envelope frame() {
    Envelope frame = new Envelope();
    outline().forEach(frame::expandToInclude);
    return frame;
  }
}
