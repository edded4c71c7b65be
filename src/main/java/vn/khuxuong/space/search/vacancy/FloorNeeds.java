package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.platform.problem.ApiProblem;
import vn.khuxuong.platform.problem.ProblemException;
import vn.khuxuong.space.HazardClass;

/**
 * What a firm needs of a floor; null where it does not matter.
 *
 * @param areaMin least m² in line on one floor
 * @param areaMax most m²
 * @param load uniform floor load in kN/m²
 * @param height clear height in m
 * @param power kVA that the floor must have left
 * @param lift tonnes to go by goods lift; the ground floor needs none
 * @param hazard class of the firm's production, which the floor must permit
 */
public record FloorNeeds(
    @Nullable Double areaMin,
    @Nullable Double areaMax,
    @Nullable Double load,
    @Nullable Double height,
    @Nullable Double power,
    @Nullable Double lift,
    @Nullable HazardClass hazard) {

  /**
   * Checked.
   *
   * @throws ProblemException naming the figure that is none, or the area that is smaller than the
   *     least
   */
  public FloorNeeds {
    check("areaMin", areaMin);
    check("areaMax", areaMax);
    check("load", load);
    check("height", height);
    check("power", power);
    check("lift", lift);
    if (areaMin != null && areaMax != null && areaMin > areaMax) {
      throw refusal(
          "areaMax",
          "Diện tích lớn nhất nhỏ hơn diện tích nhỏ nhất.",
          "The largest area is smaller than the least area.");
    }
  }

  private static void check(String name, @Nullable Double value) {
    if (value != null && !(value >= 0 && value <= 1e9)) {
      throw refusal(
          name, "Cần một số không âm, hữu hạn.", "A finite number that is not negative is needed.");
    }
  }

  private static ProblemException refusal(String field, String vi, String en) {
    return ApiProblem.BAD_PARAMETER.with(vi, en).field(field);
  }

  /** Whether a floor has it all, power and area left aside. */
  boolean admits(BuildingSpace building, FloorSpace floor) {
    return (load == null || floor.loadKnM2() >= load)
        && (height == null || floor.clearHeightM() >= height)
        && (hazard == null || Hazards.has(floor.hazards(), hazard))
        && (lift == null
            || floor.level() <= building.truckLevel()
            || building.lifts().stream().anyMatch(one -> one.capacityT() >= lift));
  }

  /** Whether any area will do. */
  boolean isAnyArea() {
    return areaMin == null && areaMax == null;
  }

  /** Whether an area in whole m² is between the bounds. */
  boolean admits(long areaM2) {
    return (areaMin == null || areaM2 >= areaMin) && (areaMax == null || areaM2 <= areaMax);
  }
}
