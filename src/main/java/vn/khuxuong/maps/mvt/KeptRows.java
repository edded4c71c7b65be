package vn.khuxuong.maps.mvt;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.khuxuong.geo.BBox;

/**
 * Rows that many tiles are made from, with the box around each row's shape and label point. Never
 * changed; several threads read them.
 */
public final class KeptRows {
  private static final int BYTES_PER_ROW = 8 + 4 + 4 * 8;

  private final byte[] bytes;
  private final long[] ids;
  private final int[] places;
  private final int fields;
  private final double[] boxes;

  private KeptRows(byte[] bytes, SentRows rows, double[] boxes) {
    this.bytes = bytes;
    this.ids = rows.ids();
    this.places = rows.places();
    this.fields = rows.fields();
    this.boxes = boxes;
  }

  /**
   * Rows as the database sends them.
   *
   * @param bytes as for {@link SentRows#read}; null for no rows
   * @throws IllegalArgumentException if they are no such records
   */
  public static KeptRows read(byte @Nullable [] bytes) {
    byte[] sent = bytes == null ? new byte[0] : bytes;
    SentRows rows = SentRows.read(sent);
    double[] boxes = new double[4 * rows.count()];
    for (int row = 0; row < rows.count(); row++) {
      rows.goTo(row);
      Envelope box = box(rows);
      boxes[4 * row] = box.getMinX();
      boxes[4 * row + 1] = box.getMinY();
      boxes[4 * row + 2] = box.getMaxX();
      boxes[4 * row + 3] = box.getMaxY();
    }
    return new KeptRows(sent, rows, boxes);
  }

  /**
   * Rows from {@link #packed}.
   *
   * @throws IllegalArgumentException if they are none
   */
  public static KeptRows unpack(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    int sent = in.getInt();
    byte[] bytes = new byte[sent];
    in.get(bytes);
    double[] boxes = new double[in.remaining() / Double.BYTES];
    in.asDoubleBuffer().get(boxes);
    return new KeptRows(bytes, SentRows.read(bytes), boxes);
  }

  /** All of them in bytes: how many the database sent, those, and the boxes. */
  public byte[] packed() {
    ByteBuffer out =
        ByteBuffer.allocate(Integer.BYTES + bytes.length + boxes.length * Double.BYTES);
    out.putInt(bytes.length).put(bytes).asDoubleBuffer().put(boxes);
    return out.array();
  }

  private static Envelope box(SentRows rows) {
    Envelope box = new Envelope();
    if (rows.shapeLength() > 0) {
      box.expandToInclude(box(rows.bytes(), rows.shapeStart(), rows.shapeLength()));
    }
    if (rows.labelLength() > 0) {
      box.expandToInclude(box(rows.bytes(), rows.labelStart(), rows.labelLength()));
    }
    return box;
  }

  private static Envelope box(byte[] bytes, int at, int length) {
    return GridRepair.geometry(Arrays.copyOfRange(bytes, at, at + length)).getEnvelopeInternal();
  }

  /**
   * Those that touch a box, in the order of their ids.
   *
   * @param box in the CRS of the shapes
   */
  public SentRows within(BBox box) {
    long[] someIds = new long[ids.length];
    int[] somePlaces = new int[ids.length];
    int count = 0;
    for (int row = 0; row < ids.length; row++) {
      int at = 4 * row;
      if (boxes[at] <= box.maxX()
          && boxes[at + 2] >= box.minX()
          && boxes[at + 1] <= box.maxY()
          && boxes[at + 3] >= box.minY()) {
        someIds[count] = ids[row];
        somePlaces[count++] = places[row];
      }
    }
    return new SentRows(bytes, Arrays.copyOf(someIds, count), somePlaces, fields);
  }

  /** Bytes of heap they take, roughly. */
  public int weight() {
    return bytes.length + ids.length * BYTES_PER_ROW;
  }
}
