package vn.khuxuong.space;

import java.time.LocalDate;
import java.util.Set;

/**
 * A live claim of one firm on bays of one floor.
 *
 * @param id of the claim; leases and applications refer to it
 * @param firstBay number of the first bay, from 0
 * @param bayCount bays in line
 * @param from first day
 * @param until last day; for a hold or offer that of the lease asked for
 * @param powerKva electrical demand
 * @param wastewaterM3Day wastewater in m³ per day
 */
public record Occupancy(
    long id,
    Kind kind,
    int firstBay,
    int bayCount,
    LocalDate from,
    LocalDate until,
    Industry industry,
    HazardClass hazard,
    Set<Trait> traits,
    double powerKva,
    double wastewaterM3Day) {

  /** How firm a claim is. */
  public enum Kind {
    HOLD,
    OFFER,
    LEASE
  }

  public Occupancy {
    traits = Set.copyOf(traits);
    if (firstBay < 0 || bayCount < 1 || until.isBefore(from)) {
      throw new IllegalArgumentException("No bays or no days: claim " + id);
    }
  }

  /** Whether the bay belongs to this claim. */
  public boolean covers(int bayNo) {
    return firstBay <= bayNo && bayNo < firstBay + bayCount;
  }
}
