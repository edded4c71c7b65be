package vn.khuxuong.space.search.vacancy;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Sets of row numbers as bits of an array; all sets of one zone have the same length. */
final class Bits {
  private Bits() {}

  /** No row of {@code size}. */
  static long[] none(int size) {
    return new long[(size + 63) >>> 6];
  }

  /** The rows that satisfy a condition. */
  static long[] where(int size, IntPredicate condition) {
    long[] bits = none(size);
    for (int row = 0; row < size; row++) {
      if (condition.test(row)) {
        set(bits, row);
      }
    }
    return bits;
  }

  static void set(long[] bits, int row) {
    bits[row >>> 6] |= 1L << row;
  }

  static boolean has(long[] bits, int row) {
    return (bits[row >>> 6] & (1L << row)) != 0;
  }

  /** Sets the rows from one to before another. */
  static void setRange(long[] bits, int from, int until) {
    for (int row = from; row < until; row++) {
      set(bits, row);
    }
  }

  /** Adds others to {@code bits}. */
  static void add(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= others[i];
    }
  }

  /** Leaves in {@code bits} only rows that satisfy a condition. */
  static void keepWhere(long[] bits, IntPredicate condition) {
    for (int i = 0; i < bits.length; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        if (!condition.test((i << 6) + Long.numberOfTrailingZeros(word))) {
          bits[i] &= ~Long.lowestOneBit(word);
        }
      }
    }
  }

  /** Leaves in {@code bits} only what is in {@code others} as well. */
  static void keep(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= others[i];
    }
  }

  static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many are in both. */
  static int common(long[] some, long[] others) {
    int count = 0;
    for (int i = 0; i < some.length; i++) {
      count += Long.bitCount(some[i] & others[i]);
    }
    return count;
  }

  static boolean isEmpty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Every row of the set, ascending. */
  static void each(long[] bits, IntConsumer action) {
    for (int i = 0; i < bits.length; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        action.accept((i << 6) + Long.numberOfTrailingZeros(word));
      }
    }
  }
}
