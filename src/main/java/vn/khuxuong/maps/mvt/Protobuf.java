package vn.khuxuong.maps.mvt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A Protocol Buffers message while it is written: fields one after the other in an array that
 * grows. Belongs to one thread.
 */
public final class Protobuf {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int DELIMITED = 2;

  private byte[] bytes;
  private int size;

  /** An empty message. */
  public Protobuf() {
    this(256);
  }

  Protobuf(int capacity) {
    bytes = new byte[capacity];
  }

  /** A field of type {@code uint32}, {@code uint64}, {@code int64} or {@code bool}. */
  public Protobuf number(int field, long value) {
    key(field, VARINT);
    return varint(value);
  }

  /** A field of type {@code sint32} or {@code sint64}. */
  public Protobuf signed(int field, long value) {
    key(field, VARINT);
    return varint(zigzag(value));
  }

  /** A field of type {@code double}. */
  Protobuf real(int field, double value) {
    key(field, FIXED_64);
    room(8);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < 8; i++) {
      bytes[size++] = (byte) (bits >>> (8 * i));
    }
    return this;
  }

  /** A field of type {@code string}. */
  public Protobuf text(int field, String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    return bytes(field, utf8, 0, utf8.length);
  }

  /** A field of type {@code bytes}, or text that is UTF-8 already. */
  public Protobuf bytes(int field, byte[] from, int at, int length) {
    key(field, DELIMITED);
    return varint(length).raw(from, at, length);
  }

  /** A field that is a message itself, or a packed list of numbers written as one. */
  public Protobuf message(int field, Protobuf part) {
    return bytes(field, part.bytes, 0, part.size);
  }

  /** Opens a field that is a message whose length is known before it is written. */
  Protobuf open(int field, int length) {
    key(field, DELIMITED);
    return varint(length);
  }

  /** A number without a key, as in a packed list. */
  Protobuf varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Appends bytes that are written already. */
  Protobuf raw(byte[] from, int at, int length) {
    room(length);
    System.arraycopy(from, at, bytes, size, length);
    size += length;
    return this;
  }

  /** Appends fields of another message as they are. */
  Protobuf append(Protobuf other) {
    return raw(other.bytes, 0, other.size);
  }

  static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  /** Bytes that {@link #varint} would write. */
  static int lengthOf(long value) {
    return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
  }

  private void key(int field, int type) {
    varint(((long) field << 3) | type);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /** Bytes written so far. */
  public int size() {
    return size;
  }

  /** Forgets what was written from some place on. */
  void cut(int at) {
    size = at;
  }

  /** Whether two stretches of what was written are equal. */
  boolean same(int from, int to, int otherFrom, int otherTo) {
    return Arrays.equals(bytes, from, to, bytes, otherFrom, otherTo);
  }

  /** A hash of a stretch of what was written. */
  int hash(int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** The message as it stands. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
