package vn.khuxuong.maps.mvt;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Rows as PostgreSQL sends records in binary ({@code record_send}), one after the other: an id, a
 * shape, a label point, then the attributes. Whatever a text holds cannot be taken for the end of
 * it, and nothing is built per row.
 */
public final class SentRows {

  private static final int SHAPE = 1;
  private static final int LABEL = 2;

  /** Fields before the attributes. */
  static final int BEFORE = 3;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final long[] ids;
  private final int[] places;
  private final int[] starts;
  private final int[] lengths;

  /**
   * @param ids of the rows
   * @param places where each of them begins
   * @param fields in each
   */
  SentRows(byte[] bytes, long[] ids, int[] places, int fields) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.ids = ids;
    this.places = places;
    this.starts = new int[fields];
    this.lengths = new int[fields];
  }

  /**
   * Rows in the order of their ids, which are different from one another.
   *
   * @param bytes what the database sent, big endian as all of its protocol
   * @throws IllegalArgumentException if they are no such records
   */
  public static SentRows read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long[] ids = new long[64];
    int[] places = new int[64];
    int count = 0;
    int fields = BEFORE;
    try {
      while (in.hasRemaining()) {
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, count * 2);
          places = Arrays.copyOf(places, count * 2);
        }
        places[count] = in.position();
        fields = in.getInt();
        for (int field = 0; field < fields; field++) {
          in.getInt();
          int length = in.getInt();
          if (field == 0) {
            ids[count] = in.getLong(in.position());
          }
          in.position(in.position() + Math.max(0, length));
        }
        count++;
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a record ends too early", e);
    }
    return ordered(bytes, Arrays.copyOf(ids, count), places, fields);
  }

  private static SentRows ordered(byte[] bytes, long[] ids, int[] places, int fields) {
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    int[] arranged = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      arranged[Arrays.binarySearch(sorted, ids[i])] = places[i];
    }
    return new SentRows(bytes, sorted, arranged, fields);
  }

  int count() {
    return ids.length;
  }

  long id(int row) {
    return ids[row];
  }

  byte[] bytes() {
    return bytes;
  }

  /** Finds the fields of a row. */
  void goTo(int row) {
    int at = places[row] + 4;
    for (int field = 0; field < starts.length; field++) {
      int length = in.getInt(at + 4);
      starts[field] = at + 8;
      lengths[field] = length;
      at += 8 + Math.max(0, length);
    }
  }

  /** Where the row's shape begins. */
  int shapeStart() {
    return starts[SHAPE];
  }

  /** Bytes of the row's shape; -1 for none. */
  int shapeLength() {
    return lengths[SHAPE];
  }

  int labelStart() {
    return starts[LABEL];
  }

  /** Bytes of the row's label point; -1 for none. */
  int labelLength() {
    return lengths[LABEL];
  }

  /**
   * Finds the row's label point: the one it was sent with, or where there is none a point inside
   * the shape.
   *
   * @param place takes its x, y in the shapes' CRS
   * @return false where there is no point
   */
  boolean labelPoint(double[] place) {
    if (labelLength() > 0) {
      return ShapeReader.point(bytes, labelStart(), labelLength(), place);
    }
    int at = shapeStart();
    return shapeLength() > 0
        && GridRepair.inside(Arrays.copyOfRange(bytes, at, at + shapeLength()), place);
  }

  /** Where an attribute's value begins. */
  int start(int attribute) {
    return starts[BEFORE + attribute];
  }

  /** Bytes of an attribute's value; -1 for null. */
  int length(int attribute) {
    return lengths[BEFORE + attribute];
  }

  /** Whether an attribute has the same bytes in two places. */
  boolean same(int from, int length, int otherFrom, int otherLength) {
    return length == otherLength
        && (length <= 0
            || Arrays.equals(bytes, from, from + length, bytes, otherFrom, otherFrom + length));
  }

  long whole(int attribute) {
    return in.getLong(start(attribute));
  }

  double real(int attribute) {
    return in.getDouble(start(attribute));
  }

  boolean flag(int attribute) {
    return bytes[start(attribute)] != 0;
  }

  /** Days after 1 January 2000. */
  int day(int attribute) {
    return in.getInt(start(attribute));
  }
}
