package vn.khuxuong.space.search.vacancy;

import org.jspecify.annotations.Nullable;

/**
 * Whole numbers, none negative, one after the other, in as few bytes each as hold the largest:
 * hundreds of thousands are read for a search, and what is read decides how long it takes.
 */
final class Column {
  private static final int BYTES = 1 << Byte.SIZE;
  private static final int CHARS = 1 << Character.SIZE;
  private static final int OBJECT_BYTES = 48;

  private final byte @Nullable [] bytes;
  private final char @Nullable [] chars;
  private final int @Nullable [] ints;

  private Column(byte @Nullable [] bytes, char @Nullable [] chars, int @Nullable [] ints) {
    this.bytes = bytes;
    this.chars = chars;
    this.ints = ints;
  }

  /**
   * Copies numbers.
   *
   * @param end more than any of them
   */
  static Column of(int[] numbers, int end) {
    int count = numbers.length;
    if (end <= BYTES) {
      byte[] narrow = new byte[count];
      for (int i = 0; i < count; i++) {
        narrow[i] = (byte) numbers[i];
      }
      return new Column(narrow, null, null);
    }
    if (end <= CHARS) {
      char[] narrow = new char[count];
      for (int i = 0; i < count; i++) {
        narrow[i] = (char) numbers[i];
      }
      return new Column(null, narrow, null);
    }
    return new Column(null, null, numbers.clone());
  }

  /** The number at a place. */
  int get(int place) {
    if (bytes != null) {
      return bytes[place] & 0xff;
    }
    return chars != null ? chars[place] : ints[place];
  }

  /**
   * Adds up what stands for the numbers at the places of a set.
   *
   * @param words set whose places begin with that at a word
   * @param without places that do not count; null for none
   * @param values by number
   */
  long sum(long[] words, long @Nullable [] without, int from, int until, long[] values) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      int first = (i - from) << 6;
      long left = without == null ? words[i] : words[i] & ~without[i];
      if (bytes != null) {
        for (long word = left; word != 0; word &= word - 1) {
          sum += values[bytes[first + Long.numberOfTrailingZeros(word)] & 0xff];
        }
      } else {
        for (long word = left; word != 0; word &= word - 1) {
          sum += values[get(first + Long.numberOfTrailingZeros(word))];
        }
      }
    }
    return sum;
  }

  /**
   * Counts how often each number is at the places of a set, as {@link #sum}.
   *
   * @param places of the numbers among {@code counts}
   * @param counts what is added to
   */
  void count(
      long[] words, long @Nullable [] without, int from, int until, int[] places, int[] counts) {
    for (int i = from; i < until; i++) {
      int first = (i - from) << 6;
      long left = without == null ? words[i] : words[i] & ~without[i];
      if (bytes != null) {
        for (long word = left; word != 0; word &= word - 1) {
          counts[places[bytes[first + Long.numberOfTrailingZeros(word)] & 0xff]]++;
        }
      } else {
        for (long word = left; word != 0; word &= word - 1) {
          counts[places[get(first + Long.numberOfTrailingZeros(word))]]++;
        }
      }
    }
  }

  /** How much memory it takes. */
  int memory() {
    int content =
        bytes != null
            ? bytes.length
            : chars != null ? Character.BYTES * chars.length : Integer.BYTES * ints.length;
    return OBJECT_BYTES + content;
  }
}
