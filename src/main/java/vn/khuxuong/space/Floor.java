package vn.khuxuong.space;

import java.util.List;
import java.util.Set;

/**
 * One storey of a building.
 *
 * @param level 1 is the ground floor
 * @param loadKnM2 uniform imposed load
 * @param clearHeightM clear height below beams and services
 * @param powerKva electrical supply of the whole floor, claims not deducted
 * @param hazards classes that the fire approval permits here
 * @param industries lines of business admitted here
 * @param breaks bay numbers before which a corridor, core or fire wall stands
 * @param rentUsdM2Month USD per m² and month
 * @param rentVndM2Month VND per m² and month
 * @param bays in order of their numbers, which are 0, 1, 2 …
 * @param occupancies live claims that end after the day asked for, by first day
 */
public record Floor(
    long id,
    int level,
    double loadKnM2,
    double clearHeightM,
    double powerKva,
    Set<HazardClass> hazards,
    Set<Industry> industries,
    List<Integer> breaks,
    double rentUsdM2Month,
    long rentVndM2Month,
    List<Bay> bays,
    List<Occupancy> occupancies) {

  public Floor {
    hazards = Set.copyOf(hazards);
    industries = Set.copyOf(industries);
    breaks = List.copyOf(breaks);
    bays = List.copyOf(bays);
    occupancies = List.copyOf(occupancies);
  }
}
