package vn.khuxuong.zoning.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.khuxuong.zoning.Subzone;

/**
 * Largest area of one investment phase. Land without a phase counts as a phase of its own, so that
 * a large zone that is not phased at all does not pass.
 *
 * @param atMostHa hectares
 */
record PhaseArea(double atMostHa) implements Check {
  private static final int NO_PHASE = 0;

  static PhaseArea read(Entry entry) {
    return new PhaseArea(entry.number("atMostHa", 0, 100_000));
  }

  @Override
  public Measure measure(PlanFacts facts) {
    Map<Integer, Double> byPhase = new TreeMap<>();
    for (Subzone subzone : facts.subzones()) {
      byPhase.merge(phase(subzone), subzone.areaM2(), Double::sum);
    }
    if (byPhase.isEmpty()) {
      return Measure.none("đồ án chưa có phân khu", "the plan has no subzones");
    }
    var largest =
        byPhase.entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue))
            .orElseThrow();
    int phase = largest.getKey();
    List<String> subjects =
        facts.subzones().stream().filter(s -> phase(s) == phase).map(Subzone::code).toList();
    return Measure.atMost(
        largest.getValue() / 10_000,
        atMostHa,
        AREA_TOLERANCE_M2 / 10_000,
        Measure.HA,
        subjects,
        phase == NO_PHASE ? "đất không phân kỳ" : "giai đoạn " + phase,
        phase == NO_PHASE ? "land without a phase" : "phase " + phase);
  }

  private static int phase(Subzone subzone) {
    return subzone.phase() == null ? NO_PHASE : subzone.phase();
  }
}
