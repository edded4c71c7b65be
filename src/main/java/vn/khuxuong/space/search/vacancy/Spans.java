package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Some zones of a table, as few lines of neighbours as can be. */
final class Spans {
  private final Table table;

  /** In turns the place of a first zone and that after the last. */
  private final int[] ends;

  private Spans(Table table, int[] ends) {
    this.table = table;
    this.ends = ends;
  }

  /** Something done with words from one to before another. */
  interface Words {
    void each(int from, int until);
  }

  /** Something done with the zone at a place. */
  interface Zone {
    void each(int place, int from, int until);
  }

  static Spans all(Table table) {
    return new Spans(table, new int[] {0, table.zones().size()});
  }

  /** The zones at the places that satisfy a condition. */
  static Spans where(Table table, IntPredicate holds) {
    int[] ends = new int[table.zones().size() + 1];
    int count = 0;
    boolean in = false;
    for (int place = 0; place < table.zones().size(); place++) {
      if (holds.test(place) != in) {
        ends[count++] = place;
        in = !in;
      }
    }
    if (in) {
      ends[count++] = table.zones().size();
    }
    return new Spans(table, Arrays.copyOf(ends, count));
  }

  /** Whether no zone is left out. */
  boolean isAll() {
    return size() == table.words();
  }

  /** Number of words. */
  int size() {
    int size = 0;
    for (int i = 0; i < ends.length; i += 2) {
      size += table.firstWord(ends[i + 1]) - table.firstWord(ends[i]);
    }
    return size;
  }

  /** Every line of words, ascending. */
  void words(Words action) {
    for (int i = 0; i < ends.length; i += 2) {
      action.each(table.firstWord(ends[i]), table.firstWord(ends[i + 1]));
    }
  }

  /** Every zone with its words, by place. */
  void zones(Zone action) {
    for (int i = 0; i < ends.length; i += 2) {
      for (int place = ends[i]; place < ends[i + 1]; place++) {
        action.each(place, table.firstWord(place), table.firstWord(place + 1));
      }
    }
  }
}
