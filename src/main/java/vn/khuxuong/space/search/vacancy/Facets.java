package vn.khuxuong.space.search.vacancy;

import java.util.List;
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

  /** The class that a floor is in. */
  static int loadClass(FloorSpace floor) {
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

  /** How many of some rows are of each kind of a subject; every one is looked at. */
  int[] count(Subject subject, Rows rows) {
    long[][] sets = sets(subject);
    int[] counts = new int[sets.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = rows.common(sets[i]);
    }
    return counts;
  }

  /**
   * How many rows are of each kind of a subject, where those of each {@link FacetKinds} are counted
   * already.
   *
   * @param byFacetKind see {@link Rows#byFacetKind}
   */
  int[] count(Subject subject, List<FacetKinds.FacetKind> facetKinds, int[] byFacetKind) {
    int[] counts = new int[sets(subject).length];
    for (int i = 0; i < byFacetKind.length; i++) {
      if (byFacetKind[i] > 0) {
        add(subject, facetKinds.get(i), byFacetKind[i], counts);
      }
    }
    return counts;
  }

  private static void add(Subject subject, FacetKinds.FacetKind kind, int rows, int[] counts) {
    switch (subject) {
      case LEVEL -> counts[kind.level()] += rows;
      case LOAD -> counts[kind.load()] += rows;
      case HAZARD -> addBits(kind.hazards(), rows, counts);
      default -> addBits(kind.industries(), rows, counts);
    }
  }

  private static void addBits(long bits, int rows, int[] counts) {
    for (long bit = bits; bit != 0; bit &= bit - 1) {
      counts[Long.numberOfTrailingZeros(bit)] += rows;
    }
  }

  private long[][] sets(Subject subject) {
    return switch (subject) {
      case LEVEL -> levels;
      case LOAD -> loads;
      case HAZARD -> hazards;
      case INDUSTRY -> industries;
      case ZONE, OTHER -> throw new IllegalArgumentException("Not counted by kind: " + subject);
    };
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
