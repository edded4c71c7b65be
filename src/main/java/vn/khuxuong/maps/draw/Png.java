package vn.khuxuong.maps.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files (ISO/IEC 15948). Flat colours with sharp edges pack best unfiltered, and fast
 * compression costs a map a tenth more bytes than the best for half the time.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private record Size(int width, int height) {}

  private static final Cache<Size, byte[]> EMPTY =
      Caffeine.newBuilder()
          .maximumWeight(4 << 20)
          .weigher((Size size, byte[] png) -> png.length)
          .build();

  private Png() {}

  /** A picture with nothing on it, transparent. The array is shared: it must not be changed. */
  static byte[] empty(int width, int height) {
    return EMPTY.get(
        new Size(width, height), size -> encode(width, height, new int[width * height], false));
  }

  /**
   * @param pixels row by row, alpha, red, green, blue, premultiplied
   * @param opaque whether alpha may be left out
   */
  static byte[] encode(int width, int height, int[] pixels, boolean opaque) {
    ByteArrayOutputStream png = new ByteArrayOutputStream(width * height / 8 + 1024);
    png.writeBytes(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) 8)
            .put((byte) (opaque ? RGB : RGBA))
            .array();
    chunk(png, "IHDR", header, header.length);
    data(png, width, height, pixels, opaque);
    chunk(png, "IEND", new byte[0], 0);
    return png.toByteArray();
  }

  private static void data(
      ByteArrayOutputStream png, int width, int height, int[] pixels, boolean opaque) {
    int bytesPerPixel = opaque ? 3 : 4;
    byte[] row = new byte[1 + width * bytesPerPixel];
    byte[] packed = new byte[1 << 16];
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      int filled = 0;
      for (int y = 0; y <= height; y++) {
        if (y < height) {
          row(pixels, y * width, width, opaque, row);
          deflater.setInput(row);
        } else {
          deflater.finish();
        }
        while (!(y < height ? deflater.needsInput() : deflater.finished())) {
          filled += deflater.deflate(packed, filled, packed.length - filled);
          if (filled == packed.length) {
            chunk(png, "IDAT", packed, filled);
            filled = 0;
          }
        }
      }
      chunk(png, "IDAT", packed, filled);
    } finally {
      deflater.end();
    }
  }

  private static void row(int[] pixels, int from, int width, boolean opaque, byte[] row) {
    int at = 1;
    for (int i = from; i < from + width; i++) {
      int pixel = opaque ? pixels[i] : straight(pixels[i]);
      row[at++] = (byte) (pixel >>> 16);
      row[at++] = (byte) (pixel >>> 8);
      row[at++] = (byte) pixel;
      if (!opaque) {
        row[at++] = (byte) (pixel >>> 24);
      }
    }
  }

  /** Undoes the multiplication of red, green and blue with alpha. */
  static int straight(int pixel) {
    int alpha = pixel >>> 24;
    if (alpha == 255 || alpha == 0) {
      return pixel;
    }
    int half = alpha / 2;
    int red = Math.min(255, ((pixel >>> 16 & 0xff) * 255 + half) / alpha);
    int green = Math.min(255, ((pixel >>> 8 & 0xff) * 255 + half) / alpha);
    int blue = Math.min(255, ((pixel & 0xff) * 255 + half) / alpha);
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] data, int length) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(type);
    crc.update(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    png.writeBytes(type);
    png.write(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
