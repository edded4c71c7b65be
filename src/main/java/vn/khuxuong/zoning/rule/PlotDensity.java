package vn.khuxuong.zoning.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.zoning.LandUse;
import vn.khuxuong.zoning.Subzone;

/**
 * Largest building density by number of floors. A subzone that names no number of floors is judged
 * as one floor.
 *
 * @param uses land uses whose plots are judged
 * @param steps by rising number of floors, the first from 0
 */
record PlotDensity(Set<LandUse> uses, List<Step> steps) implements Check {

  PlotDensity {
    uses = Set.copyOf(uses);
    steps = steps.stream().sorted(Comparator.comparingDouble(Step::aboveFloors)).toList();
  }

  /** Buildings with more floors than this may cover at most so much of their plot. */
  record Step(double aboveFloors, double atMostPct) {}

  static PlotDensity read(Entry entry) {
    Set<LandUse> uses = entry.someOf("landUses", LandUse.class);
    List<Step> steps = new ArrayList<>();
    for (Entry step : entry.parts("steps")) {
      steps.add(new Step(step.number("aboveFloors", 0, 200), step.number("atMostPct", 0, 100)));
      step.refuseUnread();
    }
    if (steps.stream().noneMatch(step -> step.aboveFloors() == 0)) {
      entry.complain("steps", "must have one with aboveFloors: 0");
    }
    return new PlotDensity(uses, steps);
  }

  @Override
  public Measure measure(PlanFacts facts) {
    return TightestPlot.measure(
        facts.subzones(), this::plot, Measure.PERCENT, "mật độ xây dựng", "building density");
  }

  private TightestPlot.@Nullable Plot plot(Subzone subzone) {
    Double density = subzone.maxDensityPct();
    if (density == null || !uses.contains(subzone.landUse())) {
      return null;
    }
    int floors = subzone.maxFloors() == null ? 1 : subzone.maxFloors();
    double limit = steps.get(0).atMostPct();
    for (Step step : steps) {
      if (floors > step.aboveFloors()) {
        limit = step.atMostPct();
      }
    }
    return new TightestPlot.Plot(subzone, density, limit);
  }
}
