package vn.khuxuong.maps.mvt;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the tiles of one level within a cell are made from, in one array of bytes. What does
 * not depend on the single tile is worked out once: the vertices on the level's grid, checked and
 * written as the tile will have them, of every shape that no edge of a tile cuts; the values, each
 * once and as a tile writes it; the label points. Shapes that are cut keep their bytes. Never
 * changed; several threads read them.
 *
 * <p>The array: rows, attributes, values, bytes a value number takes, the ends of the values, the
 * values, the rows one after the other (id, box, label point, its tile, kind, end of the shape,
 * numbers of the values), then the shapes.
 */
public final class KeptRows {
  static final int NO_VALUE = -1;

  /** Kind of a shape that has to be cut for each tile, and is kept as the database sent it. */
  static final int TO_BE_CUT = 4;

  /** Kind of a row that has nothing on the grid. */
  static final int NOTHING = 0;

  private static final int HEADER = 4 * Integer.BYTES;
  private static final int FIXED = Long.BYTES + 10 * Integer.BYTES;
  private static final int NO_LABEL = Integer.MIN_VALUE;

  /** More values than this are numbered in four bytes instead of two. */
  private static final int FEW_VALUES = 0xffff;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final int count;
  private final int values;
  private final int numberBytes;
  private final int valueBytesAt;
  private final int rowsAt;
  private final int rowBytes;
  private final int shapesAt;

  private KeptRows(byte[] bytes) {
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
    this.count = in.getInt(0);
    this.values = in.getInt(8);
    this.numberBytes = in.getInt(12);
    this.valueBytesAt = HEADER + values * Integer.BYTES;
    this.rowsAt = valueBytesAt + (values == 0 ? 0 : in.getInt(valueBytesAt - Integer.BYTES));
    this.rowBytes = FIXED + in.getInt(4) * numberBytes;
    this.shapesAt = rowsAt + count * rowBytes;
  }

  /**
   * Rows as the database sends them.
   *
   * @param sent as for {@link SentRows#read}; null for no rows
   * @param attributes of the rows, in their order
   * @param cell grid of the cell: its units are those of the level's tiles
   * @param tiles how many of them lie along an edge of the cell
   * @throws IllegalArgumentException if they are no such records
   */
  public static KeptRows read(
      byte @Nullable [] sent, List<Attribute> attributes, TileGrid cell, int tiles) {
    SentRows rows = SentRows.read(sent == null ? new byte[0] : sent);
    ValueTable table = new ValueTable();
    int[] numbers = numbers(rows, attributes, table);
    boolean few = table.count() < FEW_VALUES;
    int numberBytes = few ? Short.BYTES : Integer.BYTES;
    int each = FIXED + attributes.size() * numberBytes;
    int valueBytes = table.fields().size();
    int head = HEADER + table.count() * Integer.BYTES + valueBytes;
    ByteBuffer out = ByteBuffer.allocate(head + rows.count() * each);
    out.putInt(rows.count()).putInt(attributes.size()).putInt(table.count()).putInt(numberBytes);
    for (int value = 0; value < table.count(); value++) {
      out.putInt(table.end(value));
    }
    out.put(table.fields().toBytes());
    Protobuf shapes = new Protobuf(1 << 14);
    GridShape shape = new GridShape();
    ShapeReader reader = new ShapeReader(cell, shape);
    for (int row = 0; row < rows.count(); row++) {
      rows.goTo(row);
      out.putLong(rows.id(row));
      shape(rows, reader, shape, tiles, shapes, out);
      for (int i = 0; i < attributes.size(); i++) {
        int number = numbers[row * attributes.size() + i];
        if (few) {
          out.putShort((short) number);
        } else {
          out.putInt(number);
        }
      }
    }
    byte[] all = Arrays.copyOf(out.array(), out.capacity() + shapes.size());
    System.arraycopy(shapes.toBytes(), 0, all, out.capacity(), shapes.size());
    return new KeptRows(all);
  }

  private static int[] numbers(SentRows rows, List<Attribute> attributes, ValueTable table) {
    int[] numbers = new int[rows.count() * attributes.size()];
    int n = 0;
    for (int row = 0; row < rows.count(); row++) {
      rows.goTo(row);
      for (int i = 0; i < attributes.size(); i++) {
        boolean missing = rows.length(i) < 0;
        numbers[n++] = missing ? NO_VALUE : table.of(attributes.get(i).kind(), rows, i);
      }
    }
    return numbers;
  }

