package vn.khuxuong.space.search.vacancy;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The rows of a zone by a figure that takes few values, such as the load of their floors. */
final class ValueSets {
  private final int size;
  private final double[] values;
  private final long[][] rows;

  private ValueSets(int size, double[] values, long[][] rows) {
    this.size = size;
    this.values = values;
    this.rows = rows;
  }

  /** Looks at the figure of every row once. */
  static ValueSets of(int size, IntToDoubleFunction figure) {
    double[] all = new double[size];
    Arrays.setAll(all, figure);
    double[] values = Arrays.stream(all).sorted().distinct().toArray();
    long[][] rows = new long[values.length][];
    for (int i = 0; i < values.length; i++) {
      rows[i] = Bits.none(size);
    }
    for (int row = 0; row < size; row++) {
      Bits.set(rows[Arrays.binarySearch(values, all[row])], row);
    }
    return new ValueSets(size, values, rows);
  }

  /**
   * Rows whose figure is within a limit, which counts as within.
   *
   * @param least whether the limit is the least that will do, else the most
   */
  long[] rows(boolean least, double limit) {
    long[] found = Bits.none(size);
    for (int i = 0; i < values.length; i++) {
      if (least ? values[i] >= limit : values[i] <= limit) {
        Bits.add(found, rows[i]);
      }
    }
    return found;
  }
}
