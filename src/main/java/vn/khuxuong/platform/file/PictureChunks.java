package vn.khuxuong.platform.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PNG (ISO/IEC 15948) and WebP (RFC 9649) without what tells of their origin. Both are rows of
 * chunks with a name; those that make the picture are copied as they are, texts, times, EXIF, XMP
 * and whatever nobody knows are left out, save for which side is up.
 */
final class PictureChunks {
  /**
   * Chunks of PNG that only the picture is made of; those with a capital first are needed anyway.
   */
  private static final Set<String> OF_PNG =
      Set.of(
          "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "hIST", "pHYs", "acTL",
          "fcTL", "fdAT");

  private static final Set<String> OF_WEBP =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

  private static final int PNG_HEAD = 8;
  private static final int PNG_EXTRA = 12;
  private static final int RIFF_HEAD = 12;
  private static final int HAS_EXIF = 0x08;
  private static final int HAS_XMP = 0x04;

  private PictureChunks() {}

  /** A PNG; empty where its chunks do not add up. */
  static Optional<byte[]> png(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    out.write(content, 0, PNG_HEAD);
    int at = PNG_HEAD;
    while (at < content.length) {
      if (content.length - at < PNG_EXTRA) {
        return Optional.empty();
      }
      long size = Integer.toUnsignedLong(in.getInt(at));
      if (size > content.length - at - PNG_EXTRA) {
        return Optional.empty();
      }
      int length = (int) size;
      String name = name(content, at + 4);
      if (Character.isUpperCase(name.charAt(0)) || OF_PNG.contains(name)) {
        out.write(content, at, length + PNG_EXTRA);
      } else if (name.equals("eXIf")) {
        turned(out, Orientation.of(slice(content, at + 8, length)));
      }
      at += length + PNG_EXTRA;
    }
    return Optional.of(out.toByteArray());
  }

  private static void turned(ByteArrayOutputStream out, int orientation) {
    if (orientation == 1) {
      return;
    }
    byte[] exif = Orientation.only(orientation);
    ByteBuffer chunk = ByteBuffer.allocate(exif.length + PNG_EXTRA);
    chunk.putInt(exif.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
    CRC32 check = new CRC32();
    check.update(chunk.array(), 4, exif.length + 4);
    chunk.putInt((int) check.getValue());
    out.writeBytes(chunk.array());
  }

  /** A WebP; empty where its chunks do not add up. */
  static Optional<byte[]> webp(byte[] content) {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    out.write(content, 0, RIFF_HEAD);
    int orientation = 1;
    int flags = -1;
    for (int at = RIFF_HEAD; at < content.length; ) {
      if (content.length - at < 8) {
        return Optional.empty();
      }
      long size = Integer.toUnsignedLong(in.getInt(at + 4));
      long padded = size + (size & 1);
      if (padded > content.length - at - 8) {
        return Optional.empty();
      }
      String name = name(content, at);
      if (name.equals("VP8X") && size > 0) {
        flags = out.size() + 8;
      }
      if (OF_WEBP.contains(name)) {
        out.write(content, at, 8 + (int) padded);
      } else if (name.equals("EXIF")) {
        orientation = Orientation.of(withoutMark(slice(content, at + 8, (int) size)));
      }
      at += 8 + (int) padded;
    }
    return Optional.of(finished(out, flags, orientation));
  }

  /** Some programs write the mark of JPEG's EXIF before it. */
  private static byte[] withoutMark(byte[] exif) {
    return exif.length > 6 && exif[0] == 'E' && exif[1] == 'x'
        ? slice(exif, 6, exif.length - 6)
        : exif;
  }

  private static byte[] finished(ByteArrayOutputStream out, int flags, int orientation) {
    boolean turned = orientation != 1 && flags >= 0;
    if (turned) {
      byte[] exif = Orientation.only(orientation);
      ByteBuffer chunk = ByteBuffer.allocate(8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
      chunk.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
      out.writeBytes(chunk.array());
    }
    byte[] bare = out.toByteArray();
    ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bare.length - 8);
    if (flags >= 0) {
      bare[flags] = (byte) ((bare[flags] & ~(HAS_EXIF | HAS_XMP)) | (turned ? HAS_EXIF : 0));
    }
    return bare;
  }

  private static String name(byte[] content, int at) {
    return new String(content, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static byte[] slice(byte[] content, int at, int length) {
    byte[] part = new byte[length];
    System.arraycopy(content, at, part, 0, length);
    return part;
  }
}
