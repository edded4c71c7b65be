package vn.khuxuong.zoning.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.Subzone;

/** A limit that every subzone has to keep for itself: the one with the least room speaks. */
final class TightestPlot {
  private static final double TOLERANCE = 1e-9;

  private TightestPlot() {}

  /** A subzone's figure beside its own limit. */
  record Plot(Subzone subzone, double measured, double limit) {
    double margin() {
      return limit - measured;
    }
  }

  /**
   * Judges all subzones.
   *
   * @param plotOf figure and limit of a subzone, null where the limit does not concern it
   */
  static Measure measure(
      List<Subzone> subzones,
      Function<Subzone, @Nullable Plot> plotOf,
      String unit,
      String whatVi,
      String whatEn) {
    List<Plot> plots = new ArrayList<>();
    for (Subzone subzone : subzones) {
      Plot plot = plotOf.apply(subzone);
      if (plot != null) {
        plots.add(plot);
      }
    }
    if (plots.isEmpty()) {
      return Measure.none(
          "không phân khu nào có chỉ tiêu này", "no subzone states what this rule is about");
    }
    Plot tightest = plots.stream().min(Comparator.comparingDouble(Plot::margin)).orElseThrow();
    List<String> broken =
        plots.stream()
            .filter(plot -> plot.margin() < -TOLERANCE)
            .map(plot -> plot.subzone().code())
            .toList();
    String code = tightest.subzone().code();
    Measure measure =
        Measure.atMost(
            tightest.measured(),
            tightest.limit(),
            TOLERANCE,
            unit,
            broken.isEmpty() ? List.of(code) : broken,
            whatVi + " của " + code,
            whatEn + " of " + code);
    return broken.size() < 2
        ? measure
        : measure.saying(
            "; tất cả " + broken.size() + " phân khu vượt",
            "; " + broken.size() + " subzones exceed theirs in all");
  }
}
