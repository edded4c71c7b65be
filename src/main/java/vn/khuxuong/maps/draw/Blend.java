package vn.khuxuong.maps.draw;

/** Arithmetic of pixels: alpha, red, green, blue in eight bits each, premultiplied with alpha. */
final class Blend {
  private static final int PAIR = 0x00ff00ff;
  private static final int HALF = 0x00800080;

  /** What a part was before it was multiplied, by alpha and part: divisions are slow. */
  private static final byte[] STRAIGHT = new byte[1 << 16];

  static {
    for (int alpha = 1; alpha < 256; alpha++) {
      for (int part = 0; part < 256; part++) {
        STRAIGHT[(alpha << 8) | part] = (byte) Math.min(255, (part * 255 + alpha / 2) / alpha);
      }
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
    int row = alpha << 8;
    int red = STRAIGHT[row | (pixel >>> 16 & 0xff)] & 0xff;
    int green = STRAIGHT[row | (pixel >>> 8 & 0xff)] & 0xff;
    int blue = STRAIGHT[row | (pixel & 0xff)] & 0xff;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}
