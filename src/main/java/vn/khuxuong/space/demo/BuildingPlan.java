package vn.khuxuong.space.demo;

import static vn.khuxuong.space.Industry.CHEM;
import static vn.khuxuong.space.Industry.FOOD;
import static vn.khuxuong.space.Industry.MEDICAL;
import static vn.khuxuong.space.Industry.PLATING;
import static vn.khuxuong.space.Industry.STAMPING;
import static vn.khuxuong.space.Industry.TEXTILE_ACC;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.khuxuong.space.Industry;

/**
 * One illustrative building before it is set down.
 *
 * @param land land use of the subzone it stands in, empty where the zone has no subzones yet
 * @param letter its name and the end of its code
 * @param freeShare share of the lettable area that stands empty
 * @param rentUsd USD per m² and month on the third storey
 * @param opening month from which bays can be handed over
 */
record BuildingPlan(
    String zone,
    String land,
    String letter,
    Grade grade,
    FloorPlan floor,
    int storeys,
    double freeShare,
    double rentUsd,
    YearMonth opening) {

  private static final FloorPlan ROW_OF_6 = FloorPlan.oneRow(6, 9, 30, 6);
  private static final FloorPlan ROW_OF_8 = FloorPlan.oneRow(8, 8, 33, 6);
  private static final FloorPlan TWO_OF_4 = FloorPlan.twoRows(4, 16, 17, 4, 8);
  private static final FloorPlan TWO_OF_5 = FloorPlan.twoRows(5, 15, 18, 4, 8);

  private static final double[] RENT_STEP = {0.5, 0.2, 0, -0.1, -0.2};

  /** Every illustrative building, in the order in which they are set down. */
  static List<BuildingPlan> all() {
    return List.of(
        of("TT", "", "A", Grade.EARLY, ROW_OF_8, 8, 0.20, 4.6, YearMonth.of(2015, 4)),
        of("TT", "", "B", Grade.STANDARD, ROW_OF_8, 8, 0.22, 4.9, YearMonth.of(2018, 2)),
        of("TT", "", "C", Grade.STANDARD, TWO_OF_4, 6, 0.36, 5.0, YearMonth.of(2021, 9)),
        of("HP", "", "A", Grade.STANDARD, TWO_OF_5, 9, 0.40, 4.3, YearMonth.of(2022, 6)),
        of("HP", "", "B", Grade.HEAVY, ROW_OF_8, 7, 0.38, 4.2, YearMonth.of(2023, 3)),
        of("HP", "", "C", Grade.STANDARD, TWO_OF_4, 6, 0.45, 4.0, YearMonth.of(2024, 10)),
        of("TB", "", "A", Grade.EARLY, ROW_OF_8, 6, 0.20, 5.2, YearMonth.of(2012, 1)),
        of("TB", "", "B", Grade.STANDARD, ROW_OF_6, 5, 0.24, 5.4, YearMonth.of(2019, 5)),
        of("BC", "", "A", Grade.STANDARD, TWO_OF_4, 5, 0.34, 4.5, YearMonth.of(2020, 8)),
        of("BC", "", "B", Grade.EARLY, ROW_OF_6, 4, 0.25, 4.2, YearMonth.of(2014, 11)),
        of("CL", "", "A", Grade.STANDARD, ROW_OF_8, 6, 0, 4.8, YearMonth.of(2017, 7)),
        of("PVH", "SUPPORT", "A", Grade.HEAVY, ROW_OF_8, 5, 1, 3.9, YearMonth.of(2027, 6)),
        of("PVH", "SUPPORT", "B", Grade.STANDARD, TWO_OF_4, 4, 1, 3.8, YearMonth.of(2027, 6)),
        of("PVH", "SUPPORT", "C", Grade.STANDARD, ROW_OF_6, 4, 1, 3.8, YearMonth.of(2027, 9)),
        of("PVH", "HIGHRISE", "D", Grade.STANDARD, ROW_OF_8, 6, 1, 4.0, YearMonth.of(2027, 9)),
        of("PVH", "HIGHRISE", "E", Grade.STANDARD, TWO_OF_4, 5, 1, 4.0, YearMonth.of(2027, 11)));
  }

  private static BuildingPlan of(
      String zone,
      String land,
      String letter,
      Grade grade,
      FloorPlan floor,
      int storeys,
      double freeShare,
      double rentUsd,
      YearMonth opening) {
    return new BuildingPlan(zone, land, letter, grade, floor, storeys, freeShare, rentUsd, opening);
  }

  String code() {
    return zone + "-" + letter;
  }

  /** Rent in USD per m² and month: the ground floor dearest, the top cheapest. */
  double rentUsd(int level) {
    return Math.round((rentUsd + RENT_STEP[Math.min(level, RENT_STEP.length) - 1]) * 10) / 10.0;
  }

  /** Bays that cannot be let: the loading lobby on the ground floor, a transformer room above. */
  Set<Integer> notForRent(int level) {
    int last = floor.bays().size() - 1;
    if (level == 1) {
      return Set.of(last - 1, last);
    }
    return level == storeys / 2 + 1 ? Set.of(last - 1) : Set.of();
  }

  /** Whether the bays not for rent on this level are the loading lobby. */
  boolean lobby(int level) {
    return level == 1;
  }

  /**
   * Lines of business admitted: presses and wet plating only near the ground, and what each zone
   * leaves out.
   */
  Set<Industry> industries(int level) {
    EnumSet<Industry> admitted = EnumSet.allOf(Industry.class);
    switch (zone) {
      case "TT" -> admitted.removeAll(EnumSet.of(PLATING, CHEM, FOOD));
      case "TB" -> admitted.removeAll(EnumSet.of(PLATING, CHEM));
      case "BC" -> admitted.remove(CHEM);
      case "PVH" -> admitted.removeAll(EnumSet.of(FOOD, TEXTILE_ACC, CHEM));
      default -> admitted.remove(MEDICAL);
    }
    if (level > 3) {
      admitted.remove(STAMPING);
    }
    if (level > 2) {
      admitted.remove(PLATING);
    }
    return admitted;
  }

  /** Area in m² of the bays that can be let. */
  double lettableM2() {
    double sum = 0;
    for (int level = 1; level <= storeys; level++) {
      sum += lettableM2(level);
    }
    return sum;
  }

  /** Area in m² of one storey's bays that can be let. */
  double lettableM2(int level) {
    Set<Integer> out = notForRent(level);
    double sum = 0;
    for (int no = 0; no < floor.bays().size(); no++) {
      sum += out.contains(no) ? 0 : floor.bayM2(no);
    }
    return sum;
  }
}
