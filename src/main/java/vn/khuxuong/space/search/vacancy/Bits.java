package vn.khuxuong.space.search.vacancy;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Sets of row numbers as bits of an array, 64 rows a word. */
final class Bits {
  private static final int WORD = 64;

  private Bits() {}

  /** Words that hold so many rows. */
  static int words(int size) {
    return (size + WORD - 1) >>> 6;
  }

  /** No row of {@code size}. */
  static long[] none(int size) {
    return new long[words(size)];
  }

  static void set(long[] bits, int row) {
    bits[row >>> 6] |= 1L << row;
  }

  static boolean has(long[] bits, int row) {
    return (bits[row >>> 6] & (1L << row)) != 0;
  }

  /** Sets the rows from one to before another. */
  static void setRange(long[] bits, int from, int until) {
    if (from >= until) {
      return;
    }
    int first = from >>> 6;
    int last = (until - 1) >>> 6;
    long head = -1L << from;
    long tail = -1L >>> -until;
    if (first == last) {
      bits[first] |= head & tail;
      return;
    }
    bits[first] |= head;
    for (int i = first + 1; i < last; i++) {
      bits[i] = -1L;
    }
    bits[last] |= tail;
  }

  /** Takes out the rows from one to before another, counted from the first row of a word. */
  static void clearRange(long[] bits, int word, int from, int until) {
    int first = word + (from >>> 6);
    int last = word + ((until - 1) >>> 6);
    long head = -1L << from;
    long tail = -1L >>> -until;
    if (first == last) {
      bits[first] &= ~(head & tail);
      return;
    }
    bits[first] &= ~head;
    for (int i = first + 1; i < last; i++) {
      bits[i] = 0;
    }
    bits[last] &= ~tail;
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

  /** Leaves in some words of {@code bits} only what is in {@code others} as well. */
  static void keep(long[] bits, long[] others, int from, int until) {
    for (int i = from; i < until; i++) {
      bits[i] &= others[i];
    }
  }

  static int count(long[] bits) {
    return count(bits, 0, bits.length);
  }

  /** How many are in some words. */
  static int count(long[] bits, int from, int until) {
    int count = 0;
    for (int i = from; i < until; i++) {
      count += Long.bitCount(bits[i]);
    }
    return count;
  }

  /** How many in some words are in both. */
  static int common(long[] some, long[] others, int from, int until) {
    int count = 0;
    for (int i = from; i < until; i++) {
      count += Long.bitCount(some[i] & others[i]);
    }
    return count;
  }

  static boolean isEmpty(long[] bits, int from, int until) {
    for (int i = from; i < until; i++) {
      if (bits[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Every row of the set, ascending. */
  static void each(long[] bits, IntConsumer action) {
    each(bits, 0, bits.length, action);
  }

  /** Every row in some words, ascending, counted from the first of these words. */
  static void each(long[] bits, int from, int until, IntConsumer action) {
    for (int i = from; i < until; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        action.accept(((i - from) << 6) + Long.numberOfTrailingZeros(word));
      }
    }
  }
}
