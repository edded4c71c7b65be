package vn.khuxuong.space.search.vacancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a zone by what their floors bear, how high these are, how large the rows are and
 * which areas can be taken of them. A zone has few kinds of floors, so sums and how well a need is
 * met are worked out from the kinds: one narrow column is read and not many wide ones.
 */
final class Kinds {
  /** What floors are told apart by. */
  record Grade(double loadKnM2, double pointLoadKn, double clearHeightM) {
    static Grade of(FloorSpace floor) {
      return new Grade(floor.loadKnM2(), floor.pointLoadKn(), floor.clearHeightM());
    }
  }

  private record Kind(int grade, int shape, int bays, double areaM2) {}

  private static final double HUNDREDTHS = 100;

  /** In {@link #sizes}: hundredths of a m² below, bays above. */
  private static final int BAYS_SHIFT = 40;

  private static final long AREA_BITS = (1L << BAYS_SHIFT) - 1;

  private final List<FloorSpace> examples = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  /** Of each row. */
  private final Column kindOf;

  /** Of a row of each kind. */
  private final long[] sizes;

  /** The rows, kind after kind, each ascending; and where each kind begins. */
  private final int[] byKind;

  private final int[] firstOf;

  Kinds(ZoneIndex zone) {
    int[] ofRow = new int[zone.size()];
    Map<Grade, Integer> grades = new HashMap<>();
    Map<Kind, Integer> known = new HashMap<>();
    for (int row = 0; row < ofRow.length; row++) {
      FloorSpace floor = zone.floorAt(row);
      int grade = grades.computeIfAbsent(Grade.of(floor), any -> grades.size());
      if (grade == examples.size()) {
        examples.add(floor);
      }
      int shape = zone.areas().shapeOf(row);
      Kind kind = new Kind(grade, shape, zone.bayCount(row), zone.areaM2(row));
      ofRow[row] = known.computeIfAbsent(kind, any -> known.size());
      if (ofRow[row] == kinds.size()) {
        kinds.add(kind);
      }
    }
    kindOf = Column.of(ofRow, kinds.size());
    sizes = kinds.stream().mapToLong(Kinds::size).toArray();
    firstOf = new int[kinds.size() + 1];
    for (int kind : ofRow) {
      firstOf[kind + 1]++;
    }
    for (int kind = 0; kind < kinds.size(); kind++) {
      firstOf[kind + 1] += firstOf[kind];
    }
    byKind = new int[ofRow.length];
    int[] next = firstOf.clone();
    for (int row = 0; row < ofRow.length; row++) {
      byKind[next[ofRow[row]]++] = row;
    }
  }

  private static long size(Kind kind) {
    return ((long) kind.bays() << BAYS_SHIFT) + Math.round(kind.areaM2() * HUNDREDTHS);
  }

  /**
   * Bays and area of some rows together.
   *
   * @param words set that has this zone's rows from one word to before another
   * @param without likewise rows that do not count; null for none
   */
  Amount amount(long[] words, long @Nullable [] without, int from, int until) {
    long sum = kindOf.sum(words, without, from, until, sizes);
    return new Amount((int) (sum >>> BAYS_SHIFT), (sum & AREA_BITS) / HUNDREDTHS);
  }

  /** Does something with every row of a kind, ascending. */
  void each(int kind, IntConsumer action) {
    for (int i = firstOf[kind]; i < firstOf[kind + 1]; i++) {
      action.accept(byKind[i]);
    }
  }

  /** A floor of each grade. */
  List<FloorSpace> examples() {
    return examples;
  }

  /** Number of kinds. */
  int size() {
    return kinds.size();
  }

  /** The kind of a row, from 0. */
  int of(int row) {
    return kindOf.get(row);
  }

  /** The grade of the floors of a kind, as the place of its example. */
  int grade(int kind) {
    return kinds.get(kind).grade();
  }

  /** The shape of the rows of a kind, see {@link AreaShapes}. */
  int shape(int kind) {
    return kinds.get(kind).shape();
  }
}
