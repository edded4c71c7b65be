package vn.khuxuong.zoning.rule;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/**
 * Largest building density by height and plot area, interpolated linearly in both. Plans state
 * floors, not heights: the height is that of the floors given. A subzone not yet parcelled is
 * judged as one plot, which is the strict reading.
 *
 * @param uses land uses whose plots are judged
 * @param firstFloorM height of the ground floor, metres
 * @param furtherFloorM height of each floor above
 * @param heightsM heights of the table's rows, rising
 * @param plotsM2 plot areas of its columns, rising
 * @param atMostPct the table, percent
 */
record DensityByHeight(
    Set<LandUse> uses,
    double firstFloorM,
    double furtherFloorM,
    List<Double> heightsM,
    List<Double> plotsM2,
    List<List<Double>> atMostPct)
    implements Check {

  DensityByHeight {
    uses = Set.copyOf(uses);
    heightsM = List.copyOf(heightsM);
    plotsM2 = List.copyOf(plotsM2);
    atMostPct = atMostPct.stream().map(List::copyOf).toList();
  }

  static DensityByHeight read(Entry entry) {
    DensityByHeight check =
        new DensityByHeight(
            entry.someOf("landUses", LandUse.class),
            entry.number("firstFloorM", 1, 30),
            entry.number("furtherFloorM", 1, 30),
            entry.numbers("heightsM"),
            entry.numbers("plotsM2"),
            entry.table("atMostPct"));
    boolean complete =
        check.atMostPct.size() == check.heightsM.size()
            && check.atMostPct.stream().allMatch(row -> row.size() == check.plotsM2.size());
    if (!complete || check.heightsM.isEmpty() || check.plotsM2.isEmpty()) {
      entry.complain(
          "atMostPct", "must have a row for each height and a column for each plot area");
    }
    requireRising(entry, "heightsM", check.heightsM);
    requireRising(entry, "plotsM2", check.plotsM2);
    return check;
  }

  private static void requireRising(Entry entry, String name, List<Double> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i) <= values.get(i - 1)) {
        entry.complain(name, "must rise");
      }
    }
  }

  @Override
  public Measure measure(PlanFacts facts) {
    return TightestPlot.measure(
        facts.subzones(),
        this::plot,
        Measure.PERCENT,
        "mật độ xây dựng theo chiều cao",
        "building density by height");
  }

  private TightestPlot.@Nullable Plot plot(Subzone subzone) {
    Double density = subzone.maxDensityPct();
    Integer floors = subzone.maxFloors();
    return density == null || floors == null || floors == 0 || !uses.contains(subzone.landUse())
        ? null
        : new TightestPlot.Plot(
            subzone, density, limit(firstFloorM + (floors - 1) * furtherFloorM, subzone.areaM2()));
  }

  /** The table's value at a height and a plot area; beyond its ends the last row or column. */
  double limit(double heightM, double plotM2) {
    double row = position(heightsM, heightM);
    double column = position(plotsM2, plotM2);
    int above = (int) row;
    int left = (int) column;
    return (1 - (row - above)) * along(above, left, column - left)
        + (row - above) * along(Math.min(above + 1, heightsM.size() - 1), left, column - left);
  }

  private double along(int row, int column, double part) {
    List<Double> values = atMostPct.get(row);
    return (1 - part) * values.get(column)
        + part * values.get(Math.min(column + 1, values.size() - 1));
  }

  /** Index with its fraction between neighbours, held within the list. */
  private static double position(List<Double> values, double value) {
    if (value <= values.get(0)) {
      return 0;
    }
    for (int i = 1; i < values.size(); i++) {
      if (value <= values.get(i)) {
        return i - 1 + (value - values.get(i - 1)) / (values.get(i) - values.get(i - 1));
      }
    }
    return values.size() - 1.0;
  }
}
