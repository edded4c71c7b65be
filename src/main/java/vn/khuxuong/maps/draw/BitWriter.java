package vn.khuxuong.maps.draw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow, and bits put into them, the first bit lowest. */
final class BitWriter {
  private static final VarHandle LONG_LE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT_BE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[1 << 16];
  private int size;
  private long pending;
  private int pendingCount;

  void clear() {
    size = 0;
    pending = 0;
    pendingCount = 0;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** Gives back what a large picture needed. */
  void shrink(int most) {
    if (bytes.length > most) {
      bytes = new byte[1 << 16];
    }
  }

  /** Writes the lowest {@code count} bits, 56 at most; those above must be 0. */
  void bits(long value, int count) {
    if (size + Long.BYTES > bytes.length) {
      room(Long.BYTES);
    }
    pending |= value << pendingCount;
    pendingCount += count;
    LONG_LE.set(bytes, size, pending);
    size += pendingCount >>> 3;
    pending >>>= pendingCount & ~7;
    pendingCount &= 7;
  }

  /** Writes a word of a {@link HuffmanCode}. */
  void word(int word) {
    bits(word & 0xffff, word >>> 16);
  }

  /** Fills the last byte with zeros. */
  void align() {
    if (pendingCount > 0) {
      bits(0, Byte.SIZE - pendingCount);
    }
  }

  /** A number in network order, at a byte's edge. */
  void integer(int value) {
    room(4);
    INT_BE.set(bytes, size, value);
    size += 4;
  }

  /** Writes over a number. */
  void integer(int value, int at) {
    INT_BE.set(bytes, at, value);
  }

  void write(byte[] more, int count) {
    room(count);
    System.arraycopy(more, 0, bytes, size, count);
    size += count;
  }

  private void room(int count) {
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
    }
  }
}
