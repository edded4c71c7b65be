package vn.khuxuong.maps.draw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files (ISO/IEC 15948) some rows at a time. Rows are not filtered: maps have flat
 * colours with sharp edges, which filters only blur. Belongs to one thread.
 */
final class PngWriter {
  /** Red, green, blue. */
  static final int RGB = 2;

  /** Numbers of colours in a palette. */
  static final int PALETTE = 3;

  /** Red, green, blue, alpha. */
  static final int RGBA = 6;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int[] NONE = {};
  private static final int KEPT = 1 << 22;
  private static final VarHandle INT_LE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final BitWriter out = new BitWriter();
  private final PixelDeflate deflate = new PixelDeflate();
  private final Adler32 adler = new Adler32();
  private final CRC32 crc = new CRC32();
  private byte[] row = new byte[4];
  private int[] turned = new int[0];
  private IntBuffer rowOfInts = IntBuffer.allocate(0);
  private int width;
  private int rowsLeft;
  private int bytesPerPixel;
  private boolean begun;

  /**
   * Begins a file.
   *
   * @param colourType {@link #RGB}, {@link #RGBA} or {@link #PALETTE}
   */
  void begin(int width, int height, int colourType) {
    begin(width, height, colourType, NONE);
  }

  /**
   * Begins a file of a picture with hatches.
   *
   * @param periods widths of their tiles, pixels
   */
  void begin(int width, int height, int colourType, int[] periods) {
    this.width = width;
    this.rowsLeft = height;
    this.bytesPerPixel = colourType == RGBA ? 4 : colourType == RGB ? 3 : 1;
    this.begun = false;
    out.clear();
    out.write(SIGNATURE, SIGNATURE.length);
    int at = beginChunk("IHDR");
    out.integer(width);
    out.integer(height);
    out.bits(8, 8);
    out.bits(colourType, 8);
    out.bits(0, 24);
    endChunk(at);
    adler.reset();
    deflate.begin(width, bytesPerPixel, periods);
    int bytes = 1 + width * bytesPerPixel;
    if (row.length < bytes + 4 || turned.length < width) {
      row = new byte[bytes + 4];
      turned = new int[width];
      rowOfInts =
          ByteBuffer.wrap(row, 1, bytes + 3).slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    }
  }

  /**
   * Writes the palette, before any rows.
   *
   * @param colours not premultiplied, those that are not opaque first
   */
  void palette(int[] colours) {
    int at = beginChunk("PLTE");
    int translucent = 0;
    for (int colour : colours) {
      out.bits(Integer.reverseBytes(colour << 8), 24);
      translucent += colour >>> 24 == 255 ? 0 : 1;
    }
    endChunk(at);
    if (translucent > 0) {
      at = beginChunk("tRNS");
      for (int i = 0; i < translucent; i++) {
        out.bits(colours[i] >>> 24, 8);
      }
      endChunk(at);
    }
  }

  /**
   * Writes the next rows.
   *
   * @param pixels premultiplied alpha, red, green, blue, or numbers of colours; may hold more. The
   *     multiplication is undone in place
   */
  void rows(int[] pixels, int count) {
    if (bytesPerPixel == 4) {
      Blend.straighten(pixels, width * count);
    }
    rowsLeft -= count;
    boolean last = rowsLeft == 0;
    int at = beginChunk("IDAT");
    if (1 + width * bytesPerPixel > PixelDeflate.LONGEST_ROW) {
      wide(pixels, count, last);
    } else {
      if (!begun) {
        out.bits(0x0178, 16); // zlib, 32 KB window, fast
      }
      deflate.rows(pixels, count, last, out);
      check(pixels, count);
      if (last) {
        out.align();
        out.integer((int) adler.getValue());
      }
    }
    begun = true;
    endChunk(at);
  }

  private void check(int[] pixels, int count) {
    int bytes = 1 + width * bytesPerPixel;
    for (int y = 0; y < count; y++) {
      int from = y * width;
      boolean again =
          y > 0 && Arrays.equals(pixels, from, from + width, pixels, from - width, from);
      if (!again) {
        bytes(pixels, from);
      }
      adler.update(row, 0, bytes);
    }
  }

  /** A row as it stands in the file, after the zero for "not filtered". */
  private void bytes(int[] pixels, int from) {
    if (bytesPerPixel == 1) {
      for (int i = 0; i < width; i++) {
        row[1 + i] = (byte) pixels[from + i];
      }
      return;
    }
    // Red lowest, so that the bytes of a little-endian number come in the file's order.
    for (int i = 0; i < width; i++) {
      turned[i] = turned(pixels[from + i]);
    }
    if (bytesPerPixel == 4) {
      rowOfInts.put(0, turned, 0, width);
      return;
    }
    int at = 1;
    for (int i = 0; i < width; i++) {
      INT_LE.set(row, at, turned[i]);
      at += 3;
    }
  }

  private static int turned(int argb) {
    return (argb & 0xff00ff00) | (argb >>> 16 & 0xff) | (argb & 0xff) << 16;
  }

  /** Rows over which the usual distances do not reach: by zlib, all in one piece. */
  private void wide(int[] pixels, int count, boolean last) {
    if (begun || !last) {
      throw new IllegalArgumentException("a picture this wide is written at once");
    }
    Deflater zlib = new Deflater(Deflater.BEST_SPEED);
    byte[] packed = new byte[1 << 16];
    for (int y = 0; y <= count; y++) {
      if (y < count) {
        bytes(pixels, y * width);
        zlib.setInput(row, 0, 1 + width * bytesPerPixel);
      } else {
        zlib.finish();
      }
      while (!(y < count ? zlib.needsInput() : zlib.finished())) {
        out.write(packed, zlib.deflate(packed));
      }
    }
    zlib.end();
  }

  /** Ends the file and hands it out. */
  byte[] end() {
    if (rowsLeft != 0) {
      throw new IllegalStateException(rowsLeft + " rows are missing");
    }
    endChunk(beginChunk("IEND"));
    byte[] file = out.copy();
    out.shrink(KEPT);
    return file;
  }

  private int beginChunk(String name) {
    // Bits that do not fill a byte yet belong to the chunk that comes.
    out.integer(0);
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    out.write(type, type.length);
    return out.size();
  }

  private void endChunk(int start) {
    int length = out.size() - start;
    out.integer(length, start - 8);
    crc.reset();
    crc.update(out.bytes(), start - 4, length + 4);
    out.integer((int) crc.getValue());
  }
}
