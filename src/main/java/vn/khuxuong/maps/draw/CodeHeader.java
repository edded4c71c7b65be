package vn.khuxuong.maps.draw;

import java.util.Arrays;

/** Writes the codes of a dynamic block before it (RFC 1951, 3.2.7). */
final class CodeHeader {
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final HuffmanCode lengthCode = new HuffmanCode(19, 7);
  private final int[] counts = new int[19];
  private final byte[] all = new byte[286 + 30];
  private final int[] runs = new int[286 + 30];

  /**
   * @param literals lengths of the words for literals and match lengths
   * @param distances lengths of the words for distances
   */
  void write(byte[] literals, byte[] distances, BitWriter out) {
    int used = distances.length;
    while (used > 1 && distances[used - 1] == 0) {
      used--;
    }
    int count = literals.length + used;
    System.arraycopy(literals, 0, all, 0, literals.length);
    System.arraycopy(distances, 0, all, literals.length, used);
    int found = runs(count);
    Arrays.fill(counts, 0);
    for (int i = 0; i < found; i++) {
      counts[runs[i] & 0xff]++;
    }
    lengthCode.make(counts);
    int sent = ORDER.length;
    while (sent > 4 && lengthCode.lengths()[ORDER[sent - 1]] == 0) {
      sent--;
    }
    out.bits(literals.length - 257, 5);
    out.bits(used - 1, 5);
    out.bits(sent - 4, 4);
    for (int i = 0; i < sent; i++) {
      out.bits(lengthCode.lengths()[ORDER[i]], 3);
    }
    for (int i = 0; i < found; i++) {
      int symbol = runs[i] & 0xff;
      out.word(lengthCode.word(symbol));
      if (symbol >= 16) {
        out.bits(runs[i] >>> 8, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
      }
    }
  }

  /** Symbols of the lengths, each with its extra bits from bit 8 on. */
  private int runs(int count) {
    int found = 0;
    int i = 0;
    while (i < count) {
      int same = 1;
      while (i + same < count && all[i + same] == all[i]) {
        same++;
      }
      int length = all[i];
      i += same;
      if (length != 0) {
        runs[found++] = length;
        same--;
        while (same >= 3) {
          int part = Math.min(6, same);
          runs[found++] = 16 | (part - 3) << 8;
          same -= part;
        }
      }
      while (length == 0 && same >= 3) {
        int part = Math.min(138, same);
        runs[found++] = part > 10 ? 18 | (part - 11) << 8 : 17 | (part - 3) << 8;
        same -= part;
      }
      while (same-- > 0) {
        runs[found++] = length;
      }
    }
    return found;
  }
}
