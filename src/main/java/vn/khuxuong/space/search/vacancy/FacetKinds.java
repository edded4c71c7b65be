package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a zone by all that is counted beside the list: level, load class, hazard classes and
 * lines of business. There are few such kinds, so where few rows are found their kinds are counted
 * and every count beside the list is a sum of these.
 */
final class FacetKinds {

  /**
   * What floors are told apart by.
   *
   * @param level at most {@link ZoneIndex#MOST_LEVELS}
   * @param load class, see {@link Facets#LOAD_CLASSES}
   * @param hazards as bits, see {@link FloorSpace}
   * @param industries likewise
   */
  record FacetKind(int level, int load, int hazards, long industries) {
    static FacetKind of(FloorSpace floor) {
      return new FacetKind(
          Math.min(floor.level(), ZoneIndex.MOST_LEVELS),
          Facets.loadClass(floor),
          floor.hazards(),
          floor.industries());
    }
  }

  private final List<FacetKind> facetKinds = new ArrayList<>();

  /** By row, the place in the list. */
  private final Column kindOf;

  FacetKinds(ZoneIndex zone) {
    int[] ofRow = new int[zone.size()];
    Map<FacetKind, Integer> known = new HashMap<>();
    for (int floor = 0; floor < zone.floors(); floor++) {
      int first = zone.firstRow(floor);
      int end = zone.firstRow(floor + 1);
      if (first < end) {
        FacetKind kind = FacetKind.of(zone.floor(floor));
        int number = known.computeIfAbsent(kind, any -> known.size());
        if (number == facetKinds.size()) {
          facetKinds.add(kind);
        }
        Arrays.fill(ofRow, first, end, number);
      }
    }
    kindOf = Column.of(ofRow, facetKinds.size());
  }

  /** Each once. */
  List<FacetKind> list() {
    return facetKinds;
  }

  /**
   * Counts some rows by kind.
   *
   * @param words set that has this zone's rows from one word to before another
   * @param without likewise rows that do not count; null for none
   * @param numbers of the kinds of {@link #list} among {@code counts}
   * @param counts what is added to
   */
  void count(
      long[] words, long @Nullable [] without, int from, int until, int[] numbers, int[] counts) {
    kindOf.count(words, without, from, until, numbers, counts);
  }
}
