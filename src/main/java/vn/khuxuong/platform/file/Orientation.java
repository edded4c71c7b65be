package vn.khuxuong.platform.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which side of a picture is up: the one thing of EXIF (TIFF 6.0, tag 274) that is kept. */
final class Orientation {
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;
  private static final int HEAD = 8;
  private static final int LITTLE = 0x4949;
  private static final int MOST = 8;

  private Orientation() {}

  /** 1 to 8 as EXIF counts them, 1 where nothing is said or it cannot be read. */
  static int of(byte[] tiff) {
    if (tiff.length < HEAD) {
      return 1;
    }
    ByteBuffer exif = ByteBuffer.wrap(tiff);
    exif.order(exif.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long first = Integer.toUnsignedLong(exif.getInt(4));
    if (first + 2 > tiff.length) {
      return 1;
    }
    int entries = Short.toUnsignedInt(exif.getShort((int) first));
    for (int i = 0; i < entries; i++) {
      long at = first + 2 + (long) i * ENTRY;
      if (at + ENTRY > tiff.length) {
        return 1;
      }
      if (Short.toUnsignedInt(exif.getShort((int) at)) == TAG) {
        int value = Short.toUnsignedInt(exif.getShort((int) at + 8));
        return value >= 1 && value <= MOST ? value : 1;
      }
    }
    return 1;
  }

  /** EXIF that says this and nothing else. */
  static byte[] only(int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(HEAD + 2 + ENTRY + 4).order(ByteOrder.LITTLE_ENDIAN);
    exif.putShort((short) LITTLE).putShort((short) 42).putInt(HEAD).putShort((short) 1);
    exif.putShort((short) TAG).putShort((short) SHORT).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return exif.array();
  }
}
