package vn.khuxuong.tenancy.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.Industry;

/**
 * How firms of one line of business usually are.
 *
 * @param frequency how often they apply, relative to the others
 * @param cluster supply chain they belong to, null where none
 * @param supporting whether their products are on the list of supporting industries
 * @param hightechShare share of them that count as high-tech
 * @param heavy whether their machines need strong floors and large lifts
 */
record Habit(
    int frequency,
    @Nullable String cluster,
    boolean supporting,
    double hightechShare,
    boolean heavy) {

  private static final Map<Industry, Habit> BY_INDUSTRY =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Industry.PRECISION_MECH, new Habit(18, "MECH", true, 0.35, true)),
              Map.entry(Industry.STAMPING, new Habit(10, "MECH", true, 0.05, true)),
              Map.entry(Industry.MOULD, new Habit(9, "MOULD", true, 0.15, true)),
              Map.entry(Industry.PLASTIC, new Habit(12, "MOULD", true, 0.05, false)),
              Map.entry(Industry.ELECTRONICS, new Habit(16, "ELEC", true, 0.55, false)),
              Map.entry(Industry.AUTO_PARTS, new Habit(9, "AUTO", true, 0.15, true)),
              Map.entry(Industry.TEXTILE_ACC, new Habit(8, "TEXT", true, 0.02, false)),
              Map.entry(Industry.FOOD, new Habit(8, null, false, 0.05, false)),
              Map.entry(Industry.PLATING, new Habit(4, "MECH", true, 0.05, false)),
              Map.entry(Industry.CHEM, new Habit(4, null, false, 0.10, false)),
              Map.entry(Industry.MEDICAL, new Habit(5, null, false, 0.60, false)),
              Map.entry(Industry.PACKAGING, new Habit(7, null, false, 0.02, false))));

  static Habit of(Industry industry) {
    Habit habit = BY_INDUSTRY.get(industry);
    if (habit == null) {
      throw new IllegalArgumentException("No habit of " + industry);
    }
    return habit;
  }

  /** Draws a line of business as often as its firms apply. */
  static Industry draw(Random random) {
    int left = random.nextInt(BY_INDUSTRY.values().stream().mapToInt(Habit::frequency).sum());
    for (Map.Entry<Industry, Habit> entry : BY_INDUSTRY.entrySet()) {
      left -= entry.getValue().frequency();
      if (left < 0) {
        return entry.getKey();
      }
    }
    throw new AssertionError("The frequencies do not add up");
  }
}
