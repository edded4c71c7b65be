package vn.khuxuong.space;

import java.time.LocalDate;
import java.util.Set;

/**
 * Bays that somebody wants for a period, and what would go on there.
 *
 * @param floorId id of the floor
 * @param firstBay number of the first bay, from 0
 * @param bayCount bays in line, at least 1
 * @param from first day
 * @param until last day, not before {@code from}
 * @param industry line of business
 * @param hazard fire and explosion class of the production
 * @param traits what neighbours notice
 * @param loadKnM2 uniform floor load, kN/m²
 * @param powerKva electrical demand, kVA
 * @param wastewaterM3Day wastewater, m³ per day
 */
public record ClaimWish(
    long floorId,
    int firstBay,
    int bayCount,
    LocalDate from,
    LocalDate until,
    Industry industry,
    HazardClass hazard,
    Set<Trait> traits,
    double loadKnM2,
    double powerKva,
    double wastewaterM3Day) {

  /** Most bays that a floor can have. */
  public static final int MOST_BAYS = 1_000;

  /** Longest term asked for, months; as long as the longest land term (Land Law 2024, art. 172). */
  public static final int MOST_MONTHS = 840;

  /** Most kN/m² that can be written down. */
  public static final double MOST_LOAD_KN_M2 = 999.99;

  /** Most kVA that can be written down. */
  public static final double MOST_POWER_KVA = 99_999_999.9;

  /** Most m³ per day that can be written down. */
  public static final double MOST_WASTEWATER_M3_DAY = 9_999_999.99;

  public ClaimWish {
    traits = Set.copyOf(traits);
    require(firstBay >= 0 && firstBay < MOST_BAYS, "firstBay");
    require(bayCount >= 1 && bayCount <= MOST_BAYS, "bayCount");
    require(!until.isBefore(from), "until");
    require(loadKnM2 >= 0 && loadKnM2 <= MOST_LOAD_KN_M2, "loadKnM2");
    require(powerKva >= 0 && powerKva <= MOST_POWER_KVA, "powerKva");
    require(wastewaterM3Day >= 0 && wastewaterM3Day <= MOST_WASTEWATER_M3_DAY, "wastewaterM3Day");
  }

  private static void require(boolean holds, String member) {
    if (!holds) {
      throw new IllegalArgumentException(member);
    }
  }
}
