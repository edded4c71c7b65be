package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;

/** In which zones of a table there are rows of a kind, and what the zone calls it. */
final class KindPlaces {
  private final int[] firstOf;
  private final int[] places;
  private final int[] names;

  /**
   * Turns round what zones tell.
   *
   * @param kindOf by zone and its own name of the kind
   * @param kinds number of them
   */
  KindPlaces(int[][] kindOf, int kinds) {
    firstOf = new int[kinds + 1];
    for (int[] ofZone : kindOf) {
      for (int kind : ofZone) {
        firstOf[kind + 1]++;
      }
    }
    for (int kind = 0; kind < kinds; kind++) {
      firstOf[kind + 1] += firstOf[kind];
    }
    places = new int[firstOf[kinds]];
    names = new int[places.length];
    int[] next = Arrays.copyOf(firstOf, kinds);
    for (int place = 0; place < kindOf.length; place++) {
      for (int name = 0; name < kindOf[place].length; name++) {
        int entry = next[kindOf[place][name]]++;
        places[entry] = place;
        names[entry] = name;
      }
    }
  }

  /** First entry of a kind; of the number after the last the number of entries. */
  int first(int kind) {
    return firstOf[kind];
  }

  /** The zone of an entry, ascending within a kind. */
  int place(int entry) {
    return places[entry];
  }

  /** What the zone of an entry calls the kind. */
  int name(int entry) {
    return names[entry];
  }
}
