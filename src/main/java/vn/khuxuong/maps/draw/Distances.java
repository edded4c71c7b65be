package vn.khuxuong.maps.draw;

/**
 * How far back matches may reach in a picture that is packed: to the pixel on the left, the one
 * above, and, where there are hatches, the ones diagonally above and one tile of a hatch to the
 * left. Each has its code in DEFLATE (RFC 1951, 3.2.5).
 */
final class Distances {
  static final int LEFT = 0;
  static final int ABOVE = 1;
  static final int LEFT_ABOVE = 2;
  static final int RIGHT_ABOVE = 3;

  /** The first of those to the tiles of hatches. */
  static final int TILES = 4;

  static final int MOST = 12;

  private final int[] pixels = new int[MOST];
  private final int[] codes = new int[MOST];
  private final int[] bits = new int[MOST];
  private final int[] bitCounts = new int[MOST];
  private int count;

  /**
   * @param periods widths of the tiles of hatches, pixels; more than there is room for are left out
   */
  void set(int width, int bytesPerPixel, int[] periods) {
    count = 0;
    add(1, bytesPerPixel);
    add(width, 1 + bytesPerPixel * width);
    if (width <= 2) {
      return;
    }
    add(width + 1, 1 + bytesPerPixel * (width + 1));
    add(width - 1, 1 + bytesPerPixel * (width - 1));
    for (int period : periods) {
      if (count < MOST && period < width && period > 1) {
        add(period, bytesPerPixel * period);
      }
    }
  }

  private void add(int back, int bytes) {
    pixels[count] = back;
    if (bytes <= 4) {
      codes[count] = bytes - 1;
      bits[count] = 0;
      bitCounts[count] = 0;
    } else {
      int high = 31 - Integer.numberOfLeadingZeros(bytes - 1);
      bitCounts[count] = high - 1;
      codes[count] = 2 * high + ((bytes - 1) >>> (high - 1) & 1);
      bits[count] = (bytes - 1) & ((1 << (high - 1)) - 1);
    }
    count++;
  }

  int count() {
    return count;
  }

  /** How many pixels back. */
  int pixels(int distance) {
    return pixels[distance];
  }

  int code(int distance) {
    return codes[distance];
  }

  /** What is written after the code. */
  int bits(int distance) {
    return bits[distance];
  }

  int bitCount(int distance) {
    return bitCounts[distance];
  }
}
