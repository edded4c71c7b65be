package vn.khuxuong.allocation.round;

import java.util.List;
import java.util.Map;
import vn.khuxuong.allocation.solver.Instance;

/**
 * What a round gives points for. The published criteria of a real round are dated data of the
 * authority; this is the default that rounds start from, the same as the exchange format's.
 *
 * @param weights of the objective's four parts
 * @param preferenceScore by rank in a firm's list of zones
 * @param points that make a firm's priority
 * @param incompatible traits that must not meet
 * @param foreignSharePct most per cent of a zone's free m² for firms that are not domestic
 */
record RoundPolicy(
    Instance.Weights weights,
    List<Integer> preferenceScore,
    Instance.Policy points,
    List<Instance.Incompatibility> incompatible,
    int foreignSharePct) {

  static RoundPolicy standard() {
    return new RoundPolicy(
        new Instance.Weights(10, 2, 10_000, 4_000),
        List.of(3, 2, 1),
        new Instance.Policy(
            10, 25, 20, 8, 12, 20, Map.of("MICRO", 5, "SMALL", 8, "MEDIUM", 4, "LARGE", 0), 100),
        List.of(
            new Instance.Incompatibility("VIBRATION", "PRECISION", Instance.Scope.ADJACENT),
            new Instance.Incompatibility("FOOD", "PLATING", Instance.Scope.FLOOR),
            new Instance.Incompatibility("FOOD", "ODOUR", Instance.Scope.FLOOR)),
        30);
  }
}
