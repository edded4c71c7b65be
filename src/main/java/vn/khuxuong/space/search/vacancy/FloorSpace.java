package vn.khuxuong.space.search.vacancy;

import java.util.List;
import java.util.Set;

/**
 * One storey, as the search knows it.
 *
 * @param level 1 is the ground floor
 * @param loadKnM2 uniform imposed load
 * @param pointLoadKn largest single load
 * @param clearHeightM below beams and services
 * @param powerKva supply of the whole floor
 * @param hazards classes permitted, as bits by their place in {@link Hazards}
 * @param industries lines of business admitted, as bits by their place in {@link Industries}
 * @param breaks bay numbers before which nobody may go on
 * @param bays for rent, by number
 * @param claims that end after the day of loading
 * @param outM2 area of the bays that are not for rent
 */
record FloorSpace(
    long id,
    int level,
    double loadKnM2,
    double pointLoadKn,
    double clearHeightM,
    double powerKva,
    int hazards,
    long industries,
    Set<Integer> breaks,
    double rentUsdM2Month,
    double rentVndM2Month,
    List<Bay> bays,
    List<ClaimSpan> claims,
    double outM2) {

  FloorSpace {
    breaks = Set.copyOf(breaks);
    bays = List.copyOf(bays);
    claims = List.copyOf(claims);
  }

  /**
   * A bay for rent.
   *
   * @param no its number along the floor
   * @param from day from which it can be handed over, not before the day of loading
   */
  record Bay(int no, double areaM2, int from) {}
}