  /** Writes what a row needs beside its values. */
  private static void shape(
      SentRows rows,
      ShapeReader reader,
      GridShape shape,
      int tiles,
      Protobuf shapes,
      ByteBuffer out) {
    int kind = NOTHING;
    if (rows.shapeLength() > 0) {
      reader.readWhole(rows.bytes(), rows.shapeStart(), rows.shapeLength());
      if (reader.isCutBy(tiles)) {
        kind = TO_BE_CUT;
        shapes.raw(rows.bytes(), rows.shapeStart(), rows.shapeLength());
      } else {
        kind = shape.kind();
        if (kind != NOTHING) {
          shape.write(shapes);
        }
      }
    }
    if (kind == NOTHING) {
      out.putInt(Integer.MAX_VALUE).putInt(Integer.MAX_VALUE); // meets nothing
      out.putInt(Integer.MIN_VALUE).putInt(Integer.MIN_VALUE);
    } else {
      out.putInt(reader.minX()).putInt(reader.minY()).putInt(reader.maxX()).putInt(reader.maxY());
    }
    double[] place = new double[2];
    if (rows.labelPoint(place) && reader.grid().place(place, 1)) {
      out.putInt((int) Math.rint(place[0])).putInt((int) Math.rint(place[1]));
      out.putInt(TileGrid.tile(place[0])).putInt(TileGrid.tile(place[1]));
    } else {
      out.putInt(NO_LABEL).putInt(NO_LABEL).putInt(NO_LABEL).putInt(NO_LABEL);
    }
    out.putInt(kind).putInt(shapes.size());
  }

  /** Rows from {@link #packed}. */
  public static KeptRows unpack(byte[] packed) {
    return new KeptRows(packed);
  }

  /** All of them in bytes; not a copy. */
  public byte[] packed() {
    return bytes;
  }

  /** Bytes of heap they take, roughly. */
  public int weight() {
    return bytes.length;
  }

  int count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  int values() {
    return values;
  }

  /** Where a value begins in the bytes, as a field of a tile's layer. */
  int valueStart(int value) {
    return valueBytesAt + (value == 0 ? 0 : in.getInt(HEADER + (value - 1) * Integer.BYTES));
  }

  int valueEnd(int value) {
    return valueBytesAt + in.getInt(HEADER + value * Integer.BYTES);
  }

  long id(int row) {
    return in.getLong(rowsAt + row * rowBytes);
  }

  private int number(int row, int which) {
    return in.getInt(rowsAt + row * rowBytes + Long.BYTES + which * Integer.BYTES);
  }

  /** Whether the box of a row's shape meets one on the cell's grid. */
  boolean meets(int row, int west, int north, int east, int south) {
    return number(row, 0) <= east
        && number(row, 2) >= west
        && number(row, 1) <= south
        && number(row, 3) >= north;
  }

  /** Whether the tile in some column and row of the cell holds a row's label point. */
  boolean isNamedIn(int row, int column, int line) {
    return number(row, 6) == column && number(row, 7) == line;
  }

  /** Of the label point, on the cell's grid. */
  int labelX(int row) {
    return number(row, 4);
  }

  int labelY(int row) {
    return number(row, 5);
  }

  /** As in vector tiles, {@link #TO_BE_CUT} or {@link #NOTHING}. */
  int kind(int row) {
    return number(row, 8);
  }

  /**
   * Where a row's shape begins in the bytes: the commands of a tile as they would be in one that
   * begins where the cell does, or if it has to be cut, well-known binary.
   */
  int shapeStart(int row) {
    return shapesAt + (row == 0 ? 0 : number(row - 1, 9));
  }

  int shapeEnd(int row) {
    return shapesAt + number(row, 9);
  }

  /** The number of an attribute's value, {@link #NO_VALUE} for null. */
  int value(int row, int attribute) {
    int at = rowsAt + row * rowBytes + FIXED + attribute * numberBytes;
    if (numberBytes == Integer.BYTES) {
      return in.getInt(at);
    }
    int number = in.getShort(at) & FEW_VALUES;
    return number == FEW_VALUES ? NO_VALUE : number;
  }
}
