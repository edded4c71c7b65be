package vn.khuxuong.conversion.tenant;

import java.time.LocalDate;
import java.util.List;

/**
 * The published rules of the score that count on a day.
 *
 * @param keepFrom points of 100 from which a tenant may be kept as it is
 * @param upgradeFrom points from which it has to upgrade; below it leaves
 * @param termMonths a tenant that leaves does so at the end of its lease where that is within so
 *     many months, else it moves
 * @param leastKnownPct share of all weights that must be known before anything is said
 */
record WeightSet(
    int id,
    LocalDate validFrom,
    double keepFrom,
    double upgradeFrom,
    int termMonths,
    double leastKnownPct,
    String textVi,
    String textEn,
    String sourceVi,
    String sourceEn,
    String dataStatus,
    List<Weight> weights) {

  WeightSet {
    weights = List.copyOf(weights);
  }

  /**
   * Weight of a criterion.
   *
   * @param good value that earns all of it
   * @param bad value that earns nothing; linear between
   */
  record Weight(Criterion criterion, double weight, double good, double bad) {

    /** How far a value meets the criterion, 0 to 1. */
    double degree(double value) {
      return Math.min(1, Math.max(0, (value - bad) / (good - bad)));
    }
  }
}
