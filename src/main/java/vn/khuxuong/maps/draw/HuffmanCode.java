package vn.khuxuong.maps.draw;

import java.util.Arrays;

/**
 * A canonical Huffman code of DEFLATE (RFC 1951, 3.2.2), none of its words longer than a limit. The
 * arrays are used again for the next code.
 */
final class HuffmanCode {
  private final int most;
  private final long[] sorted;
  private final int[] weights;
  private final int[] parents;
  private final int[] depths;
  private final byte[] lengths;
  private final int[] words;

  /**
   * @param symbols how many there are at most
   * @param most bits of the longest word
   */
  HuffmanCode(int symbols, int most) {
    this.most = most;
    this.sorted = new long[symbols];
    this.weights = new int[2 * symbols];
    this.parents = new int[2 * symbols];
    this.depths = new int[2 * symbols];
    this.lengths = new byte[symbols];
    this.words = new int[symbols];
  }

  /** Bits of each symbol's word, 0 for a symbol that does not occur. */
  byte[] lengths() {
    return lengths;
  }

  /** A symbol's word as it is written, its first bit lowest, with its length from bit 16 on. */
  int word(int symbol) {
    return words[symbol];
  }

  /**
   * Makes the code.
   *
   * @param counts how often each symbol occurs; at least two must
   */
  void make(int[] counts) {
    int used = 0;
    for (int i = 0; i < lengths.length; i++) {
      if (counts[i] > 0) {
        sorted[used++] = (long) counts[i] << 16 | i;
      }
    }
    if (used < 2) {
      throw new IllegalArgumentException("a code of " + used + " symbols");
    }
    Arrays.sort(sorted, 0, used);
    tree(used);
    int[] perLength = limited(used);
    Arrays.fill(lengths, (byte) 0);
    int rarest = 0;
    for (int length = most; length > 0; length--) {
      for (int i = 0; i < perLength[length]; i++) {
        lengths[(int) (sorted[rarest++] & 0xffff)] = (byte) length;
      }
    }
    words(perLength);
  }

  /** Depths of the leaves, which are sorted by weight: two queues, always the lighter ones next. */
  private void tree(int used) {
    for (int i = 0; i < used; i++) {
      weights[i] = (int) Math.min(Integer.MAX_VALUE / 4, sorted[i] >>> 16);
    }
    int leaf = 0;
    int inner = used;
    int nodes = 2 * used - 1;
    for (int node = used; node < nodes; node++) {
      int weight = 0;
      for (int k = 0; k < 2; k++) {
        boolean takeLeaf = leaf < used && (inner >= node || weights[leaf] <= weights[inner]);
        int child = takeLeaf ? leaf++ : inner++;
        weight = Math.min(Integer.MAX_VALUE / 4, weight + weights[child]);
        parents[child] = node;
      }
      weights[node] = weight;
    }
    depths[nodes - 1] = 0;
    for (int node = nodes - 2; node >= 0; node--) {
      depths[node] = depths[parents[node]] + 1;
    }
  }

  /**
   * How many words there are of each length. Words that would be too long get the longest length;
   * for each two of them, one shorter word is made longer until all fit again.
   */
  private int[] limited(int used) {
    int[] perLength = new int[most + 1];
    for (int i = 0; i < used; i++) {
      perLength[Math.min(most, depths[i])]++;
    }
    long room = 0;
    for (int length = 1; length <= most; length++) {
      room += (long) perLength[length] << (most - length);
    }
    while (room > 1L << most) {
      int length = most - 1;
      while (perLength[length] == 0) {
        length--;
      }
      perLength[length]--;
      perLength[length + 1] += 2;
      perLength[most]--;
      room--;
    }
    return perLength;
  }

  private void words(int[] perLength) {
    int[] next = new int[most + 2];
    for (int length = 1; length <= most; length++) {
      next[length + 1] = (next[length] + perLength[length]) << 1;
    }
    for (int i = 0; i < lengths.length; i++) {
      int length = lengths[i];
      words[i] =
          length == 0
              ? 0
              : Integer.reverse(next[length]++) >>> (Integer.SIZE - length) | length << 16;
    }
  }
}
