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

  /** How much memory it takes. */
  int memory() {
    int content =
        bytes != null
            ? bytes.length
            : chars != null ? Character.BYTES * chars.length : Integer.BYTES * ints.length;
    return OBJECT_BYTES + content;
  }
}
