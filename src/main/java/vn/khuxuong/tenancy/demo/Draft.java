package vn.khuxuong.tenancy.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.khuxuong.space.HazardClass;
import vn.khuxuong.space.Industry;
import vn.khuxuong.tenancy.Application.Flags;
import vn.khuxuong.tenancy.SizeClass;

/** Draws illustrative firms and what they ask for; the same seed draws the same. */
final class Draft {
  private static final int[] TERMS = {36, 60, 60, 84, 120};
  private static final double[] HEAVY_HEIGHTS = {3.5, 4.0, 4.0, 4.5, 4.5, 5.0, 6.0};
  private static final double[] HEIGHTS = {3.0, 3.5, 4.0, 4.0, 4.5};
  private static final int[] HEAVY_LIFTS = {1, 2, 2, 3, 3, 5};
  private static final int[] LIFTS = {1, 1, 2, 2, 3};

  /** Zones as often as firms want them; Cát Lái is full, Phạm Văn Hai is new. */
  private static final List<String> WANTED_ZONES =
      List.of(
          "TT", "TT", "TT", "HP", "HP", "HP", "PVH", "PVH", "PVH", "TB", "TB", "BC", "BC", "CL");

  private final Random random;
  private final YearMonth reference;

  Draft(long seed, YearMonth reference) {
    this.random = new Random(seed);
    this.reference = reference;
  }

  /**
   * A firm.
   *
   * @param revenueBnVnd yearly revenue in billion VND
   * @param capitalBnVnd total capital in billion VND
   */
  record Firm(
      Industry industry,
      SizeClass size,
      int insuredEmployees,
      double revenueBnVnd,
      double capitalBnVnd,
      Flags flags) {}

  /** What a firm asks for; fields as in {@link vn.khuxuong.tenancy.Application}. */
  record Wish(
      double areaMinM2,
      double areaMaxM2,
      double loadKnM2,
      double clearHeightM,
      double powerKva,
      double wastewaterM3Day,
      double liftT,
      HazardClass hazard,
      LocalDate startEarliest,
      LocalDate startLatest,
      int termMonths,
      long budgetVndM2Month,
      List<String> zones,
      boolean acceptOther,
      boolean maySplit) {}

  /** Draws a firm of any line of business. */
  Firm firm() {
    return firm(Habit.draw(random));
  }

  /** Draws a firm of the given line of business. */
  Firm firm(Industry industry) {
    Habit habit = Habit.of(industry);
    SizeClass size = size();
    Flags flags =
        new Flags(
            habit.supporting(),
            random.nextDouble() < habit.hightechShare(),
            random.nextDouble() < 0.25,
            random.nextDouble() < 0.78,
            random.nextDouble() < 0.18);
    return switch (size) {
      case MICRO -> new Firm(industry, size, between(3, 10), tenths(8, 30), tenths(4, 30), flags);
      case SMALL ->
          new Firm(industry, size, between(11, 100), tenths(40, 500), tenths(31, 200), flags);
      case MEDIUM ->
          new Firm(industry, size, between(101, 200), tenths(510, 2000), tenths(201, 1000), flags);
      case LARGE ->
          new Firm(
              industry, size, between(220, 900), tenths(2100, 9000), tenths(1100, 6000), flags);
    };
  }

  private SizeClass size() {
    int draw = random.nextInt(100);
    return draw < 12
        ? SizeClass.MICRO
        : draw < 70 ? SizeClass.SMALL : draw < 95 ? SizeClass.MEDIUM : SizeClass.LARGE;
  }

  /** Draws what a firm asks for, in areas of tens of m². */
  Wish wish(Firm firm) {
    return wish(
        firm,
        10
            * switch (firm.size()) {
              case MICRO -> between(12, 26);
              case SMALL -> between(22, 82);
              case MEDIUM -> between(60, 160);
              case LARGE -> between(110, 220);
            });
  }

  /** Draws what a firm asks for that wants at least the given area. */
  Wish wish(Firm firm, double areaMinM2) {
    Habit habit = Habit.of(firm.industry());
    LocalDate earliest = reference.plusMonths(1L + random.nextInt(7)).atDay(1);
    List<HazardClass> hazards = firm.industry().hazards();
    return new Wish(
        areaMinM2,
        Math.floor(areaMinM2 * (1.15 + 0.45 * random.nextDouble()) / 10) * 10 + 60,
        habit.heavy() ? between(8, 15) : between(4, 10),
        habit.heavy() ? pick(HEAVY_HEIGHTS) : pick(HEIGHTS),
        Math.max(
            3,
            Math.floor(
                areaMinM2 * firm.industry().powerKvaPerM2() * (0.5 + 0.8 * random.nextDouble()))),
        Math.round(
            areaMinM2
                / 100
                * firm.industry().wastewaterM3DayPer100M2()
                * (0.5 + random.nextDouble())),
        habit.heavy() ? pick(HEAVY_LIFTS) : pick(LIFTS),
        hazards.get(random.nextInt(hazards.size())),
        earliest,
        earliest.plusMonths(between(3, 12)),
        pick(TERMS),
        1000L * between(95, 165),
        zones(),
        random.nextInt(2) == 0,
        areaMinM2 >= 300 && random.nextDouble() < 0.4);
  }

  private List<String> zones() {
    List<String> zones = new ArrayList<>();
    for (int rank = 0; rank < 3; rank++) {
      String zone = WANTED_ZONES.get(random.nextInt(WANTED_ZONES.size()));
      if (!zones.contains(zone)) {
        zones.add(zone);
      }
    }
    return zones;
  }

  /** Draws a whole number, both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private double tenths(int least, int most) {
    return between(least, most) / 10.0;
  }

  private int pick(int[] values) {
    return values[random.nextInt(values.length)];
  }

  private double pick(double[] values) {
    return values[random.nextInt(values.length)];
  }
}
