package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;
import vn.khuxuong.space.search.vacancy.Filter.Subject;

/** The rows of a table by what is counted beside the list; null where nothing is of a kind. */
final class Facets {
  /** Least kN/m² of each load class, ascending. */
  static final double[] LOAD_CLASSES = {0, 5, 7.5, 10, 15, 20};

  /** Whether floors are of a kind. */
  private interface Kind {
    boolean has(FloorSpace floor, int index);
  }

  private record Key(Subject subject, int index) {}

  private final long[][] levels;
  private final long[][] loads;
  private final long[][] hazards;
  private final long[][] industries;

  Facets(Table table, KeptParts kept, int lines) {
    Offer offer = Offer.NOTHING;
    for (ZoneIndex zone : table.zones()) {
      offer = offer.and(zone.offer());
    }
    levels =
        sets(table, kept, Subject.LEVEL, offer.levels(), ZoneIndex.MOST_LEVELS + 1, Facets::isAt);
    loads =
        sets(
            table,
            kept,
            Subject.LOAD,
            offer.loads(),
            LOAD_CLASSES.length,
            (floor, index) -> loadClass(floor) == index);
    hazards =
        sets(
            table,
            kept,
            Subject.HAZARD,
            offer.hazards(),
            Hazards.ALL.size(),
            (floor, index) -> (floor.hazards() & (1 << index)) != 0);
    industries =
        sets(
            table,
            kept,
            Subject.INDUSTRY,
            offer.industries(),
            lines,
            (floor, index) -> (floor.industries() & (1L << index)) != 0);
  }

  private static boolean isAt(FloorSpace floor, int level) {
    return Math.min(floor.level(), ZoneIndex.MOST_LEVELS) == level;
  }

  private static int loadClass(FloorSpace floor) {
    int index = LOAD_CLASSES.length - 1;
    while (LOAD_CLASSES[index] > floor.loadKnM2()) {
      index--;
    }
    return index;
  }

  private static long[][] sets(
      Table table, KeptParts kept, Subject subject, long there, int count, Kind kind) {
    long[][] sets = new long[count][];
    for (int i = 0; i < count; i++) {
      int index = i;
      if ((there & (1L << i)) != 0) {
        sets[i] =
            kept.rows(
                table,
                new Key(subject, i),
                place -> {
                  ZoneIndex zone = table.zone(place);
                  return zone.ofFloors(row -> kind.has(zone.floorAt(row), index));
                });
      }
    }
    return sets;
  }

  /** Number of levels, from 0. */
  int levels() {
    return levels.length;
  }

  /** Number of load classes. */
  int loads() {
    return loads.length;
  }

  /** Number of hazard classes. */
  int hazards() {
    return hazards.length;
  }

  /** Number of lines of business. */
  int industries() {
    return industries.length;
  }

  /** Rows on a level. */
  long @Nullable [] level(int level) {
    return levels[level];
  }

  /** Rows of a load class. */
  long @Nullable [] load(int index) {
    return loads[index];
  }

  /** Rows that permit a hazard class. */
  long @Nullable [] hazard(int index) {
    return hazards[index];
  }

  /** Rows that admit a line of business. */
  long @Nullable [] industry(int index) {
    return industries[index];
  }

  /**
   * Which kinds there are among some rows, as bits.
   *
   * @param levels by level
   * @param loads by load class
   */
  record Offer(long levels, long loads, long hazards, long industries) {
    static final Offer NOTHING = new Offer(0, 0, 0, 0);

    static Offer of(FloorSpace floor) {
      return new Offer(
          1L << Math.min(floor.level(), ZoneIndex.MOST_LEVELS),
          1L << loadClass(floor),
          floor.hazards(),
          floor.industries());
    }

    Offer and(Offer other) {
      return new Offer(
          levels | other.levels,
          loads | other.loads,
          hazards | other.hazards,
          industries | other.industries);
    }
  }
}
