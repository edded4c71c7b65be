package vn.khuxuong.allocation.round;

import java.util.List;
import vn.khuxuong.allocation.answer.Group;

/**
 * The published rule set of a round: what counts for how much, for whom space is kept, how ties are
 * decided. Fixed when the round opens; its SHA-256 stands with every answer.
 *
 * @param policy points and weights
 * @param zones codes of zones whose buildings take part, empty for all
 * @param buildings codes of buildings that take part, empty for all of those zones
 * @param quotas least shares for groups
 * @param reserves floors that only a group may have
 * @param tieBreak what decides between equals
 * @param firmCountsOnce whether all applications of one firm count as one, as those of related
 *     firms always do
 * @param changePenalty points that a re-run loses for each application it moves
 * @param objectionHours how long firms may object to the shown draft
 * @param offerDays how long an offer is open
 */
record Criteria(
    RoundPolicy policy,
    List<String> zones,
    List<String> buildings,
    List<Quota> quotas,
    List<Reserve> reserves,
    TieBreak tieBreak,
    boolean firmCountsOnce,
    long changePenalty,
    int objectionHours,
    int offerDays) {

  /** What decides between applications with equal points. */
  enum TieBreak {
    /** The moment at which the application was complete. */
    ARRIVAL,
    /** A public draw of lots; see {@link vn.khuxuong.allocation.lottery.LotDraw}. */
    LOT
  }

  /** A group gets at least so many per cent of the m² that are free in the round. */
  record Quota(Group group, int atLeastPct) {}

  /** A floor that only firms of a group may have. */
  record Reserve(String building, int level, Group group) {}

  Criteria {
    zones = List.copyOf(zones);
    buildings = List.copyOf(buildings);
    quotas = List.copyOf(quotas);
    reserves = List.copyOf(reserves);
  }

  /** What rounds start from: ten working days to object, fifteen to answer an offer. */
  static Criteria standard() {
    return new Criteria(
        RoundPolicy.standard(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        TieBreak.ARRIVAL,
        false,
        50_000,
        14 * 24,
        21);
  }

  boolean takesPart(String zone, String building) {
    return (zones.isEmpty() || zones.contains(zone))
        && (buildings.isEmpty() || buildings.contains(building));
  }
}
