package vn.khuxuong.zoning.rule;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.Subzone;

/**
 * A floor area ratio above density × floors can never be built: arithmetic of the three figures a
 * plan states, not a limit of any law.
 */
record FloorAreaRatio() implements Check {

  static FloorAreaRatio read(Entry entry) {
    entry.refuseUnread();
    return new FloorAreaRatio();
  }

  @Override
  public Measure measure(PlanFacts facts) {
    return TightestPlot.measure(
        facts.subzones(),
        FloorAreaRatio::plot,
        "",
        "hệ số sử dụng đất so với mật độ × số tầng",
        "floor area ratio against density × floors");
  }

  private static TightestPlot.@Nullable Plot plot(Subzone subzone) {
    Double far = subzone.far();
    Double density = subzone.maxDensityPct();
    Integer floors = subzone.maxFloors();
    return far == null || density == null || floors == null
        ? null
        : new TightestPlot.Plot(subzone, far, density * floors / 100);
  }
}
