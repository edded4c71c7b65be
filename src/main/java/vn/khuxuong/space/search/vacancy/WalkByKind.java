package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;

/** Rows by a key that rows of one kind share, see {@link Kinds}: kind after kind. */
final class WalkByKind implements Walk {
  private final Rows found;
  private final Table table;
  private final KindPlaces places;
  private final double[] keys;

  /** Rows of one zone with one key. */
  private int[] rows = new int[64];

  private int count;

  /**
   * A walk.
   *
   * @param keys by kind of row; negative or not a number for those of which nothing can be found
   */
  WalkByKind(Rows found, double[] keys) {
    this.found = found;
    this.table = found.table();
    this.places = table.kindPlaces();
    this.keys = keys;
  }

  @Override
  public void each(Taker taker) {
    double key = next(Double.NEGATIVE_INFINITY);
    while (key < Double.POSITIVE_INFINITY && all(key, taker)) {
      key = next(key);
    }
  }

  /** The least key above another; infinite where there is none. */
  private double next(double last) {
    double next = Double.POSITIVE_INFINITY;
    for (double key : keys) {
      if (key >= 0 && key > last && key < next) {
        next = key;
      }
    }
    return next;
  }

  /** All rows with a key, zone after zone; false where no more are wanted. */
  private boolean all(double key, Taker taker) {
    int[] kinds = new int[keys.length];
    int[] entries = new int[keys.length];
    int size = 0;
    for (int kind = 0; kind < keys.length; kind++) {
      if (keys[kind] == key) {
        kinds[size] = kind;
        entries[size++] = places.first(kind);
      }
    }
    int place = place(kinds, entries, size);
    while (place < table.zones().size()) {
      count = 0;
      for (int i = 0; i < size; i++) {
        int end = places.first(kinds[i] + 1);
        for (; entries[i] < end && places.place(entries[i]) == place; entries[i]++) {
          collect(place, places.name(entries[i]));
        }
      }
      if (!hand(place, key, taker)) {
        return false;
      }
      place = place(kinds, entries, size);
    }
    return true;
  }

  /** The first zone of those that come next; the number of zones where none is left. */
  private int place(int[] kinds, int[] entries, int size) {
    int first = table.zones().size();
    for (int i = 0; i < size; i++) {
      if (entries[i] < places.first(kinds[i] + 1)) {
        first = Math.min(first, places.place(entries[i]));
      }
    }
    return first;
  }

  private void collect(int place, int kind) {
    int offset = table.firstWord(place) << 6;
    table
        .zone(place)
        .kinds()
        .each(
            kind,
            row -> {
              if (Bits.has(found.words(), offset + row)) {
                if (count == rows.length) {
                  rows = Arrays.copyOf(rows, 2 * count);
                }
                rows[count++] = row;
              }
            });
  }

  private boolean hand(int place, double key, Taker taker) {
    Arrays.sort(rows, 0, count);
    for (int i = 0; i < count; i++) {
      if (!taker.take(place, rows[i], key)) {
        return false;
      }
    }
    return true;
  }
}
