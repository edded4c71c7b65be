package vn.khuxuong.maps.draw;

/** Arithmetic of pixels: alpha, red, green, blue in eight bits each, premultiplied with alpha. */
final class Blend {
  private static final int PAIR = 0x00ff00ff;
  private static final int HALF = 0x00800080;

  private static final int PIECE = 64;

  private static final int FRACTION = 24;
  private static final long HALF_OF_ONE = 1L << (FRACTION - 1);

  /** By alpha, what undoes its multiplication; rounded up, so that halves stay halves. */
  private static final long[] UNDO = new long[256];

  static {
    for (int alpha = 1; alpha < 256; alpha++) {
      UNDO[alpha] = ((255L << FRACTION) + alpha - 1) / alpha;
    }
  }

  private Blend() {}

  /** A colour with its red, green and blue multiplied with its alpha. */
  static int premultiplied(int argb) {
    return scaled(argb | 0xff000000, argb >>> 24);
  }

  /** All four parts times {@code share} / 255, rounded. */
  static int scaled(int pixel, int share) {
    int redBlue = (pixel & PAIR) * share + HALF;
    int alphaGreen = (pixel >>> 8 & PAIR) * share + HALF;
    redBlue = (redBlue + (redBlue >>> 8 & PAIR)) >>> 8 & PAIR;
    alphaGreen = alphaGreen + (alphaGreen >>> 8 & PAIR) & ~PAIR;
    return redBlue | alphaGreen;
  }

  /** One pixel laid over another. */
  static int over(int above, int below) {
    return above + scaled(below, 255 - (above >>> 24));
  }

  /** Undoes the multiplication of red, green and blue with alpha. */
  static int straight(int pixel) {
    int alpha = pixel >>> 24;
    if (alpha == 255 || alpha == 0) {
      return pixel;
    }
    int red = straight(pixel >>> 16 & 0xff, alpha);
    int green = straight(pixel >>> 8 & 0xff, alpha);
    int blue = straight(pixel & 0xff, alpha);
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  /**
   * Undoes the multiplication of the first pixels, in place. Those that are neither opaque nor
   * empty lie along edges, so they are looked for piece by piece, which vectors do fast.
   */
  static void straighten(int[] pixels, int count) {
    for (int from = 0; from < count; from += PIECE) {
      int end = Math.min(count, from + PIECE);
      int translucent = 0;
      for (int i = from; i < end; i++) {
        translucent |= (pixels[i] >>> 24) + 1 & 0xfe;
      }
      for (int i = translucent == 0 ? end : from; i < end; i++) {
        int pixel = pixels[i];
        if (((pixel >>> 24) + 1 & 0xfe) != 0) {
          pixels[i] = straight(pixel);
        }
      }
    }
  }

  /** 255 {@code part} / {@code alpha}, rounded, without the division, which is slow. */
  private static int straight(int part, int alpha) {
    return (int) ((Math.min(part, alpha) * UNDO[alpha] + HALF_OF_ONE) >>> FRACTION);
  }
}
