package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some rows of a table. For one thread. */
final class Rows {
  private final Table table;
  private final Spans spans;
  private final long[] words;
  private int known = -1;

  /**
   * Rows that are found already.
   *
   * @param spans zones outside which there are none
   * @param words the set; not changed any more
   */
  Rows(Table table, Spans spans, long[] words) {
    this.table = table;
    this.spans = spans;
    this.words = words;
  }

  Table table() {
    return table;
  }

  Spans spans() {
    return spans;
  }

  long[] words() {
    return words;
  }

  /** How many there are. */
  int count() {
    if (known < 0) {
      int[] count = new int[1];
      spans.words((from, until) -> count[0] += Bits.count(words, from, until));
      known = count[0];
    }
    return known;
  }

  /** How many there are in the zone at a place. */
  int count(int place) {
    return Bits.count(words, table.firstWord(place), table.firstWord(place + 1));
  }

  /**
   * How many there are of each of {@link Table#facetKinds}.
   *
   * @param without rows that do not count; null for none
   */
  int[] byFacetKind(long @Nullable [] without) {
    int[] counts = new int[table.facetKinds().size()];
    spans.zones(
        (place, from, until) ->
            table
                .zone(place)
                .facetKinds()
                .count(words, without, from, until, table.facetKindsOf(place), counts));
    return counts;
  }

  /** How many are in another set too; none are in that which is null. */
  int common(long @Nullable [] others) {
    if (others == null) {
      return 0;
    }
    int[] count = new int[1];
    spans.words((from, until) -> count[0] += Bits.common(words, others, from, until));
    return count[0];
  }

  /** The rows of one zone, numbered as there. */
  long[] of(int place) {
    return Arrays.copyOfRange(words, table.firstWord(place), table.firstWord(place + 1));
  }

  /** Every zone in which there are some, with its words. */
  void zones(Spans.Zone action) {
    spans.zones(
        (place, from, until) -> {
          if (!Bits.isEmpty(words, from, until)) {
            action.each(place, from, until);
          }
        });
  }

  /** Something done with a row of a zone. */
  interface Row {
    void each(ZoneIndex zone, int row);
  }

  /** Every row, by place. */
  void each(Row action) {
    spans.zones(
        (place, from, until) -> {
          ZoneIndex zone = table.zone(place);
          Bits.each(words, from, until, row -> action.each(zone, row));
        });
  }
}
